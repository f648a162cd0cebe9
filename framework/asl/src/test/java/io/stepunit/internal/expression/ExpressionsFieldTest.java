package io.stepunit.internal.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsFieldTest {
  private final TestScope scope =
      TestScope.of("{\"items\":[1,2],\"n\":null}")
          .withContext("{\"State\":{\"Name\":\"S\"}}")
          .withVariable("v", "{\"a\":5}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$.items[1]                      | 2",
        "$.n                             | null",
        "$$.State.Name                   | \"S\"",
        "$v.a                            | 5",
        "States.ArrayLength($.items)     | 2",
        "$.items[*].nope                 | []"
      })
  void a_field_is_a_path_or_a_call(String text, String expected) {
    assertThat(Expressions.field("x.$", text).evaluate(scope)).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"$", "$.a", "$[0]", "$[*]", "$..a", "$.a.length()", "States.Array($)"})
  void a_path_into_null_fails_whatever_it_is(String text) {
    Expr expr = Expressions.field("x.$", text);

    assertThatThrownBy(() -> expr.evaluate(TestScope.of("null")))
        .isInstanceOf(EvaluationException.class)
        .hasMessage("Unable to apply Path transformation to null or empty input.");
  }

  @Test
  void an_index_past_the_end_gives_null() {
    assertThat(Expressions.field("x.$", "$.items[5]").evaluate(scope)).hasToString("null");
    assertThat(Expressions.field("x.$", "$.items[-3]").evaluate(scope)).hasToString("null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"$.nope", "$.items[5].x", "$.items.x", "$.n.x", "$.items[0].x", "$.n[0]"})
  void a_missing_key_and_a_step_into_a_scalar_fail(String path) {
    Expr expr = Expressions.field("value.$", path);

    assertThatThrownBy(() -> expr.evaluate(scope))
        .isInstanceOf(EvaluationException.class)
        .hasMessage(
            "The JSONPath '%s' specified for the field 'value.$' could not be found in the input"
                + " '%s'",
            path, "{\"items\":[1,2],\"n\":null}");
  }

  @Test
  void a_miss_in_the_context_object_shows_the_context_object() {
    Expr expr = Expressions.field("ErrorPath", "$$.State.Nope");

    assertThatThrownBy(() -> expr.evaluate(scope))
        .hasMessage(
            "The JSONPath '$$.State.Nope' specified for the field 'ErrorPath' could not be found in"
                + " the input '{\"State\":{\"Name\":\"S\"}}'");
  }

  @Test
  void a_variable_that_is_not_assigned_fails() {
    Expr expr = Expressions.field("x.$", "$w.a");

    assertThatThrownBy(() -> expr.evaluate(scope))
        .isInstanceOf(EvaluationException.class)
        .hasMessageStartingWith("The JSONPath '$w.a' specified for the field 'x.$'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ipsum", "", "$.", "States.Nope()", "States.UUID(", "{% $x %}"})
  void a_text_that_is_neither_is_refused_with_the_text_of_aws(String text) {
    assertThatThrownBy(() -> Expressions.field("k.$", text))
        .isInstanceOfSatisfying(
            ExpressionSyntaxException.class,
            e -> {
              assertThat(e.problem())
                  .isEqualTo(
                      "The value for the field 'k.$' must be a valid JSONPath or a valid intrinsic"
                          + " function call");
              assertThat(e.detail()).contains("found '" + text + "'");
            });
  }
}
