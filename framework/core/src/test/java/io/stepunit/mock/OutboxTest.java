package io.stepunit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.Execution;
import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.internal.json.Json;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
    String entry = "{\"Entries\": [{\"Source\": \"shop\", \"Resources\": [\"arn:order\"]}, {}]}";

    Execution run = machine.start(entry, "run-1").finish();

    String execution = "arn:aws:states:us-east-1:123456789012:execution:sends:run-1";
    assertThat(env.outbox().sent("events"))
        .extracting(sent -> sent.requestAt("$.Resources").orElseThrow().toString())
        .containsExactly(
            "[\"arn:order\",\"%s\",\"%s\"]".formatted(execution, machine.arn()),
            "[\"%s\",\"%s\"]".formatted(execution, machine.arn()));
    assertThat(run.calls("Send").get(0).input()).isEqualTo(Json.parse(entry));
  }

  @Test
  void events_of_the_sdk_integration_are_sent_as_they_are() {
    TestStateMachine machine = machine("arn:aws:states:::aws-sdk:eventbridge:putEvents");

    machine.run("{\"Entries\": [{\"Source\": \"shop\"}]}");

    assertThat(env.outbox().sent("events").get(0).requestAt("$.Resources")).isEmpty();
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

    assertThat(run.finish().output()).hasToString("Optional[{\"ok\":true}]");
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
