package io.stepunit.internal.expression.jsonata;

import static io.stepunit.internal.expression.jsonata.Evaluations.expression;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.TestScope;
import io.stepunit.internal.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths that are walked at once give what the evaluator gives. */
class PlainPathTest {
  private static final String NOTHING = "nothing";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"a\": {\"b\": {\"c\": 1}}}                         | 1",
        "{\"a\": {\"b\": {}}}                                 | nothing",
        "{\"a\": 1}                                           | nothing",
        "{\"a\": {\"b\": {\"c\": null}}}                      | null",
        "{\"a\": {\"b\": {\"c\": []}}}                        | []",
        "{\"a\": {\"b\": [{\"c\": 1}, {\"c\": 2.50}]}}        | [1,2.5]",
        "{\"a\": {\"b\": [{\"c\": 1}, {\"d\": 2}]}}           | 1",
        "{\"a\": {\"b\": [{\"c\": null}, {}, {\"c\": \"x\"}]}} | [null,\"x\"]",
        "{\"a\": {\"b\": [{\"d\": 1}]}}                       | nothing",
        "{\"a\": {\"b\": []}}                                 | nothing",
        "{\"a\": {\"b\": [{\"c\": [1]}, {\"c\": 2}]}}         | [1,2]",
        "{\"a\": {\"b\": [{\"c\": [1]}]}}                     | [1]",
        "{\"a\": {\"b\": [{\"c\": {\"d\": [1]}}]}}            | {\"d\":[1]}",
        "{\"a\": {\"b\": [{\"c\": 1}, [{\"c\": 2}], 3]}}      | [1,2]",
        "{\"a\": [{\"b\": {\"c\": 1}}, {\"b\": {\"c\": 2}}]}  | [1,2]",
        "[{\"a\": {\"b\": {\"c\": 1}}}]                       | 1"
      })
  void a_path_gives_what_the_evaluator_gives(String input, String expected) {
    assertThat(value("$states.input.a.b.c", input)).isEqualTo(expected);
    assertThat(value("($states.input.a.b.c)", input)).isEqualTo(expected);
  }

  private static String value(String text, String input) {
    try {
      return Json.text(expression(text).evaluate(TestScope.of(input)));
    } catch (EvaluationException e) {
      assertThat(e.causeText()).endsWith("returned nothing (undefined).");
      return NOTHING;
    }
  }
}
