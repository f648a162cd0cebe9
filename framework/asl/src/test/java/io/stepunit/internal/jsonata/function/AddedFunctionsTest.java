package io.stepunit.internal.jsonata.function;

import static io.stepunit.internal.jsonata.function.Evaluations.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions that Step Functions adds. */
class AddedFunctionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "$partition([1, 2, 3, 4, 5], 2)  | [[1,2],[3,4],[5]]",
        "$partition([1, 2, 3], 2.9)      | [[1,2],[3]]",
        "$partition([1], 5)              | [[1]]",
        "$partition(7, 1)                | [[7]]",
        "$partition([], 2)               | undefined",
        "$partition([1], 0)              | undefined",
        "$partition([1], -1)             | failure",
        "$range(1, 7, 3)                 | [1,4,7]",
        "$range(3, 1, -1)                | [3,2,1]",
        "$range(-1.7, 2, 1)              | [-1,0,1,2]",
        "$range(1, 9, 9)                 | 1",
        "$range(1, 9, -1)                | undefined",
        "$range(1, 9, 0)                 | undefined",
        "$range(1, 9)                    | undefined",
        "$count($range(1, 360145, 1))    | 360145",
        "$range(1, 360146, 1)            | limit MEMORY",
        "$range(0, 1e300, 1)             | limit MEMORY",
        "$hash('input', 'SHA-1')         | \"140f86aae51ab9e1cda9b4254fe98a74eb54c1a1\"",
        "$hash('', 'MD5')                | \"d41d8cd98f00b204e9800998ecf8427e\"",
        "$hash('input')                  | undefined",
        "$hash('input', 'md5')           | failure",
        "$random(42)                     | 0.7275636800328681",
        "$random(42.9)                   | 0.7275636800328681",
        "$parse('{\"a\": [1.0, null]}')  | {\"a\":[1.0,null]}",
        "$parse('-0')                    | 0",
        "$parse('{')                     | failure",
        "$parse('')                      | failure",
        "$parse(nothing)                 | undefined"
      })
  void give_what_step_functions_gives(String expression, String expected) {
    assertThat(outcome(expression)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"$random()", "$uuid()"})
  void take_what_is_random_from_the_surroundings(String expression) {
    assertThat(outcome(expression)).isEqualTo(outcome(expression));
  }

  @ParameterizedTest
  @CsvSource({
    "$random() >= 0 and $random() < 1",
    "'$contains($uuid(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)'"
  })
  void are_of_the_right_form(String expression) {
    assertThat(outcome(expression)).isEqualTo("true");
  }
}
