package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.MockValidation;
import io.stepunit.StateTester;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.recording.Comparison;
import io.stepunit.recording.Difference;
import io.stepunit.recording.Difference.Level;
import io.stepunit.teststate.TestStateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    } catch (TestStateException e) {
      return refusal(e.error(), e.serviceMessage());
    } catch (InvalidDefinitionException e) {
      return refusal("InvalidDefinition", e.serviceMessage());
    }
  }

  private JsonNode answer() {
    StateTester tester =
        new StateTestRequest(
                json.get("definition"), Optional.ofNullable(json.get("input")), request)
            .in(StepFunctionsEnvironment.builder().account("111111111111").build());
    boolean real = request.path("mock").isMissingNode() && isTask();
    return (real ? calledForReal(tester) : tester).test().toJson();
  }

  private boolean isTask() {
    return json.path("definition").path("Type").asText().equals("Task");
  }

  /** Where AWS called the service itself, the recording tells what the service answered. */
  private StateTester calledForReal(StateTester tester) {
    JsonNode response = expected.path("response");
    JsonNode inspected = response.path("inspectionData").path("result");
    return tester
        .mockResult(inspected.isMissingNode() ? response.path("output") : inspected)
        .validation(MockValidation.NONE);
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
