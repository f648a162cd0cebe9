package io.stepunit.internal.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.awsmodel.Shape;
import io.stepunit.internal.model.Resource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestsTest {
  private static Optional<Shape.Structure> find(String resource) {
    return Requests.of(Resource.parse("arn:aws:states:::" + resource));
  }

  private static Shape.Structure request(String resource) {
    return find(resource).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "lambda:invoke, FunctionName, Payload",
    "states:startExecution.sync:2, StateMachineArn, Input",
    "sns:publish.waitForTaskToken, Message, Message",
    "sqs:sendMessage, QueueUrl MessageBody, MessageBody",
    "apigateway:invoke, ApiEndpoint Method, RequestBody",
    "http:invoke, ApiEndpoint Method, RequestBody",
    "eks:call, ClusterName CertificateAuthority Endpoint Method Path, RequestBody",
    "bedrock:invokeModel, ModelId, Body"
  })
  void of_optimized_integrations_take_json_where_the_api_takes_its_text(
      String resource, String required, String json) {
    Shape.Structure request = request(resource);

    assertThat(request.required()).containsExactlyInAnyOrder(required.split(" "));
    assertThat(request.fields().get(json).get()).isEqualTo(new Shape.Anything());
  }

  @ParameterizedTest
  @CsvSource({
    "ecs:runTask, TaskDefinition",
    "batch:submitJob.sync, JobName JobQueue JobDefinition",
    "dynamodb:putItem, TableName Item",
    "glue:startJobRun.sync, JobName",
    "codebuild:startBuild, ProjectName",
    "sagemaker:createTransformJob, TransformJobName ModelName TransformInput TransformOutput"
        + " TransformResources",
    "elasticmapreduce:addStep.sync, ClusterId Step",
    "elasticmapreduce:modifyInstanceFleetByName, ClusterId InstanceFleetName InstanceFleet"
  })
  void of_optimized_integrations_have_the_names_of_the_api_in_upper_case(
      String resource, String required) {
    assertThat(request(resource).required()).containsExactlyInAnyOrder(required.split(" "));
  }

  @Test
  void of_events_have_details_of_any_json() {
    Shape.Structure entry =
        (Shape.Structure)
            ((Shape.Items) request("events:putEvents").fields().get("Entries").get()).item().get();

    assertThat(entry.fields().get("Detail").get()).isEqualTo(new Shape.Anything());
    assertThat(entry.fields().get("Source").get()).isEqualTo(Shape.Text.ANY);
  }

  @Test
  void of_one_task_that_is_waited_for_have_no_count() {
    assertThat(request("ecs:runTask").fields()).containsKey("Count");
    assertThat(request("ecs:runTask.sync").fields()).doesNotContainKey("Count");
  }

  @Test
  void of_fleets_that_are_found_by_name_have_no_id() {
    Shape fleet =
        request("elasticmapreduce:modifyInstanceFleetByName").fields().get("InstanceFleet").get();

    assertThat(((Shape.Structure) fleet).fields())
        .containsKey("TargetOnDemandCapacity")
        .doesNotContainKey("InstanceFleetId");
  }

  @Test
  void of_the_sdk_have_its_names() {
    assertThat(request("aws-sdk:rds:stopDBInstance").required())
        .containsExactly("DbInstanceIdentifier");
    assertThat(request("aws-sdk:sqs:sendMessage").fields().get("MessageBody").get())
        .isEqualTo(Shape.Text.ANY);
  }

  @Test
  void of_the_sdk_ask_for_the_body() {
    assertThat(request("aws-sdk:s3:putObject").required())
        .containsExactlyInAnyOrder("Bucket", "Key", "Body");
  }

  @Test
  void are_not_known_of_functions_and_activities() {
    assertThat(Requests.of(Resource.parse("arn:aws:lambda:eu-west-1:123456789012:function:f")))
        .isEmpty();
    assertThat(Requests.of(Resource.parse("arn:aws:states:eu-west-1:123456789012:activity:a")))
        .isEmpty();
  }
}
