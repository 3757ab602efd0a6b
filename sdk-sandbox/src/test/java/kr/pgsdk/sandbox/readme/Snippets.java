package kr.pgsdk.sandbox.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import kr.pgsdk.core.BillingGateway;
import kr.pgsdk.core.BillingKey;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.ChargeRequest;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.VirtualAccount;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.FaultKind;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossSecretKey;

/** The code in the README. A test runs it, and holds the README to it word by word. */
final class Snippets {
  private final Shop shop;

  Snippets(Shop shop) {
    this.shop = shop;
  }

  /** What a shop does with each outcome. */
  interface Shop {
    void ship(Payment payment);

    void showAccount(VirtualAccount account);

    void explain(Confirmation.NotConfirmed refused);

    void askAgainLater(PaymentLookup lookup);

    void report(PaymentException failed);

    void keepForRetry(String pendingCancel);
  }

  static List<PaymentGateway> open(String secretKey, String apiKey, String apiSecret) {
    // snippet open
    PaymentGateway toss = TossGateway.builder(TossSecretKey.of(secretKey)).build();
    PaymentGateway iamport =
        IamportGateway.builder(IamportCredentials.of(apiKey, apiSecret)).build();
    // end
    return List.of(toss, iamport);
  }

  // snippet confirm
  void confirm(
      PaymentGateway gateway,
      OrderId orderId, // from your database
      Money price,
      String paymentKey, // from the browser
      String returnedOrderId,
      String returnedAmount) {
    try {
      Confirmation result =
          gateway.confirm(
              ConfirmRequest.builder(PaymentId.of(paymentKey), orderId, price)
                  .returned(OrderId.of(returnedOrderId), Money.of(returnedAmount, "KRW"))
                  .build());
      if (result instanceof Confirmation.Confirmed paid) {
        shop.ship(paid.payment());
      } else if (result instanceof Confirmation.AwaitingDeposit waiting) {
        shop.showAccount(waiting.payment().virtualAccount().orElseThrow());
      } else if (result instanceof Confirmation.NotConfirmed refused) {
        shop.explain(refused); // reason(), mismatches(), refusal(), moneyHeld()
      }
    } catch (OutcomeUnknownException unknown) {
      shop.askAgainLater(unknown.lookup()); // money may have moved: call find(lookup) later
    } catch (PaymentException failed) {
      shop.report(failed); // this call moved no money; isRetryable(): calling again may help
    }
  }

  // end

  // snippet cancel
  void refund(PaymentGateway gateway, PaymentId paymentId, OrderId orderId) {
    CancelRequest request =
        CancelRequest.partial(paymentId, Money.krw(5_000), "one item returned")
            .orderId(orderId)
            .reference("return-17") // your number for this refund
            .build();
    try {
      gateway.cancel(request); // the same request again makes no second refund
    } catch (OutcomeUnknownException unknown) {
      String text = unknown.pendingCancel().orElseThrow().toText();
      shop.keepForRetry(text); // any process can resume this refund: docs/doubt.md
    }
  }

  // end

  // snippet charge
  void chargeMonth(BillingGateway billing, BillingKey key, OrderId orderId, Money price) {
    Confirmation result =
        billing.charge(ChargeRequest.builder(key, orderId, price, "Membership").build());
    if (result instanceof Confirmation.Confirmed paid) {
      shop.ship(paid.payment());
    } else if (result instanceof Confirmation.NotConfirmed declined) {
      shop.explain(declined); // REFUSED: try another day, under a new order id
    }
  }

  // end

  // snippet sandbox
  void answerOfConfirmIsLost_paymentIsConfirmed_andCapturedOnce() {
    try (Sandbox sandbox = Sandbox.start();
        PaymentGateway gateway =
            TossGateway.builder(TossSecretKey.of(sandbox.tossSecretKey()))
                .http(HttpOptions.builder().baseUrl(sandbox.tossUrl()).build())
                .build()) {
      OrderId orderId = OrderId.random();
      Money price = Money.krw(15_000);
      BrowserReturn returned = sandbox.buyer().onToss().authenticate(orderId, price);
      sandbox.toss().inject(Fault.of(FaultKind.ANSWER_LOST).on("POST", "/v1/payments/confirm"));

      Confirmation result =
          gateway.confirm(ConfirmRequest.builder(returned.paymentId(), orderId, price).build());

      assertInstanceOf(Confirmation.Confirmed.class, result);
      assertEquals(1, sandbox.toss().ledger(returned.paymentId()).captures());
    }
  }
  // end
}
