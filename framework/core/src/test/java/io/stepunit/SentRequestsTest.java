package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.asl.RequestValidation;
import io.stepunit.asl.ValidationSettings;
import io.stepunit.history.EventType;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.history.HistoryEvent;
import io.stepunit.load.DefinitionLoader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What expressions make of a request is held to the operation before the Task is scheduled. */
class SentRequestsTest {
  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  private static String send(String resource, String fields) {
    return """
        {"StartAt": "Send", "States": {
          "Send": {"Type": "Task", "Resource": "arn:aws:states:::%s", %s,
            "Retry": [{"ErrorEquals": ["States.ALL"]}],
            "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Caught"}],
            "End": true},
          "Caught": {"Type": "Pass", "End": true}}}
        """
        .formatted(resource, fields);
  }

  private Execution run(String resource, String fields, String input) {
    TestStateMachine machine = env.define("order", send(resource, fields));
    machine.mock("Send").validation(MockValidation.NONE).returns("{}").lenient();
    return machine.run(input);
  }

  private static String refused(String parameters, String problems) {
    return "An error occurred while executing the state 'Send' (entered at the event id #2)."
        + " The Parameters '%s' could not be used to start the Task: [%s]"
            .formatted(parameters, problems);
  }

  @Test
  void a_value_of_the_wrong_type_ends_the_execution_before_anything_is_scheduled() {
    Execution run =
        run(
            "aws-sdk:lambda:invoke",
            "\"Parameters\": {\"FunctionName\": \"f\", \"Payload.$\": \"$.n\"}",
            "{\"n\": 7}");

    assertThat(run.error()).contains("States.Runtime");
    assertThat(run.cause())
        .contains(
            refused(
                "{\"FunctionName\":\"f\",\"Payload\":7}",
                "The value for the field 'Payload' must be a STRING"));
    assertThat(run.events())
        .extracting(HistoryEvent::type)
        .containsExactly(
            EventType.EXECUTION_STARTED, EventType.TASK_STATE_ENTERED, EventType.EXECUTION_FAILED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "dynamodb:putItem | 'Parameters': {'TableName': 't', 'Item': {'Id': {'S.$': '$.id'}}}"
            + " | The value for the field 'S' must be a STRING",
        "aws-sdk:sqs:sendMessage | 'Parameters': {'QueueUrl': 'q', 'MessageBody': 'm',"
            + " 'DelaySeconds.$': '$.text'}"
            + " | The value for the field 'DelaySeconds' must be an INTEGER",
        "aws-sdk:sqs:sendMessage | 'Parameters': {'QueueUrl': 'q', 'MessageBody': 'm',"
            + " 'DelaySeconds.$': '$.fraction'}"
            + " | The value for the field 'DelaySeconds' must be an INTEGER",
        "aws-sdk:sqs:sendMessage | 'QueryLanguage': 'JSONata', 'Arguments': {'QueueUrl': 'q',"
            + " 'MessageBody': '{% $states.input.id %}'}"
            + " | The value for the field 'MessageBody' must be a STRING",
        "aws-sdk:sqs:sendMessage | 'QueryLanguage': 'JSONata', 'Arguments':"
            + " '{% $merge([$states.input.send, $states.input.more]) %}'"
            + " | The field \"Bogus\" is not supported by Step Functions",
        "aws-sdk:sqs:sendMessage | 'QueryLanguage': 'JSONata', 'Arguments':"
            + " '{% $states.input.part %}'"
            + " | The field 'MessageBody' is required but was missing",
        "aws-sdk:batch:submitJob | 'Parameters': {'JobName': 'j', 'JobQueue': 'q',"
            + " 'JobDefinition': 'd', 'Parameters.$': '$.frame'}"
            + " | The value for the field 'frame_id' must be a STRING",
        "aws-sdk:dynamodb:putItem | 'Parameters': {'TableName.$': '$.id', 'Item': {'Id':"
            + " {'N.$': '$.id'}}} | The value for the field 'N' must be a STRING, The value for the"
            + " field 'TableName' must be a STRING"
      })
  void every_computed_value_is_looked_at(String resource, String fields, String problems) {
    Execution run =
        run(
            resource,
            fields.replace('\'', '"'),
            """
            {"id": 7, "text": "2", "fraction": 2.0, "frame": {"frame_id": 7},
              "part": {"QueueUrl": "q"}, "send": {"QueueUrl": "q", "MessageBody": "m"},
              "more": {"Bogus": 1}}
            """);

    assertThat(run.error()).contains("States.Runtime");
    assertThat(run.cause().orElseThrow()).endsWith("[" + problems + "]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "aws-sdk:sqs:sendMessage | 'Parameters': {'QueueUrl': 'q', 'MessageBody': 'm',"
            + " 'DelaySeconds.$': '$.n'}",
        "aws-sdk:sqs:sendMessage | 'Parameters': {'QueueUrl.$': '$.none', 'MessageBody': 'm'}",
        "sqs:sendMessage | 'Parameters': {'QueueUrl': 'q', 'MessageBody.$': '$.object'}",
        "lambda:invoke | 'Parameters': {'FunctionName': 'f', 'Payload.$': '$.n'}",
        "aws-sdk:s3:putObject | 'Parameters': {'Bucket': 'b', 'Key': 'k', 'Body.$': '$.object'}",
        "events:putEvents | 'Parameters': {'Entries': [{'Source': 's', 'DetailType': 'd',"
            + " 'Detail.$': '$.object'}]}"
      })
  void what_the_service_accepts_is_sent(String resource, String fields) {
    Execution run =
        run(
            resource,
            fields.replace('\'', '"'),
            "{\"n\": 7, \"none\": null, \"object\": {\"a\": 1}}");

    assertThat(run.cause()).isEmpty();
    assertThat(run.calls()).hasSize(1);
  }

  @Test
  void the_timeline_says_which_expression_made_the_value() {
    Execution run =
        run(
            "dynamodb:putItem",
            "\"Parameters\": {\"TableName\": \"t\", \"Item\": {\"Id\": {\"S.$\": \"$.id\"}}}",
            "{\"id\": 7}");

    assertThat(run.timeline().lines())
        .anySatisfy(
            line -> assertThat(line).contains("hint: Item.Id.S.$ = $.id (order:2): found 7"));
  }

  @Test
  void a_tolerant_definition_is_only_warned() {
    TestStateMachine machine =
        env.register(
            "order",
            DefinitionLoader.fromText(
                "order",
                send(
                    "sns:publish",
                    "\"Parameters\": {\"TopicArn.$\": \"$.id\", \"Message\": \"m\"}"),
                ValidationSettings.DEFAULT.withRequestValidation(RequestValidation.WARN)));
    machine.mock("Send").validation(MockValidation.NONE).returns("{}");

    Execution run = machine.run("{\"id\": 7}");

    assertThat(run.calls()).hasSize(1);
    assertThat(run.timeline().toString())
        .contains(
            "warning: on AWS the execution fails: The value for the field 'TopicArn' must be a"
                + " STRING")
        .contains("hint: TopicArn.$ = $.id (order:2): found 7");
  }

  @Test
  void a_definition_whose_requests_are_not_checked_sends_anything() {
    StepFunctionsEnvironment off =
        StepFunctionsEnvironment.builder().requestValidation(RequestValidation.OFF).build();
    TestStateMachine machine =
        off.define(
            "order",
            send("sns:publish", "\"Parameters\": {\"TopicArn.$\": \"$.id\", \"Message\": \"m\"}"));
    machine.mock("Send").validation(MockValidation.NONE).returns("{}");

    Execution run = machine.run("{\"id\": 7}");

    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(run.timeline().toString()).doesNotContain("warning");
  }

  @Test
  void a_state_that_is_tested_alone_sends_nothing_wrong_either() {
    StateResult result =
        env.define(
                "order",
                send(
                    "sns:publish",
                    "\"Parameters\": {\"TopicArn.$\": \"$.id\", \"Message\": \"m\"}"))
            .state("Send")
            .input(Map.of("id", 7))
            .mockResult("{}")
            .test();

    assertThat(result.error()).contains("States.Runtime");
    assertThat(result.cause())
        .contains(
            "The Parameters '{\"Message\":\"m\",\"TopicArn\":7}' could not be used to start the"
                + " Task: [The value for the field 'TopicArn' must be a STRING]");
  }
}
