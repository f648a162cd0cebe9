package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.Set;

/**
 * Compares an answer of TestState with a short one, whose {@code inspection} lists the members of
 * the inspection data, some with their values, or gives the values of some.
 */
final class InspectedAnswer {
  private static final Set<String> KNOWN =
      Set.of(
          "status", "output", "nextState", "error", "cause", "errorDetails", "inspection", "note");

  private final CaseWorld world;
  private final ValueMatch values;

  InspectedAnswer(CaseWorld world) {
    this.world = world;
    this.values = world.values().with(ValueMatch.Extent.MEMBERS_GIVEN);
  }

  void compare(JsonNode measured, JsonNode found) {
    UnknownFormException.requireKnown("The answer", measured, KNOWN);
    ObjectNode members = measured.deepCopy();
    members.remove("note");
    JsonNode inspection = members.remove("inspection");
    JsonNode data = found.path("inspectionData");
    if (members.has("errorDetails")) {
      values.compare(
          "inspectionData.errorDetails", members.remove("errorDetails"), data.path("errorDetails"));
    }
    values.compare("answer", members, found);
    if (inspection instanceof ArrayNode names) {
      listed(names, data);
    } else if (inspection != null) {
      values.compare("inspectionData", inspection, data);
    }
  }

  /** {@code maxConcurrency 0} and {@code errorDetails.catchIndex 0} tell a value, too. */
  private void listed(ArrayNode inspection, JsonNode data) {
    ArrayNode names = Json.NODES.arrayNode();
    for (JsonNode entry : inspection) {
      String[] parts = entry.textValue().split(" ", 2);
      String[] path = parts[0].split("\\.");
      names.add(path[0]);
      if (parts.length == 2) {
        JsonNode value = data;
        for (String name : path) {
          value = value.path(name);
        }
        String text = value.isTextual() ? value.textValue() : Json.text(value);
        values.compare(
            "inspectionData." + parts[0], Json.NODES.textNode(parts[1]), Json.NODES.textNode(text));
      }
    }
    world
        .values()
        .with(ValueMatch.Extent.EXACT_IN_ANY_ORDER)
        .compare("inspectionData's members", names, Members.of(data));
  }
}
