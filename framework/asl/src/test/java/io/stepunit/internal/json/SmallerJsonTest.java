package io.stepunit.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class SmallerJsonTest {
  private static final JsonNode ORDER =
      Json.parse(
          """
          {"id": 7, "to": "SE", "lines": [{"sku": "a", "quantity": 3}, {"sku": "b", "quantity": 12}]}
          """);

  @Test
  void leaves_out_what_makes_no_difference() {
    JsonNode smallest = SmallerJson.of(ORDER, json -> json.has("to"));

    assertThat(smallest).isEqualTo(Json.parse("{\"to\": \"\"}"));
  }

  @Test
  void leaves_out_items_and_simplifies_values() {
    JsonNode smallest =
        SmallerJson.of(
            ORDER, json -> json.path("lines").findValuesAsText("quantity").contains("12"));

    assertThat(smallest).isEqualTo(Json.parse("{\"lines\": [{\"quantity\": 12}]}"));
  }

  @Test
  void keeps_data_of_which_every_part_counts() {
    assertThat(SmallerJson.of(ORDER, json -> false)).isEqualTo(ORDER);
  }

  @Test
  void never_changes_the_data_that_it_is_given() {
    JsonNode before = ORDER.deepCopy();

    SmallerJson.of(ORDER, json -> true);

    assertThat(ORDER).isEqualTo(before);
  }
}
