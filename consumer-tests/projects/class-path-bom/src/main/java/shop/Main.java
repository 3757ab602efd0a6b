package shop;

import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.portone.PortOneApiSecret;
import kr.pgsdk.portone.PortOneGateway;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossSecretKey;

/** Takes a payment from start to end at each gateway. */
public final class Main {
  public static void main(String[] args) {
    try (Sandbox sandbox = Sandbox.start()) {
      try (PaymentGateway iamport =
          IamportGateway.builder(
                  IamportCredentials.of(sandbox.iamportKey(), sandbox.iamportSecret()))
              .http(HttpOptions.builder().baseUrl(sandbox.iamportUrl()).build())
              .build()) {
        OrderId order = OrderId.random();
        Money price = Money.krw(15_000);
        iamport.prepare(PrepareRequest.builder(order, price).orderName("T-shirt").build());
        sell(iamport, sandbox.buyer().onIamport().pay(order, price), order, price);
      }
      try (PaymentGateway toss =
          TossGateway.builder(TossSecretKey.of(sandbox.tossSecretKey()))
              .http(HttpOptions.builder().baseUrl(sandbox.tossUrl()).build())
              .build()) {
        OrderId order = OrderId.random();
        Money price = Money.krw(15_000);
        toss.prepare(PrepareRequest.builder(order, price).orderName("T-shirt").build());
        sell(toss, sandbox.buyer().onToss().authenticate(order, price), order, price);
      }
      try (PaymentGateway portOne =
          PortOneGateway.builder(PortOneApiSecret.of(sandbox.portOneApiSecret()))
              .http(HttpOptions.builder().baseUrl(sandbox.portOneUrl()).build())
              .build()) {
        OrderId order = OrderId.random();
        Money price = Money.krw(15_000);
        portOne.prepare(PrepareRequest.builder(order, price).orderName("T-shirt").build());
        sell(portOne, sandbox.buyer().onPortOne().pay(order, price), order, price);
      }
    }
    System.out.println("all gateways work on Java " + Runtime.version().feature());
  }

  private static void sell(
      PaymentGateway gateway, BrowserReturn returned, OrderId order, Money price) {
    Confirmation confirmation =
        gateway.confirm(ConfirmRequest.builder(returned.paymentId(), order, price).build());
    require(confirmation instanceof Confirmation.Confirmed, confirmation);
    require(gateway.find(PaymentLookup.byOrderId(order)).isPresent(), "find");
    Cancellation cancellation =
        gateway.cancel(
            CancelRequest.partial(returned.paymentId(), Money.krw(5_000), "one item").build());
    require(cancellation instanceof Cancellation.Cancelled, cancellation);
  }

  private static void require(boolean condition, Object what) {
    if (!condition) {
      throw new IllegalStateException(String.valueOf(what));
    }
  }
}
