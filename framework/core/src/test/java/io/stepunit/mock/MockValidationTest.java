package io.stepunit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.Execution;
import io.stepunit.MockValidation;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TaskReply;
import io.stepunit.TestStateMachine;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mock must not promise what the service never sends. */
class MockValidationTest {
  private static TestStateMachine order(StepFunctionsEnvironment env, String resource) {
    return env.define(
        "order",
        """
        {
          "StartAt": "Call",
          "States": {
            "Call": {"Type": "Task", "Resource": "arn:aws:states:::%s", "End": true}
          }
        }
        """
            .formatted(resource));
  }

  private static TestStateMachine order(String resource) {
    return order(StepFunctionsEnvironment.create(), resource);
  }

  @Test
  void a_result_that_the_service_never_gives_is_refused_where_the_test_says_it() {
    TestStateMachine order = order("dynamodb:getItem");

    assertThatThrownBy(() -> order.mock("Call").returns("{\"Item\": {\"id\": \"7\"}}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            The result of order.mock("Call") is not one that arn:aws:states:::dynamodb:getItem returns to 'Call' (order:4): Field 'Item.id' must be an object

              result     {
                           "Item" : {
                             "id" : "7"
                           }
                         }

            Return what AWS returns, or set before the answer how strictly it is validated: validation(MockValidation.NONE).\
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lambda:invoke | {\"StatusCode\": \"200\"} | Field 'StatusCode' must be a number",
        "http:invoke | {\"StatusCode\": \"200\"} | Field 'StatusCode' must be a number",
        "apigateway:invoke | {\"Headers\": []} | Field 'Headers' must be an object",
        "states:startExecution | {\"StartDate\": 1} | Required field 'ExecutionArn' is missing",
        "states:startExecution.sync:2 | {\"Output\": {}} | Required field 'ExecutionArn' is"
            + " missing",
        "aws-sdk:sfn:startExecution | {\"ExecutionArn\": \"a\", \"StartDate\": 1} | Field"
            + " 'StartDate' must be a string",
        "aws-sdk:sfn:listExecutions | {\"Executions\": [{\"Name\": 1}]} | Required"
            + " field 'Executions[0].ExecutionArn' is missing",
        "aws-sdk:sqs:receiveMessage | {\"Messages\": [{\"Body\": 1}]} | Field 'Messages[0].Body'"
            + " must be a string",
        "aws-sdk:dynamodb:query | {\"Items\": [{\"id\": {\"S\": 7}}]} | Field 'Items[0].id.S' must"
            + " be a string",
        "aws-sdk:dynamodb:query | {\"LastEvaluatedKey\": {\"id\": {\"Bool\": \"true\"}}} | Field"
            + " 'LastEvaluatedKey.id.Bool' must be a boolean",
        "aws-sdk:s3:listObjectsV2 | {\"Contents\": {}} | Field 'Contents' must be an array",
        "aws-sdk:s3:headObject | {\"LastModified\": 5} | Field 'LastModified' must be a string",
        "events:putEvents | {\"Entries\": [{\"EventId\": 1}]} | Field 'Entries[0].EventId' must be"
            + " a string"
      })
  void known_are_the_answers_of_all_operations(String resource, String result, String problem) {
    TaskMock mock = order(resource).mock("Call");

    assertThatThrownBy(() -> mock.returns(result))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lambda:invoke | {\"Payload\": [1], \"more\": 1}",
        "glue:startJobRun | {\"JobRunId\": \"jr_1\"}",
        "ecs:runTask.sync | 5",
        "sqs:sendMessage.waitForTaskToken | {\"MessageId\": 1}",
        "states:startExecution | {\"ExecutionArn\": \"a\", \"StartDate\": 1767225600000}",
        "states:startExecution | {\"ExecutionArn\": \"a\", \"StartDate\":"
            + " \"2026-01-01T00:00:00Z\"}",
        "aws-sdk:dynamodb:query | {\"Items\": [{\"id\": {\"M\": {\"a\": {\"N\": \"1\"}}}}],"
            + " \"Count\": 1}",
        "aws-sdk:s3:getObject | {\"Body\": \"text\", \"ContentLength\": 4}"
      })
  void what_no_shape_speaks_against_is_accepted(String resource, String result) {
    TestStateMachine order = order(resource);
    order.mock("Call").returns(result);

    Execution run = order.run("{}");

    assertThat(run.output())
        .hasToString("Optional[" + result.replace(": ", ":").replace(", ", ",") + "]");
  }

  @Test
  void a_result_of_lambda_invoke_without_its_envelope_is_told_how_to_be_written() {
    TestStateMachine order = order("lambda:invoke");

    assertThatThrownBy(() -> order.mock("Call").returns(Map.of("paid", true)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            The result of order.mock("Call") is not one that arn:aws:states:::lambda:invoke returns to 'Call' (order:4): it stands without Lambda's envelope

              result     {
                           "paid" : true
                         }

            lambda:invoke returns {"ExecutedVersion": …, "Payload": …, "StatusCode": 200}, with what the function returns as Payload. Write returnsPayload(…) for that alone, or set before the answer how strictly it is validated: validation(MockValidation.PRESENT).\
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1]", "7", "\"paid\"", "null"})
  void no_result_of_lambda_invoke_is_without_envelope(String result) {
    assertThatThrownBy(() -> order("lambda:invoke").mock("Call").returns(result))
        .hasMessageContaining("Write returnsPayload(…)");
  }

  @Test
  void an_empty_result_of_lambda_invoke_is_one_that_nobody_reads() {
    TestStateMachine order = order("lambda:invoke");
    order.mock("Call").returns("{}");

    assertThat(order.run("{}").output()).hasToString("Optional[{}]");
  }

  @Test
  void the_envelope_is_asked_for_where_all_fields_have_to_be_there() {
    TestStateMachine order = order("lambda:invoke");
    order.mock("Call").validation(MockValidation.PRESENT).returns("{\"paid\":true}");

    assertThat(order.run("{}").output()).hasToString("Optional[{\"paid\":true}]");
    assertThat(order("lambda:invoke.waitForTaskToken").mock("Call").returns("{\"paid\":true}"))
        .as("the output of a callback")
        .isNotNull();
  }

  @Test
  void a_computed_result_is_checked_at_the_call() {
    TestStateMachine order = order("sqs:sendMessage");
    order.mock("Call").answers(call -> Map.of("MessageId", 7));

    assertThatThrownBy(() -> order.start("{}", "run-1").finish())
        .isInstanceOf(MockAnswerError.class)
        .hasMessageMatching(
            Texts.pattern(
                """
                The answer of mock("Call") at MockValidationTest.java:# to 'Call' (order:4), attempt 1, has a result that the service never returns: Field 'MessageId' must be a string

                  execution  run-1
                  attempt    1
                  resource   arn:aws:states:::sqs:sendMessage
                  input      { }
                  result     {
                               "MessageId" : 7
                             }

                Return what AWS returns, or set before the answer how strictly it is validated: validation(MockValidation.NONE).\
                """));
  }

  @Test
  void the_reply_of_a_handler_is_checked_at_the_call() {
    TestStateMachine order = order("states:startExecution");
    order.mock("Call").handledBy(request -> TaskReply.succeeds(request.input()));

    assertThatThrownBy(() -> order.run("{\"ExecutionArn\": \"a\"}"))
        .isInstanceOf(MockAnswerError.class)
        .hasMessageContaining(
            "has a result that the service never returns: Required field 'StartDate' is missing")
        .hasMessageEndingWith("validation(MockValidation.PRESENT).");
  }

  @Test
  void a_mock_of_several_tasks_is_checked_call_by_call() {
    TestStateMachine machine =
        StepFunctionsEnvironment.create()
            .define(
                "stock",
                """
                {
                  "StartAt": "Read",
                  "States": {
                    "Read": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "Next": "Write"},
                    "Write": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "End": true}
                  }
                }
                """);
    machine.mockService("dynamodb").returns("{\"Attributes\": []}");

    assertThatThrownBy(() -> machine.run("{}"))
        .isInstanceOf(MockAnswerError.class)
        .hasMessageContaining("to 'Write' (stock:5)")
        .hasMessageContaining("Field 'Attributes' must be an object");
  }

  @Test
  void the_mode_is_the_mocks_or_else_the_environments() {
    String partial = "{\"StartDate\": \"2026-01-01T00:00:00Z\"}";
    StepFunctionsEnvironment present =
        StepFunctionsEnvironment.builder().mockValidation(MockValidation.PRESENT).build();

    assertThat(order("states:startExecution").mock("Call").validation(MockValidation.PRESENT))
        .satisfies(mock -> mock.returns(partial));
    assertThat(order("states:startExecution").mock("Call").validation(MockValidation.NONE))
        .satisfies(mock -> mock.returns("{\"ExecutionArn\": 1}"));
    TestStateMachine order = order(present, "states:startExecution");
    assertThat(order.mock("Call")).satisfies(mock -> mock.returns(partial));
    assertThatThrownBy(() -> order.mock("Call").validation(MockValidation.STRICT).returns(partial))
        .hasMessageContaining("Required field 'ExecutionArn' is missing");
  }

  @Test
  void the_mode_stands_before_the_answers() {
    TaskMock next = order("sqs:sendMessage").mock("Call").returns("{}").then();

    assertThatThrownBy(() -> next.validation(MockValidation.NONE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "order.mock(\"Call\") already has an answer: the mode of validation comes"
                + " before it, as in mock(…).validation(…).returns(…).");
  }
}
