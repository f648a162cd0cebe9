package io.stepunit;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.history.ChildRetention;
import io.stepunit.history.EventDetails;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.history.MapRunStatus;
import io.stepunit.internal.history.MapRunTotals;
import io.stepunit.internal.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** RedriveExecution of an execution that ended in a Distributed Map. */
class MapRunRedriveTest {
  private static final String TASK =
      "\"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:us-east-1:123456789012:function:f\"";

  private static String map(String type, String more) {
    return """
    {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, %s "ItemProcessor": {
      "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "%s"},
      "StartAt": "A", "States": {
        "A": {%s, "Next": "B"},
        "B": {%s, "End": true}}}}}}
    """
        .formatted(more, type, TASK, TASK);
  }

  private static final Instant START = StepFunctionsEnvironment.DEFAULT_START;

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  /** Of [1, 2, 3, 4] the second fails in B while the third runs. */
  private static Execution failed(TestStateMachine machine) {
    machine.mock("A").answers(call -> call.input());
    machine.mock("B").answers(call -> call.input().intValue() * 10);
    machine.mock("Each[1]/B").fails("Bad", "item").taking(ofSeconds(1));
    machine.mock("Each[2]/B").returns(30).taking(ofSeconds(60));
    Execution failed = machine.run("[1, 2, 3, 4]");
    assertThat(failed.error()).hasValue("States.ExceedToleratedFailureThreshold");
    machine.mock("Each[1]/B").returns(20);
    machine.mock("Each[2]/B").returns(30);
    return failed;
  }

  private static MapRun mapRun(Execution execution) {
    assertThat(execution.mapRuns()).hasSize(1);
    return execution.mapRuns().get(0);
  }

  @Test
  void runs_what_had_not_succeeded_and_keeps_what_had() {
    TestStateMachine machine = env.define("map", map("STANDARD", "\"MaxConcurrency\": 2,"));
    Execution failed = failed(machine);

    Execution redriven = machine.redrive(failed).finish();

    assertThat(mapRun(failed).items()).isEqualTo(new MapRunTotals(0, 0, 2, 1, 0, 1));
    assertThat(redriven.output()).hasValue(Json.parse("[10, 20, 30, 40]"));
    MapRun run = mapRun(redriven);
    assertThat(run.arn()).isEqualTo(mapRun(failed).arn());
    assertThat(run.status()).isEqualTo(MapRunStatus.SUCCEEDED);
    assertThat(run.items()).isEqualTo(new MapRunTotals(0, 0, 4, 0, 0, 0));
    assertThat(run.executions()).isEqualTo(new MapRunTotals(0, 0, 4, 0, 0, 0));
    assertThat(run.child(0).calls("B")).hasSize(1);
    assertThat(run.child(0).redriveCount()).isZero();
  }

  @Test
  void standard_children_go_on_where_they_ended() {
    TestStateMachine machine = env.define("map", map("STANDARD", "\"MaxConcurrency\": 2,"));
    Execution failed = failed(machine);

    Execution redriven = machine.redrive(failed).finish();

    Execution former = mapRun(failed).child(1);
    Execution child = mapRun(redriven).child(1);
    assertThat(child.arn()).isEqualTo(former.arn());
    assertThat(child.events().subList(0, former.events().size())).isEqualTo(former.events());
    assertThat(child.events().get(former.events().size()).details())
        .isEqualTo(new EventDetails.ExecutionRedriven(1));
    assertThat(child.calls("A")).hasSize(1);
    assertThat(child.calls("B")).hasSize(2);
    assertThat(child.redriveCount()).isEqualTo(1);
  }

  @Test
  void express_children_run_from_their_start_again_and_are_the_same() {
    TestStateMachine machine = env.define("map", map("EXPRESS", "\"MaxConcurrency\": 2,"));
    Execution failed = failed(machine);
    env.advance(ofSeconds(100));

    Execution redriven = machine.redrive(failed).finish();

    assertThat(redriven.output()).hasValue(Json.parse("[10, 20, 30, 40]"));
    Execution former = mapRun(failed).child(1);
    Execution child = mapRun(redriven).child(1);
    assertThat(child.arn()).isEqualTo(former.arn());
    assertThat(child.name()).isEqualTo(former.name());
    assertThat(child.startedAt()).isEqualTo(START.plusSeconds(160));
    assertThat(child.redriveCount()).isEqualTo(1);
    assertThat(HistoryLines.of(child))
        .startsWith("ExecutionStarted<-0", "TaskStateEntered<-0")
        .doesNotContain("ExecutionRedriven<-1");
    assertThat(child.calls("A")).hasSize(1);
    assertThat(child.calls("B")).hasSize(1);
    assertThat(mapRun(redriven).executions()).isEqualTo(new MapRunTotals(0, 0, 4, 0, 0, 0));
  }

