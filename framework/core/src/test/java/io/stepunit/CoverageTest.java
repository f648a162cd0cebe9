package io.stepunit;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.stepunit.asl.WorkflowType;
import io.stepunit.history.ChildRetention;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.coverage.CoveragePoint;
import io.stepunit.internal.coverage.CoveragePoints;
import io.stepunit.internal.coverage.ForgottenChildren;
import io.stepunit.internal.coverage.Hits;
import io.stepunit.internal.coverage.PointKind;
import io.stepunit.internal.history.ExecutionRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each kind of point: a definition, runs of it, and what they reach. */
class CoverageTest {
  private static final String TASK =
      "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\"";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  private int machines;

  private TestStateMachine machine(String definition) {
    return env.define("covered-" + machines++, definition.replace("TASK", TASK));
  }

  private static List<String> keys(TestStateMachine machine) {
    return points(machine).map(CoveragePoint::key).toList();
  }

  private static List<String> keys(TestStateMachine machine, PointKind... kinds) {
    return points(machine)
        .filter(point -> List.of(kinds).contains(point.kind()))
        .map(CoveragePoint::key)
        .toList();
  }

  private static Map<String, String> unreachable(TestStateMachine machine) {
    return points(machine)
        .filter(point -> !point.isReachable())
        .collect(Collectors.toMap(CoveragePoint::key, point -> point.unreachable().orElseThrow()));
  }

  private static Stream<CoveragePoint> points(TestStateMachine machine) {
    return CoveragePoints.of(machine.definition()).all().stream();
  }

  private static Hits hits(Execution... executions) {
    List<ExecutionRecord> records = Stream.of(executions).map(Execution::internal).toList();
    Hits hits = Hits.of(records);
    CoveragePoints points = CoveragePoints.of(executions[0].definition());
    assertThat(hits.counts().keySet()).allMatch(key -> points.find(key).isPresent());
    return hits;
  }

