package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Catcher hands on of a failure that gave no name, no cause, or neither. */
class ErrorOutputTest {
  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                | {\"Error\":null,\"Cause\":null}",
        "{\"error\": \"OutOfStock\"}   | {\"Error\":\"OutOfStock\",\"Cause\":null}",
        "{\"cause\": \"no idea\"}      | {\"Error\":null,\"Cause\":\"no idea\"}",
        "{\"error\": \"E\", \"cause\": \"\"} | {\"Error\":\"E\",\"Cause\":\"\"}"
      })
  void has_null_for_what_send_task_failure_left_out(String failure, String errorOutput) {
    TestStateMachine machine =
        env.define(
            "callback",
            """
            {"StartAt": "T", "States": {
              "T": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                "Parameters": {"QueueUrl": "q", "MessageBody.$": "$$.Task.Token"},
                "Catch": [
                  {"ErrorEquals": ["States.Runtime"], "Next": "No"},
                  {"ErrorEquals": ["States.ALL"], "ResultPath": "$.problem", "Next": "Yes"}],
                "End": true},
              "No": {"Type": "Fail", "Error": "Wrong"},
              "Yes": {"Type": "Succeed"}}}
            """);
    RunningExecution run = machine.start("{\"order\": 9}").runUntilParked();
    ObjectNode request = (ObjectNode) Json.parse(failure);
    request.put("taskToken", run.token("T").value());

    env.api().call("SendTaskFailure", Json.text(request));

    assertThat(run.finish().output().orElseThrow())
        .hasToString("{\"order\":9,\"problem\":" + errorOutput + "}");
  }

  @Test
  void has_null_for_what_send_task_failure_left_out_in_a_branch() {
    RunningExecution run =
        env.define(
                "branches",
                """
                {"StartAt": "P", "States": {
                  "P": {"Type": "Parallel", "End": true,
                    "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "S"}],
                    "Branches": [{"StartAt": "T", "States": {"T": {"Type": "Task", "End": true,
                      "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                      "Parameters": {"QueueUrl": "q", "MessageBody.$": "$$.Task.Token"}}}}]},
                  "S": {"Type": "Succeed"}}}
                """)
            .start("{}")
            .runUntilParked();

    env.api().call("SendTaskFailure", Map.of("taskToken", run.token("T").value()));
    Execution ended = run.finish();

    assertThat(ended.output().orElseThrow()).hasToString("{\"Error\":null,\"Cause\":null}");
    assertThat(ended.historyJson())
        .contains("\"taskFailedEventDetails\"")
        .doesNotContain("\"cause\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"ResultPath\": \"$\",",
        "\"QueryLanguage\": \"JSONata\", \"Output\": {\"Error\": \"{% $states.errorOutput.Error %}\","
            + " \"Cause\": \"{% $states.errorOutput.Cause %}\"},"
      })
  void has_null_for_what_a_fail_state_leaves_out(String fields) {
    boolean jsonata = fields.contains("JSONata");
    Execution run =
        env.define(
                "branch",
                """
                {%s "StartAt": "P", "States": {
                  "P": {"Type": "Parallel", "End": true,
                    "Branches": [{"StartAt": "F", "States": {"F": {"Type": "Fail"}}}],
                    "Catch": [{"ErrorEquals": ["States.ALL"], %s "Next": "S"}]},
                  "S": {"Type": "Succeed"}}}
                """
                    .formatted(
                        jsonata ? "\"QueryLanguage\": \"JSONata\"," : "",
                        fields.replace("\"QueryLanguage\": \"JSONata\", ", "")))
            .run("{}");

    assertThat(run.output().orElseThrow()).hasToString("{\"Error\":null,\"Cause\":null}");
  }
}
