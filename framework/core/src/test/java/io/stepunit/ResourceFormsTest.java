package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of a Task's Resource can be mocked by its state, and shows in the history. */
class ResourceFormsTest {
  private static Execution run(String resource) {
    TestStateMachine machine =
        StepFunctionsEnvironment.create()
            .define(
                "calls",
                """
                {
                  "StartAt": "Call",
                  "States": {"Call": {"Type": "Task", "Resource": "%s", "End": true}}
                }
                """
                    .formatted(resource));
    machine
        .mock("Call")
        .returns(
            Map.of(
                "ExecutionArn",
                "e",
                "StateMachineArn",
                "m",
                "StartDate",
                "2026-01-01T00:00:00Z",
                "Status",
                "SUCCEEDED",
                "Payload",
                "{}"));
    return machine.run("{}");
  }

  private static List<String> types(Execution run) {
    List<String> types = new ArrayList<>();
    Json.parse(run.historyJson()).get("events").forEach(e -> types.add(e.get("type").asText()));
    return types;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:lambda:us-east-1:123456789012:function:charge",
        "arn:aws:lambda:us-east-1:123456789012:function:charge:7",
        "arn:aws:lambda:us-east-1:123456789012:function:charge:live",
        "arn:aws-cn:lambda:cn-north-1:123456789012:function:charge",
        "arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:charge:$LATEST",
        "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:charge",
        "${ChargeFunctionArn}"
      })
  void functions_have_the_events_of_Lambda(String resource) {
    Execution run = run(resource);

    assertThat(types(run))
        .contains("LambdaFunctionScheduled", "LambdaFunctionStarted", "LambdaFunctionSucceeded");
    JsonNode scheduled =
        details(run, "LambdaFunctionScheduled", "lambdaFunctionScheduledEventDetails");
    assertThat(scheduled.get("resource").asText()).isEqualTo(resource);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:states:us-east-1:123456789012:activity:approve",
        "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:activity:approve"
      })
  void activities_have_their_own_events(String resource) {
    assertThat(types(run(resource)))
        .contains("ActivityScheduled", "ActivityStarted", "ActivitySucceeded");
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:states:::lambda:invoke, lambda, invoke",
    "arn:aws-cn:states:::sqs:sendMessage, sqs, sendMessage",
    "arn:aws-us-gov:states:::dynamodb:putItem, dynamodb, putItem",
    "arn:${AWS::Partition}:states:::sns:publish, sns, publish",
    "arn:aws:states:::states:startExecution, states, startExecution",
    "arn:aws:states:::http:invoke, http, invoke",
    "arn:aws:states:::apigateway:invoke, apigateway, invoke",
    "arn:aws:states:::aws-sdk:s3:listBuckets, aws-sdk:s3, listBuckets"
  })
  void services_that_are_only_called_submit_nothing(String resource, String type, String action) {
    Execution run = run(resource);

    assertThat(types(run))
        .contains("TaskScheduled", "TaskStarted", "TaskSucceeded")
        .doesNotContain("TaskSubmitted");
    assertThat(resourceOf(run)).isEqualTo(type + " " + action);
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:states:::ecs:runTask.sync, ecs, runTask.sync",
    "arn:aws:states:::states:startExecution.sync, states, startExecution.sync",
    "arn:aws:states:::states:startExecution.sync:2, states, startExecution.sync:2",
    "arn:aws:states:::sqs:sendMessage.waitForTaskToken, sqs, sendMessage.waitForTaskToken",
    "arn:${AWS::Partition}:states:::lambda:invoke.waitForTaskToken, lambda,"
        + " invoke.waitForTaskToken",
    "arn:aws:states:::aws-sdk:sfn:startExecution.waitForTaskToken, aws-sdk:sfn,"
        + " startExecution.waitForTaskToken"
  })
  void services_that_are_waited_for_submit_first(String resource, String type, String action) {
    Execution run = run(resource);

    assertThat(types(run))
        .containsSubsequence("TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded");
    assertThat(resourceOf(run)).isEqualTo(type + " " + action);
  }

  private static String resourceOf(Execution run) {
    JsonNode details = details(run, "TaskScheduled", "taskScheduledEventDetails");
    return details.get("resourceType").asText() + " " + details.get("resource").asText();
  }

  private static JsonNode details(Execution run, String type, String field) {
    JsonNode events = Json.parse(run.historyJson()).get("events");
    return events.get(types(run).indexOf(type)).get(field);
  }

  @Test
  void a_whole_placeholder_is_the_function_that_it_names() {
    TestStateMachine machine =
        StepFunctionsEnvironment.create()
            .define(
                "calls",
                """
                {
                  "StartAt": "Call",
                  "States": {"Call": {"Type": "Task", "Resource": "${ChargeFunction.Arn}", "End": true}}
                }
                """);
    machine.lambda("ChargeFunction").handledBy(Map.class, (input, context) -> Map.of("paid", true));

    assertThat(machine.run("{}").output()).hasToString("Optional[{\"paid\":true}]");
  }
}
