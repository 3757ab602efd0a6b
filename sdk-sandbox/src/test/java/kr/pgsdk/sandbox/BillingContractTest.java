package kr.pgsdk.sandbox;

import static kr.pgsdk.sandbox.FaultKind.ANSWER_LOST;
import static kr.pgsdk.sandbox.FaultKind.CUT_AFTER_READ;
import static kr.pgsdk.sandbox.FaultKind.CUT_IN_BODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kr.pgsdk.core.BillingGateway;
import kr.pgsdk.core.BillingKey;
import kr.pgsdk.core.BillingKeyDetails;
import kr.pgsdk.core.BillingKeyLookup;
import kr.pgsdk.core.BillingKeyRequest;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation.Cancelled;
import kr.pgsdk.core.CardData;
import kr.pgsdk.core.ChargeRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.Confirmed.Capture;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.http.HttpOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of {@link BillingGateway}: the same scenarios on every gateway. */
@Timeout(100)
class BillingContractTest {
  private static final Money PRICE = Money.krw(15_000);
  private static final String CUSTOMER = "customer_9001";

  private final OrderId order = OrderId.random();
  private final Sandbox sandbox = Sandbox.start();
  private final List<PaymentGateway> opened = new ArrayList<>();

  @AfterEach
  void stop() {
    opened.forEach(PaymentGateway::close);
    sandbox.close();
  }

  private PaymentGateway open(Shop shop) {
    PaymentGateway gateway = shop.open(sandbox, HttpOptions.builder());
    opened.add(gateway);
    return gateway;
  }

  private static BillingKeyDetails issue(BillingGateway billing, TestCard card) {
    return billing.issue(
        BillingKeyRequest.byCard(
                CUSTOMER,
                CardData.builder(card.number(), YearMonth.of(2030, 12))
                    .ownerIdentity("900101")
                    .passwordDigits("12")
                    .build())
            .customerName("Hong Gildong")
            .build());
  }

  private ChargeRequest request(BillingKey key) {
    return ChargeRequest.builder(key, order, PRICE, "November").customerName("Hong").build();
  }

  private Confirmation charge(Shop shop, PaymentGateway gateway, TestCard card) {
    BillingGateway billing = shop.billing(gateway);
    return billing.charge(request(issue(billing, card).key()));
  }

  private void assertCapturedOnce(Shop shop) {
    assertThat(shop.server(sandbox).ledger(order).captures()).isEqualTo(1);
    assertThat(shop.server(sandbox).ledger(order).captured()).isEqualTo(PRICE);
  }

  private static Confirmed confirmed(Confirmation confirmation, Capture capture) {
    assertThat(confirmation).isInstanceOf(Confirmed.class);
    assertThat(((Confirmed) confirmation).capture()).isEqualTo(capture);
    return (Confirmed) confirmation;
  }

  private static NotConfirmed declined(Confirmation confirmation) {
    assertThat(confirmation).isInstanceOf(NotConfirmed.class);
    NotConfirmed declined = (NotConfirmed) confirmation;
    assertThat(declined.reason()).isEqualTo(Reason.REFUSED);
    assertThat(declined.moneyHeld()).isEqualTo(MoneyHeld.NO);
    return declined;
  }

  @ParameterizedTest
  @EnumSource
  void goodCard_isChargedOnce_andRefundedLikeAnyPayment(Shop shop) {
    PaymentGateway gateway = open(shop);

    Payment paid = confirmed(charge(shop, gateway, TestCard.GOOD), Capture.BY_THIS_CALL).payment();

    assertThat(paid.orderId()).isEqualTo(order);
    assertCapturedOnce(shop);
    assertThat(gateway.find(PaymentLookup.byOrderId(order)))
        .map(Payment::paymentId)
        .contains(paid.paymentId());
    assertThat(gateway.cancel(CancelRequest.full(paid.paymentId(), "subscription ended").build()))
        .isInstanceOf(Cancelled.class);
  }

  @ParameterizedTest
  @EnumSource
  void sameOrderAgain_chargesOnce_alsoOnAnotherServer(Shop shop) {
    PaymentGateway first = open(shop);
    BillingKey key = issue(shop.billing(first), TestCard.GOOD).key();
    confirmed(shop.billing(first).charge(request(key)), Capture.BY_THIS_CALL);

    confirmed(shop.billing(first).charge(request(key)), Capture.ALREADY_CAPTURED);
    confirmed(shop.billing(open(shop)).charge(request(key)), Capture.ALREADY_CAPTURED);

    assertCapturedOnce(shop);
  }

  @ParameterizedTest
  @EnumSource
  void sameOrderWithAnotherAmount_isAMismatch(Shop shop) {
    BillingGateway billing = shop.billing(open(shop));
    BillingKey key = issue(billing, TestCard.GOOD).key();
    confirmed(billing.charge(request(key)), Capture.BY_THIS_CALL);

    Confirmation other =
        billing.charge(ChargeRequest.builder(key, order, Money.krw(9_000), "November").build());

    assertThat(other).isInstanceOf(NotConfirmed.class);
    assertThat(((NotConfirmed) other).reason()).isEqualTo(Reason.MISMATCH);
    assertCapturedOnce(shop);
  }

  @ParameterizedTest
  @EnumSource
  void declinedCard_isAValue_andStaysDeclinedUnderItsOrder(Shop shop) {
    BillingGateway billing = shop.billing(open(shop));
    BillingKey key = issue(billing, TestCard.OVER_LIMIT).key();

    NotConfirmed declined = declined(billing.charge(request(key)));

    assertThat(declined.refusal().orElseThrow().message()).isPresent();
    declined(billing.charge(request(key)));
    assertThat(
            billing.charge(
                ChargeRequest.builder(
                        issue(billing, TestCard.GOOD).key(), OrderId.random(), PRICE, "again")
                    .build()))
        .isInstanceOf(Confirmed.class);
  }

