package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.SentJson;
import io.stepunit.internal.teststate.TestStateResponse;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The answer of TestState, whose data are JSON text. */
final class StateTestAnswer {
  /** What of the inspection data is no text. */
  private static final Set<String> NO_TEXT =
      Set.of(
          "errorDetails", "maxConcurrency", "toleratedFailureCount", "toleratedFailurePercentage");

  /** As measured, AWS writes these as lists of JSON texts. */
  private static final Set<String> LISTS =
      Set.of("afterItemsPath", "afterItemSelector", "afterItemBatcher");

  private StateTestAnswer() {}

  static ObjectNode of(TestStateResponse response) {
    ObjectNode answer = Json.NODES.objectNode();
    response.left().ifPresent(left -> answer.put("output", SentJson.text(left.output())));
    response
        .failure()
        .ifPresent(
            failure -> {
              failure.error().ifPresent(name -> answer.put("error", name));
              failure.cause().ifPresent(text -> answer.put("cause", text));
            });
    if (!response.inspectionData().isEmpty()) {
      ObjectNode inspection = answer.putObject("inspectionData");
      response
          .inspectionData()
          .properties()
          .forEach(step -> inspection.set(step.getKey(), shown(step.getKey(), step.getValue())));
    }
    response
        .left()
        .flatMap(TestStateResponse.Left::next)
        .ifPresent(name -> answer.put("nextState", name));
    return answer.put("status", response.status().name());
  }

  private static JsonNode shown(String step, JsonNode value) {
    if (NO_TEXT.contains(step)) {
      return value;
    }
    return Json.NODES.textNode(LISTS.contains(step) ? list(value) : SentJson.text(value));
  }

  private static String list(JsonNode items) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(Json::text)
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
