package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stepunit.asl.InvalidDefinitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a JSONata machine may not say, found when it is loaded. */
class JsonataRefusalsTest {
  private static final String BRANCH =
      "{\"StartAt\": \"B\", \"States\": {\"B\": {\"Type\": \"Succeed\"}}}";

  private static void load(String state) {
    StepFunctionsEnvironment.create()
        .define(
            "refused",
            "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": {\"A\": {"
                + state
                    .replace("LAMBDA", "\"Resource\": \"arn:aws:states:::lambda:invoke\"")
                    .replace("PROCESSOR", "\"ItemProcessor\": " + BRANCH)
                    .replace("BRANCHES", "\"Branches\": [" + BRANCH + "]")
                + (state.contains("\"Z\"") ? "}, \"Z\": {\"Type\": \"Succeed\"}}}" : "}}}"));
  }

  private static void assertRefused(String state, String pointer, String message) {
    assertThatExceptionOfType(InvalidDefinitionException.class)
        .isThrownBy(() -> load(state))
        .withMessageContaining("/States/A/" + pointer)
        .withMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Output      | "Type": "Pass", "End": true, "Output": "{% $states.result %}"
          Assign/v    | "Type": "Pass", "End": true, "Assign": {"v": "{% $states.result.x %}"}
          Output      | "Type": "Succeed", "Output": "{% $states.result %}"
          Output      | "Type": "Wait", "Seconds": 1, "End": true, "Output": "{% $states.result %}"
          Seconds     | "Type": "Wait", "End": true, "Seconds": "{% $states.result %}"
          Cause       | "Type": "Fail", "Cause": "{% $states.result %}"
          Arguments   | "Type": "Task", LAMBDA, "End": true, "Arguments": "{% $states.result %}"
          TimeoutSeconds | "Type": "Task", LAMBDA, "End": true, "TimeoutSeconds": "{% $states.result %}"
          Arguments   | "Type": "Parallel", BRANCHES, "End": true, "Arguments": "{% $states.result %}"
          Items       | "Type": "Map", PROCESSOR, "End": true, "Items": "{% $states.result %}"
          ItemSelector/v | "Type": "Map", PROCESSOR, "End": true, "ItemSelector": {"v": "{% $states.result %}"}
          Choices/0/Condition | "Type": "Choice", "Choices": [{"Condition": "{% $states.result %}", "Next": "Z"}]
          Choices/0/Output | "Type": "Choice", "Choices": [{"Condition": true, "Output": "{% $states.result %}", "Next": "Z"}]
          Catch/0/Output | "Type": "Task", LAMBDA, "End": true, "Catch": [{"ErrorEquals": ["E"], "Next": "Z", "Output": "{% $states.result %}"}]
          """)
  void the_result_where_there_is_none(String pointer, String state) {
    assertRefused(state, pointer, "Field '$states.result' does not exist.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Output      | "Type": "Task", LAMBDA, "End": true, "Output": "{% $states.errorOutput %}"
          Assign/v    | "Type": "Map", PROCESSOR, "End": true, "Assign": {"v": "{% $states.errorOutput %}"}
          Error       | "Type": "Fail", "Error": "{% $states.errorOutput.Error %}"
          """)
  void the_error_output_outside_a_catcher(String pointer, String state) {
    assertRefused(state, pointer, "Field '$states.errorOutput' does not exist.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"Type\": \"Task\", LAMBDA, \"End\": true, \"Output\": \"{% $states.result %}\"",
        "\"Type\": \"Parallel\", BRANCHES, \"End\": true, \"Assign\": {\"v\": \"{% $states.result %}\"}",
        "\"Type\": \"Map\", PROCESSOR, \"End\": true, \"Output\": \"{% $states.result %}\"",
        "\"Type\": \"Task\", LAMBDA, \"End\": true, \"Catch\": [{\"ErrorEquals\": [\"E\"],"
            + " \"Next\": \"Z\", \"Assign\": {\"v\": \"{% $states.errorOutput %}\"}}]"
      })
  void fields_are_accepted_where_they_belong(String state) {
    load(state);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          phone            | Reference to 'phone' at the top level is not supported.
          $map([1], function($x) { b }) | Reference to 'b' at the top level is not supported.
          $$               | Reference to '$$' is not supported.
          $states.inptu    | Field '$states.inptu' does not exist.
          """)
  void references_to_what_does_not_exist(String expression, String message) {
    assertRefused(
        "\"Type\": \"Pass\", \"End\": true, \"Output\": {\"v\": \"{% " + expression + " %}\"}",
        "Output/v",
        message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {% [1 2] %}  | Expected "]", got
          {% 1 + %}    | Unexpected end of expression
          {%%}         | Unexpected end of expression
          {% 'open %}  | String literal must be terminated by a matching quote
          {% 1         | Expected '%}' at the end of the expression
          1 %}         | Expected '{%' at the start
          """)
  void what_is_no_expression(String text, String message) {
    assertRefused(
        "\"Type\": \"Pass\", \"End\": true, \"Output\": \"" + text + "\"", "Output", message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          InputPath      | "Type": "Pass", "End": true, "InputPath": "$.a"
          OutputPath     | "Type": "Pass", "End": true, "OutputPath": "$.a"
          ResultPath     | "Type": "Pass", "End": true, "ResultPath": "$.a"
          Parameters     | "Type": "Pass", "End": true, "Parameters": {}
          Result         | "Type": "Pass", "End": true, "Result": {}
          ResultSelector | "Type": "Task", LAMBDA, "End": true, "ResultSelector": {}
          TimeoutSecondsPath | "Type": "Task", LAMBDA, "End": true, "TimeoutSecondsPath": "$.a"
          ItemsPath      | "Type": "Map", PROCESSOR, "End": true, "ItemsPath": "$.a"
          MaxConcurrencyPath | "Type": "Map", PROCESSOR, "End": true, "MaxConcurrencyPath": "$.a"
          SecondsPath    | "Type": "Wait", "End": true, "SecondsPath": "$.a"
          CausePath      | "Type": "Fail", "CausePath": "$.a"
          """)
  void fields_that_only_jsonpath_has(String field, String state) {
    assertRefused(
        state,
        field,
        "The QueryLanguage is set to 'JSONata', but field '"
            + field
            + "' is only supported for the 'JSONPath' QueryLanguage");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Items          | ARRAY   | "Type": "Map", PROCESSOR, "End": true, "Items": 5
          Items          | ARRAY   | "Type": "Map", PROCESSOR, "End": true, "Items": "$.a"
          MaxConcurrency | INTEGER | "Type": "Map", PROCESSOR, "End": true, "MaxConcurrency": "many"
          Choices/0/Condition | BOOLEAN | "Type": "Choice", "Choices": [{"Condition": "yes", "Next": "Z"}]
          Choices/0/Condition | BOOLEAN | "Type": "Choice", "Choices": [{"Condition": 1, "Next": "Z"}]
          Seconds        | INTEGER | "Type": "Wait", "End": true, "Seconds": "5"
          TimeoutSeconds | INTEGER | "Type": "Task", LAMBDA, "End": true, "TimeoutSeconds": "$.a"
          Error          | STRING  | "Type": "Fail", "Error": 5
          Credentials/RoleArn | STRING | "Type": "Task", LAMBDA, "End": true, "Credentials": {"RoleArn": 5}
          """)
  void constants_of_a_type_that_the_field_does_not_take(String pointer, String type, String state) {
    assertRefused(state, pointer, "Expected value of type [" + type + "]");
  }

  @Test
  void a_timestamp_that_is_none() {
    assertRefused(
        "\"Type\": \"Wait\", \"End\": true, \"Timestamp\": \"tomorrow\"",
        "Timestamp",
        "String does not match RFC3339 timestamp");
  }

  @Test
  void a_jsonpath_state_in_a_jsonata_machine() {
    assertThatExceptionOfType(InvalidDefinitionException.class)
        .isThrownBy(
            () ->
                load(
                    "\"Type\": \"Pass\", \"QueryLanguage\": \"JSONPath\", \"End\": true,"
                        + " \"Parameters\": {\"a.$\": \"$.a\"}"))
        .withMessageContaining(
            "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine")
        .satisfies(e -> assertThat(e.diagnostics()).hasSize(1));
  }

  @Test
  void a_language_that_there_is_not() {
    assertRefused(
        "\"Type\": \"Pass\", \"QueryLanguage\": \"JMESPath\", \"End\": true",
        "QueryLanguage",
        "[JSONPath, JSONata]");
  }

  @Test
  void jsonata_fields_in_a_jsonpath_state() {
    assertThatExceptionOfType(InvalidDefinitionException.class)
        .isThrownBy(
            () ->
                StepFunctionsEnvironment.create()
                    .define(
                        "refused",
                        """
                        {"StartAt": "A", "States": {
                          "A": {"Type": "Pass", "Output": "{% 1 %}", "End": true}}}
                        """))
        .withMessageContaining(
            "The QueryLanguage is set to 'JSONPath', but field 'Output' is only supported for the"
                + " 'JSONata' QueryLanguage");
  }
}
