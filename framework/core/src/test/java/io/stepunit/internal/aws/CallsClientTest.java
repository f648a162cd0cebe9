package io.stepunit.internal.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.stepunit.Execution;
import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.history.EventType;
import io.stepunit.history.HistoryEvent;
import io.stepunit.internal.json.Json;
import io.stepunit.mock.MockAnswerError;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.retry.RetryPolicy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

class CallsClientTest {
  private static final String OPTIMIZED = "arn:aws:states:::dynamodb:";
  private static final String SDK = "arn:aws:states:::aws-sdk:dynamodb:";

  private final CannedHttp http = new CannedHttp();

  private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder) {
    return builder
        .httpClient(http)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .overrideConfiguration(config -> config.retryPolicy(RetryPolicy.none()))
        .build();
  }

  private DynamoDbClient dynamoDb() {
    return client(DynamoDbClient.builder());
  }

  /** A machine of the single Task 'Call', which passes its input on. */
  private static TestStateMachine machine(String resource) {
    return StepFunctionsEnvironment.create()
        .define(
            "calls",
            """
            {
              "StartAt": "Call",
              "States": {"Call": {"Type": "Task", "Resource": "%s", "End": true}}
            }
            """
                .formatted(resource));
  }

  private static Execution run(String resource, SdkClient client, String input) {
    TestStateMachine machine = machine(resource);
    machine.mock("Call").callsClient(client);
    return machine.run(input);
  }

  @Nested
  class Requests {
    @Test
    void requests_are_built_from_the_input_by_the_fields_of_the_sdk() {
      http.answers(200, "{}");

      Execution run =
          run(
              SDK + "updateItem",
              dynamoDb(),
              """
              {
                "TableName": "locks",
                "Key": {"id": {"S": "a"}},
                "UpdateExpression": "SET n = :n",
                "ExpressionAttributeValues": {
                  ":n": {"N": "5"}, ":l": {"L": [{"BOOL": true}, {"NULL": true}]}, ":m": {"M": {"x": {"SS": ["y"]}}}
                },
                "ConditionExpression": null,
                "ReturnValues": "ALL_NEW"
              }
              """);

      assertThat(run.error()).isEmpty();
      assertThat(http.sentJson())
          .isEqualTo(
              Json.parse(
                  """
                  {
                    "TableName": "locks",
                    "Key": {"id": {"S": "a"}},
                    "UpdateExpression": "SET n = :n",
                    "ExpressionAttributeValues": {
                      ":n": {"N": "5"}, ":l": {"L": [{"BOOL": true}, {"NULL": true}]}, ":m": {"M": {"x": {"SS": ["y"]}}}
                    },
                    "ReturnValues": "ALL_NEW"
                  }
                  """));
    }

    @Test
    void write_out_json_that_stands_for_the_text_of_a_message() {
      http.answers(200, "{\"MessageId\": \"m-1\"}");

      run(
          "arn:aws:states:::sqs:sendMessage",
          client(SqsClient.builder()),
          "{\"QueueUrl\": \"https://sqs/q\", \"MessageBody\": {\"order\": 7}, \"DelaySeconds\":"
              + " 3}");

      assertThat(http.sentJson().get("MessageBody").textValue()).isEqualTo("{\"order\":7}");
      assertThat(http.sentJson().get("DelaySeconds").intValue()).isEqualTo(3);
    }

    @Test
    void requests_have_the_names_of_step_functions_where_the_api_has_others() {
      http.answers(200, "{\"executionArn\": \"arn:x\", \"startDate\": 1767225600.5}");

      Execution run =
          run(
              "arn:aws:states:::aws-sdk:sfn:startExecution",
              client(SfnClient.builder()),
              "{\"StateMachineArn\": \"arn:m\", \"Input\": {\"a\": 1}}");

      assertThat(http.sentJson())
          .isEqualTo(Json.parse("{\"stateMachineArn\": \"arn:m\", \"input\": \"{\\\"a\\\":1}\"}"));
      assertThat(run.output().orElseThrow())
          .isEqualTo(
              Json.parse(
                  "{\"ExecutionArn\": \"arn:x\", \"StartDate\": \"2026-01-01T00:00:00.500Z\"}"));
    }

    @Test
    void carry_what_is_streamed() {
      http.answers(200, "", "application/xml", "ETag", "\"49e31cee5aec8faf3345893addb14346\"");

      Execution run =
          run(
              "arn:aws:states:::aws-sdk:s3:putObject",
              client(S3Client.builder()),
              "{\"Bucket\": \"b\", \"Key\": \"k\", \"Body\": {\"Dict\": \"Value\"}}");

      assertThat(http.sent()).hasSize(1);
      assertThat(http.sent().get(0)).contains("{\"Dict\":\"Value\"}");
      assertThat(run.outputAt("$.ETag"))
          .hasToString("Optional[\"\\\"49e31cee5aec8faf3345893addb14346\\\"\"]");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "\"hello\\nπ\" | \"hello\\nπ\"",
          "\"AP9BQgo=\" | \"AP9BQgo=\"",
          "0 | 0",
          "null | null",
          "[\"a\", \"b\"] | [\"a\",\"b\"]"
        })
    void carry_what_is_streamed_as_json_a_text_with_its_quotes(String body, String stored) {
      http.answers(200, "", "application/xml");

      run(
          "arn:aws:states:::aws-sdk:s3:putObject",
          client(S3Client.builder()),
          "{\"Bucket\": \"b\", \"Key\": \"k\", \"Body\": " + body + "}");

      assertThat(http.sent().get(0)).contains(stored);
    }

    @Test
    void requests_may_have_the_names_of_the_service_where_the_sdk_has_others() {
      http.answers(200, "<CopyObjectResult/>", "application/xml");

      Execution run =
          run(
              "arn:aws:states:::aws-sdk:s3:copyObject",
              client(S3Client.builder()),
              "{\"Bucket\": \"b\", \"Key\": \"k\", \"CopySource\": \"a/k\"}");

      assertThat(run.error()).isEmpty();
    }

    @Test
    void with_values_of_the_wrong_type_cannot_start_the_task() {
      Execution run =
          run(
              OPTIMIZED + "putItem",
              dynamoDb(),
              "{\"TableName\":\"t\",\"Item\":{\"id\":{\"N\":5},\"b\":{\"BOOL\":\"x\"}}}");

      assertThat(http.sent()).isEmpty();
      assertThat(run.error()).contains("States.Runtime");
      assertThat(run.cause().orElseThrow())
          .endsWith(
              "The Parameters"
                  + " '{\"TableName\":\"t\",\"Item\":{\"id\":{\"N\":5},\"b\":{\"BOOL\":\"x\"}}}'"
                  + " could not be used to start the Task: [The value for the field 'N' must be a"
                  + " STRING, The value for the field 'BOOL' must be a BOOLEAN]");
    }

    @Test
    void with_a_field_that_is_none_abort_the_test() {
      assertThatThrownBy(() -> run(SDK + "getItem", dynamoDb(), "{\"tableName\": \"t\"}"))
          .isInstanceOf(MockAnswerError.class)
          .hasMessageContaining(
              "The field \"tableName\" is not supported by Step Functions: the SDK's GetItemRequest"
                  + " has no such field. Did you mean 'TableName'?");
    }
  }

  @Nested
  class Responses {
    @Test
    void responses_of_sdk_integrations_have_the_fields_only() {
      http.answers(
          200, "{\"Items\": [{\"id\": {\"S\": \"a\"}}], \"Count\": 1, \"ScannedCount\": 1}");

      Execution run = run(SDK + "query", dynamoDb(), "{\"TableName\": \"t\"}");

      assertThat(run.output().orElseThrow())
          .isEqualTo(
              Json.parse(
                  "{\"Items\": [{\"id\": {\"S\": \"a\"}}], \"Count\": 1, \"ScannedCount\": 1}"));
    }

    @Test
    void responses_of_optimized_integrations_have_metadata_that_is_the_same_in_each_run() {
      http.answers(200, "{\"Item\":{\"id\":{\"S\":\"a\"}}}");

      Execution run = run(OPTIMIZED + "getItem", dynamoDb(), "{\"TableName\": \"t\"}");

      assertThat(run.output().orElseThrow())
          .isEqualTo(
              Json.parse(
                  """
                  {
                    "Item": {"id": {"S": "a"}},
                    "SdkHttpMetadata": {
                      "AllHttpHeaders": {
                        "Server": ["Server"],
                        "Connection": ["keep-alive"],
                        "x-amzn-RequestId": ["00000000-0000-4000-8000-000000000000"],
                        "Content-Length": ["25"],
                        "Date": ["Thu, 01 Jan 2026 00:00:00 GMT"],
                        "Content-Type": ["application/x-amz-json-1.0"]
                      },
                      "HttpHeaders": {
                        "Connection": "keep-alive",
                        "Content-Length": "25",
                        "Content-Type": "application/x-amz-json-1.0",
                        "Date": "Thu, 01 Jan 2026 00:00:00 GMT",
                        "Server": "Server",
                        "x-amzn-RequestId": "00000000-0000-4000-8000-000000000000"
                      },
                      "HttpStatusCode": 200
                    },
                    "SdkResponseMetadata": {"RequestId": "00000000-0000-4000-8000-000000000000"}
                  }
                  """));
    }

    @ParameterizedTest
    @CsvSource({
      "aws-sdk:sqs, '{\"Md5OfMessageBody\":\"9d\",\"MessageId\":\"m-1\"}'",
      "sqs, '{\"MD5OfMessageBody\":\"9d\",\"MessageId\":\"m-1\",\"SdkHttpMetadata\":'"
    })
    void responses_have_their_fields_in_the_order_of_their_names(String service, String start) {
      http.answers(200, "{\"MessageId\": \"m-1\", \"MD5OfMessageBody\": \"9d\"}");
      SqsClient sqs = client(SqsClient.builder().checksumValidationEnabled(false));

      Execution run =
          run(
              "arn:aws:states:::" + service + ":sendMessage",
              sqs,
              "{\"QueueUrl\": \"https://sqs/q\", \"MessageBody\": \"x\"}");

      assertThat(run.output().map(Json::text).orElseThrow()).startsWith(start);
    }

    @Test
    void responses_tell_their_own_status_and_their_headers_in_order() {
      http.answers(202, "{}");

      Execution run = run(OPTIMIZED + "getItem", dynamoDb(), "{\"TableName\": \"t\"}");

      assertThat(run.outputAt("$.SdkHttpMetadata.HttpStatusCode")).hasToString("Optional[202]");
      assertThat(run.outputAt("$.SdkHttpMetadata.HttpHeaders").orElseThrow().fieldNames())
          .toIterable()
          .containsExactly(
              "Connection", "Content-Length", "Content-Type", "Date", "Server", "x-amzn-RequestId");
      assertThat(run.outputAt("$.SdkHttpMetadata.AllHttpHeaders").orElseThrow().fieldNames())
          .toIterable()
          .containsExactly(
              "Server", "Connection", "x-amzn-RequestId", "Content-Length", "Date", "Content-Type");
    }

    @Test
    void without_any_field_are_empty() {
      http.answers(200, "{}");

      assertThat(run(SDK + "putItem", dynamoDb(), "{\"TableName\": \"t\"}").output())
          .hasToString("Optional[{}]");
    }

    @Test
    void responses_that_are_streamed_have_a_body() {
      http.answers(
          200,
          "text data",
          "binary/octet-stream",
          "Last-Modified",
          "Thu, 01 Jan 2026 00:00:00 GMT");

      Execution run =
          run(
              "arn:aws:states:::aws-sdk:s3:getObject",
              client(S3Client.builder()),
              "{\"Bucket\": \"b\", \"Key\": \"k\"}");

      assertThat(run.outputAt("$.Body")).hasToString("Optional[\"text data\"]");
      assertThat(run.outputAt("$.ContentLength")).hasToString("Optional[9]");
      assertThat(run.outputAt("$.LastModified")).hasToString("Optional[\"2026-01-01T00:00:00Z\"]");
    }

    @Test
    void responses_to_events_that_failed_fail_the_task() {
      http.answers(
          200,
          "{\"FailedEntryCount\": 1, \"Entries\": [{\"ErrorCode\": \"MalformedDetail\","
              + " \"ErrorMessage\": \"Detail is malformed.\"}]}");

      Execution run =
          run(
              "arn:aws:states:::events:putEvents",
              client(EventBridgeClient.builder()),
              "{\"Entries\": [{\"Source\": \"s\", \"DetailType\": \"d\", \"Detail\": {\"a\":"
                  + " 1}}]}");

      assertThat(http.sentJson().at("/Entries/0/Detail").textValue()).isEqualTo("{\"a\":1}");
      assertThat(http.sentJson().at("/Entries/0/Resources/0").textValue())
          .isEqualTo("arn:aws:states:us-east-1:123456789012:stateMachine:calls");
      assertThat(run.error()).contains("EventBridge.FailedEntry");
      assertThat(Json.parse(run.cause().orElseThrow()))
          .isEqualTo(
              Json.parse(
                  "{\"FailedEntryCount\": 1, \"Entries\": [{\"ErrorCode\": \"MalformedDetail\","
                      + " \"ErrorMessage\": \"Detail is malformed.\"}]}"));
    }

    @Test
    void responses_to_events_have_no_metadata() {
      http.answers(200, "{\"FailedEntryCount\": 0, \"Entries\": [{\"EventId\": \"e\"}]}");

      Execution run =
          run(
              "arn:aws:states:::events:putEvents",
              client(EventBridgeClient.builder()),
              "{\"Entries\": [{\"Source\": \"s\"}]}");

      assertThat(run.output().orElseThrow())
          .isEqualTo(Json.parse("{\"FailedEntryCount\": 0, \"Entries\": [{\"EventId\": \"e\"}]}"));
    }

    @Test
    void responses_to_a_call_with_a_token_are_what_was_submitted() {
      http.answers(
          200,
          "{\"MessageId\": \"m-1\", \"MD5OfMessageBody\": \"9dd4e461268c8034f5c8564e155c67a6\"}");
      TestStateMachine machine = machine("arn:aws:states:::sqs:sendMessage.waitForTaskToken");
      machine.mockService("sqs").callsClient(client(SqsClient.builder()));

      RunningExecution run =
          machine.start("{\"QueueUrl\": \"q\", \"MessageBody\": \"x\"}").runUntilParked();
      run.token("Call").succeed(Map.of("ok", true));

      Execution execution = run.finish();
      assertThat(execution.output()).hasToString("Optional[{\"ok\":true}]");
      assertThat(execution.historyJson())
          .contains("m-1")
          .contains("SdkHttpMetadata", "SdkResponseMetadata");
    }
  }

  @Nested
  class Failures {
    private static final String NOT_FOUND =
        "{\"__type\": \"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException\", \"message\":"
            + " \"Requested resource not found\"}";
    private static final String INVALID =
        "{\"__type\": \"com.amazon.coral.validate#ValidationException\", \"message\": \"1"
            + " validation error detected\"}";

    @Test
    void failures_of_sdk_integrations_have_the_names_of_the_sdk_v2() {
      http.answers(400, NOT_FOUND).answers(400, INVALID);

      Execution notFound = run(SDK + "putItem", dynamoDb(), "{\"TableName\": \"t\"}");
      Execution invalid = run(SDK + "putItem", dynamoDb(), "{\"TableName\": \"t\"}");

      assertThat(notFound.error()).contains("DynamoDb.ResourceNotFoundException");
      assertThat(notFound.cause())
          .contains(
              "Requested resource not found (Service: DynamoDb, Status Code: 400, Request ID:"
                  + " 00000000-0000-4000-8000-000000000000) (SDK Attempt Count: 1)");
      assertThat(invalid.error()).contains("DynamoDb.DynamoDbException");
      assertThat(invalid.cause().orElseThrow())
          .startsWith("1 validation error detected (Service: DynamoDb, Status Code: 400, ");
    }

    @Test
    void failures_of_optimized_integrations_have_the_names_of_the_sdk_v1() {
      http.answers(400, NOT_FOUND).answers(400, INVALID);

      Execution notFound = run(OPTIMIZED + "putItem", dynamoDb(), "{\"TableName\": \"t\"}");
      Execution invalid = run(OPTIMIZED + "putItem", dynamoDb(), "{\"TableName\": \"t\"}");

      assertThat(notFound.error()).contains("DynamoDB.ResourceNotFoundException");
      assertThat(notFound.cause())
          .contains(
              "Requested resource not found (Service: AmazonDynamoDBv2; Status Code: 400; Error"
                  + " Code: ResourceNotFoundException; Request ID:"
                  + " 00000000-0000-4000-8000-000000000000; Proxy: null)");
      assertThat(invalid.error()).contains("DynamoDB.AmazonDynamoDBException");
      assertThat(invalid.cause().orElseThrow()).contains("Error Code: ValidationException; ");
    }

    @Test
    void failures_of_s3_tell_that_they_have_a_second_id() {
      http.answers(
          404,
          "<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not"
              + " exist</Message></Error>",
          "application/xml",
          "x-amz-id-2",
          "extended");

      Execution run =
          run(
              "arn:aws:states:::aws-sdk:s3:listObjects",
              client(S3Client.builder()),
              "{\"Bucket\": \"b\"}");

      assertThat(run.error()).contains("S3.NoSuchBucketException");
      assertThat(run.cause())
          .contains(
              "The specified bucket does not exist (Service: S3, Status Code: 404, Request ID:"
                  + " 00000000-0000-4000-8000-000000000000, Extended Request ID:"
                  + " 00000000-0000-4000-8000-000000000000) (SDK Attempt Count: 1)");
    }

    @Test
    void failures_of_s3_to_give_access_have_a_name_of_their_own() {
      http.answers(
          403,
          "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>",
          "application/xml");

      Execution run =
          run(
              "arn:aws:states:::aws-sdk:s3:listObjects",
              client(S3Client.builder()),
              "{\"Bucket\": \"b\"}");

      assertThat(run.error()).contains("S3.AccessDeniedException");
    }

    @Test
    void failures_to_reach_the_endpoint_are_those_of_the_client() {
      Execution sdk = run(SDK + "getItem", dynamoDb(), "{\"TableName\": \"t\"}");
      Execution optimized = run(OPTIMIZED + "getItem", dynamoDb(), "{\"TableName\": \"t\"}");

      assertThat(sdk.error()).contains("DynamoDb.SdkClientException");
      assertThat(sdk.cause().orElseThrow()).contains("Connection refused");
      assertThat(optimized.error()).contains("DynamoDB.SdkClientException");
    }

    @Test
    void failures_of_a_call_with_a_token_come_before_anything_was_submitted() {
      http.answers(
          400,
          "{\"__type\": \"com.amazonaws.sqs#QueueDoesNotExist\", \"message\": \"The specified queue"
              + " does not exist.\"}");

      Execution run =
          run(
              "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
              client(SqsClient.builder()),
              "{\"QueueUrl\": \"q\", \"MessageBody\": \"x\"}");

      assertThat(run.error()).contains("SQS.QueueDoesNotExistException");
      assertThat(run.events())
          .extracting(HistoryEvent::type)
          .doesNotContain(EventType.TASK_SUBMITTED);
    }
  }

  @Nested
  class The_client {
    @Test
    void answers_the_tasks_of_its_service_only() {
      TestStateMachine machine =
          StepFunctionsEnvironment.create()
              .define(
                  "calls",
                  """
                  {
                    "StartAt": "Read",
                    "States": {
                      "Read": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "ResultPath": null, "Next": "Find"},
                      "Find": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:query", "ResultPath": null, "Next": "Tell"},
                      "Tell": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true}
                    }
                  }
                  """);
      http.answers(200, "{}").answers(200, "{}");
      machine.mockService("dynamodb").callsClient(dynamoDb()).taking(Duration.ofMillis(20));
      machine.mock("Tell").returns("{\"MessageId\": \"m\"}");

      Execution run = machine.run("{\"TableName\": \"t\"}");

      assertThat(run.outputAt("$.MessageId")).isPresent();
      assertThat(run.duration()).isEqualTo(Duration.ofMillis(40));
      assertThat(http.sent()).hasSize(2);
    }

    @Test
    void may_be_a_mock() {
      DynamoDbClient client = mock(DynamoDbClient.class);
      when(client.getItem(any(GetItemRequest.class)))
          .thenReturn(
              GetItemResponse.builder().item(Map.of("id", AttributeValue.fromS("a"))).build());

      assertThat(run(OPTIMIZED + "getItem", client, "{}").outputAt("$.Item.id.S"))
          .hasToString("Optional[\"a\"]");
    }

    @Test
    void the_client_that_has_no_such_action_aborts_the_test() {
      assertThatThrownBy(() -> run("arn:aws:states:::aws-sdk:sqs:getQueueUrl", dynamoDb(), "{}"))
          .isInstanceOf(MockAnswerError.class)
          .hasMessageContaining(
              "cannot run. DynamoDbClient has no action 'getQueueUrl'."
                  + " Give the Task's service its own client, or mock the Task.");
    }

    @Test
    void cannot_wait_for_jobs_nor_run_functions() {
      assertThatThrownBy(() -> run("arn:aws:states:::glue:startJobRun.sync", dynamoDb(), "{}"))
          .hasMessageContaining("waits for the end of a job");
      assertThatThrownBy(
              () -> run("arn:aws:lambda:us-east-1:123456789012:function:f", dynamoDb(), "{}"))
          .hasMessageContaining("callsClient(client) is for optimized and aws-sdk integrations");
      assertThatThrownBy(() -> run("arn:aws:states:::glue:startJobRun", dynamoDb(), "{}"))
          .hasMessageContaining("DynamoDbClient has no action 'startJobRun'");
      assertThatThrownBy(() -> run("arn:aws:states:::apigateway:invoke", dynamoDb(), "{}"))
          .hasMessageContaining(
              "arn:aws:states:::apigateway:invoke is no call of an AWS service's API, so no client"
                  + " can send it. Mock the Task.");
    }

    @Test
    void the_client_has_to_be_synchronous_and_of_a_service() {
      TestStateMachine machine = machine(SDK + "getItem");

      assertThatThrownBy(() -> machine.mock("Call").callsClient(mock(DynamoDbAsyncClient.class)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Pass the synchronous DynamoDbClient.");
      assertThatThrownBy(() -> machine.mock("Call").callsClient(mock(SdkClient.class)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("is not a client of the AWS SDK for Java v2");
    }

    @Test
    void the_client_of_a_service_that_no_task_calls_is_refused() {
      TestStateMachine machine = machine(SDK + "getItem");

      assertThatThrownBy(() -> machine.mockService("dynamodbb"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "No Task of the machine 'calls' (calls) calls the service 'dynamodbb'. Did you mean"
                  + " 'dynamodb'? Its services: dynamodb.");
      assertThatThrownBy(
              () -> machine("arn:aws:lambda:us-east-1:123456789012:function:f").mockService("sqs"))
          .hasMessageContaining("Its Tasks call no services by name.");
    }
  }

  @Nested
  class Response_objects_as_results {
    private final GetItemResponse response =
        GetItemResponse.builder().item(Map.of("id", AttributeValue.fromS("a"))).build();

    @Test
    void response_objects_as_results_are_shown_as_step_functions_shows_them() {
      TestStateMachine sdk = machine(SDK + "getItem");
      sdk.mock("Call").returns(response);
      TestStateMachine optimized = machine(OPTIMIZED + "getItem");
      optimized.mock("Call").answers(call -> response);

      assertThat(sdk.run("{}").output()).hasToString("Optional[{\"Item\":{\"id\":{\"S\":\"a\"}}}]");
      assertThat(optimized.run("{}").outputAt("$.Item.id.S")).hasToString("Optional[\"a\"]");
    }

    @Test
    void response_objects_as_results_have_the_metadata_of_a_call_with_an_optimized_integration() {
      TestStateMachine returning = machine(OPTIMIZED + "getItem");
      returning.mock("Call").returns(response);
      TestStateMachine answering = machine(OPTIMIZED + "getItem");
      answering.mock("Call").answers(call -> response);
      TestStateMachine byService = machine(OPTIMIZED + "getItem");
      byService.mockService("dynamodb").returns(response);

      Execution run = returning.run("{}");

      assertThat(run.output().orElseThrow())
          .isEqualTo(
              Json.parse(
                  """
                  {
                    "Item": {"id": {"S": "a"}},
                    "SdkHttpMetadata": {
                      "AllHttpHeaders": {
                        "Server": ["Server"],
                        "Connection": ["keep-alive"],
                        "x-amzn-RequestId": ["00000000-0000-4000-8000-000000000000"],
                        "Date": ["Thu, 01 Jan 2026 00:00:00 GMT"]
                      },
                      "HttpHeaders": {
                        "Connection": "keep-alive",
                        "Date": "Thu, 01 Jan 2026 00:00:00 GMT",
                        "Server": "Server",
                        "x-amzn-RequestId": "00000000-0000-4000-8000-000000000000"
                      },
                      "HttpStatusCode": 200
                    },
                    "SdkResponseMetadata": {"RequestId": "00000000-0000-4000-8000-000000000000"}
                  }
                  """));
      assertThat(answering.run("{}").output()).isEqualTo(run.output());
      assertThat(byService.run("{}").output()).isEqualTo(run.output());
    }

    @Test
    void show_instants_as_epoch_milliseconds_with_an_optimized_integration() {
      TestStateMachine machine = machine("arn:aws:states:::states:startExecution");
      machine
          .mock("Call")
          .returns(
              software.amazon.awssdk.services.sfn.model.StartExecutionResponse.builder()
                  .executionArn("arn:x")
                  .startDate(Instant.parse("2026-01-01T00:00:00Z"))
                  .build());

      assertThat(machine.run("{}").outputAt("$.StartDate")).hasToString("Optional[1767225600000]");
    }

    @Test
    void response_objects_as_results_of_what_a_callback_brings_have_no_metadata() {
      TestStateMachine machine = machine("arn:aws:states:::sqs:sendMessage.waitForTaskToken");
      machine.mock("Call").returns(response);

      assertThat(machine.run("{}").output())
          .hasToString("Optional[{\"Item\":{\"id\":{\"S\":\"a\"}}}]");
    }

    @Test
    void show_instants_as_text() {
      TestStateMachine machine = machine("arn:aws:states:::aws-sdk:sfn:startExecution");
      machine
          .mock("Call")
          .returns(
              software.amazon.awssdk.services.sfn.model.StartExecutionResponse.builder()
                  .executionArn("arn:x")
                  .startDate(Instant.parse("2026-01-01T00:00:00Z"))
                  .build());

      assertThat(machine.run("{}").output())
          .hasToString(
              "Optional[{\"ExecutionArn\":\"arn:x\",\"StartDate\":\"2026-01-01T00:00:00Z\"}]");
    }
  }
}
