package io.stepunit.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.DiagnosticCode;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.load.DefinitionLoader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Service integrations that do not exist are refused as AWS does, with what there is. */
class UnknownIntegrationTest {
  private static InvalidDefinitionException refused(String resource) {
    String definition =
        """
        {
          "StartAt": "Call",
          "States": {
            "Call": {
              "Type": "Task",
              "Resource": "%s",
              "End": true
            }
          }
        }
        """
            .formatted(resource);
    return catchThrowableOfType(
        () -> DefinitionLoader.fromText("calls.asl.json", definition),
        InvalidDefinitionException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lamda:invoke | there is no optimized integration of 'lamda'; did you mean 'lambda:invoke'?",
        "Lambda:invoke | there is no optimized integration of 'Lambda'; did you mean 'lambda:invoke'?",
        "s3:getObject | there is no optimized integration of 's3'; the SDK integration would be aws-sdk:s3:getObject",
        "dynamodb:query | the optimized integration of 'dynamodb' has no action 'query', but getItem, putItem, updateItem, deleteItem; the SDK integration would be aws-sdk:dynamodb:query",
        "sqs:SendMessage | the optimized integration of 'sqs' has no action 'SendMessage', but sendMessage; did you mean 'sendMessage'?",
        "states:describeExecution | the optimized integration of 'states' has no action 'describeExecution', but startExecution; the SDK integration would be aws-sdk:sfn:describeExecution",
        "sqs:sendMessage.sync | sqs:sendMessage cannot be waited for by .sync; it can be called by sqs:sendMessage, sqs:sendMessage.waitForTaskToken",
        "glue:startJobRun.sync:2 | glue:startJobRun cannot be waited for by .sync:2; it can be called by glue:startJobRun, glue:startJobRun.sync",
        "glue:startJobRun.waitForTaskToken | glue:startJobRun cannot be waited for by .waitForTaskToken; it can be called by glue:startJobRun, glue:startJobRun.sync",
        "http:invoke.waitForTaskToken | http:invoke cannot be waited for by .waitForTaskToken; it can be called by http:invoke",
        "aws-sdk:glue:startJobRun.sync | an SDK integration cannot wait for a job: it has no .sync",
        "aws-sdk:events:putEvents | SDK integrations call the service 'eventbridge': aws-sdk:eventbridge:putEvents",
        "aws-sdk:DynamoDB:query | the service is written in lower case without hyphens: dynamodb",
        "aws-sdk:secrets-manager:getSecretValue | the service is written in lower case without hyphens: secretsmanager",
        "aws-sdk:dynamodb:Query | the action is written in camelCase: query"
      })
  void a_pair_that_there_is_not_is_named_with_what_there_is(String integration, String hint) {
    String resource = "arn:aws:states:::" + integration;

    InvalidDefinitionException e = refused(resource);

    assertThat(e)
        .hasMessage(
            """
            Invalid State Machine Definition, 1 problem:
              calls.asl.json:6 /States/Call/Resource: The resource provided %s is not recognized. \
            The value is not a valid resource ARN, or the resource is not available in this region. (%s)""",
            resource, hint);
    assertThat(e.diagnostics())
        .extracting(Diagnostic::code)
        .extracting(code -> code.orElseThrow())
        .containsExactly(DiagnosticCode.SCHEMA_VALIDATION_FAILED);
    assertThat(e.serviceMessage())
        .isEqualTo(
            "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: The resource provided %s is not recognized. The value is not a valid resource ARN, or the resource is not available in this region. at /States/Call/Resource'"
                .formatted(resource));
  }
}
