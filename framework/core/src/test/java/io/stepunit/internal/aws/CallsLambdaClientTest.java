package io.stepunit.internal.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.internal.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.retry.RetryPolicy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;

class CallsLambdaClientTest {
  private static final String FAILED =
      "{\"errorMessage\": \"no\", \"errorType\": \"RefusedError\"}";

  private final CannedHttp http = new CannedHttp();

  private Execution invoke(String integration, String parameters) {
    LambdaClient lambda =
        LambdaClient.builder()
            .httpClient(http)
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .overrideConfiguration(config -> config.retryPolicy(RetryPolicy.none()))
            .build();
    TestStateMachine machine =
        StepFunctionsEnvironment.create()
            .define(
                "calls",
                """
                {
                  "StartAt": "Call",
                  "States": {
                    "Call": {"Type": "Task", "Resource": "arn:aws:states:::%s:invoke", "End": true}
                  }
                }
                """
                    .formatted(integration));
    machine.mock("Call").callsClient(lambda);
    return machine.run("{\"FunctionName\": \"echo\", %s}".formatted(parameters));
  }

  private void answers(int status, String body, String... headers) {
    http.answers(status, body, "application/json", headers);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"a\": 1}           | {\"a\":1}",
        "\"{\\\"a\\\": \\\"b\\\"}\" | {\"a\": \"b\"}",
        "\"null\"             | null",
      })
  void a_text_as_Payload_is_the_body_itself(String payload, String sent) {
    answers(200, "1");

    invoke("lambda", "\"Payload\": " + payload);

    assertThat(http.sent()).containsExactly(sent);
  }

  @Test
  void the_optimized_integration_shows_the_payload_as_json() {
    answers(200, "{\"received\": [1]}", "X-Amz-Executed-Version", "$LATEST");

    Execution run = invoke("lambda", "\"Payload\": 1");

    assertThat(run.outputAt("$.Payload")).contains(Json.parse("{\"received\": [1]}"));
    assertThat(run.output().orElseThrow().fieldNames())
        .toIterable()
        .containsExactly(
            "ExecutedVersion", "Payload", "SdkHttpMetadata", "SdkResponseMetadata", "StatusCode");
  }

  @Test
  void the_sdk_integration_shows_the_payload_as_its_text() {
    answers(200, "{\"received\": [1]}", "X-Amz-Executed-Version", "$LATEST");

    assertThat(invoke("aws-sdk:lambda", "\"Payload\": \"1\"").output().map(Json::text))
        .contains(
            "{\"ExecutedVersion\":\"$LATEST\",\"Payload\":\"{\\\"received\\\": [1]}\",\"StatusCode\":200}");
  }

  @Test
  void a_function_that_failed_fails_the_optimized_task_with_its_payload_as_cause() {
    answers(200, FAILED, "X-Amz-Function-Error", "Unhandled");

    Execution run = invoke("lambda", "\"Payload\": 1");

    assertThat(run.error()).contains("RefusedError");
    assertThat(run.cause()).contains("{\"errorMessage\":\"no\",\"errorType\":\"RefusedError\"}");
  }

  @Test
  void a_function_that_failed_without_a_type_is_unknown() {
    answers(200, "{\"errorMessage\": \"no\"}", "X-Amz-Function-Error", "Unhandled");

    Execution run = invoke("lambda", "\"Payload\": 1");

    assertThat(run.error()).contains("Lambda.Unknown");
    assertThat(run.cause().orElseThrow()).endsWith("Returned payload: {\"errorMessage\":\"no\"}");
  }

  @Test
  void a_function_that_failed_is_an_answer_to_the_sdk_integration() {
    answers(200, FAILED, "X-Amz-Function-Error", "Unhandled");

    Execution run = invoke("aws-sdk:lambda", "\"Payload\": \"1\"");

    assertThat(run.error()).isEmpty();
    assertThat(run.outputAt("$.FunctionError")).hasToString("Optional[\"Unhandled\"]");
    assertThat(run.outputAt("$.Payload").orElseThrow().textValue()).isEqualTo(FAILED);
  }

  @Test
  void an_event_that_is_accepted_has_no_payload() {
    answers(202, "");
    answers(202, "");

    Execution optimized = invoke("lambda", "\"InvocationType\": \"Event\"");
    Execution sdk = invoke("aws-sdk:lambda", "\"InvocationType\": \"Event\"");

    assertThat(optimized.outputAt("$.Payload")).contains(Json.parse("null"));
    assertThat(optimized.outputAt("$.SdkHttpMetadata.HttpStatusCode")).hasToString("Optional[202]");
    assertThat(sdk.output().map(Json::text)).contains("{\"Payload\":\"\",\"StatusCode\":202}");
  }
}
