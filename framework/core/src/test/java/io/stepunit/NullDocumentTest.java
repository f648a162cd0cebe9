package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A JSONPath that is applied to null fails, whatever it is. */
class NullDocumentTest {
  private static final String CAUSE = "Unable to apply Path transformation to null or empty input.";

  private static final String ITEM_PROCESSOR =
      "\"ItemProcessor\": {\"StartAt\": \"I\", \"States\": {\"I\": {\"Type\": \"Succeed\"}}}";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  private Execution run(String fields, String input) {
    String states =
        "{\"StartAt\": \"S\", \"States\": {\"S\": {%s}, \"E\": {\"Type\": \"Succeed\"}}}";
    return env.define("m", states.formatted(fields.replace("MAP", ITEM_PROCESSOR))).run(input);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'Type': 'Choice', 'Choices': [{'Variable': '$', 'IsNull': true, 'Next': 'E'}]",
        "'Type': 'Choice', 'Choices': [{'Variable': '$.x', 'IsPresent': false, 'Next': 'E'}]",
        "'Type': 'Choice', 'Choices': [{'Not': {'Variable': '$.x', 'IsPresent': true}, 'Next': 'E'}]",
        "'Type': 'Choice', 'Choices': [{'Variable': '$$.Execution.Name', 'StringEqualsPath': '$.x', 'Next': 'E'}]",
        "'Type': 'Pass', 'Next': 'E', 'Parameters': {'x.$': '$'}",
        "'Type': 'Pass', 'Next': 'E', 'Parameters': {'x.$': '$.x[*]'}",
        "'Type': 'Pass', 'Next': 'E', 'Parameters': {'x.$': 'States.Array($)'}",
        "'Type': 'Pass', 'Next': 'E', 'InputPath': '$'",
        "'Type': 'Pass', 'Next': 'E', 'OutputPath': '$'",
        "'Type': 'Pass', 'Next': 'E', 'Assign': {'v.$': '$'}",
        "'Type': 'Wait', 'Next': 'E', 'SecondsPath': '$.s'",
        "'Type': 'Map', 'Next': 'E', 'ItemsPath': '$.items', MAP",
        "'Type': 'Task', 'Next': 'E', 'Resource': 'arn:aws:states:::sqs:sendMessage', 'TimeoutSecondsPath': '$.t'"
      })
  void every_field_with_a_path_fails(String fields) {
    Execution run = run(fields.replace('\'', '"'), "null");

    assertThat(run.error()).contains("States.Runtime");
    assertThat(run.cause())
        .contains(
            "An error occurred while executing the state 'S' (entered at the event id #2). "
                + CAUSE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'Type': 'Pass', 'Next': 'E'",
        "'Type': 'Pass', 'Next': 'E', 'Parameters': {'x.$': '$$.Execution.Name'}",
        "'Type': 'Pass', 'Next': 'E', 'InputPath': null",
        "'Type': 'Pass', 'Next': 'E', 'OutputPath': null",
        "'Type': 'Wait', 'Next': 'E', 'Seconds': 1",
        "'Type': 'Pass', 'Next': 'E', 'QueryLanguage': 'JSONata', 'Output': '{% $states.input %}'"
      })
  void a_state_without_a_path_into_it_does_not_mind(String fields) {
    assertThat(run(fields.replace('\'', '"'), "null").cause()).isEmpty();
  }

  @Test
  void a_result_is_a_document_too() {
    TestStateMachine machine =
        env.define(
            "result",
            """
            {"StartAt": "T", "States": {"T": {"Type": "Task", "End": true,
              "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f", "ResultSelector": {"x.$": "$.x"}}}}
            """);
    machine.mock("T").returns("null");

    assertThat(machine.run("{}").cause().orElseThrow()).endsWith(CAUSE);
  }

  @Test
  void an_item_is_a_document_too() {
    Execution run =
        env.define(
                "items",
                """
                {"StartAt": "M", "States": {"M": {"Type": "Map", "End": true, "ItemProcessor": {
                  "StartAt": "I", "States": {
                    "I": {"Type": "Pass", "InputPath": "$.x", "End": true}}}}}}
                """)
            .run("[null]");

    assertThat(run.cause().orElseThrow()).contains("the state 'I'").endsWith(CAUSE);
  }
}
