package io.stepunit.internal.expression.jsonata;

import static io.stepunit.internal.expression.jsonata.Evaluations.expression;
import static io.stepunit.internal.expression.jsonata.Evaluations.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.expression.TestScope;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.PlainLevels;
import io.stepunit.internal.json.SentJson;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a result is the very value that the data has, and how often it is looked at. */
class ResultsTest {
  @Test
  void only_the_way_to_a_number_that_changes_is_copied() {
    JsonNode input = Json.parse("{\"a\": {\"b\": [1, 1.50]}, \"c\": {\"d\": [true]}, \"e\": [2]}");

    JsonNode result = expression("$states.input").evaluate(TestScope.of(input));

    assertThat(Json.text(result))
        .isEqualTo("{\"a\":{\"b\":[1,1.5]},\"c\":{\"d\":[true]},\"e\":[2]}");
    assertThat(result.get("c")).isSameAs(input.get("c"));
    assertThat(result.get("e")).isSameAs(input.get("e"));
    assertThat(Json.text(input.get("a"))).isEqualTo("{\"b\":[1,1.50]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"n\": [1.50, 2]}",
        "[[2, 1.50], {\"n\": 1.50}]",
        "{\"n\": 123456789012345678901234567890}"
      })
  void numbers_that_are_not_jsonata_s_change_each_time(String json) {
    JsonNode input = Json.parse(json);
    String text = Json.text(input);

    JsonNode first = expression("$states.input").evaluate(TestScope.of(input));
    JsonNode second = expression("$states.input").evaluate(TestScope.of(input));

    assertThat(Json.text(first)).isNotEqualTo(text).isEqualTo(Json.text(second));
    assertThat(Json.text(input)).isEqualTo(text);
  }

  @Test
  void what_is_plain_is_looked_at_once() {
    JsonNode input = Json.parse("{\"a\": [{\"b\": 1}, [\"x\"]], \"c\": null}");

    JsonNode result = expression("$states.input").evaluate(TestScope.of(input));

    assertThat(result).isSameAs(input);
    assertThat(PlainLevels.of(input)).isEqualTo(3);
    assertThat(PlainLevels.of(input.get("a"))).isEqualTo(2);
    assertThat(PlainLevels.of(input.get("a").get(1))).isEqualTo(1);
  }

  @Test
  void what_an_expression_makes_is_plain_to_the_next_one() {
    JsonNode input = Json.parse("{\"items\": [{\"p\": 1.50}, {\"p\": 2}]}");

    JsonNode made =
        expression(
                "{'all': items.{'half': p / 2, 'p': p}, 'names': ['a', 'b'].$}"
                    .replace("items", "$states.input.items"))
            .evaluate(TestScope.of(input));
    JsonNode next = expression("$states.input.all[half < 1]").evaluate(TestScope.of(made));

    assertThat(PlainLevels.of(made)).isEqualTo(3);
    assertThat(next).isSameAs(made.get("all").get(0));
    assertThat(Json.text(next)).isEqualTo("{\"half\":0.75,\"p\":1.5}");
  }

  @Test
  void the_trees_of_others_are_looked_at_each_time() {
    ObjectNode foreign = new ObjectMapper().createObjectNode().put("n", 1);
    JsonNode first = Results.json(foreign);
    foreign.put("n", new BigInteger("123456789012345678901234567890"));

    JsonNode second = Results.json(foreign);

    assertThat(first).isSameAs(foreign);
    assertThat(PlainLevels.of(foreign)).isZero();
    assertThat(second.get("n").isDouble()).isTrue();
    assertThat(foreign.get("n").isBigInteger()).isTrue();
  }

  @Test
  void the_text_that_an_input_was_sent_as_is_forgotten_and_its_parts_are_shared() {
    String text = "{ \"a\": {\"b\": 1}, \"n\": 1.50 }";
    JsonNode sent = SentJson.of(Json.parse(text), text);

    JsonNode result = expression("$states.input").evaluate(TestScope.of(sent));

    assertThat(SentJson.text(result)).isEqualTo("{\"a\":{\"b\":1},\"n\":1.5}");
    assertThat(result.get("a")).isSameAs(sent.get("a"));
    assertThat(SentJson.text(sent)).isEqualTo(text);
    assertThat(sent.get("n").isBigDecimal()).isTrue();
  }

  @Test
  void levels_count_together_whether_they_are_known_or_new() {
    JsonNode known = nested(600, Json.NODES.numberNode(1));

    assertThat(Results.json(known)).isSameAs(known);
    assertThat(PlainLevels.of(known)).isEqualTo(600);
    assertThat(PlainLevels.of(Results.json(nested(400, known)))).isEqualTo(1000);
    assertThatThrownBy(() -> Results.json(nested(401, known)))
        .isInstanceOf(EvaluationFailure.class)
        .hasMessage("returned an unsupported result type.");
  }

  @Test
  void a_function_behind_a_number_that_changes_is_found() {
    TestScope scope = TestScope.of("{\"n\": 1.50}");

    assertThat(failureOf(expression("[$states.input.n, [$sum]]"), scope).causeText())
        .endsWith("returned an unsupported result type.");
    assertThat(failureOf(expression("{'n': $states.input.n, 'f': $sum}"), scope).causeText())
        .endsWith("returned an unsupported result type.");
  }

  private static JsonNode nested(int levels, JsonNode inner) {
    JsonNode tree = inner;
    for (int i = 0; i < levels; i++) {
      ArrayNode around = Json.NODES.arrayNode(1);
      around.add(tree);
      tree = around;
    }
    return tree;
  }
}
