package io.stepunit.internal.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.awsmodel.Shape;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.Resource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlausibleValueTest {
  private static final Shape.Structure PUT_ITEM =
      Requests.of(Resource.parse("arn:aws:states:::aws-sdk:dynamodb:putItem")).orElseThrow();

  private static JsonNode json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }

  @Test
  void a_request_has_no_fields_that_the_service_does_not_know() {
    String given = "{'TableName': 'orders', 'Item': {'id': {'S': 'A-1', 'X': 1}}, 'Other': 1}";

    assertThat(PlausibleValue.REQUEST.like(PUT_ITEM, json(given)))
        .isEqualTo(json("{'TableName': 'orders', 'Item': {'id': {'S': 'A-1'}}}"));
  }

  @Test
  void an_answer_keeps_them() {
    assertThat(PlausibleValue.ANSWER.like(PUT_ITEM, json("{'Other': 1}")).path("Other"))
        .isEqualTo(Json.NODES.numberNode(1));
  }

  @Test
  void a_request_has_what_is_required() {
    assertThat(PlausibleValue.REQUEST.like(PUT_ITEM, Json.NODES.objectNode()))
        .isEqualTo(json("{'TableName': 'TableName', 'Item': {}}"));
  }

  @Test
  void a_request_has_an_item_where_the_service_takes_an_array() {
    Shape names = new Shape.Items(() -> Shape.Text.ANY);

    assertThat(PlausibleValue.REQUEST.like(names, Json.NODES.textNode("A"), "Names"))
        .isEqualTo(Json.NODES.arrayNode().add("A"));
    assertThat(PlausibleValue.ANSWER.like(names, Json.NODES.textNode("A"), "Names"))
        .isEqualTo(Json.NODES.arrayNode());
  }

  @Test
  void whole_numbers_of_a_request_have_no_fraction() {
    Shape count = Shape.Numeric.any(Shape.Numeric.Kind.INTEGER);

    assertThat(PlausibleValue.REQUEST.like(count, Json.NODES.numberNode(1.5), "Count"))
        .isEqualTo(Json.NODES.numberNode(1));
  }

  @Test
  void an_object_is_sent_as_a_text() {
    assertThat(
            PlausibleValue.REQUEST.like(
                Shape.Structure.of(Map.of("Detail", () -> Shape.Text.ANY), List.of()),
                json("{'Detail': {'id': 1}}")))
        .isEqualTo(json("{'Detail': {'id': 1}}"));
  }
}
