package io.stepunit.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.Diagnostic.Severity;
import io.stepunit.asl.DiagnosticCode;
import io.stepunit.asl.RequestValidation;
import io.stepunit.asl.Rule;
import io.stepunit.asl.ValidationSettings;
import io.stepunit.asl.WorkflowType;
import io.stepunit.load.DefinitionLoader;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestParametersTest {
  private static final ValidationSettings STRICT = ValidationSettings.DEFAULT;

  private static List<Diagnostic> problems(String resource, String fields, ValidationSettings how) {
    String text =
        """
        {"StartAt": "Call", "States": {"Call": {
          "Type": "Task", "Resource": "arn:aws:states:::%s", "TimeoutSeconds": 9, "End": true,
          %s
        }}}
        """
            .formatted(resource, fields);
    return DefinitionLoader.validate("call.asl.json", text, WorkflowType.STANDARD, how);
  }

  private static List<Diagnostic> ofParameters(String resource, String parameters) {
    return problems(resource, "\"Parameters\": " + parameters, STRICT);
  }

  private static List<Diagnostic> ofArguments(String resource, String arguments) {
    return problems(
        resource, "\"QueryLanguage\": \"JSONata\", \"Arguments\": " + arguments, STRICT);
  }

  private static List<String> messages(List<Diagnostic> problems) {
    return problems.stream().map(Diagnostic::message).toList();
  }

  @Nested
  class Names {
    @Test
    void unknown_ones_are_refused_where_they_stand() {
      List<Diagnostic> problems =
          ofParameters(
              "aws-sdk:sqs:sendMessage",
              """
              {"QueueUrl": "q", "MessageBody": "m",
               "MessageAttributes": {"a": {"DataType": "String", "StringValeu": "1"}}}
              """);

      assertThat(problems)
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.rule()).isEqualTo(Rule.UNKNOWN_IN_REQUEST);
                assertThat(problem.code()).contains(DiagnosticCode.SCHEMA_VALIDATION_FAILED);
                assertThat(problem.message())
                    .isEqualTo("The field \"StringValeu\" is not supported by Step Functions");
                assertThat(problem.serviceLocation()).contains("/States/Call/Parameters");
                assertThat(problem.location().pointer())
                    .isEqualTo("/States/Call/Parameters/MessageAttributes/a/StringValeu");
                assertThat(problem.location().line()).isEqualTo(4);
                assertThat(problem.hint()).contains("did you mean 'StringValue'?");
              });
    }

    @Test
    void the_first_mistake_is_told_and_the_others_in_its_hint() {
      List<Diagnostic> problems =
          ofParameters(
              "aws-sdk:sqs:sendMessage",
              "{\"QueueUrl\": 1, \"MessageBody\": 2, \"Colour\": \"red\"}");

      assertThat(messages(problems))
          .containsExactly("The value for the field 'QueueUrl' must be a STRING");
      assertThat(problems.get(0).hint())
          .contains(
              "found 1; then: The value for the field 'MessageBody' must be a STRING; then: The"
                  + " field \"Colour\" is not supported by Step Functions");
    }

    @Test
    void names_of_map_entries_are_free() {
      assertThat(
              ofParameters(
                  "aws-sdk:s3:putObject",
                  """
                  {"Bucket": "b", "Key": "k", "Body": "text", "Metadata": {"any-key": "v"}}
                  """))
          .isEmpty();
    }

    @Test
    void a_computed_field_that_does_not_exist_fails_only_when_it_is_sent() {
      assertThat(
              ofParameters(
                  "aws-sdk:sqs:sendMessage",
                  "{\"QueueUrl\": \"q\", \"MessageBody\": \"m\", \"Colour.$\": \"$.colour\"}"))
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.rule()).isEqualTo(Rule.DOUBTFUL_REQUEST);
                assertThat(problem.severity()).isEqualTo(Severity.WARNING);
              });
    }

    @Test
    void names_are_those_of_the_sdk() {
      assertThat(
              ofParameters(
                  "aws-sdk:rds:describeDBInstances", "{\"DbInstanceIdentifier\": \"orders\"}"))
          .isEmpty();
      assertThat(
              messages(
                  ofParameters(
                      "aws-sdk:rds:describeDBInstances", "{\"DBInstanceIdentifier\": \"orders\"}")))
          .containsExactly("The field \"DBInstanceIdentifier\" is not supported by Step Functions");
    }
  }

  @Nested
  class Required {
    @Test
    void a_field_in_another_case_is_missing() {
      List<Diagnostic> problems =
          ofParameters(
              "aws-sdk:s3:putObject", "{\"bucket\": \"b\", \"Key\": \"k\", \"Body\": \"b\"}");

      assertThat(problems)
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.rule()).isEqualTo(Rule.REQUIRED_IN_REQUEST);
                assertThat(problem.message())
                    .isEqualTo("The field 'Bucket' is required but was missing");
                assertThat(problem.location().pointer()).isEqualTo("/States/Call/Parameters");
                assertThat(problem.hint())
                    .hasValueSatisfying(hint -> assertThat(hint).startsWith("found 'bucket'"));
              });
    }

    @Test
    void each_missing_field_is_told() {
      assertThat(messages(ofParameters("aws-sdk:dynamodb:putItem", "{\"TabelName\": \"t\"}")))
          .containsExactlyInAnyOrder(
              "The field 'TableName' is required but was missing",
              "The field 'Item' is required but was missing");
    }

    @Test
    void a_streamed_body_is_asked_for() {
      assertThat(
              messages(ofParameters("aws-sdk:s3:putObject", "{\"Bucket\": \"b\", \"Key\": \"k\"}")))
          .containsExactly("The field 'Body' is required but was missing");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"Bucket.$\": \"$.bucket\", \"Key\": \"k\", \"Body.$\": \"$.body\"}",
          "{\"Bucket\": null, \"Key\": \"k\", \"Body\": {\"any\": [\"JSON\"]}}",
          "{\"Bucket\": \"${Bucket}\", \"Key\": \"k\", \"Body\": 1}"
        })
    void what_is_computed_or_null_is_there(String parameters) {
      assertThat(ofParameters("aws-sdk:s3:putObject", parameters)).noneMatch(Diagnostic::isError);
    }

    @Test
    void a_field_inside_of_another_is_only_doubtful() {
      assertThat(
              ofParameters(
                  "aws-sdk:sqs:sendMessage",
                  """
                  {"QueueUrl": "q", "MessageBody": "m",
                   "MessageAttributes": {"a": {"StringValue": "1"}}}
                  """))
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.rule()).isEqualTo(Rule.DOUBTFUL_REQUEST);
                assertThat(problem.message())
                    .isEqualTo("The field 'DataType' is required but was missing");
              });
    }

    @Test
    void a_task_that_sends_its_input_is_not_looked_at() {
      assertThat(problems("aws-sdk:s3:putObject", "\"Comment\": \"all of the input\"", STRICT))
          .isEmpty();
    }
  }

  @Nested
  class Types {
    private static final String ATTRIBUTE =
        "`software.amazon.awssdk.services.sqs.model.MessageAttributeValue$BuilderImpl`";

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "\"QueueUrl\": 123 | The value for the field 'QueueUrl' must be a STRING",
          "\"QueueUrl\": true | The value for the field 'QueueUrl' must be a STRING",
          "\"DelaySeconds\": \"2\" | The value for the field 'DelaySeconds' must be an INTEGER",
          "\"DelaySeconds\": 2.0 | The value for the field 'DelaySeconds' must be an INTEGER",
          "\"DelaySeconds\": [2] | The value for the field 'DelaySeconds' must be an INTEGER",
          "\"DelaySeconds\": 3000000000 | Numeric value (3000000000) out of range of int (-2147483648 - 2147483647)",
          "\"MessageAttributes\": {\"a\": {\"DataType\": 1}} | The value for the field 'DataType' must be a STRING",
          "\"MessageAttributes\": \"text\" | Cannot construct instance of `java.util.LinkedHashMap` (although at least one Creator exists): no String-argument constructor/factory method to deserialize from String value ('text')"
        })
    void plain_values_are_held_to_their_fields(String member, String message) {
      assertThat(
              messages(
                  ofParameters(
                      "aws-sdk:sqs:sendMessage",
                      "{\"MessageBody\": \"m\", "
                          + (member.startsWith("\"QueueUrl\"") ? "" : "\"QueueUrl.$\": \"$.q\", ")
                          + member
                          + "}")))
          .containsExactly(message);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "\"text\" | Cannot construct instance of @ (although at least one Creator exists): no String-argument constructor/factory method to deserialize from String value ('text')",
          "7 | Cannot construct instance of @ (although at least one Creator exists): no int/Int-argument constructor/factory method to deserialize from Number value (7)",
          "1.5 | Cannot construct instance of @ (although at least one Creator exists): no double/Double-argument constructor/factory method to deserialize from Number value (1.5)",
          "true | Cannot construct instance of @ (although at least one Creator exists): no boolean/Boolean-argument constructor/factory method to deserialize from boolean value (true)",
          "[1] | Cannot deserialize value of type @ from Array value (token `JsonToken.START_ARRAY`)"
        })
    void structures_are_told_in_the_words_of_jackson(String value, String message) {
      assertThat(
              messages(
                  ofParameters(
                      "aws-sdk:sqs:sendMessage",
                      "{\"MessageBody\": \"m\", \"QueueUrl\": \"q\", \"MessageAttributes\": {\"a\": "
                          + value
                          + "}}")))
          .containsExactly(message.replace("@", ATTRIBUTE));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "\"Entries\": {} | Cannot deserialize value of type `java.util.ArrayList<software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry$BuilderImpl>` from Object value (token `JsonToken.START_OBJECT`)",
          "\"Entries\": 1 | Cannot deserialize value of type `java.util.ArrayList<software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry$BuilderImpl>` from Integer value (token `JsonToken.VALUE_NUMBER_INT`)"
        })
    void lists_are_too(String member, String message) {
      assertThat(
              messages(
                  ofParameters(
                      "aws-sdk:sqs:sendMessageBatch", "{\"QueueUrl\": \"q\", " + member + "}")))
          .containsExactly(message);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"true", "\" TRUE \"", "\"\"", "\"null\"", "\"False\"", "0", "-1", "null"})
    void booleans_are_coerced(String value) {
      assertThat(
              ofParameters(
                  "aws-sdk:s3:listObjectsV2", "{\"Bucket\": \"b\", \"FetchOwner\": " + value + "}"))
          .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "1.0 | Cannot deserialize value of type `java.lang.Boolean` from Floating-point value (token `JsonToken.VALUE_NUMBER_FLOAT`)",
          "\"TrUe\" | Cannot deserialize value of type `java.lang.Boolean` from String \"TrUe\": only \"true\" or \"false\" recognized",
          "[] | Cannot deserialize value of type `java.lang.Boolean` from Array value (token `JsonToken.START_ARRAY`)"
        })
    void other_values_are_no_booleans(String value, String message) {
      assertThat(
              messages(
                  ofParameters(
                      "aws-sdk:s3:listObjectsV2",
                      "{\"Bucket\": \"b\", \"FetchOwner\": " + value + "}")))
          .containsExactly(message);
    }
  }

  @Nested
  class Json_as_text {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "aws-sdk:sfn:startExecution | {\"StateMachineArn\": \"a\", \"Input\": {\"id.$\": \"$.id\"}}",
          "aws-sdk:lambda:invoke | {\"FunctionName\": \"f\", \"Payload\": {\"id\": 1}}",
          "lambda:invoke | {\"FunctionName\": \"f\", \"Payload\": 7}",
          "sns:publish | {\"TopicArn\": \"t\", \"Message\": {\"id\": 1}}",
          "sqs:sendMessage | {\"QueueUrl\": \"q\", \"MessageBody\": {\"id\": 1}}",
          "states:startExecution.sync:2 | {\"StateMachineArn\": \"a\", \"Input\": {\"id\": 1}}",
          "events:putEvents | {\"Entries\": [{\"Source\": \"s\", \"DetailType\": \"t\", \"Detail\": {\"id\": 1}}]}"
        })
    void may_be_an_object(String resource, String parameters) {
      assertThat(ofParameters(resource, parameters)).noneMatch(Diagnostic::isError);
    }
  }

  @Nested
  class Optimized {
    @Test
    void names_are_those_of_the_api() {
      assertThat(
              ofParameters(
                  "dynamodb:putItem",
                  "{\"TableName\": \"t\", \"Item\": {\"id\": {\"NULL\": true}, \"n\": {\"N.$\": \"$.n\"}}}"))
          .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "lambda:invoke | {\"Payload\": {}} | The field 'FunctionName' is required but was missing",
          "sqs:sendMessage | {\"QueueUrl\": \"q\", \"MessageBody\": \"m\", \"Colour\": 1} | The field 'Colour' is not supported by Step Functions",
          "sqs:sendMessage | {\"QueueUrl\": \"q\", \"MessageBody\": \"m\", \"Colour.$\": \"$.c\"} | The field 'Colour' is not supported by Step Functions",
          "dynamodb:putItem | {\"TableName\": \"t\", \"Item\": {\"id\": {\"N\": 1}}} | The value for the field 'N' must be a STRING",
          "sqs:sendMessage | {\"QueueUrl\": \"q\", \"MessageBody\": \"m\", \"DelaySeconds\": \"2\"} | The value for the field 'DelaySeconds' must be an INTEGER"
        })
    void mistakes_are_refused(String resource, String parameters, String message) {
      assertThat(ofParameters(resource, parameters))
          .filteredOn(Diagnostic::isError)
          .extracting(Diagnostic::message)
          .containsExactly(message);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "batch:submitJob | {\"JobName\": \"n\", \"JobQueue\": \"q\", \"JobDefinition\": \"d\", \"RetryStrategy\": {\"attempts\": 5}} | The field 'attempts' is not supported by Step Functions",
          "dynamodb:putItem | {\"TableName\": \"t\", \"Item\": {\"id\": \"x\"}} | The value for the field 'id' must be an OBJECT"
        })
    void what_published_workflows_do_is_only_doubtful(
        String resource, String parameters, String message) {
      assertThat(ofParameters(resource, parameters))
          .filteredOn(problem -> problem.rule() == Rule.DOUBTFUL_REQUEST)
          .extracting(Diagnostic::message)
          .containsExactly(message);
    }
  }

  @Nested
  class Jsonata {
    @Test
    void expressions_are_not_looked_at() {
      assertThat(
              ofArguments(
                  "aws-sdk:sqs:sendMessage",
                  """
                  {"QueueUrl": "{% $states.input.q %}", "MessageBody": "{% $states.input.text %}",
                   "DelaySeconds": "{% 2 %}", "MessageAttributes": "{% $states.input.attributes %}"}
                  """))
          .isEmpty();
    }

    @Test
    void the_rest_is_checked() {
      List<Diagnostic> problems =
          ofArguments(
              "aws-sdk:sqs:sendMessage",
              "{\"QueueUrl\": \"{% $states.input.q %}\", \"MessageBody\": \"m\", \"DelaySeconds\": \"2\"}");

      assertThat(messages(problems))
          .containsExactly("The value for the field 'DelaySeconds' must be an INTEGER");
      assertThat(problems.get(0).serviceLocation()).contains("/States/Call/Arguments");
    }
  }

  @Nested
  class Operations {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "aws-sdk:dynamodb:putItm | the service 'dynamodb' has no action 'putItm'; did you mean 'putItem'?",
          "aws-sdk:dynamodbb:putItem | no service is called 'dynamodbb'; did you mean 'dynamodb'?"
        })
    void unknown_ones_are_refused_with_the_nearest(String resource, String hint) {
      assertThat(problems(resource, "\"Comment\": \"\"", STRICT))
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.rule()).isEqualTo(Rule.UNKNOWN_SDK_ACTION);
                assertThat(problem.message())
                    .startsWith("The resource provided arn:aws:states:::" + resource + " is not");
                assertThat(problem.serviceLocation()).contains("/States/Call/Resource");
                assertThat(problem.hint())
                    .hasValueSatisfying(text -> assertThat(text).startsWith(hint));
              });
    }

    @Test
    void removed_services_are_a_warning() {
      assertThat(problems("aws-sdk:qldb:listLedgers", "\"Parameters\": {}", STRICT))
          .extracting(Diagnostic::rule, Diagnostic::severity)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(Rule.REMOVED_SERVICE, Severity.WARNING));
    }
  }

  @Nested
  class Switched {
    private static final String MISTAKES =
        "\"Parameters\": {\"QueueUrl\": 1, \"MessageBody\": \"m\"}";

    @Test
    void to_warn_makes_them_warnings() {
      ValidationSettings warn = STRICT.withRequestValidation(RequestValidation.WARN);

      assertThat(problems("aws-sdk:sqs:sendMessage", MISTAKES, warn))
          .extracting(Diagnostic::severity)
          .containsExactly(Severity.WARNING);
      assertThat(problems("aws-sdk:nosuch:thing", "\"Comment\": \"\"", warn))
          .extracting(Diagnostic::severity)
          .containsExactly(Severity.WARNING);
    }

    @Test
    void off_they_are_not_looked_for() {
      assertThat(
              problems(
                  "aws-sdk:sqs:sendMessage",
                  MISTAKES,
                  STRICT.withRequestValidation(RequestValidation.OFF)))
          .isEmpty();
    }
  }
}
