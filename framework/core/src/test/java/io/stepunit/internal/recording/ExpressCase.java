package io.stepunit.internal.recording;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.SyncExecution;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.LogLevel;
import io.stepunit.internal.json.Json;

/**
 * One recorded execution of an Express machine: runs it again and compares what StartSyncExecution
 * answered, or the last record of its log and what could not be asked of it.
 */
final class ExpressCase {
  private static final JsonPointer BILLED =
      JsonPointer.compile("/billingDetails/billedDurationInMilliseconds");

  private static final int BILLED_STEP = 100;

  private final JsonNode json;
  private final JsonNode expected;

  ExpressCase(JsonNode json) {
    this.json = json;
    this.expected = json.path("expected");
  }

  /** What differs in StartSyncExecution's answer, empty if nothing does. */
  String ofSync() {
    TestStateMachine machine = machine();
    if (!json.path("definition").findValues("Resource").isEmpty()) {
      mockFailure(machine);
    }
    SyncExecution answer = machine.startSync(json.path("input"));
    return compare("response", expected.path("response"), answer.response())
        + new OtherAnswers(json).problems();
  }

  /** What differs in the log's last record and in the refusals, empty if nothing does. */
  String ofAsync() {
    JsonNode log = machine().start(json.path("input")).finish().log(LogLevel.ALL, true);
    return compare("endEvent", expected.path("endEvent"), log.get(log.size() - 1))
        + new OtherAnswers(json).problems();
  }

  private TestStateMachine machine() {
    return CaseRecording.of(json)
        .environment()
        .build()
        .define("recorded", Json.text(json.get("definition")), WorkflowType.EXPRESS);
  }

  /**
   * An Express execution has no history that would tell what its Task did. A caught failure stands
   * in the output.
   */
  private void mockFailure(TestStateMachine machine) {
    JsonNode output = expected.path("output");
    machine.mockResource("*").fails(output.path("Error").asText(), output.path("Cause").asText());
  }

  private String compare(String root, JsonNode recorded, JsonNode found) {
    AnswerComparison answers = new AnswerComparison(json);
    answers.compare(root, recorded, withLatency(recorded, found));
    return answers.report();
  }

  /**
   * AWS bills its own time, too, which virtual time does not have: a shorter duration in the same
   * steps counts as the recorded one.
   */
  private static JsonNode withLatency(JsonNode recorded, JsonNode found) {
    long billed = recorded.at(BILLED).asLong();
    long own = found.at(BILLED).asLong();
    if (own == 0 || own > billed || own % BILLED_STEP != 0) {
      return found;
    }
    ObjectNode copy = found.deepCopy();
    ((ObjectNode) copy.at(BILLED.head()))
        .set(BILLED.last().getMatchingProperty(), recorded.at(BILLED));
    return copy;
  }
}
