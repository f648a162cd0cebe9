package com.example.payments;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofSeconds;

import io.stepunit.Execution;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The handlers that are deployed run inside the workflow that is deployed. */
@StateMachineTest("payment.asl.json")
class PaymentTest {
  private static final Map<String, Object> ORDER =
      Map.of("id", "o-7", "card", "4000-0001", "cents", 1250);

  private final List<String> charged = new ArrayList<>();

  private String charge(String card, long cents) {
    charged.add(card + " " + cents);
    return "t-" + charged.size();
  }

  @Test
  void a_charged_order_has_a_receipt(TestStateMachine payment) {
    payment.lambda("ChargeFunction").handledBy(new ChargeHandler(this::charge));
    payment.lambda("write-receipt:live").handledBy(new ReceiptHandler());

    Execution run = payment.run(ORDER);

    assertThat(run)
        .isSucceeded()
        .hasPath("Charge", "WriteReceipt")
        .hasOutputAt("$.receipt", "o-7: EUR 12.50, t-1");
    assertThat(charged).containsExactly("4000-0001 1250");
  }

  @Test
  void a_busy_gateway_is_asked_again(TestStateMachine payment) {
    payment
        .lambda("ChargeFunction")
        .handledBy(
            new ChargeHandler(
                (card, cents) -> {
                  String transaction = charge(card, cents);
                  if (charged.size() < 3) {
                    throw new GatewayBusyException("503");
                  }
                  return transaction;
                }));
    payment.lambda("write-receipt").handledBy(new ReceiptHandler());

    Execution run = payment.run(ORDER);

    assertThat(run)
        .isSucceeded()
        .state(
            "Charge", charge -> charge.hasAttempts(3).hasRetryDelays(ofSeconds(5), ofSeconds(10)));
  }

  @Test
  void a_declined_card_is_explained_and_not_asked_again(TestStateMachine payment) {
    payment
        .lambda("ChargeFunction")
        .handledBy(
            new ChargeHandler(
                (card, cents) -> {
                  throw new CardDeclinedException("the card has expired");
                }));

    Execution run = payment.run(ORDER);

    assertThat(run)
        .isFailed()
        .hasPath("Charge", "ExplainRefusal", "Refused")
        .hasError("Payment.Refused")
        .state("Charge", charge -> charge.hasAttempts(1));
    assertThat(run.cause()).contains("the card has expired");
  }

  @Test
  void a_function_with_too_little_time_does_not_begin(TestStateMachine payment) {
    payment
        .lambda("ChargeFunction")
        .timeout(ofSeconds(8))
        .handledBy(new ChargeHandler(this::charge));

    Execution run = payment.run(ORDER);

    assertThat(run).isFailed().hasError("com.example.payments.GatewayBusyException");
    assertThat(charged).isEmpty();
  }
}