  @ParameterizedTest
  @EnumSource
  void lostAnswer_isLookedUp_andChargesOnce(Shop shop) {
    PaymentGateway gateway = open(shop);
    shop.server(sandbox).inject(Fault.of(ANSWER_LOST).on("POST", shop.chargePath()));

    assertThat(charge(shop, gateway, TestCard.GOOD)).isInstanceOf(Confirmed.class);

    assertCapturedOnce(shop);
  }

  @ParameterizedTest
  @EnumSource
  void brokenAnswerOfADecline_isStillADecline(Shop shop) {
    PaymentGateway gateway = open(shop);
    shop.server(sandbox).inject(Fault.of(CUT_IN_BODY).on("POST", shop.chargePath()));

    declined(charge(shop, gateway, TestCard.STOPPED));
  }

  @ParameterizedTest
  @EnumSource
  void nothingCameThrough_isADoubt_andTheSameRequestLaterEndsIt(Shop shop) {
    PaymentGateway gateway = open(shop);
    BillingGateway billing = shop.billing(gateway);
    BillingKey key = issue(billing, TestCard.GOOD).key();
    shop.server(sandbox).inject(Fault.of(CUT_AFTER_READ).on("POST", shop.chargePath()).always());

    OutcomeUnknownException unknown =
        catchThrowableOfType(OutcomeUnknownException.class, () -> billing.charge(request(key)));

    assertThat(unknown.lookup()).isEqualTo(PaymentLookup.byOrderId(order));
    assertThat(gateway.find(unknown.lookup())).isEmpty();
    shop.server(sandbox).clearFaults();
    if (shop != Shop.IAMPORT) { // repeated under its key
      assertThat(billing.charge(request(key))).isInstanceOf(Confirmed.class);
      assertCapturedOnce(shop);
    } else { // never sent again through this gateway object
      assertThatThrownBy(() -> billing.charge(request(key)))
          .isInstanceOf(OutcomeUnknownException.class);
      assertThat(gateway.find(unknown.lookup())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void manyThreadsWithOneOrder_chargeOnce(Shop shop) throws Exception {
    int threads = 8;
    BillingGateway billing = shop.billing(open(shop));
    BillingKey key = issue(billing, TestCard.GOOD).key();
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Confirmation>> calls = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        calls.add(
            () -> {
              start.await();
              return billing.charge(request(key));
            });
      }
      int byThisCall = 0;
      for (Future<Confirmation> call : pool.invokeAll(calls)) {
        assertThat(call.get()).isInstanceOf(Confirmed.class);
        byThisCall += ((Confirmed) call.get()).capture() == Capture.BY_THIS_CALL ? 1 : 0;
      }
      assertThat(byThisCall).isEqualTo(1);
    } finally {
      pool.shutdown();
    }
    assertCapturedOnce(shop);
  }

  @ParameterizedTest
  @EnumSource
  void cardThatIsRefusedAtIssue_givesNoKey(Shop shop) {
    BillingGateway billing = shop.billing(open(shop));

    assertThatThrownBy(() -> issue(billing, TestCard.UNKNOWN_NUMBER))
        .isInstanceOf(GatewayException.class)
        .hasMessageNotContaining(TestCard.UNKNOWN_NUMBER.number());
  }

  @ParameterizedTest
  @EnumSource
  void deletedKey_chargesNothing_andMayBeDeletedAgain(Shop shop) {
    BillingGateway billing = shop.billing(open(shop));
    BillingKeyDetails issued = issue(billing, TestCard.GOOD);
    if (shop != Shop.TOSS) {
      assertThat(billing.find(issued.key())).isInstanceOf(BillingKeyLookup.Found.class);
    } else {
      assertThat(billing.find(issued.key())).isInstanceOf(BillingKeyLookup.NotOffered.class);
    }

    billing.delete(issued.key());
    billing.delete(issued.key());

    declined(billing.charge(request(issued.key())));
    if (shop != Shop.TOSS) {
      assertThat(billing.find(issued.key())).isInstanceOf(BillingKeyLookup.NotFound.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void lostAnswerOfADelete_isNoError(Shop shop) {
    BillingGateway billing = shop.billing(open(shop));
    BillingKey key = issue(billing, TestCard.GOOD).key();
    shop.server(sandbox).inject(Fault.of(ANSWER_LOST).when(r -> r.method().equals("DELETE")));

    billing.delete(key);

    declined(billing.charge(request(key)));
  }

  @ParameterizedTest
  @EnumSource
  void orderWithAnOpenCheckout_isNotCharged(Shop shop) {
    PaymentGateway gateway = open(shop);
    shop.abandon(sandbox, order, PRICE);

    Confirmation confirmation = charge(shop, gateway, TestCard.GOOD);

    assertThat(confirmation).isInstanceOf(NotConfirmed.class);
    assertThat(((NotConfirmed) confirmation).reason()).isEqualTo(Reason.NOT_YET_PAID);
    assertThat(shop.server(sandbox).ledger(order).captures()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void whatTheGatewayWouldRefuse_isRefusedBeforeAnythingIsSent(Shop shop) {
    BillingGateway billing = shop.billing(open(shop));
    BillingKey key = shop == Shop.TOSS ? BillingKey.of("key", CUSTOMER) : BillingKey.of(CUSTOMER);

    assertThatThrownBy(
            () ->
                billing.charge(
                    ChargeRequest.builder(key, OrderId.of("o".repeat(65)), PRICE, "x").build()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> billing.charge(ChargeRequest.builder(key, order, PRICE, "x".repeat(101)).build()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(shop.server(sandbox).journal().entries()).isEmpty();
  }
}
