package io.stepunit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import io.stepunit.Execution;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of docs/guide/redrive.md. */
@StateMachineTest("payment.asl.json")
class RedriveExamplesTest {
  private static final Map<String, Object> ORDER = Map.of("amount", 12);
  private static final Map<String, Object> RECEIPT = Map.of("receipt", "r-1");

  @Test
  void a_failed_execution_goes_on(TestStateMachine payment) {
    payment.mock("Charge").fails("Gateway.Down", "503");
    Execution failed = payment.run(ORDER);

    payment.mock("Charge").returns(RECEIPT);
    Execution redriven = payment.redrive(failed).finish();

    assertThat(redriven).isSucceeded().hasPath("Charge", "Settle");
    assertThat(redriven.redriveCount()).isEqualTo(1);
    assertThat(failed).isFailed().hasError("Gateway.Down");
  }
}
