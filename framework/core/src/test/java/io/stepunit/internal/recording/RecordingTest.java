package io.stepunit.internal.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.Recording;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.recording.Comparison;
import io.stepunit.recording.Difference;
import io.stepunit.recording.Difference.Level;
import io.stepunit.recording.RecordingException;
import io.stepunit.recording.Replay;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordingTest {
  private static final String CHARGE =
      """
      {"StartAt": "Check", "States": {
        "Check": {"Type": "Pass", "Result": {"ok": true}, "ResultPath": "$.check", "Next": "Charge"},
        "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
          "Parameters": {"FunctionName": "charge", "Payload.$": "$"},
          "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 2}],
          "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Refused"}],
          "End": true},
        "Refused": {"Type": "Pass", "End": true}}}
      """;
  private static final String ATTEMPTS =
      """
      {"Charge": [{"error": "Busy", "cause": "503"}, {"error": "Refused", "cause": "no money"}]}
      """;
  private static final String LINES =
      """
      {"StartAt": "Lines", "States": {"Lines": {"Type": "Map", "ItemProcessor": {
        "StartAt": "Pick", "States": {"Pick": {"Type": "Task",
          "Resource": "arn:aws:states:::sqs:sendMessage", "End": true}}}, "End": true}}}
      """;
  private static final String PICKED =
      """
      {"Pick": [{"return": "a", "iteration": 0}, {"return": "b", "iteration": 1}]}
      """;

  private final RecordedMachine charge = RecordedMachine.of(CHARGE, "{\"amount\": 12}", ATTEMPTS);
  private final RecordedMachine lines = RecordedMachine.of(LINES, "[1, 2]", PICKED);

  @Test
  void replays_each_attempt_of_each_task_from_the_history_alone() {
    assertThat(charge.replayed().report()).isEqualTo("The replay went exactly as recorded.");
    assertThat(lines.replayed().differences()).isEmpty();
  }

  @Test
  void tells_the_iterations_of_a_map_in_a_branch_apart() {
    RecordedMachine branches =
        RecordedMachine.of(
            """
            {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
              {"StartAt": "Rest", "States": {"Rest": {"Type": "Wait", "Seconds": 1, "End": true}}},
              {"StartAt": "Lines", "States": {"Lines": {"Type": "Map", "End": true,
                "ItemProcessor": {"StartAt": "Pick", "States": {"Pick": {"Type": "Task",
                  "Resource": "arn:aws:states:::sqs:sendMessage", "End": true}}}}}}]}}}
            """,
            "[1, 2]",
            PICKED);

    assertThat(branches.replayed().report()).isEqualTo("The replay went exactly as recorded.");
  }

  @Test
  void compares_the_ids_that_causes_tell_by_the_event_that_they_mean() {
    String definition =
        """
        {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
          {"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": 5, "End": true}}},
          {"StartAt": "B", "States": {"B": {"Type": "%s",%s "End": true}}}]}}}
        """;
    String fails = definition.formatted("Wait", " \"SecondsPath\": \"$.nope\",");
    List<JsonNode> events = RecordedMachine.of(fails, "{}", "{}").events();
    ObjectNode first = (ObjectNode) events.get(3);
    ObjectNode second = (ObjectNode) events.get(4);
    first.put("id", 5);
    second.put("id", 4);
    Collections.swap(events, 3, 4);
    ObjectNode failed = (ObjectNode) events.get(5);
    failed.put("previousEventId", 4);
    ObjectNode details = (ObjectNode) failed.get("executionFailedEventDetails");
    String cause = details.get("cause").asText();
    assertThat(cause).contains("'B' (entered at the event id #5)");

    Comparison same = replayed(events, details, cause.replace("#5", "#4"), fails);
    Comparison other = replayed(events, details, cause.replace("#5", "#2"), fails);

    assertThat(same.report()).isEqualTo("The replay went exactly as recorded.");
    assertThat(other.differences()).extracting(Difference::level).contains(Level.CAUSE);
  }

  private static Comparison replayed(
      List<JsonNode> events, ObjectNode failure, String cause, String definition) {
    failure.put("cause", cause);
    return Recording.ofHistory("h.json", "{\"events\": " + events + "}")
        .replay(definition)
        .comparison();
  }

  /** An activity that is taken after 60 s, with heartbeats, and ends after so many seconds. */
  private static Replay activity(String end, int endsAfter, String heartbeatCatcher) {
    String definition =
        """
        {"StartAt": "T", "States": {
          "T": {"Type": "Task", "Resource": "arn:aws:states:us-east-1:444455556666:activity:a",
            "HeartbeatSeconds": 10, "TimeoutSeconds": 40, "End": true,
            "Catch": [{"ErrorEquals": ["%s"], "Next": "C"}]},
          "C": {"Type": "Fail", "Error": "Caught"}}}
        """
            .formatted(heartbeatCatcher);
    String history =
        """
        {"events": [
          {"id": 1, "previousEventId": 0, "type": "ExecutionStarted",
            "timestamp": "2026-03-01T10:00:00Z",
            "executionStartedEventDetails": {"input": "{}"}},
          {"id": 2, "previousEventId": 0, "type": "TaskStateEntered",
            "timestamp": "2026-03-01T10:00:00Z",
            "stateEnteredEventDetails": {"name": "T", "input": "{}"}},
          {"id": 3, "previousEventId": 2, "type": "ActivityScheduled",
            "timestamp": "2026-03-01T10:00:00Z", "activityScheduledEventDetails": {
              "resource": "arn:aws:states:us-east-1:444455556666:activity:a", "input": "{}",
              "timeoutInSeconds": 40, "heartbeatInSeconds": 10}},
          {"id": 4, "previousEventId": 3, "type": "ActivityStarted",
            "timestamp": "2026-03-01T10:01:00Z", "activityStartedEventDetails": {}},
          {"id": 5, "previousEventId": 4, "timestamp": "2026-03-01T10:01:%s.012Z", %s},
          {"id": 6, "previousEventId": 5, "timestamp": "2026-03-01T10:02:00Z",
            "type": "ExecutionFailed", "executionFailedEventDetails": {}}]}
        """
            .formatted(endsAfter, end);
    return Recording.ofHistory("h.json", history).replay(definition);
  }

  @Test
  void an_attempt_that_went_on_longer_than_its_heartbeat_gap_had_heartbeats() {
    String succeeded =
        "\"type\": \"ActivitySucceeded\", \"activitySucceededEventDetails\": {\"output\": \"{}\"}";

    Replay replay = activity(succeeded, 39, "States.ALL");

    assertThat(replay.execution().error()).isEmpty();
    assertThat(replay.execution().duration()).isEqualTo(java.time.Duration.ofMillis(39_012));
  }

  @Test
  void a_missed_heartbeat_is_told_from_a_timeout_by_its_time() {
    String timedOut =
        "\"type\": \"ActivityTimedOut\","
            + " \"activityTimedOutEventDetails\": {\"error\": \"States.Timeout\"}";

    Replay heartbeat = activity(timedOut, 25, "States.HeartbeatTimeout");
    Replay timeout = activity(timedOut, 41, "States.HeartbeatTimeout");

    assertThat(heartbeat.execution().error()).contains("Caught");
    assertThat(heartbeat.execution().duration()).isEqualTo(java.time.Duration.ofMillis(25_012));
    assertThat(timeout.execution().error()).contains("States.Timeout");
    assertThat(timeout.execution().duration()).isEqualTo(java.time.Duration.ofSeconds(40));
  }

  @Test
  void compares_what_there_is_of_an_execution_that_still_ran() {
    String definition =
        """
        {"StartAt": "Rest", "States": {
          "Rest": {"Type": "Wait", "Seconds": 60, "Next": "Both"},
          "Both": {"Type": "Parallel", "End": true, "Branches": [
            {"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": 60, "End": true}}},
            {"StartAt": "B", "States": {"B": {"Type": "Wait", "Seconds": 90, "End": true}}}]}}}
        """;
    RecordedMachine whole = RecordedMachine.of(definition, "{}", "{}");
    RecordedMachine running = whole.changed(events -> events.subList(7, events.size()).clear());

    Comparison same = running.replayed();
    Comparison other =
        running.withDefinition(definition.replace("60, \"Next\"", "62, \"Next\"")).replayed();

    assertThat(running.events()).hasSize(7);
    assertThat(same.report()).isEqualTo("The replay went exactly as recorded.");
    assertThat(other.firstEvent().orElseThrow().label()).isEqualTo("WaitStateExited Rest");
  }

  @Test
  void leaves_open_what_came_after_the_end_of_an_unfinished_recording() {
    RecordedMachine unfinished = charge.changed(events -> events.subList(7, events.size()).clear());
    RecordedMachine other =
        unfinished.withDefinition(CHARGE.replace("{\"ok\": true}", "{\"ok\": false}"));

    assertThat(unfinished.replayed().report()).isEqualTo("The replay went exactly as recorded.");
    assertThat(other.replayed().firstEvent().orElseThrow().event()).hasValue(3);
  }

  @Test
  void refuses_a_history_without_its_data() {
    String bare =
        "{\"events\": [{\"id\": 1, \"previousEventId\": 0, \"type\": \"ExecutionStarted\","
            + " \"executionStartedEventDetails\": {}}]}";

    assertThatThrownBy(() -> Recording.ofHistory("h.json", bare))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("h.json has no input at /events/0")
        .hasMessageContaining("--no-include-execution-data");
  }

  @Test
  void replays_a_timeout_of_the_machine_which_has_neither_error_nor_cause() {
    RecordedMachine late =
        RecordedMachine.of(
            """
            {"TimeoutSeconds": 5, "StartAt": "W", "States": {
              "W": {"Type": "Wait", "Seconds": 25, "End": true}}}
            """,
            "{}",
            "{}");

    assertThat(late.replayed().report()).isEqualTo("The replay went exactly as recorded.");
  }

  @Test
  void takes_account_region_and_time_from_the_history() {
    String history =
        """
        {"events": [
          {"id": 1, "previousEventId": 0, "type": "ExecutionStarted",
            "timestamp": "2026-03-01T10:00:00+01:00",
            "executionStartedEventDetails": {"input": "{}",
              "roleArn": "arn:aws:iam::444455556666:role/states"}},
          {"id": 2, "previousEventId": 0, "type": "TaskStateEntered",
            "timestamp": "2026-03-01T10:00:00+01:00",
            "stateEnteredEventDetails": {"name": "T", "input": "{}"}},
          {"id": 3, "previousEventId": 2, "type": "%sScheduled",
            "timestamp": "2026-03-01T10:00:00+01:00",
            %s}]}
        """;
    List<String> scheduled =
        List.of(
            history.formatted("Task", "\"taskScheduledEventDetails\": {\"region\": \"eu-west-1\"}"),
            history.formatted(
                "LambdaFunction",
                """
                "lambdaFunctionScheduledEventDetails":
                  {"resource": "arn:aws:lambda:eu-west-1:444455556666:function:f"}
                """));

    assertThat(scheduled)
        .allSatisfy(
            text -> {
              StepFunctionsEnvironment like =
                  Recording.ofHistory("h.json", text).environment().build();
              assertThat(like.now()).isEqualTo(java.time.Instant.parse("2026-03-01T09:00:00Z"));
              assertThat(like.define("m", CHARGE).arn())
                  .isEqualTo("arn:aws:states:eu-west-1:444455556666:stateMachine:m");
            });
  }

  @Test
  void
      recording_does_not_compare_the_names_that_the_context_object_tells_of_machine_execution_and_role() {
    String tells =
        """
        {"StartAt": "T", "States": {"T": {"Type": "Task", "End": true,
          "Resource": "arn:aws:states:::lambda:invoke",
          "Parameters": {"FunctionName": "f", "Payload": {
            "machine.$": "$$.StateMachine", "name.$": "$$.StateMachine.Name",
            "execution.$": "$$.Execution",
            "text.$": "States.Format('{} runs {}', $$.Execution.Name, $$.StateMachine.Id)"}}}}}
        """;
    TestStateMachine machine = StepFunctionsEnvironment.create().define("in-production", tells);
    machine.mock("T").returns("{}");
    String history = machine.run("{}").historyJson();

    Comparison comparison = Recording.ofHistory("h.json", history).replay(tells).comparison();

    assertThat(comparison.report()).isEqualTo("The replay went exactly as recorded.");
  }

  @Test
  void keeps_the_virtual_time_that_tasks_took() {
    RecordedMachine slow =
        charge.changed(
            events -> {
              for (int i = 5; i < events.size(); i++) {
                ((ObjectNode) events.get(i)).put("timestamp", "2026-01-01T00:00:07+00:00");
              }
            });

    Replay replay = Recording.ofHistory("slow.json", slow.text()).replay(CHARGE);

    assertThat(replay.execution().duration())
        .isGreaterThanOrEqualTo(java.time.Duration.ofSeconds(7));
  }

  @Test
  void finds_a_wrong_previous_event() {
    Comparison comparison = charge.changed(5, event -> event.put("previousEventId", 2)).replayed();

    assertThat(comparison.differences())
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.level()).isEqualTo(Level.IDS);
              assertThat(difference.event()).hasValue(5);
              assertThat(difference.expected()).isEqualTo("5 after 2");
              assertThat(difference.found()).isEqualTo("5 after 4");
            });
  }

  @Test
  void finds_a_wrong_id() {
    Comparison comparison = charge.changed(14, event -> event.put("id", 15)).replayed();

    assertThat(comparison.differences()).extracting(Difference::level).contains(Level.IDS);
  }

  @Test
  void finds_a_missing_event_and_an_additional_one() {
    Comparison missing = charge.changed(events -> events.remove(7)).replayed();
    Comparison additional =
        charge.changed(events -> events.add(7, events.get(7).deepCopy())).replayed();

    assertThat(missing.firstEvent().orElseThrow().level()).isNotEqualTo(Level.DETAILS);
    assertThat(additional.isSame()).isFalse();
  }

  @Test
  void finds_another_cause_in_an_event_and_in_the_outcome() {
    RecordedMachine failing =
        RecordedMachine.of(CHARGE.replace("States.ALL", "Other"), "{}", ATTEMPTS);
    int last = failing.events().size();

    Comparison comparison =
        failing
            .changed(
                last,
                event -> ((ObjectNode) event.get("executionFailedEventDetails")).put("cause", "?"))
            .replayed();

    assertThat(comparison.differences())
        .extracting(Difference::level)
        .containsExactly(Level.CAUSE, Level.DETAILS);
    assertThat(comparison.report()).contains("event " + last + " ExecutionFailed", "no money");
  }

  @Test
  void compares_numbers_by_value_and_keys_in_any_order() {
    RecordedMachine other =
        charge.changed(
            2,
            event ->
                ((ObjectNode) event.get("stateEnteredEventDetails"))
                    .put("input", "{\"amount\": 12.0}"));

    assertThat(other.replayed().isSame()).isTrue();
  }

  @Test
  void finds_a_different_number() {
    RecordedMachine other =
        charge.changed(
            2,
            event ->
                ((ObjectNode) event.get("stateEnteredEventDetails"))
                    .put("input", "{\"amount\":13}"));

    assertThat(other.replayed().differences())
        .singleElement()
        .hasFieldOrPropertyWithValue("field", "/stateEnteredEventDetails/input/amount")
        .hasFieldOrPropertyWithValue("expected", "13")
        .hasFieldOrPropertyWithValue("found", "12");
  }

  @Test
  void compares_concurrent_iterations_one_by_one_whatever_their_order() {
    RecordedMachine other = lines.changed(RecordingTest::exchangeIterations);

    assertThat(other.replayed().report()).isEqualTo("The replay went exactly as recorded.");
  }

  /** Writes what the two iterations do first in the other order, with the ids that this gives. */
  private static void exchangeIterations(List<JsonNode> events) {
    int first = indexOf(events, "TaskStateEntered", 0);
    int second = indexOf(events, "TaskStateEntered", first + 1);
    Collections.rotate(events.subList(first, second + 2), 2);
    Map<Long, Long> ids = new HashMap<>();
    for (int i = 0; i < events.size(); i++) {
      ids.put(events.get(i).get("id").asLong(), i + 1L);
    }
    for (JsonNode event : events) {
      ObjectNode renumbered = (ObjectNode) event;
      renumbered.put("id", ids.get(event.get("id").asLong()));
      renumbered.put(
          "previousEventId", ids.getOrDefault(event.get("previousEventId").asLong(), 0L));
    }
  }

  private static int indexOf(List<JsonNode> events, String type, int from) {
    for (int i = from; i < events.size(); i++) {
      if (events.get(i).get("type").asText().equals(type)) {
        return i;
      }
    }
    throw new AssertionError("no " + type + " in " + events);
  }

  @Test
  void finds_what_differs_within_one_iteration() {
    int at = indexOf(lines.events(), "TaskSucceeded", 0) + 1;

    Comparison comparison =
        lines
            .changed(
                at,
                event ->
                    ((ObjectNode) event.get("taskSucceededEventDetails"))
                        .put("resourceType", "sns"))
            .replayed();

    assertThat(comparison.differences())
        .singleElement()
        .hasFieldOrPropertyWithValue("level", Level.DETAILS)
        .hasFieldOrPropertyWithValue("expected", "\"sns\"");
  }

  @Test
  void finds_a_broken_chain_within_one_iteration() {
    int at = indexOf(lines.events(), "TaskScheduled", 0) + 1;

    Comparison comparison = lines.changed(at, event -> event.put("previousEventId", 3)).replayed();

    assertThat(comparison.isSame()).isFalse();
  }

  @Test
  void tells_from_which_event_on_a_changed_definition_goes_another_way() {
    RecordedMachine changed =
        charge.withDefinition(
            CHARGE
                .replace("\"Next\": \"Charge\"", "\"Next\": \"Pause\"")
                .replace(
                    "\"Refused\": {",
                    "\"Pause\": {\"Type\": \"Wait\", \"Seconds\": 1, \"Next\": \"Charge\"},"
                        + " \"Refused\": {"));

    Comparison comparison = changed.replayed();

    assertThat(comparison.firstEvent().orElseThrow().event()).hasValue(4);
    assertThat(comparison.report())
        .startsWith(
            "The replay differs from the recording from event 4 (TaskStateEntered Charge) on");
  }

  @Test
  void tells_which_attempt_a_changed_definition_asks_for_that_was_not_recorded() {
    RecordedMachine changed =
        charge.withDefinition(CHARGE.replace("\"Busy\"]", "\"Busy\", \"Refused\"]"));

    Comparison comparison = changed.replayed();

    assertThat(comparison.report())
        .contains("The recording has no attempt 3 of the Task 'Charge'", "it has 2");
  }

  @Test
  void replays_a_machine_of_a_test_without_asking_its_mocks() {
    TestStateMachine machine = StepFunctionsEnvironment.create().define("charge", CHARGE);

    Replay replay = Recording.ofHistory("history.json", charge.text()).replay(machine);

    assertThat(replay.comparison().isSame()).isTrue();
    assertThat(machine.environment().executions()).hasSize(1);
  }

  @Test
  void stops_an_execution_that_was_stopped() {
    String wait =
        """
        {"StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": 60, "End": true}}}
        """;
    String history =
        """
        {"events": [
          {"id": 1, "previousEventId": 0, "type": "ExecutionStarted",
            "timestamp": "2026-03-01T10:00:00+01:00",
            "executionStartedEventDetails": {"input": "{}", "inputDetails": {"truncated": false},
              "roleArn": "arn:aws:iam::444455556666:role/states"}},
          {"id": 2, "previousEventId": 0, "type": "WaitStateEntered",
            "timestamp": "2026-03-01T10:00:00+01:00",
            "stateEnteredEventDetails": {"name": "Wait", "input": "{}",
              "inputDetails": {"truncated": false}}},
          {"id": 3, "previousEventId": 0, "type": "ExecutionAborted",
            "timestamp": "2026-03-01T10:00:20+01:00",
            "executionAbortedEventDetails": {"error": "Manual", "cause": "probe"}}]}
        """;

    Replay replay = Recording.ofHistory("stopped.json", history).replay(wait);

    assertThat(replay.comparison().report()).isEqualTo("The replay went exactly as recorded.");
    assertThat(replay.execution().duration()).hasSeconds(20);
    assertThat(replay.execution().arn()).contains(":444455556666:");
  }

  @Test
  void says_what_is_wrong_with_a_file_that_is_no_history() {
    assertThatThrownBy(() -> Recording.ofHistory(Path.of("no-such-file.json")))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("no-such-file.json");
    assertThatThrownBy(() -> Recording.ofHistory("x.json", "{\"events\": ["))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("x.json")
        .hasMessageContaining("line 1");
    assertThatThrownBy(() -> Recording.ofHistory("x.json", "{\"events\": []}"))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("ExecutionStarted");
  }
}
