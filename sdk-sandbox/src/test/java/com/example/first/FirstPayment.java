package com.example.first;

import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossSecretKey;

public final class FirstPayment {
  public static void main(String[] arguments) {
    try (Sandbox sandbox = Sandbox.start();
        PaymentGateway gateway =
            TossGateway.builder(TossSecretKey.of(sandbox.tossSecretKey()))
                .http(HttpOptions.builder().baseUrl(sandbox.tossUrl()).build())
                .build()) {
      OrderId orderId = OrderId.random(); // your number for the order
      Money price = Money.krw(15_000); // what it costs

      // A buyer pays in the window. In a shop a person does this in the browser.
      BrowserReturn returned = sandbox.buyer().onToss().authenticate(orderId, price);

      // The browser is back. This call captures the money, and compares the gateway's response.
      Confirmation result =
          gateway.confirm(ConfirmRequest.builder(returned.paymentId(), orderId, price).build());

      if (result instanceof Confirmation.Confirmed paid) {
        System.out.println("Paid: " + paid.payment().amount() + " for order " + orderId);
      } else {
        System.out.println("Not paid: " + result);
      }
    }
  }
}
