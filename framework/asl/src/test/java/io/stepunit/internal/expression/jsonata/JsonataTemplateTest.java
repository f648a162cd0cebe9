package io.stepunit.internal.expression.jsonata;

import static io.stepunit.internal.expression.jsonata.Evaluations.expression;
import static io.stepunit.internal.expression.jsonata.Evaluations.failureOf;
import static io.stepunit.internal.expression.jsonata.Evaluations.order;
import static io.stepunit.internal.expression.jsonata.Evaluations.refusal;
import static io.stepunit.internal.expression.jsonata.Evaluations.template;
import static io.stepunit.internal.expression.jsonata.StatesVariables.INPUT_AND_CONTEXT;
import static io.stepunit.internal.expression.jsonata.StatesVariables.WITH_ERROR_OUTPUT;
import static io.stepunit.internal.expression.jsonata.StatesVariables.WITH_RESULT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.ExpressionSyntaxException.Kind;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.TestScope;
import io.stepunit.internal.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonataTemplateTest {
  @Test
  void strings_between_the_delimiters_are_replaced_at_any_depth_and_nothing_else_is() {
    JsonataTemplate template =
        template(
            """
            {"id": "{% $states.input.str %}", "plain": "text", "n": 1.50,
             "list": [1, {"deep": "{% $states.input.one.a + 1 %}"}, null],
             "{% key %}": true, "path.$": "$.x", "blank": " {% 1 %} "}
            """,
            INPUT_AND_CONTEXT);

    JsonNode value = template.evaluate(order());

    assertThat(Json.text(value))
        .isEqualTo(
            "{\"id\":\"s\",\"plain\":\"text\",\"n\":1.50,\"list\":[1,{\"deep\":2},null],"
                + "\"{% key %}\":true,\"path.$\":\"$.x\",\"blank\":\" {% 1 %} \"}");
  }

  @Test
  void a_value_without_expressions_is_handed_out_as_it_is() {
    JsonNode literal = Json.parse("{\"a\": [1, \"x\"]}");

    JsonataTemplate template = JsonataTemplate.compile("Output", literal, INPUT_AND_CONTEXT);

    assertThat(template.evaluate(order())).isSameAs(literal);
    assertThat(template.variables()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{% 1", "{%", "1 %}", "{%}"})
  void half_open_delimiters_are_refused(String text) {
    assertThat(refusal("{\"a\": [\"" + text + "\"]}"))
        .satisfies(
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.INVALID_JSONATA_EXPRESSION);
              assertThat(e.pointer()).isEqualTo("/a/0");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"{% $nope %}\"                    | Output",
        "{\"v\": \"{% $nope %}\"}           | Output/v",
        "{\"values\": [\"{% $nope %}\"]}    | Output/values[0]",
        "[1, {\"a\": [2, \"{% $nope %}\"]}] | Output[1]/a[1]"
      })
  void an_undefined_result_fails_with_its_place(String json, String location) {
    EvaluationException e = failureOf(template(json, INPUT_AND_CONTEXT), order());

    assertThat(e.error()).isEqualTo("States.QueryEvaluationError");
    assertThat(e.location()).contains(location);
    assertThat(e.causeText())
        .isEqualTo(
            "The JSONata expression '$nope' specified for the field '%s' returned nothing"
                    .formatted(location)
                + " (undefined).");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "NUMBER          | 'x'       | Expected 'number', but was 'string' for value: \"x\"",
        "ARRAY           | 1         | Expected 'array', but was 'number' for value: 1",
        "STRING          | null      | Expected 'string', but was 'null' for value: null",
        "BOOLEAN         | [1, 2]    | Expected 'boolean', but was 'array' for value: [1,2]",
        "OBJECT          | true      | Expected 'object', but was 'boolean' for value: true"
      })
  void a_result_of_another_type_fails(ResultType expected, String text, String words) {
    JsonNode field = Json.NODES.textNode("{% " + text + " %}");

    EvaluationException e =
        failureOf(JsonataTemplate.compile("Items", field, INPUT_AND_CONTEXT, expected), order());

    assertThat(e.causeText())
        .isEqualTo(
            "The JSONata expression '%s' specified for the field 'Items' returned an unexpected"
                    .formatted(text)
                + " result type. "
                + words);
    assertThat(e.location()).contains("Items");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "NUMBER          | 1",
        "STRING          | 'a'",
        "BOOLEAN         | true",
        "ARRAY           | []",
        "OBJECT          | {}",
        "ARRAY_OR_OBJECT | [1]",
        "ARRAY_OR_OBJECT | {}",
        "ANY             | null"
      })
  void a_result_of_the_right_type_passes(ResultType expected, String text) {
    JsonNode field = Json.NODES.textNode("{% " + text + " %}");

    JsonNode value =
        JsonataTemplate.compile("Items", field, INPUT_AND_CONTEXT, expected).evaluate(order());

    assertThat(value).isNotNull();
  }

  @Test
  void states_has_what_the_place_has() {
    Scope scope = TestScope.of("1").withContext("{\"c\": 2}");
    Scope done = scope.withResult(Json.parse("3"));
    Scope failed = scope.withErrorOutput(Json.parse("{\"E\": 4}"));

    assertThat(template("\"{% $states %}\"", INPUT_AND_CONTEXT).evaluate(done))
        .isEqualTo(Json.parse("{\"input\": 1, \"context\": {\"c\": 2}}"));
    assertThat(template("\"{% $states %}\"", WITH_RESULT).evaluate(done))
        .isEqualTo(Json.parse("{\"input\": 1, \"context\": {\"c\": 2}, \"result\": 3}"));
    assertThat(template("\"{% $states.errorOutput.E + 1 %}\"", WITH_ERROR_OUTPUT).evaluate(failed))
        .isEqualTo(Json.parse("5"));
  }

  @Test
  void the_variables_that_a_field_reads_are_known() {
    JsonataTemplate template =
        template(
            """
            {"a": "{% $x + $count($list) %}",
             "b": "{% ($own := $y; $map($list, function($item) { $item + $own + $z })) %}",
             "c": "{% $states.input.(price * $rate) %}",
             "d": "{% ($fact := function($n) { $n < 2 ? 1 : $n * $fact($n - 1) }; $fact(3)) %}"}
            """,
            INPUT_AND_CONTEXT);

    assertThat(template.variables()).containsExactlyInAnyOrder("x", "list", "y", "z", "rate");
  }

  @Test
  void a_variable_hides_a_function_of_its_name() {
    Scope scope = TestScope.of("1").withVariable("count", "7");

    assertThat(expression("$count + 1").evaluate(scope)).isEqualTo(Json.parse("8"));
  }

  @Test
  void a_null_variable_is_null_and_a_missing_one_is_undefined() {
    Scope scope = TestScope.of("1").withVariable("nul", "null");

    assertThat(expression("$nul").evaluate(scope)).isEqualTo(Json.parse("null"));
    assertThat(expression("[$exists($nul), $exists($gone)]").evaluate(scope))
        .isEqualTo(Json.parse("[true, false]"));
  }
}
