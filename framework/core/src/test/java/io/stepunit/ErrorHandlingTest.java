package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.json.Json;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Retry and Catch do beyond counting and matching, which {@link RetriesTest} shows. */
class ErrorHandlingTest {
  private static final String CATCH_ALL = "[{\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"C\"}]";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  private static String output(Execution run) {
    return Json.text(run.output().orElseThrow());
  }

  private TestStateMachine machine(String state) {
    return StepFunctionsEnvironment.create()
        .define(
            "errors",
            "{\"StartAt\": \"S\", \"States\": {\"S\": %s, \"C\": {\"Type\": \"Pass\", \"End\": true}}}"
                .formatted(state));
  }

  @Nested
  class A_catcher {
    private TestStateMachine task(String fields, String catcher) {
      return machine(
          """
          {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", %s "End": true,
            "Catch": [{"ErrorEquals": ["States.ALL"], %s "Next": "C"}]}
          """
              .formatted(fields, catcher));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "``                         | {\"Error\":\"Boom\",\"Cause\":\"why\"}",
          "\"ResultPath\": \"$\",     | {\"Error\":\"Boom\",\"Cause\":\"why\"}",
          "\"ResultPath\": null,      | {\"k\":1}",
          "\"ResultPath\": \"$.k.e\", | failed",
          "\"ResultPath\": \"$.e\",   | {\"k\":1,\"e\":{\"Error\":\"Boom\",\"Cause\":\"why\"}}"
        })
    void puts_the_error_output_where_its_own_result_path_says(String resultPath, String output) {
      TestStateMachine machine = task("", resultPath);
      machine.mock("S").fails("Boom", "why");

      Execution run = machine.run("{\"k\": 1}");

      if (output.equals("failed")) {
        assertThat(run.error()).contains("States.ReferencePathConflict");
        assertThat(HistoryLines.of(run)).endsWith("TaskFailed<-4", "ExecutionFailed<-5");
      } else {
        assertThat(output(run)).isEqualTo(output);
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"$.Payload\"", "\"$.no.such.path\""})
    void a_catcher_has_nothing_to_do_with_the_fields_of_the_state(String outputPath) {
      TestStateMachine machine =
          task(
              "\"InputPath\": \"$.k\", \"ResultSelector\": {\"x.$\": \"$.nope\"},"
                  + " \"ResultPath\": \"$.r\", \"OutputPath\": %s,".formatted(outputPath),
              "\"ResultPath\": \"$.e\",");
      machine.mock("S").fails("Boom", "why");

      Execution run = machine.run("{\"k\": 1}");

      assertThat(output(run)).isEqualTo("{\"k\":1,\"e\":{\"Error\":\"Boom\",\"Cause\":\"why\"}}");
    }

    @Test
    void sees_an_empty_cause_of_a_timeout() {
      TestStateMachine machine = task("\"TimeoutSeconds\": 5,", "");
      machine.mock("S").neverAnswers();

      Execution run = machine.run("{}");

      assertThat(output(run)).isEqualTo("{\"Error\":\"States.Timeout\",\"Cause\":\"\"}");
      assertThat(run.historyJson()).doesNotContain("\"cause\"");
    }

