package io.stepunit;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.WorkflowType;
import io.stepunit.budget.ExceededBudgetError;
import io.stepunit.budget.WorkBudget;
import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.json.Json;
import io.stepunit.mock.UnmockedTaskError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Executions that Tasks start, by {@code states:startExecution} and {@code aws-sdk:sfn}. */
class NestedExecutionsTest {
  private static final String CHILD_ARN =
      "arn:aws:states:us-east-1:123456789012:stateMachine:child";

  /** Waits ten seconds, and fails with Boom where the input says so. */
  private static final String CHILD =
      """
      {"StartAt": "Rest", "States": {
        "Rest": {"Type": "Wait", "Seconds": 10, "Next": "Well"},
        "Well": {"Type": "Choice", "Default": "Done", "Choices": [
          {"Variable": "$.fails", "IsPresent": true, "Next": "Broken"}]},
        "Broken": {"Type": "Fail", "Error": "Boom", "Cause": "custom cause"},
        "Done": {"Type": "Pass", "Result": {"answer": 42}, "ResultPath": "$.result", "End": true}}}
      """;

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  private static String parent(String action, String more) {
    return """
    {"StartAt": "Start", "States": {
      "Start": {"Type": "Task", "Resource": "arn:aws:states:::%s",
        "Parameters": {"StateMachineArn": "%s", "Input": {
          "k.$": "$.k",
          "AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID.$": "$$.Execution.Id"}},
        %s
        "ResultPath": "$.child", "End": true}}}
    """
        .formatted(action, CHILD_ARN, more);
  }

  private static String failing(String action, String more) {
    return parent(action, more).replace("\"k.$\": \"$.k\"", "\"fails\": true");
  }

