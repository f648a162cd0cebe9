package io.stepunit.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Replays;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.mock.TaskMock;
import io.stepunit.recording.ReplayedExecution.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayReportTest {
  private static final String ORDER =
      """
      {"StartAt": "Charge", "States": {
        "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
          "Parameters": {"FunctionName": "charge", "Payload": {"amount.$": "$.amount"}},
          "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 2, "MaxAttempts": 1}],
          "Catch": [{"ErrorEquals": ["Declined"], "Next": "Refund"}],
          "ResultPath": "$.charge", "Next": "Ship"},
        "Ship": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
          "Parameters": {"QueueUrl": "https://sqs.us-east-1.amazonaws.com/123456789012/q",
            "MessageBody.$": "$.amount"}, "ResultPath": null, "Next": "Done"},
        "Done": {"Type": "Pass", "Parameters": {"amount.$": "$.amount"}, "End": true},
        "Refund": {"Type": "Fail", "Error": "Refused"}}}
      """;

  @TempDir Path folder;

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  @BeforeEach
  void three_orders_and_a_refused_one() throws IOException {
    record("a.json", 10);
    record("b.json", 20, "Busy");
    record("c.json", 30);
    record("d.json", 40, "Declined");
  }

  private void record(String file, int amount, String... failures) throws IOException {
    TestStateMachine machine = env.define("order-" + file, ORDER);
    TaskMock charge = machine.mock("Charge");
    for (String failure : failures) {
      charge = charge.fails(failure).then();
    }
    charge.returnsPayload(Map.of("id", "c"));
    machine.mock("Ship").returns("{\"MessageId\": \"m\"}");
    Files.writeString(folder.resolve(file), machine.run(Map.of("amount", amount)).historyJson());
  }

  /** The order without Ship, and without Done where that does not follow either. */
  private static String afterCharge(String next) {
    String gone = next.equals("Done") ? "\"Next\": \"Done\"" : "\"End\": true";
    return ORDER
        .replaceFirst("(?s)\"Ship\": \\{.*" + gone + "\\},\\s*", "")
        .replace("\"Next\": \"Ship\"", "\"Next\": \"" + next + "\"");
  }

  private ReplayReport through(String definition) {
    return Replays.of(folder).through(definition);
  }

  private static String change(ReplayReport report) {
    return report.changes().get(0).text();
  }

  @Test
  void all_executions_are_as_recorded_through_their_own_definition() {
    ReplayReport report = through(ORDER);

    assertThat(report.isAsRecorded()).isTrue();
    assertThat(report.goesTheSameWay()).isTrue();
    assertThat(report.executions())
        .extracting(ReplayedExecution::name)
        .containsExactly("a.json", "b.json", "c.json", "d.json");
    assertThat(report.executions().get(3).replayed())
        .hasToString("FAILED with Refused")
        .isEqualTo(report.executions().get(3).recorded());
    assertThat(report.toString())
        .startsWith("4 of 4 recorded executions go the same way.\nCost of 1,000 executions: ");
  }

  @Test
  void executions_with_the_same_change_are_one_group() {
    ReplayReport report = through(afterCharge("Done"));

    assertThat(report.goesTheSameWay()).isFalse();
    assertThat(report.changes()).hasSize(1);
    assertThat(report.changes().get(0))
        .hasToString("3 executions: 'Ship' no longer comes between 'Charge' and 'Done'");
    assertThat(report.executions(Verdict.SAME))
        .extracting(ReplayedExecution::name)
        .containsExactly("d.json");
    assertThat(report.toString())
        .contains(
            "1 of 4 recorded executions goes the same way (25.0 %).\nOther path or end:\n",
            "    a.json, b.json, c.json\n");
  }

  @Test
  void the_largest_group_comes_first_and_tells_how_its_executions_end() {
    String changed = afterCharge("Refund").replace("[\"Declined\"]", "[\"Denied\"]");

    ReplayReport report = through(changed);

    assertThat(report.changes())
        .extracting(ReplayChange::toString)
        .containsExactly(
            "3 executions: 'Ship' no longer follows 'Charge': 'Refund' does",
            "1 execution: 'Refund' no longer follows 'Charge': the execution ends FAILED with"
                + " Declined");
    assertThat(report.toString())
        .contains("    3 ended SUCCEEDED, now FAILED with Refused\n    a.json, b.json, c.json");
  }

  @Test
  void a_retry_that_is_gone_is_told_of_the_executions_that_needed_it() {
    ReplayReport report = through(ORDER.replace("\"Busy\"", "\"Slow\""));

    assertThat(report.changes())
        .extracting(ReplayChange::toString)
        .containsExactly(
            "1 execution: 'Charge' is no longer tried again: the execution ends FAILED with Busy");
    assertThat(report.executions(Verdict.OTHER_PATH))
        .extracting(ReplayedExecution::name)
        .containsExactly("b.json");
  }

  @Test
  void a_shorter_timeout_shows_as_a_failure() throws IOException {
    TestStateMachine machine = env.define("slow", ORDER);
    machine.mock("Charge").returnsPayload(Map.of()).taking(Duration.ofSeconds(30));
    machine.mock("Ship").returns("{\"MessageId\": \"m\"}");
    Path slow = Files.createDirectory(folder.resolve("slow"));
    Files.writeString(slow.resolve("e.json"), machine.run(Map.of("amount", 1)).historyJson());

    ReplayReport report =
        Replays.of(slow)
            .through(ORDER.replace("\"Retry\": ", "\"TimeoutSeconds\": 10, \"Retry\": "));

    assertThat(change(report))
        .isEqualTo("'Ship' no longer follows 'Charge': 'Charge' fails with States.Timeout");
  }

  @Test
  void other_data_on_the_same_path_are_a_group_of_their_own() {
    String changed =
        ORDER.replace("\"amount.$\": \"$.amount\"}, \"End\"", "\"sum.$\": \"$.amount\"}, \"End\"");

    ReplayReport report = through(changed);

    assertThat(report.goesTheSameWay()).isTrue();
    assertThat(report.isAsRecorded()).isFalse();
    assertThat(report.changes())
        .extracting(ReplayChange::toString)
        .containsExactly("3 executions: the output of 'Done' differs at /amount");
    assertThat(report.toString())
        .contains("4 of 4 recorded executions go the same way.\nSame path, other data:\n");
  }

  @Test
  void a_request_that_changed_is_told_by_its_task() {
    ReplayReport report = through(ORDER.replace("\"charge\"", "\"charge-card\""));

    assertThat(report.changes())
        .extracting(ReplayChange::toString)
        .containsExactly(
            "4 executions: the request of 'Charge' differs at /parameters/FunctionName");
  }

  private static final String AUDITED =
      ORDER
          .replace("\"Next\": \"Ship\"", "\"Next\": \"Audit\"")
          .replace(
              "\"Ship\": {",
              """
              "Audit": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                "Parameters": {"FunctionName": "audit"}, "ResultPath": null, "Next": "Ship"},
              "Ship": {""");

  @Test
  void a_new_task_ends_the_replay_as_its_result_is_not_known() {
    ReplayReport report = through(AUDITED);

    assertThat(change(report)).isEqualTo("'Ship' no longer follows 'Charge': 'Audit' does");
    assertThat(report.executions(Verdict.OTHER_PATH).get(0).replayed().status())
        .isEqualTo(ExecutionStatus.RUNNING);
    assertThat(report.executions(Verdict.OTHER_PATH).get(0).cost()).isEmpty();
    assertThat(report.executions(Verdict.OTHER_PATH).get(0).differences().get(0).level())
        .isEqualTo(Difference.Level.UNRECORDED);
  }

  @Test
  void mocks_answer_a_new_task() {
    TestStateMachine machine = env.define("audited", AUDITED);
    machine.mock("Audit").returnsPayload(Map.of());

    ReplayReport report = Replays.of(folder).through(machine);

    assertThat(report.changes())
        .extracting(ReplayChange::toString)
        .containsExactly("3 executions: 'Audit' now comes between 'Charge' and 'Ship'");
    assertThat(report.executions(Verdict.OTHER_PATH))
        .extracting(each -> each.replayed().status())
        .containsOnly(ExecutionStatus.SUCCEEDED);
    assertThat(machine.executions()).isEmpty();
  }

  @Test
  void an_attempt_more_than_recorded_is_named() {
    ReplayReport report = through(ORDER.replace("[\"Busy\"]", "[\"Declined\"]"));

    assertThat(report.changes())
        .extracting(ReplayChange::toString)
        .containsExactly(
            "1 execution: 'Charge' is no longer tried again: the execution ends FAILED with Busy",
            "1 execution: 'Refund' no longer follows 'Charge': 'Charge' is tried again");
  }

  @Test
  void cost_is_told_before_and_after() {
    ReplayCost before = through(ORDER).costPerThousand().orElseThrow();
    ReplayCost shorter = through(afterCharge("Done")).costPerThousand().orElseThrow();

    assertThat(before.replayed()).isEqualByComparingTo(before.recorded());
    assertThat(shorter.recorded()).isEqualByComparingTo(before.recorded());
    // Transitions: 3, 4 with a retry, 3 and 2; without Ship 2, 3, 2 and 2.
    assertThat(before.recorded()).isEqualByComparingTo("0.075");
    assertThat(shorter).hasToString("0.075 USD before, 0.05625 USD now");
  }

  @Test
  void a_move_to_express_shows_in_the_cost() {
    TestStateMachine express = env.define("express", ORDER, WorkflowType.EXPRESS);

    ReplayCost cost = Replays.of(folder).through(express).costPerThousand().orElseThrow();

    assertThat(cost.recorded()).isEqualByComparingTo("0.075");
    assertThat(cost.replayed()).isLessThan(cost.recorded());
  }

  @Test
  void iterations_and_branches_are_compared_one_by_one() throws IOException {
    String lines =
        """
        {"StartAt": "Lines", "States": {"Lines": {"Type": "Map", "End": true, "ItemProcessor": {
          "StartAt": "IsLarge", "States": {
            "IsLarge": {"Type": "Choice", "Default": "Small",
              "Choices": [{"Variable": "$", "NumericGreaterThan": 5, "Next": "Large"}]},
            "Small": {"Type": "Pass", "End": true},
            "Large": {"Type": "Pass", "End": true}}}}}}
        """;
    Path maps = Files.createDirectory(folder.resolve("maps"));
    for (int large = 6; large < 9; large++) {
      String history = env.define("lines" + large, lines).run(List.of(1, large)).historyJson();
      Files.writeString(maps.resolve(large + ".json"), history);
    }

    ReplayReport report = Replays.of(maps).through(lines.replace("Than\": 5", "Than\": 7"));

    assertThat(report.changes())
        .extracting(ReplayChange::toString)
        .containsExactly("2 executions: 'Large' no longer follows 'IsLarge': 'Small' does");
  }

  @Test
  void a_running_execution_is_compared_as_far_as_it_is_recorded() throws IOException {
    String wait =
        """
        {"StartAt": "Rest", "States": {"Rest": {"Type": "Wait", "Seconds": 60, "Next": "Done"},
          "Done": {"Type": "Succeed"}}}
        """;
    Path running = Files.createDirectory(folder.resolve("running"));
    Files.writeString(
        running.resolve("r.json"),
        env.define("wait", wait)
            .start("{}")
            .advance(Duration.ofSeconds(5))
            .snapshot()
            .historyJson());

    ReplayReport report = Replays.of(running).through(wait);

    assertThat(report.isAsRecorded()).isTrue();
    assertThat(report.costPerThousand()).isEmpty();
  }

  @Test
  void tasks_of_child_executions_need_a_mock() throws IOException {
    String distributed =
        """
        {"StartAt": "Rows", "States": {"Rows": {"Type": "Map", "End": true, "ItemProcessor": {
          "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "Save", "States": {"Save": {"Type": "Task", "End": true,
            "Resource": "arn:aws:lambda:us-east-1:123456789012:function:save"}}}}}}
        """;
    TestStateMachine rows = env.define("rows", distributed);
    rows.mock("Save").returns("{}");
    Path maps = Files.createDirectory(folder.resolve("distributed"));
    Files.writeString(maps.resolve("m.json"), rows.run("[1, 2]").historyJson());

    ReplayReport without = Replays.of(maps).through(distributed);

    assertThat(without.unreplayed())
        .singleElement()
        .hasToString(
            "m.json: The Task 'Save' is called in child executions of a Distributed Map, of which"
                + " the history does not tell: replay through a TestStateMachine that mocks it.");
    assertThat(without.goesTheSameWay()).isFalse();
    assertThat(Replays.of(maps).through(rows).goesTheSameWay()).isTrue();
  }

  @Test
  void parts_are_the_whole_work_together() {
    String changed = afterCharge("Done");

    ReplayReport first = Replays.of(folder).part(1, 3).through(changed);
    ReplayReport second = Replays.of(folder).part(2, 3).through(changed);
    ReplayReport third = Replays.of(folder).part(3, 3).through(changed);

    assertThat(first.executions())
        .extracting(ReplayedExecution::name)
        .containsExactly("a.json", "d.json");
    ReplayReport all = first.and(second).and(third);
    ReplayReport whole = through(changed);
    assertThat(all.executions()).containsExactlyInAnyOrderElementsOf(whole.executions());
    assertThat(all.costPerThousand()).isEqualTo(whole.costPerThousand());
    assertThatThrownBy(() -> Replays.of(folder).part(4, 3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void json_keeps_the_whole_report() throws IOException {
    Files.writeString(folder.resolve("e.json"), "{\"events\": []}");
    ReplayReport report = through(afterCharge("Refund"));

    JsonNode json = report.toJson();

    assertThat(ReplayReport.ofJson(json.toString())).isEqualTo(report);
    assertThat(json.at("/replayed").asInt()).isEqualTo(4);
    assertThat(json.at("/changes/0/change").asText())
        .isEqualTo("'Ship' no longer follows 'Charge': 'Refund' does");
    assertThat(json.at("/changes/0/count").asInt()).isEqualTo(3);
    assertThat(json.at("/unreplayed/0/name").asText()).isEqualTo("e.json");
    assertThatThrownBy(() -> ReplayReport.ofJson("{\"executions\": [{}], \"unreplayed\": []}"))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("a part of it has no text 'name'");
  }

  @Test
  void each_execution_is_told_as_soon_as_it_is_replayed() {
    List<String> told = new ArrayList<>();

    Replays.of(folder).observedBy(each -> told.add(each.name())).through(ORDER);

    assertThat(told).containsExactly("a.json", "b.json", "c.json", "d.json");
  }

  @Test
  void a_folder_without_recordings_is_refused() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Files.writeString(empty.resolve("README.md"), "Histories of March.");

    assertThatThrownBy(() -> Replays.of(empty))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("has no recorded executions: expected files .json");
    assertThatThrownBy(() -> Replays.of(folder.resolve("none")))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("There is no folder with recorded executions at");
  }
}