    @Test
    void a_catcher_is_only_asked_when_no_retry_is_left() {
      TestStateMachine machine =
          task("\"Retry\": [{\"ErrorEquals\": [\"Boom\"], \"MaxAttempts\": 1}],", "");
      machine.mock("S").fails("Boom", "why");

      assertThat(HistoryLines.of(machine.run("{}")))
          .startsWith(
              "ExecutionStarted<-0",
              "TaskStateEntered<-0",
              "TaskScheduled<-2",
              "TaskStarted<-3",
              "TaskFailed<-4",
              "TaskScheduled<-5",
              "TaskStarted<-6",
              "TaskFailed<-7",
              "TaskStateExited<-8",
              "PassStateEntered<-9");
    }
  }

  /** Inside a Parallel and inside a Map that both retry and catch everything. */
  @Nested
  class An_error_that_nothing_can_handle {
    private static final String[] AROUND = {
      "{\"Type\": \"Parallel\", \"End\": true, \"Retry\": [{\"ErrorEquals\": [\"States.ALL\"]}],"
          + " \"Catch\": %s, \"Branches\": [%s]}",
      "{\"Type\": \"Map\", \"ItemsPath\": \"$.items\", \"End\": true, \"Retry\": [{\"ErrorEquals\":"
          + " [\"States.ALL\"]}], \"Catch\": %s, \"ItemProcessor\": %s}"
    };

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{\"Type\": \"Pass\", \"InputPath\": \"$.nope\", \"End\": true}     | States.Runtime",
          "{\"Type\": \"Wait\", \"SecondsPath\": \"$.nope\", \"End\": true}   | States.Runtime",
          "{\"Type\": \"Choice\", \"Choices\": [{\"Variable\": \"$\", \"IsNull\": true, \"Next\":"
              + " \"X\"}]} | States.Runtime",
          "{\"Type\": \"Choice\", \"Default\": \"X\", \"Choices\": [{\"Variable\": \"$.nope\","
              + " \"IsNull\": true, \"Next\": \"X\"}]} | States.Runtime",
          "{\"Type\": \"Fail\", \"ErrorPath\": \"$.nope\"}                    | States.Runtime",
          "{\"Type\": \"Succeed\", \"OutputPath\": \"$.nope\"}                | States.Runtime",
          "{\"Type\": \"Pass\", \"Parameters\": {\"x.$\": \"States.StringToJson('{')\"}, \"End\":"
              + " true} | States.Runtime",
          "{\"Type\": \"Pass\", \"Parameters\": {\"a.$\": \"$$.Execution.Input.big\", \"b.$\":"
              + " \"$$.Execution.Input.big\"}, \"End\": true} | States.DataLimitExceeded",
          "{\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\","
              + " \"TimeoutSecondsPath\": \"$.nope\", \"End\": true} | States.Runtime"
        })
    void ends_the_execution_from_within_branches_and_iterations(String state, String error) {
      String scope =
          "{\"StartAt\": \"In\", \"States\": {\"In\": %s, \"X\": {\"Type\": \"Pass\", \"End\": true}}}"
              .formatted(state);
      String unused = ", \"X\": {\"Type\": \"Pass\", \"End\": true}";
      String inner = state.contains("\"X\"") ? scope : scope.replace(unused, "");
      for (String around : AROUND) {
        TestStateMachine machine = machine(around.formatted(CATCH_ALL, inner));

        Execution run = machine.run(Map.of("items", new int[] {1}, "big", "x".repeat(140_000)));

        assertThat(run.error()).contains(error);
        assertThat(run.path()).doesNotContain("C");
        assertThat(run.events())
            .extracting(event -> event.type().awsName())
            .noneMatch(type -> type.matches(".*(Aborted|IterationFailed|StateFailed)"));
      }
    }

    @Test
    void an_error_that_nothing_can_handle_is_a_runtime_error_by_whomever_it_is_raised() {
      TestStateMachine machine =
          machine(
              """
              {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                "Retry": [{"ErrorEquals": ["States.Runtime"]}],
                "Catch": [{"ErrorEquals": ["States.Runtime"], "Next": "C"}]}
              """);
      machine.mock("S").fails("States.Runtime", "why");

      Execution run = machine.run("{}");

      assertThat(HistoryLines.of(run)).endsWith("TaskFailed<-4", "ExecutionFailed<-5");
    }
  }

  @Nested
  class A_parallel_or_map {
    private static final String TASK =
        """
        {"StartAt": "T", "States": {
          "T": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true}}}
        """;

    @Test
    void catches_with_the_error_of_the_branch_and_its_own_raw_input() {
      TestStateMachine machine =
          machine(
              """
              {"Type": "Parallel", "InputPath": "$.in", "Branches": [%s], "End": true,
                "Catch": [{"ErrorEquals": ["Boom"], "ResultPath": "$.e", "Next": "C"}]}
              """
                  .formatted(TASK));
      machine.mock("T").fails("Boom", "why");

      Execution run = machine.run("{\"in\": 1}");

      assertThat(output(run)).isEqualTo("{\"in\":1,\"e\":{\"Error\":\"Boom\",\"Cause\":\"why\"}}");
      assertThat(HistoryLines.of(run))
          .endsWith(
              "TaskFailed<-6",
              "TaskStateAborted<-7",
              "ParallelStateFailed<-7",
              "ParallelStateExited<-9",
              "PassStateEntered<-10",
              "PassStateExited<-11",
              "ExecutionSucceeded<-12");
    }

    @Test
    void a_parallel_or_map_is_not_matched_by_branch_failed() {
      TestStateMachine machine =
          machine(
              """
              {"Type": "Parallel", "Branches": [%s], "End": true,
                "Catch": [{"ErrorEquals": ["States.BranchFailed"], "Next": "C"}]}
              """
                  .formatted(TASK));
      machine.mock("T").fails("Boom", "why");

      assertThat(machine.run("{}").error()).contains("Boom");
    }

    @Test
    void runs_all_iterations_again_when_it_is_retried() {
      TestStateMachine machine =
          machine(
              """
              {"Type": "Map", "ItemProcessor": %s, "End": true,
                "Retry": [{"ErrorEquals": ["Boom"], "MaxAttempts": 1, "IntervalSeconds": 4}],
                "Catch": %s}
              """
                  .formatted(TASK, CATCH_ALL));
      machine.mock("S[0]/T").returns("\"zero\"");
      machine.mock("S[1]/T").fails("Boom", "why").taking(Duration.ofSeconds(1)).thenReturns("1");

      Execution run = machine.run("[1, 2]");

      assertThat(output(run)).isEqualTo("[\"zero\",1]");
      assertThat(run.duration()).isEqualTo(Duration.ofSeconds(5));
      assertThat(HistoryLines.of(run))
          .containsSubsequence(
              "TaskFailed<-11",
              "MapIterationFailed<-15",
              "TaskStateAborted<-15",
              "MapStateStarted<-15",
              "MapIterationStarted<-18",
              "MapIterationStarted<-18")
          .doesNotContain("MapStateFailed<-15");
    }

    @Test
    void a_parallel_or_map_has_failed_once_its_retries_are_used_up() {
      TestStateMachine machine =
          machine(
              """
              {"Type": "Map", "ItemProcessor": %s, "End": true, "Catch": %s,
                "Retry": [{"ErrorEquals": ["Boom"], "MaxAttempts": 1}]}
              """
                  .formatted(TASK, CATCH_ALL));
      machine.mock("T").fails("Boom", "why");

      assertThat(HistoryLines.of(machine.run("[1]")))
          .containsExactly(
              "ExecutionStarted<-0",
              "MapStateEntered<-0",
              "MapStateStarted<-2",
              "MapIterationStarted<-3",
              "TaskStateEntered<-4",
              "TaskScheduled<-5",
              "TaskStarted<-6",
              "TaskFailed<-7",
              "MapIterationFailed<-8",
              "TaskStateAborted<-8",
              "MapStateStarted<-8",
              "MapIterationStarted<-11",
              "TaskStateEntered<-12",
              "TaskScheduled<-13",
              "TaskStarted<-14",
              "TaskFailed<-15",
              "MapIterationFailed<-16",
              "TaskStateAborted<-16",
              "MapStateFailed<-16",
              "MapStateExited<-19",
              "PassStateEntered<-20",
              "PassStateExited<-21",
              "ExecutionSucceeded<-22");
    }

    @Test
    void cuts_a_nested_map_off_with_its_iterations() {
      Execution run =
          machine(
                  """
                  {"Type": "Parallel", "Next": "C", "Branches": [
                    {"StartAt": "Late", "States": {
                      "Late": {"Type": "Wait", "Seconds": 1, "Next": "F"},
                      "F": {"Type": "Fail", "Error": "Boom"}}},
                    {"StartAt": "Each", "States": {
                      "Each": {"Type": "Map", "End": true, "ItemProcessor": {
                        "StartAt": "W", "States": {
                          "W": {"Type": "Wait", "Seconds": 60, "End": true}}}}}}]}
                  """)
              .run("[1, 2]");

      assertThat(HistoryLines.of(run))
          .endsWith(
              "FailStateEntered<-11",
              "MapStateAborted<-12",
              "MapIterationAborted<-12",
              "WaitStateAborted<-12",
              "MapIterationAborted<-12",
              "WaitStateAborted<-12",
              "ParallelStateFailed<-12",
              "ExecutionFailed<-18");
    }
  }

  @Nested
  class A_fail_state {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        nullValues = "absent",
        value = {
          "\"Error\": \"E\", \"Cause\": \"C\"                | E      | C",
          "\"Error\": \"E\"                                  | E      | absent",
          "\"Cause\": \"C\"                                  | absent | C",
          "\"ErrorPath\": \"$.e\", \"CausePath\": \"$.c.d\"  | Boom   | why",
          "\"ErrorPath\": \"States.Format('{}-{}', $.e, 1)\" | Boom-1 | absent",
          "\"CausePath\": \"States.JsonToString($.c)\"       | absent | {\"d\":\"why\"}",
          "\"ErrorPath\": \"$$.State.Name\"                  | F      | absent"
        })
    void tells_what_it_has(String fields, String error, String cause) {
      String definition = "{\"StartAt\": \"F\", \"States\": {\"F\": {\"Type\": \"Fail\", %s}}}";

      Execution run =
          env.define("fail", definition.formatted(fields))
              .run("{\"e\": \"Boom\", \"c\": {\"d\": \"why\"}}");

      assertThat(run.error().orElse(null)).isEqualTo(error);
      assertThat(run.cause().orElse(null)).isEqualTo(cause);
    }

    @Test
    void may_have_nothing_at_all() {
      Execution run =
          env.define("fail", "{\"StartAt\": \"F\", \"States\": {\"F\": {\"Type\": \"Fail\"}}}")
              .run("{}");

      assertThat(run.error()).isEmpty();
      assertThat(run.cause()).isEmpty();
      assertThat(run.historyJson()).contains("\"executionFailedEventDetails\": {}");
    }

    @Test
    void names_its_field_where_a_path_leads_nowhere() {
      Execution run =
          env.define(
                  "fail",
                  """
                  {"StartAt": "P", "States": {
                    "P": {"Type": "Pass", "Next": "fail"},
                    "fail": {"Type": "Fail", "ErrorPath": "$.ErrorX"}}}
                  """)
              .run("{}");

      assertThat(run.error()).contains("States.Runtime");
      assertThat(run.cause())
          .contains(
              "An error occurred while executing the state 'fail' (entered at the event id #4). The"
                  + " JSONPath '$.ErrorX' specified for the field 'ErrorPath' could not be found in"
                  + " the input '{}'");
    }
  }
}
