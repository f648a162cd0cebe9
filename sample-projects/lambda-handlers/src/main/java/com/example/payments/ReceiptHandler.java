package com.example.payments;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Locale;
import java.util.Map;

/** The function behind the state WriteReceipt. */
public final class ReceiptHandler implements RequestHandler<Map<String, Object>, String> {
  @Override
  public String handleRequest(Map<String, Object> order, Context context) {
    double amount = ((Number) order.get("cents")).longValue() / 100.0;
    Map<?, ?> payment = (Map<?, ?>) order.get("payment");
    return String.format(
        Locale.ROOT, "%s: EUR %.2f, %s", order.get("id"), amount, payment.get("transaction"));
  }
}
