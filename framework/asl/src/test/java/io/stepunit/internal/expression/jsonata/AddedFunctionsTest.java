package io.stepunit.internal.expression.jsonata;

import static io.stepunit.internal.expression.jsonata.Evaluations.assertValue;
import static io.stepunit.internal.expression.jsonata.Evaluations.expression;
import static io.stepunit.internal.expression.jsonata.Evaluations.failure;
import static io.stepunit.internal.expression.jsonata.Evaluations.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.TestScope;
import io.stepunit.internal.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddedFunctionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "$partition([1, 2, 3, 4, 5], 2)       | [[1, 2], [3, 4], [5]]",
        "$partition([1, 2, 3], 2.9)           | [[1, 2], [3]]",
        "$partition([7], 3)                   | [[7]]",
        "$partition(['a', 'b'], 2)            | [[\"a\", \"b\"]]",
        "$count($partition(['a', 'b'], 10))   | 1",
        "$partition(['a', 'b'], 10)[0]        | [\"a\", \"b\"]",
        "$map($partition([1, 2], 25), $sum)   | 3",
        "$map($partition([1, 2, 3], 2), $sum) | [3, 3]",
        "$range(4, 4, 1)                      | 4",
        "$range(0, 10, 3)                     | [0, 3, 6, 9]",
        "$range(3, 1, -1)                     | [3, 2, 1]",
        "$range(-1.7, 2, 1)                   | [-1, 0, 1, 2]",
        "$range(1, 9, 9)                      | 1",
        "[$range(1, 9, 9)]                    | [1]",
        "$count($range(1, 200000, 1))         | 200000",
        "$hash('input', 'SHA-1')              | \"140f86aae51ab9e1cda9b4254fe98a74eb54c1a1\"",
        "$random(42)                          | 0.7275636800328681",
        "$parse('{\\\"a\\\": [1.0, 2.5]}').a  | [1, 2.5]",
        "$parse('-0')                         | 0",
        "$parse('null')                       | null",
        "$length($uuid())                     | 36"
      })
  void returns(String text, String json) {
    assertValue(text, json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$partition([1], 0)",
        "$partition([], 1)",
        "$range(1, 2)",
        "$range(1, 5, -1)",
        "$range(1, 5, 0)",
        "$hash('input')"
      })
  void returns_nothing(String text) {
    assertThat(failure(text)).isEqualTo("returned nothing (undefined).");
  }

  @ParameterizedTest
  @ValueSource(strings = {"$partition([1], -1)", "$hash('x', 'md5')", "$parse('{')", "$parse('')"})
  void fails_inside(String text) {
    assertThat(failure(text)).startsWith("threw an internal error during evaluation.");
  }

  @Test
  void time_is_the_scope_s() {
    Scope scope = TestScope.of("1").at("2026-01-31T12:00:00Z");

    assertThat(expression("$now()").evaluate(scope).textValue())
        .isEqualTo("2026-01-31T12:00:00.000Z");
    assertThat(expression("$now('[Y]-[M01]')").evaluate(scope).textValue()).isEqualTo("2026-01");
    assertThat(expression("$millis()").evaluate(scope)).isEqualTo(Json.parse("1769860800000"));
    assertThat(expression("$map([1], function() { $millis() })").evaluate(scope))
        .isEqualTo(Json.parse("1769860800000"));
    assertThat(expression("$fromMillis($toMillis('13:30', '[H01]:[m01]'))").evaluate(scope))
        .isEqualTo(Json.parse("\"2026-01-31T13:30:00.000Z\""));
  }

  @Test
  void randomness_is_the_scope_s() {
    for (String text : new String[] {"$random()", "$uuid()", "$shuffle([1..20])"}) {
      JsonataTemplate template = expression(text);

      assertThat(template.evaluate(order())).as(text).isEqualTo(template.evaluate(order()));
    }
  }

  @Test
  void one_scope_gives_other_numbers_each_time() {
    JsonataTemplate template = expression("$uuid()");
    Scope scope = order();

    assertThat(template.evaluate(scope)).isNotEqualTo(template.evaluate(scope));
  }
}
