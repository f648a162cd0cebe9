package com.example.orders;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofHours;

import io.stepunit.Execution;
import io.stepunit.TestStateMachine;

/** What must hold for the parties around the saga, whatever went wrong on the way. */
final class BadDay {
  private BadDay() {}

  /** Mocks all that an order may need, and the decision of the desk. */
  static void mocksFor(TestStateMachine saga) {
    GoodDay.mocksFor(saga);
    saga.mock("AwaitApproval").isCalledBackAfter(ofHours(3)).with(GoodDay.YES);
    saga.mock("RefundPayment").returnsPayload(GoodDay.DONE);
    saga.mock("ReleaseInventory").returnsPayload(GoodDay.DONE);
    saga.mock("CallOperator").returns(GoodDay.SENT);
  }

  /** Who pays gets the goods, who gets the goods pays, or an operator is called. */
  static void nobodyIsCheated(TestStateMachine saga, Execution run) {
    boolean operatorIsCalled = !run.visits("CallOperator").isEmpty();
    if (operatorIsCalled) {
      return;
    }
    boolean shipped = !saga.effects("CreateShipment").happened().isEmpty();
    if (shipped) {
      assertThat(saga.effects("RefundPayment")).neverHappened();
      assertThat(saga.effects("ReleaseInventory")).neverHappened();
    } else if (!saga.effects("ChargePayment").happened().isEmpty()) {
      // Once or more: a charge is refunded once, however often that is asked for.
      assertThat(saga.effects("RefundPayment").happened()).isNotEmpty();
    }
  }
}
