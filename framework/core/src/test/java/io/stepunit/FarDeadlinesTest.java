package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.history.EventType;
import io.stepunit.history.ExecutionStatus;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Timeouts and heartbeats of billions of years, which data may set, never come. */
class FarDeadlinesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"TimeoutSecondsPath\": \"$.n\"",
        "\"HeartbeatSecondsPath\": \"$.n\"",
        "\"QueryLanguage\": \"JSONata\", \"TimeoutSeconds\": \"{% $states.input.n %}\"",
        "\"QueryLanguage\": \"JSONata\", \"HeartbeatSeconds\": \"{% $states.input.n %}\"",
      })
  void an_answer_comes_before_them(String field) {
    TestStateMachine machine = machine(field);
    machine.mock("T").returnsPayload(Map.of("done", true));

    Execution run = machine.run(Map.of("n", Long.MAX_VALUE));

    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(run.events()).extracting(event -> event.type()).contains(EventType.TASK_SCHEDULED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"\"TimeoutSecondsPath\": \"$.n\"", "\"HeartbeatSecondsPath\": \"$.n\""})
  void without_an_answer_the_execution_ends_as_late_as_any(String field) {
    TestStateMachine machine = machine(field);
    machine.mock("T").neverAnswers();

    Execution run = machine.run(Map.of("n", Long.MAX_VALUE));

    assertThat(run.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
    assertThat(run.duration().toDays()).isEqualTo(365);
  }

  private static TestStateMachine machine(String field) {
    return StepFunctionsEnvironment.create()
        .define(
            "m",
            """
            {"StartAt": "T", "States": {"T": {"Type": "Task", "End": true, %s,
              "Resource": "arn:aws:states:::lambda:invoke", %s}}}"""
                .formatted(
                    field,
                    field.contains("JSONata")
                        ? "\"Arguments\": {\"FunctionName\": \"f\"}"
                        : "\"Parameters\": {\"FunctionName\": \"f\"}"));
  }
}
