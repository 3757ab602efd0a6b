package kr.pgsdk.sandbox.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
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
import kr.pgsdk.core.VirtualAccount;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.webhook.Parameters;
import kr.pgsdk.core.webhook.UntrustedReturn;
import kr.pgsdk.durable.Arrival;
import kr.pgsdk.durable.Delivery;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.PaymentEvent;
import kr.pgsdk.durable.PaymentEventHandler;
import kr.pgsdk.durable.store.JdbcPaymentStore;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.FaultKind;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossSecretKey;
import kr.pgsdk.toss.webhook.TossSuccessRedirect;

/** The code in the README. A test runs it, and holds the README to it word by word. */
final class Snippets {
  private final Shop shop;
  private final Page page;

  Snippets(Shop shop, Page page) {
    this.shop = shop;
    this.page = page;
  }

  /** What a shop does. */
  interface Shop {
    void markPaid(Connection connection, OrderId orderId) throws SQLException;

    void ship(Payment payment);

    void explain(Confirmation.NotConfirmed refused);

    void keepForRetry(String pendingCancel);
  }

  /** What a buyer is shown. */
  interface Page {
    String thanks(OrderId orderId);

    String transferTo(VirtualAccount account);

    String tryAgain(Arrival.Reason why);

    String reload();
  }

  static List<PaymentGateway> open(String secretKey, String apiKey, String apiSecret) {
    // snippet open
    PaymentGateway toss = TossGateway.builder(TossSecretKey.of(secretKey)).build();
    PaymentGateway iamport =
        IamportGateway.builder(IamportCredentials.of(apiKey, apiSecret)).build();
    // end
    return List.of(toss, iamport);
  }

  static DurablePayments durable(
      DataSource database, PaymentGateway gateway, PaymentEventHandler handler) {
    JdbcPaymentStore store = JdbcPaymentStore.builder(database).build();
    store.createSchema();
    return DurablePayments.builder(store, handler).account("main", gateway).build();
  }

  // snippet confirm
  String success(DurablePayments payments, String query) { // what the browser brought
    UntrustedReturn back = TossSuccessRedirect.read(Parameters.ofQuery(query)).toReturn();
    Arrival arrival = payments.returned(back); // captures, records, calls your handler once
    if (arrival instanceof Arrival.Paid paid) {
      return page.thanks(paid.orderId());
    } else if (arrival instanceof Arrival.AwaitingDeposit waiting) {
      return page.transferTo(waiting.payment().virtualAccount().orElseThrow());
    } else if (arrival instanceof Arrival.NotPaid not) {
      return page.tryAgain(not.why());
    }
    return page.reload(); // UnderWay: not known yet; the job that calls resume finds out
  }

  void onEvent(PaymentEvent event, Delivery delivery) throws SQLException {
    if (event instanceof PaymentEvent.OrderPaid) {
      shop.markPaid(delivery.connection(), event.orderId()); // one transaction
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
