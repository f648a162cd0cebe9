package io.stepunit.internal.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.awsmodel.Shape;
import io.stepunit.internal.integration.Results;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.Resource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeCheckTest {
  private static Optional<Mismatch> check(
      String resource, String result, FieldValidationMode mode) {
    return Results.of(Resource.parse("arn:aws:states:::" + resource))
        .flatMap(shape -> new ShapeCheck(mode, false).mismatch(shape, Json.parse(result)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "states:startExecution|{\"StartDate\": \"d\"}|Required field 'ExecutionArn' is missing",
        "states:startExecution.sync:2|{\"ExecutionArn\": \"a\", \"StateMachineArn\": \"m\","
            + " \"StartDate\": \"d\", \"Status\": \"DONE\"}|Field 'Status' is not an expected value",
        "events:putEvents|{\"Entries\": [{}, {\"EventId\": 1}]}|Field 'EventId' must be a string",
        "events:putEvents|{\"Entries\": {}}|Field 'Entries' must be an array",
        "dynamodb:getItem|{\"Item\": 1}|Field 'Item' must be an object",
        "lambda:invoke|{\"StatusCode\": \"200\"}|Field 'StatusCode' must be a number",
        "lambda:invoke|{\"Payload\": [1]}|Field 'Payload' must be a string",
        "aws-sdk:lambda:getFunction|{\"Configuration\": {\"MemorySize\": 127}}|Field 'MemorySize' is"
            + " less than the minimum value",
        "aws-sdk:kms:encrypt|{\"KeyId\": \"\"}|Field 'KeyId' is smaller than the minimum length",
        "aws-sdk:kms:encrypt|{\"CiphertextBlob\": \"\"}|Field 'CiphertextBlob' is smaller than the"
            + " minimum length",
        "aws-sdk:kms:encrypt|{\"CiphertextBlob\": 1}|Field 'CiphertextBlob' must be a string",
        "aws-sdk:s3:headObject|{\"ContentLength\": \"12\"}|Field 'ContentLength' must be a number",
        "aws-sdk:s3:getObject|{\"Body\": {}}|Field 'Body' must be a string",
        "aws-sdk:ssm:getParameter|{\"Parameter\": {\"Type\": \"Text\"}}|Field 'Type' is not an"
            + " expected value",
        "aws-sdk:sqs:sendMessage|{\"Md5OfMessageBody\": 1}|Field 'Md5OfMessageBody' must be a string",
        "sqs:sendMessage|{\"MD5OfMessageBody\": 1}|Field 'MD5OfMessageBody' must be a string",
        "dynamodb:getItem|{\"Item\": {\"id\": {\"S\": 1}}}|Field 'S' must be a string",
        "aws-sdk:ec2:describeInstances|{\"Reservations\": [{\"Instances\": [{\"State\": {\"Name\":"
            + " \"up\"}}]}]}|Field 'Name' is not an expected value",
        "glue:startJobRun|{\"JobRunId\": 1}|Field 'JobRunId' must be a string",
        "glue:startJobRun.sync|{\"JobRunState\": \"DONE\"}|Field 'JobRunState' is not an expected"
            + " value",
        "aws-sdk:lookoutvision:describeProject|{\"ProjectDescription\": []}|Field"
            + " 'ProjectDescription' must be an object",
        "aws-sdk:eks:describeCluster|{\"Cluster\": {\"Name\": 7}}|Field 'Name' must be a string"
      })
  void names_the_first_field_that_does_not_fit(String resource, String result, String problem) {
    assertThat(check(resource, result, FieldValidationMode.STRICT).map(Mismatch::serviceText))
        .contains(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "lambda:invoke|{\"unknown\": 1, \"Payload\": \"[1]\"}",
        "sqs:sendMessage.waitForTaskToken|{\"MessageId\": 1}",
        "glue:startJobRun|{\"JobRunId\": \"jr_1\", \"more\": 1}",
        "emr-containers:startJobRun.sync|{\"Id\": 1}",
        "aws-sdk:sqs:sendMessage|{\"MD5OfMessageBody\": 1}",
        "aws-sdk:dynamodb:query|{\"Items\": [{\"a\": {\"L\": [{\"M\": {\"b\": {\"Bool\": true}}}]}}]}",
        "aws-sdk:lambda:getFunction|{\"Configuration\": {\"MemorySize\": 10240}}"
      })
  void accepts_what_no_shape_speaks_against(String resource, String result) {
    assertThat(check(resource, result, FieldValidationMode.STRICT)).isEmpty();
  }

  @Test
  void asks_for_required_fields_only_when_strict() {
    assertThat(check("states:startExecution", "{}", FieldValidationMode.PRESENT)).isEmpty();
    assertThat(check("states:startExecution", "{\"StartDate\": 1}", FieldValidationMode.PRESENT))
        .isPresent();
    assertThat(check("states:startExecution", "{\"StartDate\": 1}", FieldValidationMode.NONE))
        .isEmpty();
  }

  @Test
  void accepts_a_payload_as_an_optimized_integration_shows_it_in_an_execution() {
    Shape.Structure shape =
        Results.of(Resource.parse("arn:aws:states:::lambda:invoke")).orElseThrow();

    assertThat(
            new ShapeCheck(FieldValidationMode.STRICT, true)
                .mismatch(shape, Json.parse("{\"Payload\": {\"id\": 7}}")))
        .isEmpty();
  }

  @Test
  void tells_the_way_to_the_field() {
    String result = "{\"Entries\": [{}, {\"EventId\": 1}]}";

    assertThat(check("events:putEvents", result, FieldValidationMode.STRICT))
        .hasToString("Optional[Field 'Entries[1].EventId' must be a string]");
  }
}
