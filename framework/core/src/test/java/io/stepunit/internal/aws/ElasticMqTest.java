package io.stepunit.internal.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Tasks send their messages to a queue that is really there. */
class ElasticMqTest {
  private static SQSRestServer server;
  private static SqsClient sqs;

  @BeforeAll
  static void start() {
    server = SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
    InetSocketAddress address = server.waitUntilStarted().localAddress();
    sqs =
        SqsClient.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + address.getPort()))
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .build();
  }

  @AfterAll
  static void stop() {
    sqs.close();
    server.stopAndWait();
  }

  private static String queue(String name) {
    return sqs.createQueue(request -> request.queueName(name)).queueUrl();
  }

  private static List<Message> messages(String queue) {
    return sqs.receiveMessage(
            request -> request.queueUrl(queue).messageAttributeNames("All").waitTimeSeconds(0))
        .messages();
  }

  private static Execution run(String states, Map<String, ?> input) {
    TestStateMachine machine =
        StepFunctionsEnvironment.create()
            .define("orders", "{\"StartAt\": \"Send\", \"States\": {" + states + "}}");
    machine.mockService("sqs").callsClient(sqs);
    return machine.run(input);
  }

  @Test
  void an_optimized_integration_sends_json_and_shows_what_sqs_answers() {
    String queue = queue("optimized");

    Execution run =
        run(
            """
            "Send": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true,
              "Parameters": {"QueueUrl.$": "$.queue", "MessageBody": {"order.$": "$.order"},
                "MessageAttributes": {"kind": {"DataType": "String", "StringValue": "new"}}}}
            """,
            Map.of("queue", queue, "order", 7));

    assertThat(run.cause()).isEmpty();
    assertThat(messages(queue))
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.body()).isEqualTo("{\"order\":7}");
              assertThat(message.messageAttributes().get("kind").stringValue()).isEqualTo("new");
              assertThat(run.outputAt("$.MD5OfMessageBody").orElseThrow().asText())
                  .isEqualTo(message.md5OfBody());
              assertThat(run.outputAt("$.MessageId").orElseThrow().asText())
                  .isEqualTo(message.messageId());
            });
    assertThat(run.outputAt("$.SdkHttpMetadata.HttpStatusCode").orElseThrow().asInt())
        .isEqualTo(200);
  }

  @Test
  void sdk_integrations_send_receive_and_delete() {
    String queue = queue("sdk");

    Execution run =
        run(
            """
            "Send": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sqs:sendMessage",
              "Parameters": {"QueueUrl.$": "$.queue", "MessageBody": "hello", "DelaySeconds": 0},
              "ResultPath": "$.sent", "Next": "Receive"},
            "Receive": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sqs:receiveMessage",
              "Parameters": {"QueueUrl.$": "$.queue", "MaxNumberOfMessages": 1},
              "ResultPath": "$.received", "Next": "Delete"},
            "Delete": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sqs:deleteMessage",
              "Parameters": {"QueueUrl.$": "$.queue",
                "ReceiptHandle.$": "$.received.Messages[0].ReceiptHandle"},
              "ResultPath": "$.deleted", "End": true}
            """,
            Map.of("queue", queue));

    assertThat(run.cause()).isEmpty();
    assertThat(run.outputAt("$.received.Messages[0].Body").orElseThrow().asText())
        .isEqualTo("hello");
    assertThat(run.outputAt("$.received.Messages[0].Md5OfBody"))
        .isEqualTo(run.outputAt("$.sent.Md5OfMessageBody"));
    assertThat(run.outputAt("$.deleted").orElseThrow()).hasToString("{}");
    assertThat(messages(queue)).isEmpty();
  }

  @Test
  void a_queue_that_is_not_there_fails_the_task() {
    Execution run =
        run(
            """
            "Send": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sqs:sendMessage",
              "Parameters": {"QueueUrl.$": "$.queue", "MessageBody": "hello"}, "End": true}
            """,
            Map.of("queue", queue("known").replace("known", "unknown")));

    assertThat(run.error()).contains("Sqs.QueueDoesNotExistException");
  }

  @Test
  void a_callback_task_sends_its_token_and_waits() {
    String queue = queue("callbacks");
    TestStateMachine machine =
        StepFunctionsEnvironment.create()
            .define(
                "orders",
                """
                {"StartAt": "Ask", "States": {"Ask": {"Type": "Task", "End": true,
                  "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                  "Parameters": {"QueueUrl.$": "$.queue",
                    "MessageBody": {"token.$": "$$.Task.Token"}}}}}
                """);
    machine.mock("Ask").callsClient(sqs);
    var run = machine.start(Map.of("queue", queue)).runUntilParked();

    String body = messages(queue).get(0).body();
    String token = body.substring(body.indexOf(':') + 2, body.length() - 2);
    run.token("Ask").succeed(Map.of("approved", true));

    assertThat(token).isNotEmpty();
    assertThat(run.finish().output()).hasToString("Optional[{\"approved\":true}]");
  }
}
