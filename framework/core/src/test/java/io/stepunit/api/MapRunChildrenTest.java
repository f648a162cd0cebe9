package io.stepunit.api;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.MapRun;
import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.history.ChildRetention;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The child executions of a Map Run, as clients of the API see them. */
class MapRunChildrenTest {
  private static final String MACHINE =
      "arn:aws:states:us-east-1:123456789012:stateMachine:rows/Rows";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final StepFunctionsApi api = env.api();

  /** Of the items, each a number of seconds to wait, the second fails. */
  private TestStateMachine define(String type) {
    TestStateMachine machine =
        env.define(
            "rows",
            """
            {"StartAt": "Rows", "States": {"Rows": {"Type": "Map", "Label": "Rows", "End": true,
              "MaxConcurrency": 2, "ItemProcessor": {
                "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "%s"},
                "StartAt": "Wait", "States": {
                  "Wait": {"Type": "Wait", "SecondsPath": "$", "Next": "T"},
                  "T": {"Type": "Task", "End": true,
                    "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f"}}}}}}
            """
                .formatted(type));
    machine.mock("T").answers(call -> call.input());
    machine.mock("Rows[1]/T").fails("Bad", "item").thenReturns(1);
    return machine;
  }

  private static MapRun mapRun(Execution execution) {
    return execution.mapRuns().get(0);
  }

  private JsonNode describe(Execution child) {
    return api.call("DescribeExecution", Map.of("executionArn", child.arn()));
  }

  private JsonNode list(MapRun run) {
    return api.call("ListExecutions", Map.of("mapRunArn", run.arn())).get("executions");
  }

  private static List<String> members(JsonNode json) {
    return StreamSupport.stream(((Iterable<String>) json::fieldNames).spliterator(), false)
        .toList();
  }

