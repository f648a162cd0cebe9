package io.stepunit.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
  private static final List<String> KNOWN = List.of("StringEquals", "StringLessThan", "IsNull");

  @ParameterizedTest
  @CsvSource({
    "StringEqual, StringEquals",
    "stringequals, StringEquals",
    "StrinqLesThan, StringLessThan",
    "IsNul, IsNull",
    "isnull, IsNull"
  })
  void finds_what_was_probably_meant(String written, String meant) {
    assertThat(NearestName.of(written, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"Next", "''", "Completely"})
  void finds_nothing_for_a_text_that_is_like_none(String written) {
    assertThat(NearestName.of(written, KNOWN)).isEmpty();
  }

  @Test
  void first_of_equally_near_names_is_taken() {
    assertThat(NearestName.of("Abx", List.of("Aby", "Abz"))).contains("Aby");
  }
}
