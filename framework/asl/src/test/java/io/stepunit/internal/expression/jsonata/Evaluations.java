package io.stepunit.internal.expression.jsonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.ExpressionSyntaxException;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.TestScope;
import io.stepunit.internal.json.Json;

/** What the tests of expressions ask again and again. */
final class Evaluations {
  static final String ORDER =
      """
      {"items": [
         {"name": "a", "price": 3, "qty": 2, "kind": "k", "tags": ["t1", "t2"]},
         {"name": "b", "price": 1, "qty": 9, "kind": "k", "tags": ["t3"]},
         {"name": "c", "price": 2.5, "qty": 1, "kind": "m", "tags": []}],
       "one": {"a": 1}, "nested": {"a": {"x": 1}, "b": {"x": 2, "y": [1, {"x": 3}]}},
       "nul": null, "str": "s", "single": [5], "none": [], "whole": 1.0,
       "big": 9223372036854775807, "huge": 123456789012345678901234567890, "odd name": 7}
      """;

  private Evaluations() {}

  static Scope order() {
    return TestScope.of(ORDER);
  }

  static JsonataTemplate template(String json, StatesVariables allowed) {
    return JsonataTemplate.compile("Output", Json.parse(json), allowed);
  }

  static JsonataTemplate expression(String text) {
    return JsonataTemplate.compile(
        "Output", Json.NODES.textNode("{% " + text + " %}"), StatesVariables.INPUT_AND_CONTEXT);
  }

  static JsonNode value(String text) {
    return expression(text).evaluate(order());
  }

  static void assertValue(String text, String json) {
    JsonNode actual = value(text);
    assertThat(Json.sameValue(actual, Json.parse(json)))
        .as("%s = %s, expected %s", text, Json.text(actual), json)
        .isTrue();
  }

  /** The end of the cause, behind the sentence that names the expression and its field. */
  static String failure(String text) {
    EvaluationException e = failureOf(expression(text), order());
    String start = "The JSONata expression '" + text + "' specified for the field 'Output' ";
    assertThat(e.causeText()).startsWith(start);
    return e.causeText().substring(start.length());
  }

  static EvaluationException failureOf(JsonataTemplate template, Scope scope) {
    EvaluationException e =
        catchThrowableOfType(() -> template.evaluate(scope), EvaluationException.class);
    assertThat(e).as("a failure").isNotNull();
    return e;
  }

  static ExpressionSyntaxException refusal(String json) {
    ExpressionSyntaxException e =
        catchThrowableOfType(
            () -> template(json, StatesVariables.INPUT_AND_CONTEXT),
            ExpressionSyntaxException.class);
    assertThat(e).as("a refusal of %s", json).isNotNull();
    return e;
  }
}
