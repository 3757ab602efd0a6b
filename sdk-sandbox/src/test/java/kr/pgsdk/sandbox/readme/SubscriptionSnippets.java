package kr.pgsdk.sandbox.readme;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.BillingGateway;
import kr.pgsdk.core.BillingKey;
import kr.pgsdk.core.BillingKeyLookup;
import kr.pgsdk.core.BillingKeyRequest;
import kr.pgsdk.core.CardData;
import kr.pgsdk.core.ChargeRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.iamport.IamportClient;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.iamport.schedule.IamportSchedule;
import kr.pgsdk.iamport.schedule.IamportScheduleRequest;
import kr.pgsdk.iamport.schedule.IamportScheduleStatus;
import kr.pgsdk.iamport.schedule.IamportScheduledPayment;
import kr.pgsdk.iamport.schedule.IamportScheduledPaymentStatus;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.TestCard;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossSecretKey;

/** The code of docs/subscriptions.md. A test runs it and holds the pages to it. */
final class SubscriptionSnippets {
  private final Shop shop;

  SubscriptionSnippets(Shop shop) {
    this.shop = shop;
  }

  /** What a shop does with keys and outcomes. */
  interface Shop {
    void keepSecret(BillingKey key);

    void storeOrder(OrderId orderId, Money price);

    void extend(Payment payment);

    void tryAnotherDay(OrderId declinedOrder, Confirmation.NotConfirmed declined);

    void sameOrderLater(OrderId orderId);

    boolean sentLongAgo(OrderId orderId);

    void showOperator(OrderId orderId, Confirmation other);
  }

  static List<BillingGateway> open(
      String secretKey, String apiKey, String apiSecret, String channelKey) {
    // snippet open
    TossGateway toss = TossGateway.builder(TossSecretKey.of(secretKey)).build();
    IamportGateway iamport =
        IamportGateway.builder(IamportCredentials.of(apiKey, apiSecret))
            .channelKey(channelKey) // issues and charges billing keys
            .build();
    List<BillingGateway> billing = List.of(toss.billing(), iamport.billing());
    // end
    return billing;
  }

  // snippet window
  void afterTossWindow(BillingGateway toss, String customerKey, String authKey) {
    BillingKeyRequest request = BillingKeyRequest.byAuthKey(customerKey, authKey).build();
    shop.keepSecret(toss.issue(request).key());
  }

  // end

  // snippet checkout
  void afterIamportCheckout(BillingGateway iamport, String customerUid) {
    BillingKey key = BillingKey.of(customerUid); // what the checkout was opened with
    if (iamport.find(key) instanceof BillingKeyLookup.Found) {
      shop.keepSecret(key);
    }
  }

  // end

  // snippet card
  void byCard(BillingGateway billing, String customerKey, String number, YearMonth expiry) {
    CardData card =
        CardData.builder(number, expiry)
            .ownerIdentity("900101") // birth date, or the number of a business
            .passwordDigits("12")
            .build();
    shop.keepSecret(billing.issue(BillingKeyRequest.byCard(customerKey, card).build()).key());
  }

  // end

  // snippet charge
  void chargeMonth(BillingGateway billing, BillingKey key, Money price) {
    OrderId orderId = OrderId.random();
    shop.storeOrder(orderId, price); // before the charge: a crash must not lose the id
    charge(billing, ChargeRequest.builder(key, orderId, price, "Membership").build());
  }

  void charge(BillingGateway billing, ChargeRequest request) {
    try {
      Confirmation result = billing.charge(request);
      if (result instanceof Confirmation.Confirmed paid) {
        shop.extend(paid.payment());
      } else if (result instanceof Confirmation.NotConfirmed declined
          && declined.reason() == Confirmation.NotConfirmed.Reason.REFUSED
          && declined.moneyHeld() == Confirmation.NotConfirmed.MoneyHeld.NO) {
        shop.tryAnotherDay(request.orderId(), declined); // then under a new order id
      } else {
        shop.showOperator(request.orderId(), result);
      }
    } catch (OutcomeUnknownException unknown) {
      shop.sameOrderLater(request.orderId()); // never under another order id
    } catch (PaymentException notCharged) {
      shop.sameOrderLater(request.orderId()); // this call charged nothing
    }
  }

  // end

  // snippet restart
  void afterRestart(PaymentGateway iamport, BillingGateway billing, ChargeRequest request) {
    PaymentLookup order = PaymentLookup.byOrderId(request.orderId());
    if (iamport.find(order).isPresent() || shop.sentLongAgo(request.orderId())) {
      charge(billing, request); // reads a paid order; charges only an order without a payment
    } else {
      shop.sameOrderLater(request.orderId());
    }
  }

  // end

  // snippet schedule
  void schedule(IamportClient client, String customerUid, OrderId orderId, Instant at) {
    IamportSchedule november =
        IamportSchedule.builder(orderId, at, Money.krw(9_900), "Membership").build();
    client
        .schedules()
        .register(IamportScheduleRequest.builder(customerUid, List.of(november)).build());
  }

  void change(IamportClient client, String customerUid, OrderId orderId, Instant later) {
    client.schedules().changeTime(orderId, later);
    client.schedules().revoke(customerUid, List.of(orderId)); // takes it back
    client.schedules().reschedule(orderId, later); // and puts it back
  }

  // end

  // snippet executed
  String whatBecameOf(IamportClient client, OrderId orderId) {
    IamportScheduledPayment schedule = client.schedules().find(orderId).orElseThrow();
    if (!schedule.scheduleStatus().equals(Optional.of(IamportScheduleStatus.EXECUTED))) {
      return "not yet, or revoked";
    }
    return schedule.paymentStatus().equals(Optional.of(IamportScheduledPaymentStatus.PAID))
        ? "paid: verify it with gateway.confirm and paymentId()"
        : "declined: " + schedule.failReason().orElse("no reason given");
  }

  // end

  // snippet delete
  void end(BillingGateway billing, BillingKey key) {
    billing.delete(key); // a key that is gone already is no error
  }

  // end

  // snippet sandbox
  void cardOverItsLimit_isDeclined_andNothingIsThere() {
    try (Sandbox sandbox = Sandbox.start();
        TossGateway toss =
            TossGateway.builder(TossSecretKey.of(sandbox.tossSecretKey()))
                .http(HttpOptions.builder().baseUrl(sandbox.tossUrl()).build())
                .build()) {
      String customerKey = "customer-4c1f";
      String authKey = sandbox.buyer().onToss().agreeToBilling(customerKey, TestCard.OVER_LIMIT);
      BillingKey key =
          toss.billing().issue(BillingKeyRequest.byAuthKey(customerKey, authKey).build()).key();
      OrderId orderId = OrderId.random();

      Confirmation result =
          toss.billing()
              .charge(ChargeRequest.builder(key, orderId, Money.krw(9_900), "Membership").build());

      assertInstanceOf(Confirmation.NotConfirmed.class, result);
      assertTrue(toss.find(PaymentLookup.byOrderId(orderId)).isEmpty());
    }
  }
  // end
}
