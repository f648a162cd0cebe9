package com.example.payments;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** The function behind the state Charge. */
public final class ChargeHandler implements RequestHandler<Charge, Charged> {
  /** The gateway takes up to this long. */
  private static final int NEEDED_MILLIS = 10_000;

  private final PaymentGateway gateway;

  public ChargeHandler(PaymentGateway gateway) {
    this.gateway = gateway;
  }

  @Override
  public Charged handleRequest(Charge charge, Context context) {
    if (context.getRemainingTimeInMillis() < NEEDED_MILLIS) {
      throw new GatewayBusyException("too little time left to charge " + charge.orderId());
    }
    context.getLogger().log("charging " + charge.orderId());
    return new Charged(gateway.charge(charge.card(), charge.cents()));
  }
}
