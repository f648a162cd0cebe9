package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.json.Json;
import java.util.Map;

/** A definition that AWS was asked about: the same answer or refusal, to the letter. */
final class ValidationCase {
  /** The recordings have the word in place of the ARN of an activity that the test had made. */
  private static final String ACTIVITY = "\"activity_arn\"";

  private static final String ACTIVITY_ARN =
      "\"arn:aws:states:us-east-1:111111111111:activity:recorded\"";

  private final String definition;
  private final String type;
  private final JsonNode expected;

  ValidationCase(JsonNode json) {
    JsonNode given = json.get("definition");
    this.definition =
        given.isTextual() ? given.textValue() : Json.text(given).replace(ACTIVITY, ACTIVITY_ARN);
    this.type = json.path("type").asText("STANDARD");
    this.expected = json.path("expected");
  }

  /** What differs, empty if nothing does. */
  String problems() {
    return expected.has("exception")
        ? refusal(expected.get("exception"))
        : answer(expected.get("response"));
  }

  private String answer(JsonNode recorded) {
    JsonNode found =
        StepFunctionsEnvironment.create()
            .api()
            .call("ValidateStateMachineDefinition", Map.of("definition", definition, "type", type));
    return Json.sameValue(recorded, found) ? "" : "recorded: " + recorded + "\nfound: " + found;
  }

  private String refusal(JsonNode exception) {
    String message =
        exception.has("Error")
            ? exception.path("Error").path("Message").asText()
            : exception.path("exception_value").asText();
    try {
      StepFunctionsEnvironment.create().define("recorded", definition, WorkflowType.valueOf(type));
      return "recorded: " + message + "\nfound: nothing to object to";
    } catch (InvalidDefinitionException e) {
      return message.endsWith(e.serviceMessage())
          ? ""
          : "recorded: " + message + "\nfound: " + e.serviceMessage();
    }
  }
}