  @Test
  void express_children_see_how_often_they_were_redriven_but_not_when() {
    TestStateMachine machine =
        env.define(
            "map",
            """
            {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, "ItemProcessor": {
              "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
              "StartAt": "See", "States": {
                "See": {"Type": "Pass", "Parameters": {"seen.$": "$$.Execution"}, "Next": "T"},
                "T": {%s, "ResultPath": null, "End": true}}}}}}
            """
                .formatted(TASK));
    machine.mock("T").fails("Bad").thenReturns(1);
    Execution failed = machine.run("[1]");

    JsonNode seen = machine.redrive(failed).finish().outputAt("$[0].seen").orElseThrow();

    assertThat(seen.get("RedriveCount").intValue()).isEqualTo(1);
    assertThat(seen.has("RedriveTime")).isFalse();
    assertThat(mapRun(failed).child(0).outputAt("$")).isEmpty();
    assertThat(mapRun(failed).child(0).visits("T").get(0).input().at("/seen/RedriveCount"))
        .isEqualTo(Json.parse("0"));
  }

  @Test
  void the_history_tells_of_the_same_map_run() {
    TestStateMachine machine = env.define("map", map("STANDARD", ""));
    Execution failed = failed(machine);

    Execution redriven = machine.redrive(failed).finish();

    int before = failed.events().size();
    int started = HistoryLines.of(failed).indexOf("MapStateStarted<-2") + 1;
    assertThat(HistoryLines.of(redriven).subList(before, redriven.events().size()))
        .containsExactly(
            "ExecutionRedriven<-" + before,
            "MapRunRedriven<-" + started,
            "MapRunSucceeded<-" + (before + 2),
            "MapStateSucceeded<-" + (before + 3),
            "MapStateExited<-" + (before + 2),
            "ExecutionSucceeded<-" + (before + 5));
    JsonNode history =
        env.api().call("GetExecutionHistory", Map.of("executionArn", redriven.arn()));
    JsonNode details = history.get("events").get(before + 1).get("mapRunRedrivenEventDetails");
    assertThat(details.get("mapRunArn").textValue()).isEqualTo(mapRun(failed).arn());
    assertThat(details.get("redriveCount").intValue()).isEqualTo(1);
  }

  @Test
  void the_children_s_histories_go_on_under_the_entries_of_their_states() {
    TestStateMachine machine =
        env.define(
            "map",
            """
            {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, "ItemProcessor": {
              "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
              "StartAt": "Wait", "States": {
                "Wait": {"Type": "Wait", "SecondsPath": "$", "Next": "T"},
                "T": {%s, "End": true}}}}}}
            """
                .formatted(TASK));
    machine.mock("T").answers(call -> call.input());
    machine.mock("Each[0]/T").fails("Bad").thenReturns(1);
    Execution failed = machine.run("[1, 30]");

    MapRun redriven = mapRun(machine.redrive(failed).finish());

    assertThat(HistoryLines.of(redriven.child(0)))
        .containsExactly(
            "ExecutionStarted<-0",
            "WaitStateEntered<-0",
            "WaitStateExited<-2",
            "TaskStateEntered<-3",
            "LambdaFunctionScheduled<-4",
            "LambdaFunctionStarted<-5",
            "LambdaFunctionFailed<-6",
            "ExecutionFailed<-7",
            "ExecutionRedriven<-8",
            "LambdaFunctionScheduled<-4",
            "LambdaFunctionStarted<-10",
            "LambdaFunctionSucceeded<-11",
            "TaskStateExited<-12",
            "ExecutionSucceeded<-13");
    assertThat(HistoryLines.of(redriven.child(1)))
        .containsExactly(
            "ExecutionStarted<-0",
            "WaitStateEntered<-0",
            "ExecutionAborted<-0",
            "ExecutionRedriven<-3",
            "WaitStateExited<-2",
            "TaskStateEntered<-5",
            "LambdaFunctionScheduled<-6",
            "LambdaFunctionStarted<-7",
            "LambdaFunctionSucceeded<-8",
            "TaskStateExited<-9",
            "ExecutionSucceeded<-10");
    assertThat(redriven.child(1).stoppedAt()).hasValue(START.plusSeconds(31));
  }

