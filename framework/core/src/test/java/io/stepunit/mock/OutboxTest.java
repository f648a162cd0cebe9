package io.stepunit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.Execution;
import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.internal.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboxTest {
  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  private TestStateMachine machine(String resource) {
    TestStateMachine machine =
        env.define(
            "sends",
            """
            {
              "StartAt": "Nap",
              "States": {
                "Nap": {"Type": "Wait", "Seconds": 60, "Next": "Send"},
                "Send": {"Type": "Task", "Resource": "%s", "End": true}
              }
            }
            """
                .formatted(resource));
    machine.mock("Send").capturedBy(env.outbox());
    return machine;
  }

  @Test
  void messages_are_kept_with_their_place_and_time() {
    TestStateMachine machine = machine("arn:aws:states:::sqs:sendMessage");

    Execution run =
        machine.start("{\"QueueUrl\": \"q\", \"MessageBody\": {\"orderId\": 7}}", "run-1").finish();

    assertThat(env.outbox().sent("sqs"))
        .singleElement()
        .satisfies(
            sent -> {
              assertThat(sent.execution()).isEqualTo("run-1");
              assertThat(sent.path()).isEqualTo("Send");
              assertThat(sent.at())
                  .isEqualTo(StepFunctionsEnvironment.DEFAULT_START.plus(Duration.ofMinutes(1)));
              assertThat(sent.requestAt("$.QueueUrl")).hasToString("Optional[\"q\"]");
              assertThat(sent.messageAt("$.orderId")).hasToString("Optional[7]");
            });
    assertThat(run.outputAt("$.MD5OfMessageBody"))
        .hasToString("Optional[\"" + SentContent.md5("{\"orderId\":7}") + "\"]");
    assertThat(run.outputAt("$.SdkHttpMetadata.HttpStatusCode")).hasToString("Optional[200]");
  }

  @Test
  void ids_are_the_same_in_each_run_and_others_for_each_call() {
    TestStateMachine machine = machine("arn:aws:states:::sns:publish");
    String input = "{\"TopicArn\": \"t\", \"Message\": \"plain\"}";

    Execution first = machine.start(input, "run-1").finish();
    Execution second = machine.start(input, "run-2").finish();

    assertThat(env.outbox().sent())
        .extracting(SentMessage::message)
        .hasToString("[\"plain\", \"plain\"]");
    assertThat(
            new OutboxTest().machine("arn:aws:states:::sns:publish").start(input, "run-1").finish())
        .satisfies(again -> assertThat(again.output()).isEqualTo(first.output()));
    assertThat(second.outputAt("$.MessageId")).isNotEqualTo(first.outputAt("$.MessageId"));
  }

  @Test
  void each_event_of_a_call_is_kept() {
    TestStateMachine machine = machine("arn:aws:states:::events:putEvents");

    Execution run =
        machine.run(
            """
            {"Entries": [
              {"Source": "shop", "DetailType": "Paid", "Detail": {"id": 1}},
              {"Source": "shop", "DetailType": "Paid", "Detail": "{\\"id\\": 2}"}
            ]}
            """);

    assertThat(env.outbox().sent("events"))
        .extracting(sent -> sent.messageAt("$.id").orElseThrow().asInt())
        .containsExactly(1, 2);
    assertThat(run.outputAt("$.FailedEntryCount")).hasToString("Optional[0]");
    assertThat(run.outputAt("$.Entries[1].EventId")).isPresent();
    assertThat(run.outputAt("$.SdkHttpMetadata")).isEmpty();
  }

  @Test
  void events_tell_which_execution_of_which_machine_sent_them() {
    TestStateMachine machine = machine("arn:aws:states:::events:putEvents");
    String entry =
        """
        {"Entries": [
          {"Source": "shop", "DetailType": "Paid", "Detail": {}, "Resources": ["arn:order"]},
          {"Source": "shop", "DetailType": "Paid", "Detail": {}}
        ]}
        """;

    Execution run = machine.start(entry, "run-1").finish();

    String execution = "arn:aws:states:us-east-1:123456789012:execution:sends:run-1";
    assertThat(env.outbox().sent("events"))
        .extracting(sent -> sent.requestAt("$.Resources").orElseThrow().toString())
        .containsExactly(
            "[\"arn:order\",\"%s\",\"%s\"]".formatted(machine.arn(), execution),
            "[\"%s\",\"%s\"]".formatted(machine.arn(), execution));
    assertThat(run.calls("Send").get(0).input()).isEqualTo(Json.parse(entry));
  }

  @Test
  void events_of_the_sdk_integration_are_sent_as_they_are() {
    TestStateMachine machine = machine("arn:aws:states:::aws-sdk:eventbridge:putEvents");

    machine.run("{\"Entries\": [{\"Source\": \"s\", \"DetailType\": \"d\", \"Detail\": \"{}\"}]}");

    assertThat(env.outbox().sent("events").get(0).requestAt("$.Resources")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"DetailType\": \"d\", \"Detail\": {}} | InvalidArgument | Parameter Source is not valid."
            + " Reason: Source is a required argument.",
        "{\"Source\": \"s\", \"Detail\": {}} | InvalidArgument | Parameter DetailType is not valid."
            + " Reason: DetailType is a required argument.",
        "{\"Source\": \"s\", \"DetailType\": \"d\", \"Detail\": \"oops\"} | MalformedDetail |"
            + " Detail is malformed.",
        "{\"Source\": \"s\", \"DetailType\": \"d\", \"Detail\": [1]} | MalformedDetail | Detail is"
            + " malformed.",
      })
  void an_event_that_the_bus_refuses_fails_the_task_and_keeps_the_others(
      String refused, String code, String message) {
    String entries =
        "{\"Entries\": [%s, {\"Source\": \"s\", \"DetailType\": \"d\", \"Detail\": {\"n\": 1}}]}"
            .formatted(refused);

    Execution run = machine("arn:aws:states:::events:putEvents").run(entries);
    OutboxTest other = new OutboxTest();
    Execution sdk = other.machine("arn:aws:states:::aws-sdk:eventbridge:putEvents").run(entries);

    assertThat(run.error()).contains("EventBridge.FailedEntry");
    assertThat(run.cause().orElseThrow())
        .startsWith(
            "{\"Entries\":[{\"ErrorCode\":\"%s\",\"ErrorMessage\":\"%s\"},{\"EventId\":"
                .formatted(code, message))
        .endsWith("],\"FailedEntryCount\":1}");
    assertThat(sdk.outputAt("$.FailedEntryCount")).hasToString("Optional[1]");
    assertThat(List.of(env, other.env))
        .allSatisfy(
            env ->
                assertThat(env.outbox().sent("events"))
                    .extracting(sent -> sent.messageAt("$.n").orElseThrow().asInt())
                    .containsExactly(1));
  }

  @Test
  void messages_to_the_sdk_integration_are_answered_under_its_names() {
    TestStateMachine machine = machine("arn:aws:states:::aws-sdk:sqs:sendMessage");

    Execution run =
        machine.run(
            """
            {"QueueUrl": "q", "MessageBody": "some message", "MessageAttributes": {
              "Str": {"DataType": "String", "StringValue": "mixed"},
              "Binary": {"DataType": "Binary", "BinaryValue": "AP9BQgo="}}}
            """);

    assertThat(run.output().map(Json::text).orElseThrow())
        .startsWith(
            "{\"Md5OfMessageAttributes\":\"1ee832deb784acdc3821aeab93dc3ae3\","
                + "\"Md5OfMessageBody\":\"df49b60423903e095b80d9b4a92eb065\",\"MessageId\":");
  }

  @Test
  void objects_that_are_texts_are_stored_with_their_quotes() {
    TestStateMachine machine = machine("arn:aws:states:::aws-sdk:s3:putObject");

    Execution run = machine.run("{\"Bucket\": \"b\", \"Key\": \"k\", \"Body\": \"{}\"}");
    machine.run("{\"Bucket\": \"b\", \"Key\": \"k\", \"Body\": \"hello\"}");

    assertThat(run.outputAt("$.ETag").orElseThrow().textValue())
        .isEqualTo("\"" + SentContent.md5("\"{}\"") + "\"");
    assertThat(env.outbox().sent("s3"))
        .extracting(sent -> sent.message().toString())
        .containsExactly("\"{}\"", "\"hello\"");
  }

  @Test
  void objects_are_answered_with_their_digests() {
    TestStateMachine machine = machine("arn:aws:states:::aws-sdk:s3:putObject");

    Execution run =
        machine.run("{\"Bucket\": \"b\", \"Key\": \"k\", \"Body\": {\"Dict\": \"Value\"}}");

    assertThat(run.output().orElseThrow())
        .isEqualTo(
            Json.parse(
                """
                {
                  "ChecksumCRC32": "hnEfWw==",
                  "ChecksumType": "FULL_OBJECT",
                  "ETag": "\\"49e31cee5aec8faf3345893addb14346\\"",
                  "ServerSideEncryption": "AES256"
                }
                """));
    assertThat(env.outbox().sent("s3").get(0).messageAt("$.Dict"))
        .hasToString("Optional[\"Value\"]");
  }

  @Test
  void a_message_with_a_token_waits_for_it() {
    TestStateMachine machine = machine("arn:aws:states:::sqs:sendMessage.waitForTaskToken");

    RunningExecution run =
        machine.start("{\"QueueUrl\": \"q\", \"MessageBody\": \"x\"}").runUntilParked();
    run.advance(Duration.ofMinutes(1));
    assertThat(env.outbox().sent("sqs")).hasSize(1);
    run.token("Send").succeed(Map.of("ok", true));

    Execution execution = run.finish();
    assertThat(execution.output()).hasToString("Optional[{\"ok\":true}]");
    assertThat(execution.historyJson()).contains("SdkHttpMetadata");
  }

  @Test
  void what_does_not_only_send_aborts_the_test() {
    TestStateMachine machine = machine("arn:aws:states:::dynamodb:putItem");

    assertThatThrownBy(() -> machine.run("{}"))
        .isInstanceOf(MockAnswerError.class)
        .hasMessageContaining(
            "arn:aws:states:::dynamodb:putItem does not only send: an outbox takes"
                + " events:putEvents, s3:putObject, sns:publish, sqs:sendMessage. Mock the Task.");
    assertThatThrownBy(() -> env.outbox().sent("dynamodb"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("An outbox accepts what is sent to sqs, sns, events and s3, not to 'dynamodb'");
  }
}
