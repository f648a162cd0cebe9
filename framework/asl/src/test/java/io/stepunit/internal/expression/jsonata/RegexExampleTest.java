package io.stepunit.internal.expression.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexExampleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "^[0-9]+\\.[0-9]{2}$ 0.00",
        "^A-\\d{4}$ A-0000",
        "(?:eu|us)-(west|east)-\\d eu-west-0",
        "colou?r color",
        "^[^a-z]{2,3}$ 00",
        "a.c aac",
        "[\\w.]+@x a@x",
      })
  void a_short_text_matches(String regex, String text) {
    assertThat(RegexExample.of(regex)).contains(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(?=a)b", "a\\1", "(a", "[a", "*a", "a{x}", "a\\bb"})
  void what_is_beyond_it_has_none(String regex) {
    assertThat(RegexExample.of(regex)).isEmpty();
  }

  @Test
  void nothing_matches_an_empty_expression_but_nothing() {
    assertThat(RegexExample.of("")).contains("");
  }
}
