package io.stepunit.teststate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stepunit.json.Json;
import io.stepunit.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseShapesTest {
  private static void check(String resource, String result, MockValidation mode) {
    ResponseShapes.read()
        .check(Resource.parse("arn:aws:states:::" + resource), Json.parse(result), mode);
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
        "aws-sdk:lambda:getFunction|{\"Configuration\": {\"MemorySize\": 127}}|Field 'MemorySize' is"
            + " less than the minimum value",
        "aws-sdk:kms:encrypt|{\"KeyId\": \"\"}|Field 'KeyId' is smaller than the minimum length"
      })
  void names_the_first_field_that_does_not_fit(String resource, String result, String problem) {
    assertThatExceptionOfType(TestStateException.class)
        .isThrownBy(() -> check(resource, result, MockValidation.STRICT))
        .withMessage("ValidationException: Mock result schema validation error: " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "lambda:invoke|{\"unknown\": 1, \"Payload\": [1]}",
        "sqs:sendMessage.waitForTaskToken|{\"MessageId\": 1}",
        "glue:startJobRun|{\"JobRunId\": 1}",
        "aws-sdk:lambda:getFunction|{\"Configuration\": {\"MemorySize\": 10240}}"
      })
  void accepts_what_no_shape_speaks_against(String resource, String result) {
    assertThatCode(() -> check(resource, result, MockValidation.STRICT)).doesNotThrowAnyException();
  }

  @Test
  void asks_for_required_fields_only_when_strict() {
    assertThatCode(() -> check("states:startExecution", "{}", MockValidation.PRESENT))
        .doesNotThrowAnyException();
    assertThatExceptionOfType(TestStateException.class)
        .isThrownBy(
            () -> check("states:startExecution", "{\"StartDate\": 1}", MockValidation.PRESENT));
    assertThatCode(() -> check("states:startExecution", "{\"StartDate\": 1}", MockValidation.NONE))
        .doesNotThrowAnyException();
  }
}