  @Test
  void a_second_failure_can_be_redriven_again() {
    TestStateMachine machine = env.define("map", map("STANDARD", "\"MaxConcurrency\": 1,"));
    machine.mock("A").answers(call -> call.input());
    machine.mock("B").fails("Bad", "all");
    Execution first = machine.run("[1, 2, 3]");

    Execution second = machine.redrive(first).finish();
    machine.mock("B").answers(call -> call.input());
    Execution third = machine.redrive(second).finish();

    assertThat(mapRun(second).items()).isEqualTo(new MapRunTotals(1, 0, 0, 2, 0, 0));
    assertThat(third.output()).hasValue(Json.parse("[1, 2, 3]"));
    assertThat(mapRun(third).redriveCount()).isEqualTo(2);
    assertThat(HistoryLines.of(third))
        .endsWith(
            "MapStateStarted<-2",
            "MapRunStarted<-3",
            "MapRunFailed<-4",
            "MapStateFailed<-5",
            "ExecutionFailed<-6",
            "ExecutionRedriven<-7",
            "MapRunRedriven<-3",
            "MapRunFailed<-9",
            "MapStateFailed<-10",
            "ExecutionFailed<-11",
            "ExecutionRedriven<-12",
            "MapRunRedriven<-3",
            "MapRunSucceeded<-14",
            "MapStateSucceeded<-15",
            "MapStateExited<-14",
            "ExecutionSucceeded<-17");
    assertThat(mapRun(third).child(0).redriveCount()).isEqualTo(2);
  }

  @Test
  void children_that_await_their_redrive_are_counted_so() {
    TestStateMachine machine =
        env.define("map", map("STANDARD", "\"MaxConcurrency\": 1, \"ToleratedFailureCount\": 1,"));
    machine.mock("A").answers(call -> call.input());
    machine.mock("B").fails("Bad", "all");
    Execution failed = machine.run("[1, 2, 3]");
    machine.mock("B").returns(0).taking(ofSeconds(10));

    RunningExecution running = machine.redrive(failed).advance(ofSeconds(5));

    assertThat(mapRun(running.snapshot()).items())
        .isEqualTo(new MapRunTotals(0, 1, 0, 0, 0, 0, 0, 2, 0));
    running.stop();
    assertThat(mapRun(running.snapshot()).items()).isEqualTo(new MapRunTotals(0, 0, 0, 2, 0, 1));
    assertThat(running.redrive().finish().output()).hasValue(Json.parse("[0, 0, 0]"));
  }

  @Test
  void a_map_run_that_a_sibling_s_failure_has_cut_off_goes_on_under_its_one_start() {
    TestStateMachine machine =
        env.define(
            "both",
            """
            {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
              {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true,
                "ItemProcessor": {
                  "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                  "StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 30, "End": true}}}}}},
              {"StartAt": "T", "States": {"T": {%s, "End": true}}}]}}}
            """
                .formatted(TASK));
    machine.mock("T").fails("Bad").taking(ofSeconds(5)).thenReturns(1);
    Execution failed = machine.run("[7]");

    Execution redriven = machine.redrive(failed).finish();

    assertThat(mapRun(failed).status()).isEqualTo(MapRunStatus.ABORTED);
    assertThat(mapRun(failed).child(0).cause().orElseThrow()).contains(mapRun(failed).arn());
    assertThat(redriven.output()).hasValue(Json.parse("[[7], 1]"));
    List<String> lines = HistoryLines.of(redriven);
    int started = lines.indexOf("MapStateStarted<-4") + 1;
    int resumed = lines.indexOf("MapRunRedriven<-" + started) + 1;
    assertThat(lines.get(resumed - 2)).startsWith("ExecutionRedriven<-");
    assertThat(lines).containsOnlyOnce("MapStateExited<-" + resumed, "MapStateStarted<-4");
  }

  @Test
  void batches_and_nested_map_runs_go_on_too() {
    String nested =
        """
        {"StartAt": "Outer", "States": {"Outer": {"Type": "Map", "End": true,
          "ItemBatcher": {"MaxItemsPerBatch": 2},
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
            "StartAt": "Inner", "States": {"Inner": {"Type": "Map", "ItemsPath": "$.Items",
              "End": true, "ItemProcessor": {
                "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                "StartAt": "T", "States": {"T": {%s, "End": true}}}}}}}}}
        """
            .formatted(TASK);
    TestStateMachine machine = env.define("nested", nested);
    machine.mock("T").answers(call -> call.input());
    machine.mock("Outer[1]/Inner[0]/T").fails("Bad", "3").taking(ofSeconds(1)).thenReturns(3);
    Execution failed = machine.run("[1, 2, 3]");

    Execution redriven = machine.redrive(failed).finish();

    assertThat(redriven.output()).hasValue(Json.parse("[[1, 2], [3]]"));
    assertThat(mapRun(redriven).items()).isEqualTo(new MapRunTotals(0, 0, 3, 0, 0, 0));
    MapRun inner = mapRun(mapRun(redriven).child(1));
    assertThat(inner.redriveCount()).isEqualTo(1);
    JsonNode described = env.api().call("DescribeMapRun", Map.of("mapRunArn", inner.arn()));
    assertThat(described.get("redriveCount").intValue()).isEqualTo(1);
  }