  private static List<String> texts(JsonNode list, String member) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(entry -> entry.get(member).asText())
        .toList();
  }

  @Nested
  class Describe_execution {
    @Test
    void tells_of_the_map_run_and_who_redrives() {
      MapRun run = mapRun(define("STANDARD").run("[0, 8, 30]"));

      JsonNode failed = describe(run.child(1));

      assertThat(members(failed))
          .containsExactly(
              "executionArn",
              "stateMachineArn",
              "name",
              "status",
              "startDate",
              "stopDate",
              "input",
              "inputDetails",
              "mapRunArn",
              "error",
              "cause",
              "redriveCount",
              "redriveStatus");
      assertThat(failed.get("stateMachineArn").textValue()).isEqualTo(MACHINE);
      assertThat(failed.get("mapRunArn").textValue()).isEqualTo(run.arn());
      assertThat(failed.get("redriveStatus").textValue()).isEqualTo("REDRIVABLE_BY_MAP_RUN");
      JsonNode cutOff = describe(run.child(2));
      assertThat(cutOff.get("status").textValue()).isEqualTo("ABORTED");
      assertThat(cutOff.has("error")).isFalse();
      assertThat(cutOff.get("redriveStatus").textValue()).isEqualTo("REDRIVABLE_BY_MAP_RUN");
      JsonNode succeeded = describe(run.child(0));
      assertThat(succeeded.get("redriveStatus").textValue()).isEqualTo("NOT_REDRIVABLE");
      assertThat(succeeded.get("redriveStatusReason").textValue())
          .isEqualTo("Execution is SUCCEEDED and cannot be redriven");
    }

    @Test
    void tells_no_count_of_redrives_while_a_child_runs_for_the_first_time() {
      RunningExecution running = define("STANDARD").start("[0, 8, 30]").advance(ofSeconds(1));

      JsonNode child = describe(mapRun(running.snapshot()).child(1));

      assertThat(child.get("status").textValue()).isEqualTo("RUNNING");
      assertThat(child.has("redriveCount")).isFalse();
      assertThat(child.get("redriveStatus").textValue()).isEqualTo("NOT_REDRIVABLE");
      assertThat(child.get("redriveStatusReason").textValue())
          .isEqualTo("Execution is RUNNING and cannot be redriven");
    }

    @Test
    void knows_express_children_by_both_of_their_ids() {
      TestStateMachine machine = define("EXPRESS");
      Execution failed = machine.run("[0, 8, 30]");
      Execution child = mapRun(failed).child(1);
      env.advance(ofSeconds(10));
      machine.redrive(failed).finish();

      JsonNode described = describe(child);

      assertThat(described.get("name").textValue())
          .startsWith(child.name() + ":")
          .isEqualTo(child.arn().substring(child.arn().indexOf(child.name())));
      assertThat(described.get("startDate").textValue()).isEqualTo("2026-01-01T00:00:40Z");
      assertThat(described.get("redriveCount").intValue()).isEqualTo(1);
      assertThat(described.has("redriveDate")).isFalse();
      assertThat(described.get("redriveStatusReason").textValue())
          .isEqualTo("Execution is SUCCEEDED and cannot be redriven");
      assertThatThrownBy(() -> api.getExecutionHistory(child.arn()))
          .hasMessage(
              "InvalidArn: Invalid Arn: 'Resource type not valid in this context: express'");
    }

    @Test
    void does_not_know_children_that_were_not_kept() {
      StepFunctionsEnvironment forgetful =
          StepFunctionsEnvironment.builder()
              .keepingChildren(ChildRetention.none().and(index -> index == 0))
              .build();
      TestStateMachine machine =
          forgetful.define(
              "rows",
              """
              {"StartAt": "Rows", "States": {"Rows": {"Type": "Map", "End": true,
                "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"},
                  "StartAt": "Wait", "States": {
                    "Wait": {"Type": "Wait", "Seconds": 5, "End": true}}}}}}
              """);
      MapRun run = mapRun(machine.run("[1, 2]"));

      JsonNode listed =
          forgetful.api().call("ListExecutions", Map.of("mapRunArn", run.arn())).get("executions");

      assertThat(texts(listed, "executionArn")).containsExactly(run.child(0).arn());
    }
  }

  @Nested
  class List_executions {
    @Test
    void lists_the_children_the_last_one_started_first_also_after_a_redrive() {
      TestStateMachine machine = define("STANDARD");
      Execution failed = machine.run("[0, 8, 30, 0, 0]");
      List<String> before = texts(list(mapRun(failed)), "executionArn");
      env.advance(ofSeconds(12));
      RunningExecution running = machine.redrive(failed).advance(ofSeconds(5));

      MapRun run = mapRun(running.snapshot());
      JsonNode listed = list(run);

      assertThat(before)
          .containsExactly(
              run.child(3).arn(), run.child(2).arn(), run.child(1).arn(), run.child(0).arn());
      assertThat(texts(listed, "executionArn"))
          .containsExactly(
              run.child(4).arn(),
              run.child(3).arn(),
              run.child(2).arn(),
              run.child(1).arn(),
              run.child(0).arn());
      assertThat(members(listed.get(3)))
          .containsExactly(
              "executionArn",
              "stateMachineArn",
              "name",
              "status",
              "startDate",
              "stopDate",
              "mapRunArn",
              "itemCount",
              "redriveCount",
              "redriveDate");
      assertThat(members(listed.get(2))).doesNotContain("stopDate");
      assertThat(listed.get(2).get("redriveDate").textValue()).isEqualTo("2026-01-01T00:00:20Z");
      assertThat(members(listed.get(0))).doesNotContain("redriveDate");
    }

    @Test
    void filters_by_status_and_by_redrives() {
      TestStateMachine machine = define("STANDARD");
      Execution failed = machine.run("[0, 8, 30, 0, 0]");
      MapRun run = mapRun(machine.redrive(failed).finish());

      JsonNode redriven =
          api.call("ListExecutions", Map.of("mapRunArn", run.arn(), "redriveFilter", "REDRIVEN"))
              .get("executions");
      JsonNode others =
          api.call(
                  "ListExecutions", Map.of("mapRunArn", run.arn(), "redriveFilter", "NOT_REDRIVEN"))
              .get("executions");

      assertThat(texts(redriven, "executionArn"))
          .containsExactly(run.child(2).arn(), run.child(1).arn());
      assertThat(others).hasSize(3);
      assertThat(
              api.call("ListExecutions", Map.of("mapRunArn", run.arn(), "statusFilter", "FAILED"))
                  .get("executions"))
          .isEmpty();
    }

    @Test
    void shows_children_whose_turn_to_be_redriven_has_not_come() {
      TestStateMachine machine = define("STANDARD");
      machine.mock("T").fails("Bad");
      machine.mock("Rows[1]/T").fails("Bad").thenReturns(1).taking(ofSeconds(9));
      Execution failed = machine.run("[2, 2, 2]");
      machine.mock("T").answers(call -> call.input()).taking(ofSeconds(9));
      RunningExecution running = machine.redrive(failed).advance(ofSeconds(1));

      MapRun run = mapRun(running.snapshot());
      JsonNode listed =
          api.call(
                  "ListExecutions",
                  Map.of("mapRunArn", run.arn(), "statusFilter", "PENDING_REDRIVE"))
              .get("executions");

      assertThat(run.items().pendingRedrive()).isEqualTo(1);
      assertThat(texts(listed, "executionArn")).containsExactly(run.child(2).arn());
      assertThat(listed.get(0).get("stopDate").textValue()).isEqualTo("2026-01-01T00:00:02Z");
      assertThat(listed.get(0).get("redriveCount").intValue()).isZero();
      running.finish();
      assertThat(texts(list(run), "status")).containsOnly("SUCCEEDED");
    }

    @Test
    void refuses_a_map_run_that_is_unknown() {
      assertThatThrownBy(
              () ->
                  api.call(
                      "ListExecutions",
                      Map.of(
                          "mapRunArn",
                          "arn:aws:states:us-east-1:123456789012:mapRun:rows/Rows:other")))
          .isInstanceOf(StepFunctionsException.class)
          .hasMessageStartingWith("ResourceNotFound");
    }
  }

  @Test
  void get_execution_history_has_that_of_a_standard_child() {
    MapRun run = mapRun(define("STANDARD").run("[0, 8, 30]"));

    assertThat(api.getExecutionHistory(run.child(1).arn())).isEqualTo(run.child(1).events());
  }

  @Test
  void describe_state_machine_for_execution_has_the_states_of_the_item_processor_alone() {
    MapRun run = mapRun(define("STANDARD").run("[0, 8, 30]"));

    JsonNode machine =
        api.call("DescribeStateMachineForExecution", Map.of("executionArn", run.child(1).arn()));

    JsonNode definition = Json.parse(machine.get("definition").textValue());
    assertThat(members(definition)).containsExactly("StartAt", "States");
    assertThat(members(definition.get("States"))).containsExactly("Wait", "T");
    assertThat(machine.get("stateMachineArn").textValue()).isEqualTo(MACHINE);
    assertThat(machine.get("name").textValue()).isEqualTo("rows");
    assertThat(machine.get("mapRunArn").textValue()).isEqualTo(run.arn());
    assertThat(machine.get("label").textValue()).isEqualTo("Rows");
    assertThat(machine.get("updateDate").textValue()).isEqualTo("2026-01-01T00:00:00Z");
  }

  @Test
  void describe_state_machine_for_execution_knows_maps_within_children() {
    TestStateMachine machine =
        env.define(
            "nested",
            """
            {"StartAt": "Outer", "States": {"Outer": {"Type": "Map", "End": true,
              "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"},
                "StartAt": "Inner", "States": {"Inner": {"Type": "Map", "End": true,
                  "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"},
                    "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}}}}}}}
            """);
    Execution child = mapRun(mapRun(machine.run("[[1]]")).child(0)).child(0);

    JsonNode described =
        api.call("DescribeStateMachineForExecution", Map.of("executionArn", child.arn()));

    assertThat(Json.parse(described.get("definition").textValue()))
        .isEqualTo(
            Json.parse(
                "{\"StartAt\": \"P\", \"States\": {\"P\": {\"Type\": \"Pass\", \"End\": true}}}"));
  }

  @Test
  void children_are_named_by_ids_that_are_made_of_names_and_the_same_in_each_run() {
    String name = mapRun(define("STANDARD").run("[0, 8]")).child(0).name();

    assertThat(UUID.fromString(name).version()).isEqualTo(3);
  }
}
