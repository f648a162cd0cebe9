package io.stepunit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.stepunit.property.Property.after;
import static io.stepunit.property.Property.atMostOnce;
import static io.stepunit.property.Property.endsWithin;
import static io.stepunit.property.Property.never;

import io.stepunit.TestStateMachine;
import io.stepunit.junit.AlwaysHolds;
import io.stepunit.junit.StateMachineTest;
import io.stepunit.property.PropertyOptions;
import io.stepunit.property.PropertyOptions.Dimension;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The code of docs/guide/properties.md. */
class PropertyExamplesTest {
  @Nested
  @StateMachineTest("saga.asl.json")
  class OrderPropertiesTest {
    @AlwaysHolds
    void no_money_is_lost(TestStateMachine order) {
      assertThat(order).holds(after("Charge").eventually("Ship", "Refund"));
    }

    @AlwaysHolds
    void nothing_is_shipped_unpaid(TestStateMachine order) {
      assertThat(order).holds(never("Ship").without("Charge"));
    }
  }

  @Nested
  @StateMachineTest("saga.asl.json")
  class ByAnAssertion {
    @Test
    void charges_once_and_ends(TestStateMachine order) {
      assertThat(order)
          .alwaysHolds(
              atMostOnce("Charge").and(endsWithin(Duration.ofDays(1))),
              PropertyOptions.STANDARD.tryingAtMost(300).without(Dimension.REDRIVE));
    }
  }
}
