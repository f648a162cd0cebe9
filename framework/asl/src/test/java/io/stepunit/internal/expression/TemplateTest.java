package io.stepunit.internal.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  private final TestScope scope = TestScope.of("{\"id\": 7, \"tags\": [\"x\", \"y\"]}");

  @Test
  void keys_that_end_in_dot_dollar_are_computed_at_any_depth_and_follow_the_others() {
    Expr template =
        Expressions.template(
            Json.parse(
                """
                {"first": 1,
                 "id.$": "$.id",
                 "deep": {"list": [{"tag.$": "$.tags[0]"}, "$.id", 3]},
                 "count.$": "States.ArrayLength($.tags)"}\
                """));

    JsonNode value = template.evaluate(scope);

    assertThat(value)
        .hasToString(
            "{\"first\":1,\"deep\":{\"list\":[{\"tag\":\"x\"},\"$.id\",3]},\"count\":2,\"id\":7}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Names in the order of a template, each followed by * if it is computed.
        "index* item*                              | item index",
        "execution* state* attempt* input*         | execution input state attempt",
        "n* parentState*                           | n parentState",
        "FunctionName Payload* InvocationType      | FunctionName InvocationType Payload",
        "source TaskToken* Payload*                | source TaskToken Payload",
        "child input* nullable                     | child nullable input",
        "index* key* parentBefore* before after* object* | before index after key parentBefore object",
        "index* value* source* parentId*           | index source value parentId",
        "QueueUrl MessageBody DelaySeconds         | QueueUrl MessageBody DelaySeconds",
        "execution* state* machine* nested* array* partition* contains* range* unique* json* encoded* decoded* hash* split* merge* serialized* | execution range nested contains partition split array machine unique merge json decoded state hash encoded serialized"
      })
  void names_stand_in_the_order_that_was_measured(String written, String measured) {
    ObjectNode template = Json.NODES.objectNode();
    for (String name : written.split(" ")) {
      if (name.endsWith("*")) {
        template.put(name.replace("*", ".$"), "$.id");
      } else {
        template.put(name, 1);
      }
    }

    JsonNode value = Expressions.template(template).evaluate(scope);

    assertThat(value.fieldNames()).toIterable().containsExactly(measured.split(" "));
  }

  @Test
  void literal_parts_are_shared_and_not_copied() {
    JsonNode template = Json.parse("{\"big\": {\"a\": [1, 2]}, \"id.$\": \"$.id\"}");

    JsonNode value = Expressions.template(template).evaluate(scope);

    assertThat(value.get("big")).isSameAs(template.get("big"));
  }

  @Test
  void a_template_without_an_expression_is_its_own_value() {
    JsonNode template = Json.parse("{\"a\": [{\"b\": \"$.id\"}]}");

    assertThat(Expressions.template(template).evaluate(scope)).isSameAs(template);
  }

  @Test
  void evaluating_twice_gives_two_values() {
    Expr template = Expressions.template(Json.parse("[{\"id.$\": \"$.id\"}]"));

    JsonNode first = template.evaluate(scope);

    assertThat(template.evaluate(scope)).isEqualTo(first).isNotSameAs(first);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\": [0, {\"k.$\": \"nope\"}]}           | /a/1/k.$   | found 'nope'",
        "{\"x/y\": {\"~.$\": \"$.\"}}                | /x~1y/~0.$ | found '$.'",
        "{\"k.$\": \"States.Fromat('{}', 1)\"}       | /k.$       | did you mean States.Format?"
      })
  void a_value_that_is_no_expression_is_refused_with_its_place(
      String template, String pointer, String detail) {
    assertThatThrownBy(() -> Expressions.template(Json.parse(template)))
        .isInstanceOfSatisfying(
            ExpressionSyntaxException.class,
            e -> {
              assertThat(e.pointer()).isEqualTo(pointer);
              assertThat(e.detail()).contains(detail);
              assertThat(e.problem())
                  .endsWith("must be a valid JSONPath or a valid intrinsic function call");
            });
  }

  @Test
  void a_value_that_is_no_text_is_refused_with_its_type() {
    assertThatThrownBy(() -> Expressions.template(Json.parse("{\"a\": {\"k.$\": 1}}")))
        .isInstanceOfSatisfying(
            ExpressionSyntaxException.class,
            e -> {
              assertThat(e.pointer()).isEqualTo("/a/k.$");
              assertThat(e.problem())
                  .isEqualTo(
                      "The value for the field 'k.$' must be a STRING that contains a JSONPath but was a NUMBER");
            });
  }

  @Test
  void the_same_field_as_literal_and_as_expression_is_refused() {
    assertThatThrownBy(
            () -> Expressions.template(Json.parse("{\"in\": {\"a\": 1, \"a.$\": \"$.id\"}}")))
        .isInstanceOf(ExpressionSyntaxException.class)
        .hasMessage(
            "The field 'a' appears twice: 'a' and 'a.$' are the same field of the result; keep"
                + " one")
        .satisfies(e -> assertThat(((ExpressionSyntaxException) e).pointer()).isEqualTo("/in/a.$"));
  }

  @Test
  void a_failure_names_the_key_alone() {
    Expr template = Expressions.template(Json.parse("{\"a\": {\"b.$\": \"$.nope\"}}"));

    assertThatThrownBy(() -> template.evaluate(TestScope.of("{\"x\":\"a\"}")))
        .hasMessage(
            "The JSONPath '$.nope' specified for the field 'b.$' could not be found in the input"
                + " '{\"x\":\"a\"}'");
  }
}
