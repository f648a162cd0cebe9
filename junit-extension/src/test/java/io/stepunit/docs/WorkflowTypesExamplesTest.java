package io.stepunit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofMinutes;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.history.Execution;
import io.stepunit.junit.StateMachineTest;
import io.stepunit.model.WorkflowType;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of docs/workflow-types.md. */
@StateMachineTest(value = "quote.asl.json", type = WorkflowType.EXPRESS)
class WorkflowTypesExamplesTest {
  @Test
  void a_call_that_hangs(TestStateMachine quote) {
    quote.mock("FetchRate").neverAnswers();

    Execution run = quote.run(Map.of("currency", "SEK"));

    assertThat(run).isTimedOut().hasVirtualDuration(ofMinutes(5));
  }

  @Test
  void limits_lifted() {
    StepFunctionsEnvironment env =
        StepFunctionsEnvironment.builder()
            .withoutExecutionTimeLimit() // 365 days of a Standard execution
            .withoutExpressTimeLimit() // 5 minutes of an Express execution
            .withoutHistoryLimit() // 25,000 events of a Standard execution
            .withoutPayloadLimit() // 262,144 bytes of inputs, outputs and variables
            .withoutInlineConcurrencyLimit() // 40 iterations of an inline Map at once
            .build();
    TestStateMachine slow =
        env.define(
            "slow",
            """
            {"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 600, "End": true}}}
            """,
            WorkflowType.EXPRESS);

    assertThat(slow.run("{}")).isSucceeded().hasVirtualDuration(ofMinutes(10));
  }
}