  /** What was reached beside the states. */
  private static Map<String, Long> besideStates(Execution... executions) {
    CoveragePoints points = CoveragePoints.of(executions[0].definition());
    return hits(executions).counts().entrySet().stream()
        .filter(hit -> points.find(hit.getKey()).orElseThrow().kind() != PointKind.STATE)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Nested
  class StatesAndTransitions {
    private final TestStateMachine machine =
        machine(
            """
            {"StartAt": "A", "States": {
              "A": {TASK, "Next": "B", "Catch": [
                {"ErrorEquals": ["Known"], "Next": "B"}, {"ErrorEquals": ["States.ALL"], "Next": "C"}]},
              "B": {"Type": "Pass", "Next": "C"},
              "C": {"Type": "Succeed"}}}
            """);

    @Test
    void points_are_in_the_order_of_the_definition() {
      assertThat(keys(machine))
          .containsExactly(
              "/States/A",
              "/States/A/Next",
              "/States/A/Catch/0",
              "/States/A/Catch/1",
              "/States/B",
              "/States/B/Next",
              "/States/C");
    }

    @Test
    void visits_and_transitions_are_counted() {
      machine.mock("A").returns(Map.of());

      assertThat(hits(machine.run("{}"), machine.run("{}")))
          .isEqualTo(
              new Hits(
                  2,
                  new TreeMap<>(
                      Map.of(
                          "/States/A", 2L,
                          "/States/A/Next", 2L,
                          "/States/B", 2L,
                          "/States/B/Next", 2L,
                          "/States/C", 2L))));
    }

    @Test
    void next_and_catchers_to_the_same_state_are_told_apart() {
      machine.mock("A").fails("Known", "why");

      assertThat(besideStates(machine.run("{}")))
          .containsOnly(entry("/States/A/Catch/0", 1L), entry("/States/B/Next", 1L));

      machine.mock("A").fails("Other", "why");

      assertThat(besideStates(machine.run("{}"))).containsOnly(entry("/States/A/Catch/1", 1L));
    }

    @Test
    void the_transition_behind_the_last_state_of_a_part_is_not_taken() {
      machine.mock("A").returns(Map.of());

      assertThat(hits(machine.from("A").until("A").run("{}")).counts())
          .containsOnly(entry("/States/A", 1L));
    }

    @Test
    void a_state_that_fails_leads_nowhere() {
      TestStateMachine failing =
          machine(
              """
              {"StartAt": "A", "States": {"A": {TASK, "Next": "B"}, "B": {"Type": "Succeed"}}}
              """);
      failing.mock("A").fails("Boom", "why");

      assertThat(hits(failing.run("{}")).counts()).containsOnly(entry("/States/A", 1L));
    }

    @Test
    void names_are_escaped_as_json_pointers_are() {
      TestStateMachine named =
          machine(
              """
              {"StartAt": "a/b~c", "States": {
                "a/b~c": {"Type": "Pass", "Next": "x#true"}, "x#true": {"Type": "Succeed"}}}
              """);

      assertThat(hits(named.run("{}")).counts())
          .containsOnlyKeys("/States/a~1b~0c", "/States/a~1b~0c/Next", "/States/x#true");
    }
  }

  @Nested
  class ChoiceRules {
    private final TestStateMachine machine =
        machine(
            """
            {"StartAt": "C", "States": {
              "C": {"Type": "Choice", "InputPath": "$.in", "Default": "Z", "Choices": [
                {"And": [
                  {"Variable": "$.a", "BooleanEquals": true},
                  {"Or": [{"Variable": "$.b", "IsPresent": true},
                          {"Not": {"Variable": "$.c", "IsPresent": true}}]}],
                 "Next": "Y"},
                {"Variable": "$.d", "BooleanEquals": true, "Next": "Y"}]},
              "Y": {"Type": "Succeed"}, "Z": {"Type": "Succeed"}}}
            """);

    private static final String AND = "/States/C/Choices/0/And/";

    @Test
    void rules_and_operands_are_points_for_either_outcome() {
      assertThat(keys(machine, PointKind.CHOICE_RULE, PointKind.OPERAND, PointKind.TRANSITION))
          .containsExactly(
              "/States/C/Choices/0#true",
              "/States/C/Choices/0#false",
              AND + "0#true",
              AND + "0#false",
              AND + "1#true",
              AND + "1#false",
              AND + "1/Or/0#true",
              AND + "1/Or/0#false",
              AND + "1/Or/1#true",
              AND + "1/Or/1#false",
              AND + "1/Or/1/Not#true",
              AND + "1/Or/1/Not#false",
              "/States/C/Choices/0/Next",
              "/States/C/Choices/1#true",
              "/States/C/Choices/1#false",
              "/States/C/Choices/1/Next",
              "/States/C/Default");
    }

    @Test
    void an_operand_that_settles_the_rule_is_the_last_that_is_tested() {
      assertThat(besideStates(machine.run("{\"in\": {\"a\": false, \"d\": true}}")))
          .containsOnly(
              entry("/States/C/Choices/0#false", 1L),
              entry(AND + "0#false", 1L),
              entry("/States/C/Choices/1#true", 1L),
              entry("/States/C/Choices/1/Next", 1L));
    }

    @Test
    void nested_operands_are_counted() {
      assertThat(besideStates(machine.run("{\"in\": {\"a\": true}}")))
          .containsOnly(
              entry("/States/C/Choices/0#true", 1L),
              entry("/States/C/Choices/0/Next", 1L),
              entry(AND + "0#true", 1L),
              entry(AND + "1#true", 1L),
              entry(AND + "1/Or/0#false", 1L),
              entry(AND + "1/Or/1#true", 1L),
              entry(AND + "1/Or/1/Not#false", 1L));
    }

    @Test
    void by_default_all_rules_were_false() {
      assertThat(besideStates(machine.run("{\"in\": {\"a\": false, \"d\": false}}")))
          .containsOnly(
              entry("/States/C/Choices/0#false", 1L),
              entry(AND + "0#false", 1L),
              entry("/States/C/Choices/1#false", 1L),
              entry("/States/C/Default", 1L));
    }

    @Test
    void a_rule_over_which_the_state_fails_is_neither_true_nor_false() {
      Execution run = machine.run("{\"in\": {\"a\": false}}");

      assertThat(run.error()).contains("States.Runtime");
      assertThat(besideStates(run))
          .containsOnly(entry("/States/C/Choices/0#false", 1L), entry(AND + "0#false", 1L));
    }

    @Test
    void variables_and_the_context_object_are_seen_as_the_rules_saw_them() {
      TestStateMachine loop =
          machine(
              """
              {"StartAt": "P", "States": {
                "P": {"Type": "Pass", "Assign": {"n": 1}, "Next": "C"},
                "C": {"Type": "Choice", "Default": "End", "Choices": [
                  {"And": [
                    {"Variable": "$n", "NumericLessThan": 3},
                    {"Variable": "$$.State.EnteredTime", "TimestampLessThan": "2026-01-01T00:00:10Z"}],
                   "Next": "Wait"}]},
                "Wait": {"Type": "Wait", "Seconds": 7,
                  "Assign": {"n.$": "States.MathAdd($n, 1)"}, "Next": "C"},
                "End": {"Type": "Succeed"}}}
              """);

      assertThat(besideStates(loop.run("{}")))
          .containsEntry("/States/C/Choices/0#true", 2L)
          .containsEntry("/States/C/Choices/0#false", 1L)
          .containsEntry(AND + "0#true", 2L)
          .containsEntry(AND + "0#false", 1L)
          .containsEntry(AND + "1#true", 2L)
          .containsEntry("/States/C/Default", 1L);
    }

    @Test
    void a_rule_in_jsonata_that_draws_a_number_is_counted_as_it_decided() {
      TestStateMachine random =
          machine(
              """
              {"StartAt": "C", "QueryLanguage": "JSONata", "States": {
                "C": {"Type": "Choice", "Default": "B", "Choices": [
                  {"Condition": "{% $random() < 0.5 %}", "Next": "A"}]},
                "A": {"Type": "Pass", "Next": "C"}, "B": {"Type": "Succeed"}}}
              """);

      Execution run = random.run("{}");

      long drawn = run.visits("A").size();
      assertThat(hits(run).count("/States/C/Choices/0#true")).isEqualTo(drawn);
      assertThat(hits(run).count("/States/C/Choices/0#false")).isEqualTo(1);
      assertThat(hits(run).count("/States/C/Choices/0/Next")).isEqualTo(drawn);
      assertThat(hits(run).count("/States/C/Default")).isEqualTo(1);
      assertThat(keys(random, PointKind.OPERAND)).isEmpty();
    }

    @Test
    void a_jsonata_rule_that_fails_is_told_from_the_output_of_one_that_holds() {
      String definition =
          """
          {"StartAt": "C", "QueryLanguage": "JSONata", "States": {
            "C": {"Type": "Choice", "Default": "B", "Output": "{% $error('no') %}", "Choices": [
              {"Condition": "{% $states.input.n = 1 %}", "Next": "B"},
              {"Condition": "{% $states.input.n = 2 %}", "Next": "B",
               "Output": "{% $error('no') %}"},
              {"Condition": "{% $states.input.n = 3 ? $error('no') : false %}", "Next": "B"}]},
            "B": {"Type": "Succeed"}}}
          """;

      assertThat(besideStates(machine(definition).run("{\"n\": 2}")))
          .containsOnly(
              entry("/States/C/Choices/0#false", 1L), entry("/States/C/Choices/1#true", 1L));
      assertThat(besideStates(machine(definition).run("{\"n\": 3}")))
          .containsOnly(
              entry("/States/C/Choices/0#false", 1L), entry("/States/C/Choices/1#false", 1L));
      assertThat(besideStates(machine(definition).run("{\"n\": 4}")))
          .containsOnly(
              entry("/States/C/Choices/0#false", 1L),
              entry("/States/C/Choices/1#false", 1L),
              entry("/States/C/Choices/2#false", 1L));
    }
  }

  @Nested
  class RetriersAndCatchers {
    private final TestStateMachine machine =
        machine(
            """
            {"StartAt": "T", "States": {
              "T": {TASK, "Next": "End",
                "Retry": [
                  {"ErrorEquals": ["Busy"], "MaxAttempts": 2},
                  {"ErrorEquals": ["Never"], "MaxAttempts": 0},
                  {"ErrorEquals": ["States.ALL"], "MaxAttempts": 1}],
                "Catch": [{"ErrorEquals": ["Busy"], "Next": "End"}]},
              "End": {"Type": "Succeed"}}}
            """);

    @Test
    void a_retrier_without_attempts_can_only_be_exhausted() {
      assertThat(keys(machine, PointKind.RETRIER, PointKind.EXHAUSTED_RETRIER))
          .containsExactly(
              "/States/T/Retry/0#used",
              "/States/T/Retry/0#exhausted",
              "/States/T/Retry/1#exhausted",
              "/States/T/Retry/2#used",
              "/States/T/Retry/2#exhausted");
    }

    @Test
    void retries_are_counted_and_their_end() {
      machine.mock("T").fails("Busy", "503");

      assertThat(besideStates(machine.run("{}")))
          .containsOnly(
              entry("/States/T/Retry/0#used", 2L),
              entry("/States/T/Retry/0#exhausted", 1L),
              entry("/States/T/Catch/0", 1L));
    }

    @Test
    void a_retry_that_helps_exhausts_nothing() {
      machine.mock("T").fails("Odd", "why").then().returns(Map.of());

      assertThat(besideStates(machine.run("{}")))
          .containsOnly(entry("/States/T/Retry/2#used", 1L), entry("/States/T/Next", 1L));
    }

    @Test
    void a_retrier_without_attempts_counts_when_it_matches() {
      machine.mock("T").fails("Never", "why");

      assertThat(besideStates(machine.run("{}")))
          .containsOnly(entry("/States/T/Retry/1#exhausted", 1L));
    }

    @Test
    void faults_count_like_failures() {
      machine.mock("T").returns(Map.of());
      machine.faults().on("T").fails("Busy").first(1);

      assertThat(besideStates(machine.run("{}")))
          .containsOnly(entry("/States/T/Retry/0#used", 1L), entry("/States/T/Next", 1L));
    }

    @Test
    void a_redrive_counts_its_retries_anew() {
      machine.mock("T").fails("Odd", "why");
      Execution failed = machine.run("{}");
      machine.mock("T").fails("Odd", "why").then().returns(Map.of());

      Execution redriven = machine.redrive(failed).finish();

      assertThat(besideStates(redriven))
          .containsOnly(
              entry("/States/T/Retry/2#used", 2L),
              entry("/States/T/Retry/2#exhausted", 1L),
              entry("/States/T/Next", 1L));
      assertThat(hits(redriven).count("/States/T")).isEqualTo(1);
    }

    @Test
    void catchers_that_no_error_can_reach_are_told_from_holes() {
      TestStateMachine strange =
          machine(
              """
              {"StartAt": "T", "States": {
                "T": {TASK, "Next": "End", "Catch": [
                  {"ErrorEquals": ["States.Runtime"], "Next": "Lost"},
                  {"ErrorEquals": ["States.HeartbeatTimeout"], "Next": "End"},
                  {"ErrorEquals": ["States.QueryEvaluationError", "States.ItemReaderFailed"],
                   "Next": "End"},
                  {"ErrorEquals": ["A", "States.TaskFailed"], "Next": "End"},
                  {"ErrorEquals": ["A", "States.Permissions"], "Next": "End"},
                  {"ErrorEquals": ["States.Timeout"], "Next": "End"},
                  {"ErrorEquals": ["States.ALL"], "Next": "End"}]},
                "Lost": {"Type": "Pass", "Next": "End"},
                "End": {"Type": "Succeed"}}}
              """);

      assertThat(unreachable(strange))
          .containsOnly(
              entry(
                  "/States/T/Catch/0",
                  "the state can fail with none of its errors: States.Runtime"),
              entry(
                  "/States/T/Catch/1",
                  "the state can fail with none of its errors: States.HeartbeatTimeout"),
              entry(
                  "/States/T/Catch/2",
                  "the state can fail with none of its errors: States.QueryEvaluationError,"
                      + " States.ItemReaderFailed"),
              entry("/States/T/Catch/4", "entries of Catch before it handle all of its errors"),
              entry("/States/T/Catch/6", "entries of Catch before it handle all of its errors"),
              entry("/States/Lost", "only what can never be reached leads to it"),
              entry("/States/Lost/Next", "only what can never be reached leads to it"));
    }

    @Test
    void a_distributed_map_fails_with_errors_of_its_own_only() {
      TestStateMachine map =
          machine(
              """
              {"StartAt": "M", "States": {
                "M": {"Type": "Map", "End": true,
                  "Retry": [{"ErrorEquals": ["Busy"]}],
                  "Catch": [{"ErrorEquals": ["States.ExceedToleratedFailureThreshold"], "Next": "E"}],
                  "ItemProcessor": {
                    "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                    "StartAt": "T", "States": {"T": {TASK, "End": true}}}},
                "E": {"Type": "Succeed"}}}
              """);

      assertThat(unreachable(map))
          .containsOnlyKeys("/States/M/Retry/0#used", "/States/M/Retry/0#exhausted");
    }

    @Test
    void errors_of_inner_states_reach_the_catchers_of_a_parallel() {
      TestStateMachine parallel =
          machine(
              """
              {"StartAt": "P", "States": {
                "P": {"Type": "Parallel", "Next": "End",
                  "Catch": [
                    {"ErrorEquals": ["States.HeartbeatTimeout"], "Next": "End"},
                    {"ErrorEquals": ["Busy"], "Next": "End"},
                    {"ErrorEquals": ["States.ResultWriterFailed"], "Next": "End"}],
                  "Branches": [{"StartAt": "T", "States": {
                    "T": {TASK, "HeartbeatSeconds": 5, "TimeoutSeconds": 10, "End": true}}}]},
                "End": {"Type": "Succeed"}}}
              """);

      assertThat(unreachable(parallel)).containsOnlyKeys("/States/P/Catch/2");
    }
  }

  @Nested
  class BranchesAndItems {
    private final TestStateMachine machine =
        machine(
            """
            {"StartAt": "P", "States": {
              "P": {"Type": "Parallel", "Next": "M", "Branches": [
                {"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"},
                                            "B": {"Type": "Succeed"}}},
                {"StartAt": "T", "States": {"T": {TASK, "End": true}}}]},
              "M": {"Type": "Map", "ItemsPath": "$$.Execution.Input.items", "End": true,
                "Iterator": {"StartAt": "I", "States": {"I": {"Type": "Pass", "End": true}}}}}}
            """);

    @Test
    void branches_and_what_is_in_them_are_counted_by_full_pointers() {
      machine.mock("T").returns(Map.of());

      assertThat(hits(machine.run("{\"items\": [1, 2, 3]}")).counts())
          .containsOnly(
              entry("/States/P", 1L),
              entry("/States/P/Next", 1L),
              entry("/States/P/Branches/0", 1L),
              entry("/States/P/Branches/0/States/A", 1L),
              entry("/States/P/Branches/0/States/A/Next", 1L),
              entry("/States/P/Branches/0/States/B", 1L),
              entry("/States/P/Branches/1", 1L),
              entry("/States/P/Branches/1/States/T", 1L),
              entry("/States/M", 1L),
              entry("/States/M#many", 1L),
              entry("/States/M/Iterator/States/I", 3L));
    }

    @Test
    void no_item_and_one_are_told_from_many() {
      machine.mock("T").returns(Map.of());

      assertThat(hits(machine.run("{\"items\": []}")).counts())
          .containsEntry("/States/M#none", 1L)
          .doesNotContainKeys("/States/M#one", "/States/M#many");
      assertThat(hits(machine.run("{\"items\": [7]}")).counts())
          .containsEntry("/States/M#one", 1L)
          .doesNotContainKeys("/States/M#none", "/States/M#many");
    }

    @Test
    void an_execution_that_fails_halfway_has_reached_what_came_before() {
      machine.mock("T").fails("Boom", "why");

      assertThat(hits(machine.run("{\"items\": []}")).counts())
          .containsKeys("/States/P", "/States/P/Branches/1", "/States/P/Branches/1/States/T")
          .doesNotContainKeys("/States/P/Next", "/States/M");
    }

    @Test
    void children_of_a_map_run_count_for_their_parent() {
      TestStateMachine distributed =
          machine(
              """
              {"StartAt": "M", "States": {
                "M": {"Type": "Map", "ItemsPath": "$.items", "End": true,
                  "ItemProcessor": {
                    "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                    "StartAt": "P", "States": {
                      "P": {"Type": "Parallel", "End": true, "Branches": [
                        {"StartAt": "T", "States": {"T": {TASK, "End": true}}}]}}}}}}
              """);
      distributed.mock("T").returns(Map.of());

      String processor = "/States/M/ItemProcessor/States/P";
      assertThat(hits(distributed.run("{\"items\": [1, 2]}")))
          .isEqualTo(
              new Hits(
                  1,
                  new TreeMap<>(
                      Map.of(
                          "/States/M",
                          1L,
                          "/States/M#many",
                          1L,
                          processor,
                          2L,
                          processor + "/Branches/0",
                          2L,
                          processor + "/Branches/0/States/T",
                          2L))));
      assertThat(besideStates(distributed.run("{\"items\": []}")))
          .containsOnly(entry("/States/M#none", 1L));
    }
  }

  @Test
  void children_that_are_not_kept_count_when_they_end() {
    StepFunctionsEnvironment forgetful =
        StepFunctionsEnvironment.builder().keepingChildren(ChildRetention.none()).build();
    ForgottenChildren forgotten = new ForgottenChildren();
    forgetful.simulation().engine().whenForgotten(forgotten::add);
    TestStateMachine outer =
        forgetful.define(
            "outer",
            """
            {"StartAt": "M", "States": {
              "M": {"Type": "Map", "ItemsPath": "$", "End": true, "ItemProcessor": {
                "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                "StartAt": "N", "States": {
                  "N": {"Type": "Map", "ItemsPath": "$", "End": true, "ItemProcessor": {
                    "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
                    "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}}}}}}}
            """);

    Execution run = outer.run("[[1, 2], [3]]");

    String inner = "/States/M/ItemProcessor/States/N";
    assertThat(hits(run).counts()).containsOnlyKeys("/States/M", "/States/M#many");
    assertThat(forgotten.of(run.arn()).counts())
        .containsOnly(
            entry(inner, 2L),
            entry(inner + "#one", 1L),
            entry(inner + "#many", 1L),
            entry(inner + "/ItemProcessor/States/A", 3L));
    assertThat(forgotten.of("another")).isEqualTo(Hits.NONE);
  }

  @Nested
  class Times {
    private final TestStateMachine machine =
        machine(
            """
            {"StartAt": "T", "TimeoutSeconds": 600, "States": {
              "T": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                "Parameters": {"QueueUrl": "q", "MessageBody": {"token.$": "$$.Task.Token"}},
                "TimeoutSecondsPath": "$.limit", "HeartbeatSeconds": 10, "End": true}}}
            """);

    @Test
    void limits_are_points() {
      assertThat(keys(machine, PointKind.TIMEOUT, PointKind.HEARTBEAT))
          .containsExactly(
              "/TimeoutSeconds#hit",
              "/States/T/TimeoutSecondsPath#hit",
              "/States/T/HeartbeatSeconds#hit");
    }

    @Test
    void a_missed_heartbeat_is_told_from_a_timeout() {
      assertThat(besideStates(machine.start("{\"limit\": 60}").finish()))
          .containsOnly(entry("/States/T/HeartbeatSeconds#hit", 1L));
      assertThat(besideStates(machine.start("{\"limit\": 5}").finish()))
          .containsOnly(entry("/States/T/TimeoutSecondsPath#hit", 1L));
    }

    @Test
    void the_machines_own_timeout_is_counted() {
      RunningExecution run = machine.start("{\"limit\": 10000}");
      for (int i = 0; i < 100 && run.runUntilParked().status() == ExecutionStatus.RUNNING; i++) {
        run.token("T").heartbeat();
        run.advance(ofSeconds(8));
      }

      assertThat(besideStates(run.finish())).containsOnly(entry("/TimeoutSeconds#hit", 1L));
    }

    @Test
    void the_services_limit_of_an_express_execution_is_not_the_machines() {
      String waiting =
          """
          {"StartAt": "W", "TimeoutSeconds": %s, "States": {
            "W": {"Type": "Wait", "Seconds": 1000, "End": true}}}
          """;

      Execution limited =
          env.define("limited", waiting.formatted(9000), WorkflowType.EXPRESS).run("{}");
      Execution own = env.define("own", waiting.formatted(7), WorkflowType.EXPRESS).run("{}");

      assertThat(limited.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
      assertThat(besideStates(limited)).isEmpty();
      assertThat(besideStates(own)).containsOnly(entry("/TimeoutSeconds#hit", 1L));
    }
  }

  @Test
  void an_execution_that_runs_counts_so_far() {
    TestStateMachine machine =
        machine(
            """
            {"StartAt": "A", "States": {
              "A": {"Type": "Pass", "Next": "W"},
              "W": {"Type": "Wait", "Seconds": 10, "Next": "B"},
              "B": {"Type": "Succeed"}}}
            """);
    RunningExecution run = machine.start("{}").advance(ofSeconds(1));

    assertThat(hits(run.snapshot()).counts())
        .containsOnlyKeys("/States/A", "/States/A/Next", "/States/W");
  }

  @Test
  void nested_executions_count_for_their_own_definitions() {
    TestStateMachine child =
        env.define("child", "{\"StartAt\": \"C\", \"States\": {\"C\": {\"Type\": \"Succeed\"}}}");
    TestStateMachine parent =
        env.define(
            "parent",
            """
            {"StartAt": "S", "States": {"S": {"Type": "Task", "End": true,
              "Resource": "arn:aws:states:::states:startExecution.sync:2",
              "Parameters": {"StateMachineArn": "%s", "Input": {}}}}}
            """
                .formatted(child.arn()));

    Execution run = parent.run("{}");

    assertThat(hits(run).counts()).containsOnlyKeys("/States/S");
    assertThat(hits(child.execution()).counts()).containsOnlyKeys("/States/C");
  }

  @Test
  void hits_of_several_runs_add_up() {
    TestStateMachine machine =
        machine("{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}");
    Hits once = hits(machine.run("{}"));

    assertThat(once.plus(once)).isEqualTo(hits(machine.run("{}"), machine.run("{}")));
    assertThat(once.plus(Hits.NONE)).isEqualTo(once);
  }

  @Test
  void the_example_of_the_page_reaches_what_the_page_says() throws IOException {
    String page = Files.readString(Path.of("../../docs/coverage.md"));
    int start = page.indexOf("```json\n") + "```json\n".length();
    TestStateMachine order = machine(page.substring(start, page.indexOf("```", start)));
    order.mock("Charge").returns(Map.of());
    Execution first = order.run("{\"vip\": false}");
    order.mock("Charge").fails("Busy", "503").then().returns(Map.of());
    Execution second = order.run("{\"vip\": true, \"total\": 50}");

    assertThat(hits(first, second).counts())
        .containsOnly(
            entry("/States/Route", 2L),
            entry("/States/Route/Choices/0#false", 2L),
            entry("/States/Route/Choices/0/And/0#false", 1L),
            entry("/States/Route/Choices/0/And/0#true", 1L),
            entry("/States/Route/Choices/0/And/1#false", 1L),
            entry("/States/Route/Default", 2L),
            entry("/States/Charge", 2L),
            entry("/States/Charge/Retry/0#used", 1L),
            entry("/States/Charge/Next", 2L),
            entry("/States/Thank", 2L));
  }
}
