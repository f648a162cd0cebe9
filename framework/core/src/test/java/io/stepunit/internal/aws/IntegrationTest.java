package io.stepunit.internal.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntegrationTest {
  @ParameterizedTest
  @CsvSource({
    "sqs, SQS, AmazonSQSException, AmazonSQS",
    "dynamodb, DynamoDB, AmazonDynamoDBException, AmazonDynamoDBv2",
    "states, StepFunctions, AWSStepFunctionsException, AWSStepFunctions",
    "glue, Glue, AWSGlueException, AWSGlue",
    "elasticmapreduce, ElasticMapReduce, AmazonElasticMapReduceException, AmazonElasticMapReduce",
    "emr-serverless, EMRServerless, AWSEMRServerlessException, AWSEMRServerless"
  })
  void optimized_integrations_name_errors_after_the_first_sdk(
      String service, String prefix, String unspecific, String inCauses) {
    assertThat(Integration.ofOptimized(service))
        .contains(new Integration(true, prefix, unspecific, inCauses));
  }

  @Test
  void what_calls_no_api_of_aws_has_no_such_names() {
    assertThat(Integration.ofOptimized("http")).isEmpty();
    assertThat(Integration.ofOptimized("apigateway")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "elasticmapreduce:createCluster, runJobFlow",
    "batch:submitJob, submitJob",
    "aws-sdk:emr:runJobFlow, runJobFlow"
  })
  void an_action_is_called_as_the_api_names_it(String call, String action) {
    Resource.Service called = (Resource.Service) Resource.parse("arn:aws:states:::" + call);

    assertThat(Integration.apiAction(called)).isEqualTo(action);
  }
}
