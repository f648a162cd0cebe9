package io.stepunit.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stepunit.Execution;
import io.stepunit.ServiceLimit;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API's model asks of requests is checked before anything else. */
class RequestConstraintsTest {
  private static final String PASS =
      "{\"StartAt\": \"P\", \"States\": {\"P\": {\"Type\": \"Pass\", \"End\": true}}}";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  private void assertRefused(String operation, Object request, String message) {
    assertThatExceptionOfType(StepFunctionsException.class)
        .isThrownBy(() -> env.api().call(operation, request))
        .withMessage("ValidationException: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "ListExecutions | {'stateMachineArn': 'x', 'maxResults': 1001} | '1001' at 'maxResults' | have"
            + " value less than or equal to 1000",
        "ListExecutions | {'stateMachineArn': 'x', 'maxResults': -1} | '-1' at 'maxResults' | have"
            + " value greater than or equal to 0",
        "GetExecutionHistory | {'executionArn': 'x', 'maxResults': 1001} | '1001' at 'maxResults' |"
            + " have value less than or equal to 1000",
        "ListMapRuns | {'executionArn': 'x', 'maxResults': -7} | '-7' at 'maxResults' | have value"
            + " greater than or equal to 0",
        "ListExecutions | {'stateMachineArn': 'x', 'statusFilter': 'succeeded'} | 'succeeded' at"
            + " 'statusFilter' | satisfy enum value set: [SUCCEEDED, TIMED_OUT, PENDING_REDRIVE,"
            + " ABORTED, FAILED, RUNNING]",
        "DescribeExecution | {'executionArn': 'x', 'includedData': 'SOME'} | 'SOME' at 'includedData'"
            + " | satisfy enum value set: [ALL_DATA, METADATA_ONLY]",
        "SendTaskSuccess | {'taskToken': '', 'output': 'not-json'} | '' at 'taskToken' | have length"
            + " greater than or equal to 1",
        "GetActivityTask | {'activityArn': 'x', 'workerName': ''} | '' at 'workerName' | have length"
            + " greater than or equal to 1",
        "DescribeMapRun | {'mapRunArn': ''} | '' at 'mapRunArn' | have length greater than or equal"
            + " to 1",
        "RedriveExecution | {'executionArn': 'x', 'clientToken': 'a b'} | 'a b' at 'clientToken' |"
            + " satisfy regular expression pattern: [!-~]+"
      })
  void a_member_out_of_bounds_is_refused(
      String operation, String request, String value, String constraint) {
    assertRefused(
        operation,
        request.replace('\'', '"'),
        "1 validation error detected: Value "
            + value
            + " failed to satisfy constraint: Member must "
            + constraint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GetExecutionHistory", "ListMapRuns"})
  void a_token_that_is_too_long_is_refused_before_it_is_looked_up(String operation) {
    String token = "t".repeat(1025);

    assertRefused(
        operation,
        Map.of("executionArn", "x", "nextToken", token),
        "1 validation error detected: Value '"
            + token
            + "' at 'nextToken' failed to satisfy constraint: Member must have length less than or equal to 1024");
  }

  @Test
  void list_executions_takes_longer_tokens_than_others() {
    String token = "t".repeat(3097);

    assertRefused(
        "ListExecutions",
        Map.of("stateMachineArn", "x", "nextToken", token),
        "1 validation error detected: Value '"
            + token
            + "' at 'nextToken' failed to satisfy constraint: Member must have length less than or equal to 3096");
  }

  @Test
  void all_that_is_wrong_is_told_at_once() {
    assertRefused(
        "ListExecutions",
        Map.of("stateMachineArn", "", "maxResults", 2000),
        "2 validation errors detected: Value '' at 'stateMachineArn' failed to satisfy constraint:"
            + " Member must have length greater than or equal to 1; Value '2000' at 'maxResults'"
            + " failed to satisfy constraint: Member must have value less than or equal to 1000");
  }

  @Test
  void a_missing_member_is_refused() {
    assertRefused(
        "DescribeExecution",
        Map.of(),
        "1 validation error detected: Value null at 'executionArn' failed to satisfy constraint:"
            + " Member must not be null");
  }

  @Test
  void values_of_sensitive_members_are_not_shown() {
    assertRefused(
        "SendTaskSuccess",
        Map.of("taskToken", "not-a-task-token"),
        "1 validation error detected: Value at 'output' failed to satisfy constraint: Member must"
            + " not be null");
    assertRefused(
        "StopExecution",
        Map.of("executionArn", "x", "error", "e".repeat(257)),
        "1 validation error detected: Value at 'error' failed to satisfy constraint: Member must"
            + " have length less than or equal to 256");
  }

  @Test
  void a_value_of_another_type_is_refused() {
    assertThatExceptionOfType(StepFunctionsException.class)
        .isThrownBy(
            () ->
                env.api()
                    .call("ListExecutions", Map.of("stateMachineArn", "x", "maxResults", "ten")))
        .withMessage("SerializationException: STRING_VALUE can not be converted to an Integer");
    assertThatExceptionOfType(StepFunctionsException.class)
        .isThrownBy(
            () ->
                env.api()
                    .call("GetExecutionHistory", Map.of("executionArn", "x", "reverseOrder", 1)))
        .withMessage("SerializationException: NUMBER_VALUE can not be converted to a Boolean");
  }

  @Test
  void the_data_of_a_request_may_be_as_large_as_the_limit_that_the_test_sets() {
    String large = "\"" + "x".repeat(262_144) + "\"";
    TestStateMachine pass = env.define("pass", PASS, WorkflowType.EXPRESS);
    StepFunctionsEnvironment unlimited =
        StepFunctionsEnvironment.builder().withoutLimits(ServiceLimit.PAYLOAD_BYTES).build();
    TestStateMachine other = unlimited.define("pass", PASS);

    assertRefused(
        "StartSyncExecution",
        Map.of("stateMachineArn", pass.arn(), "input", large),
        "1 validation error detected: Value at 'input' failed to satisfy constraint: Member must"
            + " have length less than or equal to 262144");
    assertThat(unlimited.api().startExecution(other.arn(), large)).contains(":execution:pass:");
  }

  @Test
  void a_task_is_refused_as_well() {
    TestStateMachine pass = env.define("pass", PASS);
    TestStateMachine caller =
        env.define(
            "caller",
            """
            {"StartAt": "Call", "States": {"Call": {"Type": "Task", "End": true,
              "Resource": "arn:aws:states:::aws-sdk:sfn:listExecutions",
              "Parameters": {"StateMachineArn": "%s", "MaxResults": 1001}}}}
            """
                .formatted(pass.arn()));

    Execution run = caller.run("{}");

    assertThat(run.error()).hasValue("Sfn.ValidationException");
    assertThat(run.cause().orElseThrow())
        .startsWith("1 validation error detected: Value '1001' at 'maxResults' failed");
  }

  @Test
  void the_name_of_an_execution_that_a_test_starts_is_checked_alike() {
    TestStateMachine pass = env.define("pass", PASS);

    assertThatExceptionOfType(StepFunctionsException.class)
        .isThrownBy(() -> pass.start(Json.parse("{}"), "n".repeat(81)))
        .withMessage(
            "ValidationException: 1 validation error detected: Value '"
                + "n".repeat(81)
                + "' at 'name' failed to satisfy constraint: Member must have length less than or equal to 80");
  }
}
