package io.stepunit.junit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachine;
import io.stepunit.junit.StateMachineTest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
@StateMachineTest(value = "order.asl.json", startTime = "2026-03-29T00:30:00Z", seed = 7)
class BillingTest {
  @StateMachine("billing.asl.json")
  TestStateMachine billing;

  StepFunctionsEnvironment environment;

  @Test
  void bills_what_was_ordered(TestStateMachine order, Clock clock) {
    assertThat(order.run(Map.of("id", 7))).isSucceeded();
    environment.advance(Duration.ofDays(1));
    assertThat(billing.run(Map.of("day", clock.instant().toString()))).isSucceeded();
  }

  @BeforeEach
  void everything_works(TestStateMachine order) {
    order.mock("Charge").returns(Map.of("paid", true));
    order.mock("Ship").returns(Map.of("shipped", true));
    billing.mock("Bill").returns(Map.of("billed", true));
  }

  @Nested
  class When_nothing_is_paid {
    @Test
    void nothing_is_shipped(TestStateMachine order) {
      order.mock("Charge").fails("Card.Declined", "no funds");

      assertThat(order.run(Map.of("id", 7))).isFailed();
    }
  }
}
