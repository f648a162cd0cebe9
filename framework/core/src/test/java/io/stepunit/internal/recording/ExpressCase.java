package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.RunningExecution;
import io.stepunit.SyncExecution;
import io.stepunit.TestStateMachine;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.LogLevel;
import io.stepunit.internal.json.Json;
import io.stepunit.recording.Comparison;
import io.stepunit.recording.Difference;
import io.stepunit.recording.Difference.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One recorded execution of an Express machine: runs it again and compares what StartSyncExecution
 * answered, or the last record of its log and what could not be asked of it.
 */
final class ExpressCase {
  private final JsonNode json;
  private final JsonNode expected;

  ExpressCase(JsonNode json) {
    this.json = json;
    this.expected = json.path("expected");
  }

  /** What differs in StartSyncExecution's answer, empty if nothing does. */
  String ofSync() {
    TestStateMachine machine = machine();
    if (expected.path("output").has("Error")) {
      mockFailure(machine);
    }
    SyncExecution answer = machine.startSync(json.path("input"));
    return compare("response", expected.path("response"), answer.response());
  }

  /** What differs in the log's last record and in the refusals, empty if nothing does. */
  String ofAsync() {
    RunningExecution running = machine().start(json.path("input"));
    String refusal = stop(running);
    JsonNode log = running.finish().log(LogLevel.ALL, true);
    return refusal + compare("endEvent", expected.path("endEvent"), log.get(log.size() - 1));
  }

  private String stop(RunningExecution running) {
    JsonNode refusal = expected.path("other").path("stop_execution_error").path("Error");
    String recorded = refusal.path("Code").asText() + ": " + refusal.path("Message").asText();
    try {
      running.stop();
      return "not refused, recorded: " + recorded;
    } catch (StepFunctionsException e) {
      return recorded.equals(e.getMessage())
          ? ""
          : "refused otherwise:\n  recorded: "
              + recorded
              + "\n  replayed: "
              + e.getMessage()
              + "\n";
    }
  }

  private TestStateMachine machine() {
    return CaseRecording.of(json)
        .environment()
        .build()
        .define("recorded", Json.text(json.get("definition")), WorkflowType.EXPRESS);
  }

  /**
   * An Express execution has no history that would tell what its Task did. A caught failure stands
   * in the output; how long it took, in the bill.
   */
  private void mockFailure(TestStateMachine machine) {
    JsonNode output = expected.path("output");
    JsonNode billed =
        expected.path("response").path("billingDetails").path("billedDurationInMilliseconds");
    machine
        .mockResource("*")
        .fails(output.path("Error").asText(), output.path("Cause").asText())
        .taking(Duration.ofMillis(billed.asLong()));
  }

  private String compare(String root, JsonNode recorded, JsonNode found) {
    List<Difference> differences = new ArrayList<>();
    ValueComparison values =
        new ValueComparison(
            new Placeholders(List.of("sfn_role_arn"), List.of(), List.of()),
            ReplacedPaths.of(json.path("replacedInRecording")));
    values.compare(
        List.of(root),
        recorded,
        found,
        (field, before, after) ->
            differences.add(Differences.ofExecution(Level.ANSWER, field, before, after)));
    return differences.isEmpty() ? "" : new Comparison(differences).report();
  }
}
