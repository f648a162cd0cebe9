package io.stepunit.internal.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.awsmodel.Shape;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResultsTest {
  private static final String WITHOUT_KNOWN_RESULT =
      ".*\\.waitForTaskToken|elasticmapreduce:(?!createCluster|addStep).*|eks:runJob.*"
          + "|(eks:delete|emr-).*\\.sync";

  private static Optional<Shape.Structure> find(String resource) {
    return Results.of(Resource.parse("arn:aws:states:::" + resource));
  }

  @ParameterizedTest
  @CsvSource({
    "lambda:invoke, StatusCode ExecutedVersion FunctionError LogResult Payload"
        + " DurableExecutionArn",
    "aws-sdk:sqs:sendMessage, MessageId SequenceNumber Md5OfMessageBody Md5OfMessageAttributes"
        + " Md5OfMessageSystemAttributes",
    "sqs:sendMessage, MessageId SequenceNumber MD5OfMessageBody MD5OfMessageAttributes"
        + " MD5OfMessageSystemAttributes",
    "events:putEvents, FailedEntryCount Entries",
    "http:invoke, Headers ResponseBody StatusCode StatusText",
    "elasticmapreduce:addStep.sync, Step",
    "codebuild:startBuild.sync, Build",
    "bedrock:invokeModel, Body ContentType"
  })
  void have_the_members_of_the_answer(String resource, String members) {
    assertThat(find(resource).orElseThrow().fields()).containsOnlyKeys(members.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "glue:startJobRun.sync, JobRunState",
    "batch:submitJob.sync, JobId",
    "ecs:runTask.sync, TaskArn",
    "sagemaker:createTrainingJob.sync, TrainingJobStatus",
    "databrew:startJobRun.sync, State"
  })
  void of_jobs_are_what_the_service_tells_of_them(String resource, String member) {
    Shape.Structure result = find(resource).orElseThrow();

    assertThat(result.fields()).containsKey(member);
    assertThat(result.required()).isEmpty();
  }

  @Test
  void of_children_have_their_output_as_json_or_its_text() {
    Shape.Structure text = find("states:startExecution.sync").orElseThrow();
    Shape.Structure json = find("states:startExecution.sync:2").orElseThrow();

    assertThat(text.required())
        .containsExactlyInAnyOrder("ExecutionArn", "StateMachineArn", "Status", "StartDate");
    assertThat(text.fields().get("Output").get()).isInstanceOf(Shape.Text.class);
    assertThat(json.fields().get("Output").get()).isEqualTo(new Shape.Anything());
  }

  @Test
  void that_come_by_a_callback_have_any_shape() {
    assertThat(find("sqs:sendMessage.waitForTaskToken")).isEmpty();
  }

  @Test
  void of_jobs_of_which_nothing_is_known_have_any_shape() {
    assertThat(find("emr-containers:startJobRun.sync")).isEmpty();
  }

  static Stream<String> integrations() throws IOException {
    try (InputStream in = Resource.class.getResourceAsStream("integrations.json")) {
      return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .get("optimized")
          .properties()
          .stream()
          .flatMap(service -> forms(service.getKey(), service.getValue()));
    }
  }

  private static Stream<String> forms(String service, JsonNode actions) {
    return actions.properties().stream()
        .flatMap(
            action ->
                Stream.concat(Stream.of(""), texts(action.getValue()))
                    .map(suffix -> service + ":" + action.getKey() + suffix));
  }

  private static Stream<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::textValue);
  }

  @ParameterizedTest
  @MethodSource("integrations")
  void and_requests_of_each_optimized_integration_are_known(String integration) {
    Resource resource = Resource.parse("arn:aws:states:::" + integration);

    assertThat(Requests.of(resource)).isPresent();
    assertThat(Results.of(resource).isPresent())
        .isEqualTo(!integration.matches(WITHOUT_KNOWN_RESULT));
  }
}
