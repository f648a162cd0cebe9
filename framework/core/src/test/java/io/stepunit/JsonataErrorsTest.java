package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.history.EventDetails.EvaluationFailed;
import io.stepunit.history.HistoryEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions that fail while a machine runs: names, causes, locations, who may handle it. */
class JsonataErrorsTest {
  private static final String QUERY_ERROR = "States.QueryEvaluationError";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  /** A machine of the given states that starts with {@code A}. */
  private TestStateMachine machine(String states) {
    return env.define(
        "failing",
        "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": {" + states + "}}");
  }

  private static List<EvaluationFailed> failures(Execution run) {
    return run.events().stream()
        .map(HistoryEvent::details)
        .filter(EvaluationFailed.class::isInstance)
        .map(EvaluationFailed.class::cast)
        .toList();
  }

  private static void assertFailedAt(Execution run, String location, String ending) {
    assertThat(run.error()).contains(QUERY_ERROR);
    assertThat(run.cause().orElseThrow())
        .startsWith("An error occurred while executing the state 'A' (entered at the event id #2).")
        .endsWith(ending);
    assertThat(failures(run))
        .containsExactly(
            new EvaluationFailed("A", QUERY_ERROR, run.cause().orElseThrow(), location));
  }

  @Nested
  class An_undefined_result {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            Output             | "Type": "Pass", "End": true, "Output": "{% $x %}"
            Output/a/b[1]      | "Type": "Pass", "End": true, "Output": {"a": {"b": [1, "{% $x %}"]}}
            Assign/v/w         | "Type": "Pass", "End": true, "Assign": {"v": {"w": "{% $x %}"}}
            Output             | "Type": "Succeed", "Output": "{% $x %}"
            Error              | "Type": "Fail", "Error": "{% $x %}"
            Cause              | "Type": "Fail", "Error": "E", "Cause": "{% $x %}"
            Seconds            | "Type": "Wait", "End": true, "Seconds": "{% $x %}"
            Timestamp          | "Type": "Wait", "End": true, "Timestamp": "{% $x %}"
            Choices[1]/Condition | "Type": "Choice", "Choices": [{"Condition": false, "Next": "Z"}, {"Condition": "{% $x %}", "Next": "Z"}]
            Choices[0]/Output/v  | "Type": "Choice", "Choices": [{"Condition": true, "Next": "Z", "Output": {"v": "{% $x %}"}}]
            Choices[0]/Assign/v  | "Type": "Choice", "Choices": [{"Condition": true, "Next": "Z", "Assign": {"v": "{% $x %}"}}]
            Items              | "Type": "Map", "End": true, "Items": "{% $x %}", "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}
            MaxConcurrency     | "Type": "Map", "End": true, "Items": [1], "MaxConcurrency": "{% $x %}", "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}
            ToleratedFailureCount | "Type": "Map", "End": true, "Items": [1], "ToleratedFailureCount": "{% $x %}", "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}
            ToleratedFailurePercentage | "Type": "Map", "End": true, "Items": [1], "ToleratedFailurePercentage": "{% $x %}", "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}
            ItemSelector/v     | "Type": "Map", "End": true, "Items": [1], "ItemSelector": {"v": "{% $x %}"}, "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}
            Arguments/n        | "Type": "Parallel", "End": true, "Arguments": {"n": "{% $x %}"}, "Branches": [{"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}]
            Output             | "Type": "Parallel", "End": true, "Output": "{% $states.result[5] %}", "Branches": [{"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}]
            Arguments/Payload  | "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true, "Arguments": {"FunctionName": "f", "Payload": "{% $x %}"}
            TimeoutSeconds     | "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true, "Arguments": {"FunctionName": "f"}, "TimeoutSeconds": "{% $x %}"
            HeartbeatSeconds   | "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true, "Arguments": {"FunctionName": "f"}, "HeartbeatSeconds": "{% $x %}"
            Credentials/RoleArn | "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true, "Arguments": {"FunctionName": "f"}, "Credentials": {"RoleArn": "{% $x %}"}
            """)
    void fails_the_state_at_its_field(String location, String state) {
      Execution run = machine("\"A\": {" + state + "}" + stateZ(state)).run("{}");

      assertFailedAt(
          run,
          location,
          " specified for the field '" + location + "' returned nothing (undefined).");
    }
  }

  @Nested
  class A_result_of_another_type {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            Error    | string  | number for value: 1        | "Type": "Fail", "Error": "{% 1 %}"
            Cause    | string  | object for value: {"a":1}  | "Type": "Fail", "Cause": "{% {'a': 1} %}"
            Seconds  | number  | string for value: "5"      | "Type": "Wait", "End": true, "Seconds": "{% '5' %}"
            Timestamp | string | number for value: 1        | "Type": "Wait", "End": true, "Timestamp": "{% 1 %}"
            Choices[0]/Condition | boolean | number for value: 1 | "Type": "Choice", "Choices": [{"Condition": "{% 1 %}", "Next": "Z"}]
            Choices[0]/Condition | boolean | null for value: null | "Type": "Choice", "Choices": [{"Condition": "{% null %}", "Next": "Z"}]
            Items    | array   | object for value: {"A1":5} | "Type": "Map", "End": true, "Items": "{% {'A1': 5} %}", "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}
            Items    | array   | number for value: 1        | "Type": "Map", "End": true, "Items": "{% 1 %}", "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}
            MaxConcurrency | number | boolean for value: true | "Type": "Map", "End": true, "Items": [1], "MaxConcurrency": "{% true %}", "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}
            TimeoutSeconds | number | array for value: [1,2] | "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true, "Arguments": {"FunctionName": "f"}, "TimeoutSeconds": "{% [1, 2] %}"
            Credentials/RoleArn | string | number for value: 1 | "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true, "Arguments": {"FunctionName": "f"}, "Credentials": {"RoleArn": "{% 1 %}"}
            """)
    void fails_the_state_and_tells_both_types(
        String location, String expected, String found, String state) {
      Execution run = machine("\"A\": {" + state + "}" + stateZ(state)).run("{}");

      String type = found.substring(0, found.indexOf(' '));
      assertFailedAt(
          run,
          location,
          " specified for the field '%s' returned an unexpected result type. Expected '%s', but was '%s'%s"
              .formatted(location, expected, type, found.substring(type.length())));
    }

    @Test
    void a_result_of_another_type_is_a_function_anywhere() {
      Execution run =
          machine(
                  """
                  "A": {"Type": "Pass", "End": true, "Output": {"f": "{% function($x) { $x } %}"}}
                  """)
              .run("{}");

      assertFailedAt(run, "Output/f", "returned an unsupported result type.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"foo\":\"bar\"}", "null", "1", "\"text\"", "true"})
    void a_result_of_another_type_is_an_input_that_a_map_without_items_cannot_go_over(
        String input) {
      Execution run =
          machine(
                  """
                  "A": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "B", "States": {
                    "B": {"Type": "Succeed"}}}}
                  """)
              .run(input);

      assertThat(failures(run))
          .containsExactly(new EvaluationFailed("A", QUERY_ERROR, run.cause().orElseThrow(), null));
      assertThat(run.cause().orElseThrow())
          .endsWith("#2). Map state input must be an array but was: " + input);
      assertThat(HistoryLines.of(run))
          .endsWith("EvaluationFailed<-2", "MapStateFailed<-3", "ExecutionFailed<-4");
      assertThat(run.historyJson()).doesNotContain("location");
    }

    @Test
    void a_result_of_another_type_is_a_timestamp_that_is_none() {
      Execution run =
          machine(
                  """
                  "A": {"Type": "Wait", "End": true, "Timestamp": "{% $states.input %}"}
                  """)
              .run("\"tomorrow\"");

      assertFailedAt(
          run,
          "Timestamp",
          "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format"
              + " string: tomorrow");
    }
  }

  @Nested
  class The_history {
    @Test
    void the_history_has_one_event_for_each_attempt_of_a_task_whose_arguments_are_undefined() {
      Execution run =
          machine(
                  """
                  "A": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true,
                    "Arguments": {"QueueUrl": "q", "MessageBody": "{% $x %}"},
                    "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 1}]}
                  """)
              .run("{}");

      assertThat(HistoryLines.of(run))
          .containsExactly(
              "ExecutionStarted<-0",
              "TaskStateEntered<-0",
              "EvaluationFailed<-2",
              "EvaluationFailed<-3",
              "ExecutionFailed<-4");
      assertThat(failures(run))
          .allSatisfy(
              failed -> {
                assertThat(failed.location()).isEqualTo("Arguments/MessageBody");
                assertThat(failed.state()).isEqualTo("A");
                assertThat(failed.error()).isEqualTo(QUERY_ERROR);
              });
      assertThat(run.duration()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void shows_a_map_whose_items_are_undefined_as_failed_and_never_as_started() {
      Execution run =
          machine(
                  """
                  "A": {"Type": "Map", "End": true, "Items": "{% $x %}",
                    "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}}
                  """)
              .run("{}");

      assertThat(HistoryLines.of(run))
          .containsExactly(
              "ExecutionStarted<-0",
              "MapStateEntered<-0",
              "EvaluationFailed<-2",
              "MapStateFailed<-3",
              "ExecutionFailed<-4");
    }

    @Test
    void shows_a_catcher_that_fails_itself_and_the_state_failed_twice() {
      Execution run =
          machine(
                  """
                  "A": {"Type": "Parallel", "End": true,
                    "Branches": [{"StartAt": "F", "States": {"F": {"Type": "Fail", "Error": "Boom"}}}],
                    "Catch": [{"ErrorEquals": ["Other"], "Next": "Z"},
                      {"ErrorEquals": ["States.ALL"], "Next": "Z", "Output": {"v": "{% $x %}"}}]},
                  "Z": {"Type": "Succeed"}
                  """)
              .run("{}");

      assertThat(HistoryLines.of(run))
          .containsExactly(
              "ExecutionStarted<-0",
              "ParallelStateEntered<-0",
              "ParallelStateStarted<-2",
              "FailStateEntered<-3",
              "ParallelStateFailed<-4",
              "EvaluationFailed<-4",
              "ParallelStateFailed<-6",
              "ExecutionFailed<-7");
      assertFailedAt(
          run,
          "Catch[1]/Output/v",
          " specified for the field 'Catch[1]/Output/v' returned nothing (undefined).");
    }

    @Test
    void goes_on_where_a_parallel_catches_the_failure_of_a_branch() {
      Execution run =
          machine(
                  """
                  "A": {"Type": "Parallel", "End": true,
                    "Branches": [{"StartAt": "P", "States": {
                      "P": {"Type": "Pass", "Output": "{% $x %}", "End": true}}}],
                    "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Z"}]},
                  "Z": {"Type": "Pass", "End": true}
                  """)
              .run("{}");

      assertThat(HistoryLines.of(run))
          .containsExactly(
              "ExecutionStarted<-0",
              "ParallelStateEntered<-0",
              "ParallelStateStarted<-2",
              "PassStateEntered<-3",
              "EvaluationFailed<-4",
              "ParallelStateFailed<-5",
              "ParallelStateExited<-6",
              "PassStateEntered<-7",
              "PassStateExited<-8",
              "ExecutionSucceeded<-9");
      assertThat(run.outputAt("$.Error").orElseThrow().textValue()).isEqualTo(QUERY_ERROR);
      assertThat(run.outputAt("$.Cause").orElseThrow().textValue())
          .isEqualTo(
              "An error occurred while executing the state 'P' (entered at the event id #4). The"
                  + " JSONata expression '$x' specified for the field 'Output' returned nothing"
                  + " (undefined).");
    }

    @Test
    void ends_with_the_first_iteration_that_fails() {
      Execution run =
          machine(
                  """
                  "A": {"Type": "Map", "End": true, "Items": [1, 2], "MaxConcurrency": 1,
                    "ItemProcessor": {"StartAt": "P", "States": {
                      "P": {"Type": "Pass", "Output": "{% $x %}", "End": true}}}}
                  """)
              .run("{}");

      assertThat(HistoryLines.of(run))
          .containsExactly(
              "ExecutionStarted<-0",
              "MapStateEntered<-0",
              "MapStateStarted<-2",
              "MapIterationStarted<-3",
              "PassStateEntered<-4",
              "EvaluationFailed<-5",
              "MapIterationFailed<-6",
              "MapStateFailed<-6",
              "ExecutionFailed<-8");
    }
  }

  @Nested
  class Retry_and_catch {
    @ParameterizedTest
    @CsvSource({"States.QueryEvaluationError", "States.ALL"})
    void see_the_failure_of_an_output(String name) {
      TestStateMachine machine =
          machine(
              """
              "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                "Arguments": {"FunctionName": "f"}, "Output": "{%% $states.result.Payload.id %%}",
                "End": true,
                "Retry": [{"ErrorEquals": ["%s"], "IntervalSeconds": 3, "MaxAttempts": 2}]}
              """
                  .formatted(name));
      machine.mock("A").returnsPayload("{}").times(2).thenReturnsPayload("{\"id\": 7}");

      Execution run = machine.run("{}");

      assertThat(run.output().orElseThrow().intValue()).isEqualTo(7);
      assertThat(run.visits("A").get(0).retryDelays())
          .containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(6));
      assertThat(failures(run)).hasSize(2);
    }

    @Test
    void see_the_failure_of_an_assign_and_nothing_is_assigned() {
      TestStateMachine machine =
          machine(
              """
              "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                "Arguments": {"FunctionName": "f"}, "End": true,
                "Assign": {"fine": 1, "bad": "{% $states.result.Payload.id %}"},
                "Catch": [{"ErrorEquals": ["States.QueryEvaluationError"], "Next": "Z",
                  "Output": "{% $states.errorOutput.Error %}"}]},
              "Z": {"Type": "Succeed", "Output": ["{% $states.input %}", "{% $exists($fine) %}"]}
              """);
      machine.mock("A").returnsPayload("{}");

      Execution run = machine.run("{}");

      assertThat(run.output().orElseThrow().toString())
          .isEqualTo("[\"States.QueryEvaluationError\",false]");
      assertThat(run.visits("A").get(0).catcherTaken()).isPresent();
    }

    @Test
    void retry_and_catch_are_not_there_for_a_name_of_another_kind() {
      Execution run =
          machine(
                  """
                  "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                    "Arguments": "{% $x %}",
                    "Catch": [{"ErrorEquals": ["States.Runtime", "States.Timeout"], "Next": "Z"}]},
                  "Z": {"Type": "Succeed"}
                  """)
              .run("{}");

      assertThat(run.error()).contains(QUERY_ERROR);
    }
  }

  @Nested
  class An_expression_without_end {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            ($f := function($n) { 1 + $f($n) }; $f(1)) | threw an error during evaluation: Stack overflow error
            ($f := function($n) { $f($n + 1) }; $f(1)) | threw an error during evaluation: Expression evaluation timeout
            $sum([1..9999999])                         | threw an error during evaluation: Expression evaluation memory limit exceeded
            """)
    void fails_the_state_the_same_way_each_time(String expression, String ending) {
      TestStateMachine machine =
          machine(
              "\"A\": {\"Type\": \"Pass\", \"End\": true, \"Output\": \"{% "
                  + expression
                  + " %}\"}");

      Execution run = machine.run("{}");

      assertThat(run.error()).contains(QUERY_ERROR);
      assertThat(run.cause().orElseThrow()).contains("for the field 'Output' " + ending);
      assertThat(machine.run("{}").cause()).isEqualTo(run.cause());
    }
  }

  /** The state Z, if the state leads to it: AWS refuses a state that nothing leads to. */
  private static String stateZ(String state) {
    return state.contains("\"Z\"") ? ", \"Z\": {\"Type\": \"Succeed\"}" : "";
  }
}
