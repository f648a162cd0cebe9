package io.stepunit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;

import io.stepunit.Execution;
import io.stepunit.TestStateMachine;
import io.stepunit.history.InjectedFault;
import io.stepunit.junit.StateMachineTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The examples of docs/guide/faults.md. */
@StateMachineTest("order.asl.json")
class FaultExamplesTest {
  private static final Map<String, Object> ORDER = Map.of("id", 7);

  @BeforeEach
  void all_goes_well(TestStateMachine order) {
    order.mock("Charge").returns(Map.of("paid", true));
    order.mock("Ship").returns(Map.of("number", "T-9"));
  }

  @Test
  void several(TestStateMachine order) {
    order
        .faults()
        .on("Charge")
        .fails("Gateway.Busy")
        .onCall(2)
        .lenient()
        .onResource("arn:aws:lambda:*")
        .losesReply()
        .withProbability(0.1)
        .onAnyTask()
        .latency(ofMillis(200));

    assertThat(order.run(ORDER)).isEnded();
  }

  @Test
  void what_fired(TestStateMachine order) {
    order.faults().on("Ship").losesReply();

    Execution run = order.run(ORDER);

    assertThat(run).isFailed().hasError("Lambda.SdkClientException").hasDuration(ofMinutes(15));
    assertThat(run.injectedFaults()).extracting(InjectedFault::state).containsExactly("Ship");
  }
}
