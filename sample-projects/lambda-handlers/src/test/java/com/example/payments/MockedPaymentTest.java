package com.example.payments;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The workflow with mocks for its functions, as a team tests it that does not have their code.
 * {@link HandlersContractTest} holds the handlers to what the mocks assume.
 */
@StateMachineTest("payment.asl.json")
class MockedPaymentTest {
  private static final Map<String, Object> ORDER =
      Map.of("id", "o-7", "card", "4000-0001", "cents", 1250);

  @Test
  void a_busy_gateway_is_asked_again(TestStateMachine payment) {
    payment
        .mock("Charge")
        .fails(GatewayBusyException.class.getName(), "{\"errorMessage\": \"503\"}")
        .times(2)
        .then()
        .returnsPayload(Map.of("transaction", "t-1"));
    payment.mock("WriteReceipt").returns("\"o-7: EUR 12.50, t-1\"");

    assertThat(payment.run(ORDER))
        .isSucceeded()
        .state("Charge", charge -> charge.hasAttempts(3))
        .hasOutputAt("$.receipt", "o-7: EUR 12.50, t-1");
  }

  @Test
  void a_declined_card_is_not_asked_again(TestStateMachine payment) {
    payment
        .mock("Charge")
        .fails(CardDeclinedException.class.getName(), "{\"errorMessage\": \"expired\"}");

    assertThat(payment.run(ORDER))
        .isFailed()
        .hasError("Payment.Refused")
        .state("Charge", charge -> charge.hasAttempts(1));
  }
}
