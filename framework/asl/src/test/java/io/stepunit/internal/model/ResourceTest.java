package io.stepunit.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceTest {
  @ParameterizedTest
  @CsvSource({
    "arn:aws:lambda:us-east-1:123456789012:function:charge, charge",
    "arn:aws:lambda:us-east-1:123456789012:function:charge:7, charge",
    "arn:aws:lambda:us-east-1:123456789012:function:charge:$LATEST, charge",
    "arn:aws-cn:lambda:cn-north-1:123456789012:function:charge:live, charge",
    "arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:charge, charge",
    "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:${Name}, ${Name}",
    "us-east-1:123456789012:function:charge, charge",
    "123456789012:function:charge:live, charge"
  })
  void names_the_lambda_function_of_an_arn(String arn, String function) {
    assertThat(Resource.parse(arn)).isEqualTo(new Resource.LambdaFunction(arn, function));
  }

  @ParameterizedTest
  @CsvSource({
    "${ChargeFunctionArn}, ChargeFunctionArn",
    "${ChargeFunction.Arn}, ChargeFunction",
    "${ChargeFunctionArn}:live, ChargeFunctionArn"
  })
  void takes_a_whole_placeholder_for_a_lambda_function(String text, String function) {
    assertThat(Resource.parse(text)).isEqualTo(new Resource.LambdaFunction(text, function));
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:states:::lambda:invoke, lambda, invoke, REQUEST_RESPONSE",
    "arn:aws:states:::ecs:runTask.sync, ecs, runTask, SYNC",
    "arn:aws:states:::states:startExecution.sync:2, states, startExecution, SYNC_2",
    "arn:aws:states:::sqs:sendMessage.waitForTaskToken, sqs, sendMessage, WAIT_FOR_TASK_TOKEN",
    "arn:aws:states:::aws-sdk:s3:getObject, aws-sdk:s3, getObject, REQUEST_RESPONSE",
    "arn:aws:states:::aws-sdk:sfn:startExecution.waitForTaskToken, aws-sdk:sfn, startExecution,"
        + " WAIT_FOR_TASK_TOKEN",
    "arn:aws-us-gov:states:::http:invoke, http, invoke, REQUEST_RESPONSE",
    "arn:${AWS::Partition}:states:::sns:publish, sns, publish, REQUEST_RESPONSE",
    "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:athena:startQueryExecution.sync,"
        + " athena, startQueryExecution, SYNC"
  })
  void takes_a_service_call_apart(
      String arn, String service, String action, Resource.Pattern pattern) {
    assertThat(Resource.parse(arn)).isEqualTo(new Resource.Service(arn, service, action, pattern));
  }

  @Test
  void names_an_activity() {
    String arn = "arn:aws:states:us-east-1:123456789012:activity:approve";

    assertThat(Resource.parse(arn)).isEqualTo(new Resource.Activity(arn, "approve"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "foo:bar",
        "charge",
        "${}",
        "${A}${B}",
        "arn:aws::lambda:us-east-1:123456789012:function:charge",
        "arn:aws:lambda:us-east-1:123456789012:function:",
        "arn:aws:lambda:us-east-1:123456789012:layer:charge",
        "arn:aws:swf:us-east-1:123456789012:task:X",
        "arn:azure:states:::sqs:sendMessage",
        "arn:aws:states:::sqs",
        "arn:aws:states:::sqs:sendMessage.async",
        "arn:aws:states:::sqs:sendMessage.sync:3",
        "arn:aws:states:::aws-sdk:s3",
        "arn:aws:states:::aws-sdk:s3:getObject:more",
        " arn:aws:states:::sqs:sendMessage"
      })
  void refuses_what_is_no_resource_in_the_services_words(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Resource.parse(text))
        .withMessage(
            "The resource provided %s is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.",
            text);
  }

  @ParameterizedTest
  @CsvSource({
    "aws, apigateway:invoke.waitForTaskToken, WAIT_FOR_TASK_TOKEN",
    "aws-cn, athena:startQueryExecution.sync, SYNC",
    "aws-us-gov, batch:submitJob.sync, SYNC",
    "aws, bedrock:invokeModel.waitForTaskToken, WAIT_FOR_TASK_TOKEN",
    "aws, bedrockagentcore:invokeHarness, REQUEST_RESPONSE",
    "aws, codebuild:startBuild.sync, SYNC",
    "aws, databrew:startJobRun.sync, SYNC",
    "aws, dynamodb:deleteItem, REQUEST_RESPONSE",
    "aws, ecs:runTask.waitForTaskToken, WAIT_FOR_TASK_TOKEN",
    "aws, eks:runJob.sync, SYNC",
    "aws, eks:call, REQUEST_RESPONSE",
    "aws, elasticmapreduce:addStep.sync, SYNC",
    "aws, emr-containers:startJobRun.sync, SYNC",
    "aws, emr-serverless:startApplication.sync, SYNC",
    "aws, events:putEvents.waitForTaskToken, WAIT_FOR_TASK_TOKEN",
    "aws, glue:startJobRun, REQUEST_RESPONSE",
    "aws, mediaconvert:createJob.sync, SYNC",
    "aws, sagemaker:createTransformJob.sync, SYNC",
    "aws, sns:publish.waitForTaskToken, WAIT_FOR_TASK_TOKEN",
    "aws, states:startExecution.sync, SYNC",
    "aws, states:startExecution.waitForTaskToken, WAIT_FOR_TASK_TOKEN"
  })
  void knows_the_optimized_integrations(
      String partition, String integration, Resource.Pattern pattern) {
    Resource resource = Resource.parse("arn:" + partition + ":states:::" + integration);

    assertThat(resource).isInstanceOf(Resource.Service.class);
    assertThat(((Resource.Service) resource).pattern()).isEqualTo(pattern);
    assertThat(integration)
        .isEqualTo(
            ((Resource.Service) resource).service()
                + ":"
                + ((Resource.Service) resource).actionWithSuffix());
  }

  @ParameterizedTest
  @ValueSource(strings = {"arn:${", "x", "${A}"})
  void refuses_a_text_longer_than_any_arn(String part) {
    String text = "arn:aws:lambda:us-east-1:123456789012:function:" + part.repeat(100_000);

    assertThatIllegalArgumentException().isThrownBy(() -> Resource.parse(text));
  }
}