  @Test
  void items_that_could_not_be_read_are_read_again() {
    String reader =
        """
        "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
          "ReaderConfig": {"InputType": "JSON"}, "Parameters": {"Bucket": "in", "Key": "k"}},
        """;
    TestStateMachine machine = env.define("map", map("STANDARD", reader));
    machine.mock("A").answers(call -> call.input());
    machine.mock("B").answers(call -> call.input());
    Execution failed = machine.run("{}");
    env.bucket("in").put("k", "[1, 2]");

    Execution redriven = machine.redrive(failed).finish();

    assertThat(failed.error()).hasValue("States.ItemReaderFailed");
    assertThat(redriven.output()).hasValue(Json.parse("[1, 2]"));
    assertThat(mapRun(redriven).items()).isEqualTo(new MapRunTotals(0, 0, 2, 0, 0, 0));
  }

  @Test
  void a_map_run_that_succeeded_is_run_anew_as_another() {
    TestStateMachine machine =
        env.define("map", map("STANDARD", "\"ResultSelector\": {\"x.$\": \"$.missing\"},"));
    machine.mock("A").answers(call -> call.input());
    machine.mock("B").answers(call -> call.input());
    Execution failed = machine.run("[1, 2]");
    assertThat(failed.status()).isEqualTo(ExecutionStatus.FAILED);

    Execution redriven = machine.redrive(failed).finish();

    assertThat(redriven.mapRuns())
        .extracting(MapRun::status)
        .containsExactly(MapRunStatus.SUCCEEDED, MapRunStatus.SUCCEEDED);
    assertThat(redriven.mapRuns()).extracting(MapRun::arn).doesNotHaveDuplicates();
  }

  @Test
  void map_run_redrive_is_refused_where_failed_children_were_not_kept() {
    StepFunctionsEnvironment forgetful =
        StepFunctionsEnvironment.builder().keepingChildren(ChildRetention.none()).build();
    TestStateMachine machine = forgetful.define("map", map("STANDARD", ""));
    Execution failed = failed(machine);

    assertThatThrownBy(() -> machine.redrive(failed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("The Map Run of 'Each'")
        .hasMessageContaining("of its 2 child executions without success it kept 0")
        .hasMessageContaining("keepingChildren(ChildRetention.failed())");
    assertThat(machine.execution().status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(machine.execution().events()).isEqualTo(failed.events());
  }

  @Test
  void the_api_describes_and_lists_map_runs() {
    TestStateMachine machine = env.define("map", map("STANDARD", ""));
    Execution failed = failed(machine);
    String arn = mapRun(failed).arn();
    JsonNode before = env.api().call("DescribeMapRun", Map.of("mapRunArn", arn));

    machine.redrive(failed).finish();

    JsonNode after = env.api().call("DescribeMapRun", Map.of("mapRunArn", arn));
    assertThat(before.get("status").textValue()).isEqualTo("FAILED");
    assertThat(before.get("redriveCount").intValue()).isZero();
    assertThat(before.has("redriveDate")).isFalse();
    assertThat(after.get("status").textValue()).isEqualTo("SUCCEEDED");
    assertThat(after.get("redriveCount").intValue()).isEqualTo(1);
    assertThat(after.get("redriveDate").textValue()).isEqualTo("2026-01-01T00:00:01Z");
    assertThat(after.get("startDate").textValue()).isEqualTo("2026-01-01T00:00:00Z");
    JsonNode listed = env.api().call("ListMapRuns", Map.of("executionArn", failed.arn()));
    assertThat(listed.get("mapRuns"))
        .extracting(run -> run.get("mapRunArn").textValue())
        .isEqualTo(List.of(arn));
    assertThatThrownBy(() -> env.api().call("DescribeMapRun", Map.of("mapRunArn", arn + "0")))
        .isInstanceOf(StepFunctionsException.class)
        .hasMessageStartingWith("ResourceNotFound");
  }
}
