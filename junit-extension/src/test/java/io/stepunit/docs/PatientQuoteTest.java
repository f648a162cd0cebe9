package io.stepunit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofMinutes;

import io.stepunit.ServiceLimit;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.WorkflowType;
import io.stepunit.junit.StateMachineTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@StateMachineTest(
    value = "quote.asl.json",
    type = WorkflowType.EXPRESS,
    withoutLimits = ServiceLimit.EXPRESS_EXECUTION_TIME)
class PatientQuoteTest {
  @Test
  void waits_for_a_slow_source(TestStateMachine quote) {
    quote.mock("FetchRate").returnsPayload(Map.of("rate", 11)).taking(ofMinutes(20));
    quote.mock("Store").returns(Map.of());

    assertThat(quote.startSync(Map.of("currency", "SEK"))).isSucceeded().hasDuration(ofMinutes(20));
  }
}
