package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.json.Json;
import io.stepunit.recording.Comparison;
import io.stepunit.recording.Difference;
import io.stepunit.recording.Difference.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One recorded TestState call: makes it again and compares the answer or the refusal. */
final class TestStateCase {
  /** How the client library that recorded some refusals words them. */
  private static final Pattern REFUSAL =
      Pattern.compile("An error occurred \\((\\w+)\\) when calling the TestState operation: (.*)");

  private final JsonNode json;
  private final JsonNode request;
  private final JsonNode expected;

  TestStateCase(JsonNode json) {
    this.json = json;
    this.request = json.path("request");
    this.expected = json.path("expected");
  }

  /** What differs, empty if nothing does. */
  String problems() {
    if (!expected.has("exception")) {
      return compare(answer());
    }
    try {
      return "not refused: " + answer();
    } catch (StepFunctionsException e) {
      return refusal(e.error(), e.reason());
    }
  }

  private JsonNode answer() {
    ObjectNode call = ((ObjectNode) request).deepCopy();
    JsonNode definition = json.get("definition");
    call.put("definition", definition.isTextual() ? definition.textValue() : Json.text(definition));
    if (json.has("input")) {
      call.put("input", Json.text(json.get("input")));
    }
    if (call.has("roleArn") && !call.has("mock") && isTask()) {
      call.set("mock", answerOfTheService());
    }
    return StepFunctionsEnvironment.builder()
        .account("111111111111")
        .build()
        .api()
        .call("TestState", call);
  }

  private boolean isTask() {
    return json.path("definition").path("Type").asText().equals("Task");
  }

  /** Where AWS called the service itself, the recording tells what the service answered. */
  private ObjectNode answerOfTheService() {
    JsonNode response = expected.path("response");
    JsonNode inspected = response.path("inspectionData").path("result");
    return Json.NODES
        .objectNode()
        .put("fieldValidationMode", "NONE")
        .put("result", Json.text(inspected.isMissingNode() ? response.path("output") : inspected));
  }

  private String compare(JsonNode answer) {
    List<Difference> differences = new ArrayList<>();
    ValueComparison values =
        new ValueComparison(
            new Placeholders(List.of(), List.of(), List.of()),
            ReplacedPaths.of(json.path("replacedInRecording")));
    values.compare(
        List.of("response"),
        expected.get("response"),
        answer,
        (field, before, after) ->
            differences.add(Differences.ofExecution(Level.ANSWER, field, before, after)));
    return differences.isEmpty() ? "" : new Comparison(differences).report();
  }

  private String refusal(String error, String message) {
    JsonNode exception = expected.get("exception");
    Matcher worded = REFUSAL.matcher(exception.path("exception_value").asText());
    String code =
        worded.matches() ? worded.group(1) : exception.path("Error").path("Code").asText();
    String text =
        worded.matches() ? worded.group(2) : exception.path("Error").path("Message").asText();
    return code.equals(error) && text.equals(message)
        ? ""
        : "refused otherwise:\n  recorded: %s: %s\n  replayed: %s: %s"
            .formatted(code, text, error, message);
  }
}