  @Nested
  class Request_response {
    @Test
    void goes_on_at_once_while_the_child_runs_in_the_same_virtual_time() {
      TestStateMachine child = env.define("child", CHILD);

      Execution run = env.define("parent", parent("states:startExecution", "")).run("{\"k\": 1}");

      assertThat(run.duration()).isZero();
      assertThat(child.execution().status()).isEqualTo(ExecutionStatus.RUNNING);
      env.runToEnd();
      assertThat(child.execution().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(child.execution().duration()).isEqualTo(ofSeconds(10));
    }

    @Test
    void gives_the_arn_and_the_start_in_milliseconds_with_the_metadata_of_the_call() {
      TestStateMachine child = env.define("child", CHILD);

      Execution run = env.define("parent", parent("states:startExecution", "")).run("{\"k\": 1}");

      JsonNode result = run.outputAt("$.child").orElseThrow();
      assertThat(result.fieldNames())
          .toIterable()
          .containsExactly("ExecutionArn", "SdkHttpMetadata", "SdkResponseMetadata", "StartDate");
      assertThat(result.get("ExecutionArn").textValue()).isEqualTo(child.execution().arn());
      assertThat(result.get("StartDate").longValue()).isEqualTo(env.now().toEpochMilli());
      assertThat(result.at("/SdkHttpMetadata/HttpStatusCode").intValue()).isEqualTo(200);
      assertThat(HistoryLines.of(run))
          .containsExactly(
              "ExecutionStarted<-0",
              "TaskStateEntered<-0",
              "TaskScheduled<-2",
              "TaskStarted<-3",
              "TaskSucceeded<-4",
              "TaskStateExited<-5",
              "ExecutionSucceeded<-6");
    }

    @Test
    void request_response_of_the_sdk_gives_the_plain_answer_with_the_start_as_text() {
      env.define("child", CHILD);

      Execution run =
          env.define("parent", parent("aws-sdk:sfn:startExecution", "")).run("{\"k\": 1}");

      assertThat(run.outputAt("$.child.StartDate").orElseThrow().textValue())
          .isEqualTo("2026-01-01T00:00:00Z");
      assertThat(run.outputAt("$.child").orElseThrow()).hasSize(2);
    }

    @Test
    void leaves_the_child_alone_when_the_parent_is_stopped() {
      TestStateMachine child = env.define("child", CHILD);
      TestStateMachine parent =
          env.define(
              "parent",
              parent("states:startExecution", "")
                  .replace(
                      "\"End\": true}}}",
                      "\"Next\": \"W\"}, \"W\": {\"Type\": \"Wait\","
                          + " \"Seconds\": 100, \"End\": true}}}"));
      RunningExecution run = parent.start("{\"k\": 1}").advance(ofSeconds(1));

      run.stop();
      env.runToEnd();

      assertThat(child.execution().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void takes_input_as_text_and_none_at_all() {
      TestStateMachine child = env.define("child", CHILD);
      String text =
          """
          {"StartAt": "Start", "States": {
            "Start": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution",
              "Parameters": {"StateMachineArn": "%s", "Input": %s}, "End": true}}}
          """;

      env.define("one", text.formatted(CHILD_ARN, "\"{\\\"a\\\": 1}\"")).run("{}");
      env.define("two", text.formatted(CHILD_ARN, "null")).run("{}");

      assertThat(child.executions())
          .extracting(run -> Json.text(run.input()))
          .containsExactly("{\"a\":1}", "{}");
    }

    @Test
    void with_text_that_is_no_json_is_refused_by_its_name_of_the_error() {
      env.define("child", CHILD);
      String text =
          """
          {"StartAt": "Start", "States": {
            "Start": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution",
              "Parameters": {"StateMachineArn": "%s", "Input": "hello"}, "End": true}}}
          """;

      Execution run = env.define("parent", text.formatted(CHILD_ARN)).run("{}");

      assertThat(run.error()).hasValue("StepFunctions.InvalidExecutionInputException");
    }

    @Test
    void the_child_says_who_started_it() {
      TestStateMachine child = env.define("child", CHILD);

      Execution run = env.define("parent", parent("states:startExecution", "")).run("{\"k\": 1}");

      assertThat(child.execution().startedBy()).hasValue(run.arn());
      assertThat(run.startedBy()).isEmpty();
    }
  }

  @Nested
  class Sync {
    @ParameterizedTest
    @ValueSource(strings = {".sync", ".sync:2"})
    void waits_for_the_child(String pattern) {
      env.define("child", CHILD);

      Execution run =
          env.define("parent", parent("states:startExecution" + pattern, "")).run("{\"k\": 1}");

      assertThat(run.duration()).isEqualTo(ofSeconds(10));
      assertThat(HistoryLines.of(run))
          .containsExactly(
              "ExecutionStarted<-0",
              "TaskStateEntered<-0",
              "TaskScheduled<-2",
              "TaskStarted<-3",
              "TaskSubmitted<-4",
              "TaskSucceeded<-5",
              "TaskStateExited<-6",
              "ExecutionSucceeded<-7");
    }

    @Test
    void gives_the_description_with_input_and_output_as_text() {
      TestStateMachine child = env.define("child", CHILD);

      Execution run =
          env.define("parent", parent("states:startExecution.sync", "")).run("{\"k\": 1}");

      JsonNode result = run.outputAt("$.child").orElseThrow();
      assertThat(result.fieldNames())
          .toIterable()
          .containsExactly(
              "ExecutionArn",
              "Input",
              "InputDetails",
              "Name",
              "Output",
              "OutputDetails",
              "RedriveCount",
              "RedriveStatus",
              "RedriveStatusReason",
              "StartDate",
              "StateMachineArn",
              "Status",
              "StopDate");
      Execution ended = child.execution();
      assertThat(result.get("Input").textValue()).isEqualTo(Json.text(ended.input()));
      assertThat(result.get("Output").textValue())
          .isEqualTo(Json.text(ended.output().orElseThrow()));
      assertThat(result.get("StopDate").longValue() - result.get("StartDate").longValue())
          .isEqualTo(10_000);
      assertThat(result.get("RedriveStatusReason").textValue())
          .isEqualTo("Execution is SUCCEEDED and cannot be redriven");
    }

    @Test
    void in_its_second_form_gives_input_and_output_as_json() {
      env.define("child", CHILD);

      Execution run =
          env.define("parent", parent("states:startExecution.sync:2", "")).run("{\"k\": 1}");

      assertThat(run.outputAt("$.child.Output.result.answer").orElseThrow().intValue())
          .isEqualTo(42);
      assertThat(run.outputAt("$.child.Input.k").orElseThrow().intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {".sync", ".sync:2"})
    void fails_by_the_name_of_a_task_when_the_child_fails(String pattern) {
      TestStateMachine child = env.define("child", CHILD);

      Execution run =
          env.define("parent", failing("states:startExecution" + pattern, "")).run("{}");

      assertThat(run.error()).hasValue("States.TaskFailed");
      JsonNode cause = Json.parse(run.cause().orElseThrow());
      assertThat(cause.fieldNames())
          .toIterable()
          .containsExactly(
              "Cause",
              "Error",
              "ExecutionArn",
              "Input",
              "InputDetails",
              "Name",
              "RedriveCount",
              "RedriveStatus",
              "StartDate",
              "StateMachineArn",
              "Status",
              "StopDate");
      assertThat(cause.get("Error").textValue()).isEqualTo("Boom");
      assertThat(cause.get("Cause").textValue()).isEqualTo("custom cause");
      assertThat(cause.get("Input").textValue()).isEqualTo(Json.text(child.execution().input()));
      assertThat(cause.get("RedriveStatus").textValue()).isEqualTo("REDRIVABLE");
    }

    @ParameterizedTest
    @CsvSource({
      "Boom, FAILED",
      "States.Timeout, FAILED",
      "States.TaskFailed, SUCCEEDED",
      "States.ALL, SUCCEEDED"
    })
    void sync_is_not_caught_by_the_childs_own_error(String caught, ExecutionStatus status) {
      env.define("child", CHILD);
      String catcher =
          "\"Catch\": [{\"ErrorEquals\": [\"%s\"], \"Next\": \"Caught\"}],".formatted(caught);
      String definition =
          failing("states:startExecution.sync:2", catcher)
              .replace("\"End\": true}}}", "\"End\": true}, \"Caught\": {\"Type\": \"Succeed\"}}}");

      Execution run = env.define("parent", definition).run("{}");

      assertThat(run.status()).isEqualTo(status);
    }

    @Test
    void tells_of_a_child_that_timed_out_without_error_and_cause() {
      env.define("child", CHILD.replaceFirst("\\{", "{\"TimeoutSeconds\": 5, "));

      Execution run =
          env.define("parent", parent("states:startExecution.sync", "")).run("{\"k\": 1}");

      JsonNode cause = Json.parse(run.cause().orElseThrow());
      assertThat(cause.get("Status").textValue()).isEqualTo("TIMED_OUT");
      assertThat(cause.has("Error")).isFalse();
      assertThat(cause.has("Cause")).isFalse();
    }

    @Test
    void tells_of_a_child_that_was_stopped_what_it_was_stopped_with() {
      env.define("child", CHILD);
      RunningExecution run =
          env.define("parent", parent("states:startExecution.sync", ""))
              .start("{\"k\": 1}")
              .advance(ofSeconds(1));

      run.children().get(0).stop("Enough", "no more");

      JsonNode cause = Json.parse(run.finish().cause().orElseThrow());
      assertThat(cause.get("Status").textValue()).isEqualTo("ABORTED");
      assertThat(cause.get("Error").textValue()).isEqualTo("Enough");
      assertThat(cause.get("Cause").textValue()).isEqualTo("no more");
      assertThat(run.snapshot().duration()).isEqualTo(ofSeconds(1));
    }

    @Test
    void stops_the_child_when_the_parent_is_stopped() {
      TestStateMachine child = env.define("child", CHILD);
      RunningExecution run =
          env.define("parent", parent("states:startExecution.sync", ""))
              .start("{\"k\": 1}")
              .advance(ofSeconds(1));

      run.stop();

      assertWasCutOff(child.execution(), run.arn());
      assertThat(child.execution().duration()).isEqualTo(ofSeconds(1));
    }

    @Test
    void stops_the_child_when_the_task_times_out() {
      TestStateMachine child = env.define("child", CHILD);

      Execution run =
          env.define("parent", parent("states:startExecution.sync:2", "\"TimeoutSeconds\": 3,"))
              .run("{\"k\": 1}");

      assertThat(run.error()).hasValue("States.Timeout");
      assertThat(run.events()).extracting(event -> event.type()).contains(EventType.TASK_TIMED_OUT);
      assertWasCutOff(child.execution(), run.arn());
    }

    @Test
    void stops_the_child_when_the_machine_times_out() {
      TestStateMachine child = env.define("child", CHILD);
      String definition =
          parent("states:startExecution.sync", "").replaceFirst("\\{", "{\"TimeoutSeconds\": 4, ");

      Execution run = env.define("parent", definition).run("{\"k\": 1}");

      assertThat(run.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
      assertWasCutOff(child.execution(), run.arn());
    }

    @Test
    void stops_the_child_of_a_branch_that_is_cut_off() {
      TestStateMachine child = env.define("child", CHILD);
      String branches =
          """
          {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true,
            "Branches": [
              {"StartAt": "Start", "States": {"Start": {"Type": "Task", "End": true,
                "Resource": "arn:aws:states:::states:startExecution.sync",
                "Parameters": {"StateMachineArn": "%s", "Input": {}}}}},
              {"StartAt": "Wait", "States": {
                "Wait": {"Type": "Wait", "Seconds": 2, "Next": "Bad"},
                "Bad": {"Type": "Fail", "Error": "Bad"}}}]}}}
          """;

      Execution run = env.define("parent", branches.formatted(CHILD_ARN)).run("{}");

      assertThat(run.error()).hasValue("Bad");
      assertWasCutOff(child.execution(), run.arn());
    }

    private void assertWasCutOff(Execution child, String parentArn) {
      assertThat(child.status()).isEqualTo(ExecutionStatus.ABORTED);
      EventDetails.Failure aborted =
          (EventDetails.Failure) child.events().get(child.events().size() - 1).details();
      assertThat(aborted.error()).isNull();
      assertThat(aborted.cause())
          .isEqualTo(
              "The Task state in AWS Step Functions execution ["
                  + parentArn
                  + "] which was managing this resource was aborted");
    }

    @Test
    void sync_of_a_child_of_a_child_ends_with_the_last_of_them() {
      env.define("child", CHILD);
      env.define("middle", parent("states:startExecution.sync:2", ""));
      TestStateMachine top =
          env.define(
              "top",
              parent("states:startExecution.sync:2", "").replace(CHILD_ARN, arnOf("middle")));

      Execution run = top.run("{\"k\": 1}");

      assertThat(run.duration()).isEqualTo(ofSeconds(10));
      assertThat(run.outputAt("$.child.Output.child.Output.result.answer").orElseThrow().intValue())
          .isEqualTo(42);
    }

    @Test
    void sync_of_an_express_child_is_refused_with_the_cure() {
      env.define("child", CHILD, WorkflowType.EXPRESS);
      TestStateMachine parent = env.define("parent", parent("states:startExecution.sync", ""));

      assertThatThrownBy(() -> parent.run("{\"k\": 1}"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("aws-sdk:sfn:startSyncExecution");
    }

    @Test
    void sync_that_cannot_end_tells_what_the_child_waits_for() {
      String waiting =
          """
          {"StartAt": "Approve", "States": {"Approve": {"Type": "Task", "End": true,
            "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken"}}}
          """;
      env.define("child", waiting);
      RunningExecution run =
          env.define("parent", parent("states:startExecution.sync", "")).start("{\"k\": 1}");

      assertThatThrownBy(run::finish)
          .isInstanceOf(StuckExecutionError.class)
          .hasMessageContaining("Start (parent:2) waits for its job")
          .hasMessageContaining("Approve (child:1) waits for its task token");
    }

    @Test
    void goes_on_when_the_test_answers_for_the_child() {
      String waiting =
          """
          {"StartAt": "Approve", "States": {"Approve": {"Type": "Task", "End": true,
            "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken"}}}
          """;
      env.define("child", waiting);
      RunningExecution run =
          env.define("parent", parent("states:startExecution.sync:2", ""))
              .start("{\"k\": 1}")
              .runUntilParked()
              .advance(ofHours(1));

      run.children().get(0).token("Approve").succeed(Map.of("by", "kim"));

      assertThat(run.finish().outputAt("$.child.Output.by").orElseThrow().textValue())
          .isEqualTo("kim");
    }
  }

  @Nested
  class Wait_for_task_token {
    @Test
    void ends_with_what_the_child_sends_for_the_token() {
      String parent =
          """
          {"StartAt": "Start", "States": {"Start": {"Type": "Task", "End": true,
            "Resource": "arn:aws:states:::states:startExecution.waitForTaskToken",
            "Parameters": {"StateMachineArn": "%s", "Input": {"token.$": "$$.Task.Token"}}}}}
          """;
      String child =
          """
          {"StartAt": "Work", "States": {
            "Work": {"Type": "Wait", "Seconds": 7, "Next": "Report"},
            "Report": {"Type": "Task", "End": true,
              "Resource": "arn:aws:states:::aws-sdk:sfn:sendTaskSuccess",
              "Parameters": {"TaskToken.$": "$.token", "Output": {"done": true}}}}}
          """;
      TestStateMachine worker = env.define("child", child);

      Execution run = env.define("parent", parent.formatted(CHILD_ARN)).run("{}");

      assertThat(run.output().orElseThrow()).isEqualTo(Json.parse("{\"done\": true}"));
      assertThat(run.duration()).isEqualTo(ofSeconds(7));
      env.runToEnd();
      assertThat(worker.execution().output().orElseThrow()).isEqualTo(Json.parse("{}"));
    }

    @Test
    void leaves_the_child_alone_when_it_times_out() {
      TestStateMachine child = env.define("child", CHILD);
      String action = "states:startExecution.waitForTaskToken";
      String definition =
          parent(action, "\"TimeoutSeconds\": 3,")
              .replace("\"k.$\": \"$.k\"", "\"token.$\": \"$$.Task.Token\"");

      Execution run = env.define("parent", definition).run("{}");
      env.runToEnd();

      assertThat(run.error()).hasValue("States.Timeout");
      assertThat(child.execution().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }
  }

  @Nested
  class A_machine {
    @Test
    void a_machine_is_found_by_the_arn_it_was_registered_under() {
      String arn = "arn:aws:states:eu-west-1:999999999999:stateMachine:elsewhere";
      TestStateMachine child =
          env.register(arn, io.stepunit.load.DefinitionLoader.fromText("child", CHILD));

      env.define("parent", parent("states:startExecution", "").replace(CHILD_ARN, arn))
          .run("{\"k\": 1}");

      assertThat(child.arn()).isEqualTo(arn);
      assertThat(child.name()).isEqualTo("elsewhere");
      assertThat(child.execution().arn())
          .startsWith("arn:aws:states:eu-west-1:999999999999:execution:elsewhere:");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "${ChildArn}",
          "arn:aws:states:${AWS::Region}:${AWS::AccountId}:stateMachine:${Child}"
        })
    void a_machine_is_found_by_the_placeholder_that_it_is_bound_to(String placeholder) {
      TestStateMachine child = env.define("child", CHILD).boundTo(placeholder);

      env.define("parent", parent("states:startExecution", "").replace(CHILD_ARN, placeholder))
          .run("{\"k\": 1}");

      assertThat(child.executions()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "arn:aws:states:${AWS::Region}:${AWS::AccountId}:stateMachine:child",
          "arn:aws:states:us-east-1:123456789012:stateMachine:child:PROD",
          "arn:aws:states:us-east-1:123456789012:stateMachine:child:3"
        })
    void a_machine_is_found_by_its_name_in_a_template_and_by_a_version_or_alias(String arn) {
      TestStateMachine child = env.define("child", CHILD);

      env.define("parent", parent("states:startExecution", "").replace(CHILD_ARN, arn))
          .run("{\"k\": 1}");

      assertThat(child.executions()).hasSize(1);
    }

    @Test
    void a_machine_that_nobody_registered_is_told_with_both_cures() {
      env.define("chil", CHILD);
      TestStateMachine parent = env.define("parent", parent("states:startExecution", ""));

      assertThatThrownBy(() -> parent.run("{\"k\": 1}"))
          .isInstanceOf(UnmockedTaskError.class)
          .hasMessageContaining("It names the state machine " + CHILD_ARN)
          .hasMessageContaining("Did you mean '" + arnOf("chil") + "'?")
          .hasMessageContaining("env.load(\"child.asl.json\").boundTo(\"" + CHILD_ARN + "\");")
          .hasMessageContaining("parent.mock(\"Start\").returns(Map.of());");
    }

    @Test
    void a_machine_that_was_deleted_is_refused_as_aws_does() {
      env.define("child", CHILD);
      TestStateMachine parent = env.define("parent", parent("states:startExecution", ""));
      env.api().call("DeleteStateMachine", Map.of("stateMachineArn", CHILD_ARN));

      Execution early = parent.run("{\"k\": 1}");
      env.advance(ofMinutes(1));
      Execution run = parent.run("{\"k\": 1}");

      assertThat(early.error()).hasValue("StepFunctions.StateMachineDeletingException");
      assertThat(early.cause().orElseThrow())
          .startsWith("State Machine is being deleted: '" + CHILD_ARN + "' (Service: ");
      assertThat(run.error()).hasValue("StepFunctions.StateMachineDoesNotExistException");
      assertThat(run.cause().orElseThrow())
          .startsWith(
              "State Machine Does Not Exist: '"
                  + CHILD_ARN
                  + "' (Service: AWSStepFunctions; Status Code: 400; Error Code:"
                  + " StateMachineDoesNotExist; Request ID: ");
    }

    @Test
    void a_machine_that_is_mocked_does_not_run() {
      TestStateMachine child = env.define("child", CHILD);
      TestStateMachine parent = env.define("parent", parent("states:startExecution.sync:2", ""));
      parent
          .mock("Start")
          .validation(MockValidation.PRESENT)
          .returns(Map.of("Output", Map.of("answer", 7)));

      Execution run = parent.run("{\"k\": 1}");

      assertThat(run.outputAt("$.child.Output.answer").orElseThrow().intValue()).isEqualTo(7);
      assertThat(child.executions()).isEmpty();
      assertThatThrownBy(child::execution)
          .hasMessageContaining("'child' (child) was executed 0 times, not once.");
    }

    @Test
    void a_machine_has_a_name_of_its_own() {
      env.define("child", CHILD);

      assertThatThrownBy(() -> env.define("child", CHILD))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Two state machines are named 'child' in one environment");
    }

    @Test
    void a_machine_is_the_only_one_that_a_placeholder_stands_for() {
      env.define("child", CHILD).boundTo("${ChildArn}");
      TestStateMachine other = env.define("other", CHILD);

      assertThatThrownBy(() -> other.boundTo("${ChildArn}"))
          .hasMessage(
              "'${ChildArn}' is already bound to the state machine 'child' and cannot be bound to"
                  + " 'other' too.");
    }

    @Test
    void without_a_mock_of_its_own_tells_which_machine_lacks_it() {
      String lambda =
          """
          {"StartAt": "Step", "States": {"Step": {"Type": "Task", "End": true,
            "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f"}}}
          """;
      env.define("child", lambda);
      TestStateMachine parent = env.define("parent", parent("states:startExecution.sync", ""));

      assertThatThrownBy(() -> parent.run("{\"k\": 1}"))
          .isInstanceOf(UnmockedTaskError.class)
          .hasMessageContaining("child.mock(\"Step\").returns(Map.of());");
    }
  }

  @Nested
  class A_chain {
    /** Starts itself anew until the count is reached. */
    private static final String COUNTER =
        """
        {"StartAt": "More", "States": {
          "More": {"Type": "Choice", "Default": "Again", "Choices": [
            {"Variable": "$.left", "NumericEquals": 0, "Next": "Done"}]},
          "Again": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution",
            "Parameters": {
              "StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:counter",
              "Input": {"left.$": "States.MathAdd($.left, -1)"}},
            "End": true},
          "Done": {"Type": "Succeed"}}}
        """;

    @Test
    void a_chain_of_executions_that_continue_as_new_runs_to_its_end() {
      TestStateMachine counter = env.define("counter", COUNTER);

      RunningExecution first = counter.start("{\"left\": 5}");
      env.runToEnd();

      assertThat(counter.executions())
          .hasSize(6)
          .allMatch(run -> run.status() == ExecutionStatus.SUCCEEDED);
      assertThat(first.children()).hasSize(1);
    }

    @Test
    void without_an_end_aborts_the_test() {
      TestStateMachine counter = env.define("counter", COUNTER);
      counter.start("{\"left\": -1}");

      assertThatThrownBy(env::runToEnd)
          .isInstanceOf(ExceededBudgetError.class)
          .hasMessageContaining("would start one more of 'counter'")
          .hasMessageContaining("exceeds the budget CHAINED_EXECUTIONS: 1,000 executions");
    }

    @Test
    void may_be_as_long_as_the_test_says() {
      StepFunctionsEnvironment strict =
          StepFunctionsEnvironment.builder().budget(WorkBudget.CHAINED_EXECUTIONS, 3).build();
      TestStateMachine counter = strict.define("counter", COUNTER);

      counter.start("{\"left\": 2}");
      strict.runToEnd();

      assertThat(counter.executions()).hasSize(3);
      counter.start("{\"left\": 3}");
      assertThatThrownBy(strict::runToEnd).isInstanceOf(ExceededBudgetError.class);
    }

    @Test
    void a_chain_of_executions_that_wait_for_each_other_ends_too() {
      String endless = COUNTER.replace("states:startExecution\"", "states:startExecution.sync\"");
      TestStateMachine counter = env.define("counter", endless);

      assertThatThrownBy(() -> counter.run("{\"left\": -1}"))
          .isInstanceOf(ExceededBudgetError.class);
    }
  }

  @Test
  void running_to_the_end_tells_who_is_stuck() {
    String waiting =
        """
        {"StartAt": "Approve", "States": {"Approve": {"Type": "Task", "End": true,
          "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken"}}}
        """;
    env.define("approval", waiting).start("{}", "lost");

    assertThatThrownBy(env::runToEnd)
        .isInstanceOf(StuckExecutionError.class)
        .hasMessageContaining("'lost' cannot end");
  }

  @Test
  void the_same_world_gives_the_same_histories() {
    List<String> once = histories();

    assertThat(histories()).isEqualTo(once);
  }

  private static List<String> histories() {
    StepFunctionsEnvironment world = StepFunctionsEnvironment.create();
    world.define("child", CHILD);
    world.define("parent", parent("states:startExecution.sync:2", "")).run("{\"k\": 1}");
    world.advance(ofMinutes(1));
    return world.executions().stream().map(Execution::historyJson).toList();
  }

  private static String arnOf(String machine) {
    return CHILD_ARN.replace(":child", ":" + machine);
  }
}
