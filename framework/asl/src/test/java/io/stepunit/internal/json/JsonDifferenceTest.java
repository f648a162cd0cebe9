package io.stepunit.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDifferenceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1 | 2 | `` | 1 | 2",
        "1 | \"1\" | `` | 1 | \"1\"",
        "null | {} | `` | null | {}",
        "{\"a\":1,\"b\":2} | {\"b\":3,\"a\":1} | /b | 2 | 3",
        "{\"a\":1} | {} | /a | 1 | nothing",
        "{} | {\"a\":1} | /a | nothing | 1",
        "{\"a\":null} | {} | /a | null | nothing",
        "[1,2] | [1] | /1 | 2 | nothing",
        "[1] | [1,2] | /1 | nothing | 2",
        "[{\"x\":[1,{\"y\":2}]}] | [{\"x\":[1,{\"y\":3}]}] | /0/x/1/y | 2 | 3",
        "{\"a/b\":{\"c~d\":1}} | {\"a/b\":{\"c~d\":2}} | /a~1b/c~0d | 1 | 2",
        "{\"a\":[]} | {\"a\":{}} | /a | [] | {}"
      })
  void the_first_difference_is_told_by_its_pointer(
      String expected, String found, String pointer, String left, String right) {
    JsonDifference difference =
        JsonDifference.first(Json.parse(expected), Json.parse(found)).orElseThrow();

    assertThat(difference.text())
        .isEqualTo(
            "First difference at " + pointer + "\n  expected: " + left + "\n  found:    " + right);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"b\":[1.0,{}],\"a\":null}", "{\"a\":null,\"b\":[1,{}]}"})
  void the_same_values_do_not_differ(String json) {
    assertThat(JsonDifference.first(Json.parse("{\"a\":null,\"b\":[1,{}]}"), Json.parse(json)))
        .isEmpty();
  }

  @Test
  void a_long_value_is_cut() {
    String text = "x".repeat(1_000);

    assertThat(JsonDifference.shortened(Json.NODES.textNode(text)))
        .isEqualTo("\"" + "x".repeat(599) + "... (1002 characters)");
  }
}
