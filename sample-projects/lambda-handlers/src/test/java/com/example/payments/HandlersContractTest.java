package com.example.payments;

import io.stepunit.junit.ContractCase;
import io.stepunit.junit.HonoursContract;
import io.stepunit.junit.HonoursContract.Values;

/**
 * The handlers do what the mocks of the workflow assume. Needs no workflow, and runs when its tests
 * have ended: see the pom.
 */
class HandlersContractTest {
  @HonoursContract("contracts/payment/Charge.json")
  void charges_as_the_workflow_assumes(ContractCase assumed) {
    PaymentGateway gateway =
        (card, cents) -> {
          if (assumed.error().isEmpty()) {
            return "t-9";
          }
          throw assumed.error().get().equals(GatewayBusyException.class.getName())
              ? new GatewayBusyException("503")
              : new CardDeclinedException("the card has expired");
        };

    assumed.honouredBy(new ChargeHandler(gateway));
  }

  @HonoursContract(value = "contracts/payment/WriteReceipt.json", values = Values.EXACT)
  void writes_the_very_receipt_that_the_workflow_assumes(ContractCase assumed) {
    assumed.honouredBy(new ReceiptHandler());
  }
}
