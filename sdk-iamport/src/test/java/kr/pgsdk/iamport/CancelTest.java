package kr.pgsdk.iamport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Cancellation.AlreadyCancelled;
import kr.pgsdk.core.Cancellation.Cancelled;
import kr.pgsdk.core.Cancellation.Pending;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.error.VerificationException;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CancelTest {
  private static final PaymentId PAYMENT = PaymentId.of("imp_123");
  private static final MockResponse PAID = FakeIamport.ok(PaymentBody.paid());

  private final FakeIamport iamport = new FakeIamport();
  private final IamportGateway gateway = iamport.gateway().build();

  @AfterEach
  void close() {
    gateway.close();
    iamport.close();
  }

  private static MockResponse cancelled(int... amounts) {
    return FakeIamport.ok(PaymentBody.cancelled(amounts));
  }

  private static CancelRequest.Builder full() {
    return CancelRequest.full(PAYMENT, "why");
  }

  private static CancelRequest.Builder partial(long won) {
    return CancelRequest.partial(PAYMENT, Money.krw(won), "one item returned");
  }

  // --- what is sent

  @Test
  void full_looksUpTheBalance_andSendsItAsChecksum_withoutAnAmount() {
    iamport.serve(PAID, cancelled(15_000));

    Cancellation cancellation = gateway.cancel(full().build());

    assertThat(cancellation).isInstanceOf(Cancelled.class);
    assertThat(cancellation.cancelledNow()).isEqualTo(Money.krw(15_000));
    assertThat(iamport.arrived()).containsExactly("GET /payments/imp_123", "POST /payments/cancel");
    assertThat(FakeIamport.body(iamport.request(1)))
        .isEqualTo("{\"imp_uid\":\"imp_123\",\"checksum\":15000,\"reason\":\"why\"}");
  }

  @Test
  void partial_sendsAmountChecksumAndEverythingTheRequestHas() {
    iamport.serve(FakeIamport.ok(PaymentBody.cancelled(4000)), cancelled(4000, 5000));

    Cancellation cancellation =
        gateway.cancel(
            partial(5000)
                .orderId(OrderId.of("order_9001"))
                .taxFree(Money.krw(100))
                .vat(Money.krw(200))
                .refundAccount(RefundAccount.of("088", "1-2", "홍길동").withPhone("010"))
                .build());

    assertThat(cancellation.cancelledNow()).isEqualTo(Money.krw(5000));
    assertThat(cancellation.payment().balance()).isEqualTo(Money.krw(6000));
    assertThat(FakeIamport.body(iamport.request(1)))
        .isEqualTo(
            "{\"imp_uid\":\"imp_123\",\"amount\":5000,\"checksum\":11000,\"tax_free\":100,"
                + "\"vat_amount\":200,\"reason\":\"one item returned\",\"refund_bank\":\"088\","
                + "\"refund_account\":\"1-2\",\"refund_holder\":\"홍길동\",\"refund_tel\":\"010\"}");
  }

  @Test
  void balanceGivenByTheCaller_isTheChecksum_andNothingIsLookedUp() {
    iamport.serve(cancelled(15_000));

    gateway.cancel(full().expectedBalance(Money.krw(15_000)).build());

    assertThat(iamport.arrived()).containsExactly("POST /payments/cancel");
  }

  @Test
  void dollars_arePlainDecimals() {
    iamport.serve(
        FakeIamport.ok(PaymentBody.paid().with("amount", "544.68").with("currency", "\"USD\"")),
        FakeIamport.ok(
            PaymentBody.paid()
                .with("amount", "544.68")
                .with("currency", "\"USD\"")
                .with("status", "\"cancelled\"")
                .with("cancel_amount", "0.1")
                .with("cancel_history", "[{\"amount\":0.10}]")));

    Cancellation cancellation =
        gateway.cancel(CancelRequest.partial(PAYMENT, Money.of("0.10", "USD"), "why").build());

    assertThat(cancellation).isInstanceOf(Cancelled.class);
    assertThat(FakeIamport.body(iamport.request(1))).contains("\"amount\":0.1,\"checksum\":544.68");
  }

  // --- virtual accounts

  @Test
  void waitingAccount_isRevoked() {
    iamport.serve(
        FakeIamport.ok(PaymentBody.waiting()),
        FakeIamport.ok(PaymentBody.waiting().with("status", "\"cancelled\"")));

    Cancellation cancellation = gateway.cancel(full().build());

    assertThat(cancellation).isInstanceOf(Cancelled.class);
    assertThat(cancellation.cancelledNow()).isEqualTo(Money.krw(0));
    assertThat(iamport.arrived())
        .containsExactly("GET /payments/imp_123", "DELETE /vbanks/imp_123");
  }

  @Test
  void revokedAccountThatFailsAfterwards_isCancelledToo() {
    iamport.serve(
        FakeIamport.ok(PaymentBody.waiting()),
        FakeIamport.ok(PaymentBody.waiting().with("status", "\"failed\"")));

    assertThat(gateway.cancel(full().build())).isInstanceOf(Cancelled.class);
  }

  @Test
  void revokedAccountThatStillWaits_isPending() {
    iamport.serve(FakeIamport.ok(PaymentBody.waiting()));

    assertThat(gateway.cancel(full().build())).isInstanceOf(Pending.class);
  }

  @Test
  void revokeWithLostAnswer_isLookedUp_andSentOnce() {
    iamport.serve(
        FakeIamport.ok(PaymentBody.waiting()),
        FakeIamport.CUT_AFTER_READ,
        FakeIamport.ok(PaymentBody.waiting()));

    assertThatThrownBy(() -> gateway.cancel(full().build()))
        .isInstanceOf(OutcomeUnknownException.class);
    assertThat(iamport.arrived("DELETE")).isEqualTo(1);
  }

  @Test
  void waitingAccount_butTheCallerExpectsADeposit_isCheckedByTheGateway() {
    iamport.serve(
        FakeIamport.ok(PaymentBody.waiting()),
        FakeIamport.refusal(200, 1, "checksum"),
        FakeIamport.ok(PaymentBody.waiting()));

    assertThatThrownBy(
            () ->
                gateway.cancel(
                    full()
                        .orderId(OrderId.of("order_9001"))
                        .expectedBalance(Money.krw(15_000))
                        .build()))
        .isInstanceOf(GatewayException.class);
    assertThat(iamport.arrived("DELETE")).isZero();
  }

  @Test
  void depositThatCameMeanwhile_refusesTheRevoke() {
    iamport.serve(
        FakeIamport.ok(PaymentBody.waiting()),
        FakeIamport.refusal(400, -1, "not ready"),
        FakeIamport.ok(PaymentBody.waiting().with("status", "\"paid\"")));

    assertThatThrownBy(() -> gateway.cancel(full().build())).isInstanceOf(GatewayException.class);
  }

  @Test
  void partOfAWaitingAccount_isRefusedBeforeSending() {
    iamport.serve(FakeIamport.ok(PaymentBody.waiting()));

    assertThatThrownBy(() -> gateway.cancel(partial(100).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("amount");
    assertThat(iamport.arrived()).containsExactly("GET /payments/imp_123");
  }

  // --- what it must not do

  @Test
  void paymentOfAnotherOrder_isNotCancelled() {
    iamport.serve(PAID);

    assertThatThrownBy(() -> gateway.cancel(full().orderId(OrderId.of("order_1")).build()))
        .isInstanceOf(VerificationException.class)
        .hasMessageContaining("merchant_uid");
    assertThat(iamport.arrived("POST")).isZero();
  }

  @Test
  void moreThanTheBalance_isRefusedBeforeSending() {
    iamport.serve(cancelled(5000));

    assertThatThrownBy(() -> gateway.cancel(partial(10_001).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("10000");
    assertThat(iamport.arrived("POST")).isZero();
  }

  @Test
  void unknownPayment_isARefusal_andNothingIsSent() {
    iamport.serve(FakeIamport.notFound());

    assertThat(
            catchThrowableOfType(GatewayException.class, () -> gateway.cancel(full().build()))
                .httpStatus())
        .hasValue(404);
    assertThat(iamport.arrived("POST")).isZero();
  }

  @Test
  void lookupBeforeItThatCannotBeRead_sendsNothing() {
    iamport.serve(FakeIamport.json(200, "<html>"));

    assertThatThrownBy(() -> gateway.cancel(full().build()))
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("not sent");
    assertThat(iamport.arrived("POST")).isZero();
  }

  // --- one refund per request

  @Test
  void sameRequestTwice_isOneRefund() {
    iamport.serve(PAID, cancelled(5000));
    CancelRequest request = partial(5000).build();

    assertThat(gateway.cancel(request)).isInstanceOf(Cancelled.class);
    Cancellation again = gateway.cancel(request);

    assertThat(again).isInstanceOf(AlreadyCancelled.class);
    assertThat(again.cancelledNow()).isEqualTo(Money.krw(0));
    assertThat(iamport.arrived("POST")).isEqualTo(1);
  }

  @Test
  void sameRequestByTwoThreads_isOneRefund() throws Exception {
    iamport.serve(PAID, cancelled(5000));
    CancelRequest request = partial(5000).build();
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Cancellation> one = threads.submit(() -> cancelAfter(start, request));
      Future<Cancellation> other = threads.submit(() -> cancelAfter(start, request));
      start.countDown();

      assertThat(new Object[] {one.get(30, TimeUnit.SECONDS), other.get(30, TimeUnit.SECONDS)})
          .hasAtLeastOneElementOfType(Cancelled.class)
          .hasAtLeastOneElementOfType(AlreadyCancelled.class);
    } finally {
      threads.shutdownNow();
    }
    assertThat(iamport.arrived("POST")).isEqualTo(1);
  }

  private Cancellation cancelAfter(CountDownLatch start, CancelRequest request) throws Exception {
    start.await();
    return gateway.cancel(request);
  }

  @Test
  void cancelledBefore_isProvedByALookup_andNothingIsSent() {
    iamport.serve(cancelled(15_000));

    assertThat(gateway.cancel(full().build())).isInstanceOf(AlreadyCancelled.class);
    assertThat(iamport.arrived("POST")).isZero();
  }

  @Test
  void codeZeroWithoutARow_isPending() {
    iamport.serve(PAID, PAID);

    Cancellation cancellation = gateway.cancel(partial(5000).build());

    assertThat(cancellation).isInstanceOf(Pending.class);
    assertThat(cancellation.cancelledNow()).isEqualTo(Money.krw(5000));
  }

  // --- a part that may have been executed

  /**
   * Whether Iamport compares the checksum and executes in one step is not documented: a second
   * request could pass while the first is worked on.
   */
  @Test
  void partInDoubt_handedInAgainWithinAMinute_isSentOnceTheMinuteIsOver_ifTheDeadlineAllows() {
    AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000);
    iamport.nanoTime = nanos::get;
    iamport.whilePausing = pause -> nanos.addAndGet(pause.toNanos());
    iamport.serve(PAID, FakeIamport.CUT_AFTER_READ, PAID);
    try (IamportGateway slowly = iamport.gateway().build()) {
      OutcomeUnknownException first =
          catchThrowableOfType(
              OutcomeUnknownException.class, () -> slowly.cancel(partial(5000).build()));
      CancelRequest pending = first.pendingCancel().orElseThrow();
      nanos.addAndGet(Duration.ofSeconds(20).toNanos());

      iamport.serve(PAID);
      PaymentGateway hasty =
          slowly.with(CallOptions.builder().deadline(Duration.ofSeconds(45)).build());
      OutcomeUnknownException second =
          catchThrowableOfType(OutcomeUnknownException.class, () -> hasty.cancel(pending));
      assertThat(second.retryAfter()).hasValue(Duration.ofSeconds(40));
      assertThat(iamport.pauses).isEmpty();
      assertThat(second.pendingCancel()).containsSame(pending);
      assertThat(iamport.arrived("POST")).isEqualTo(1);

      iamport.serve(PAID, PAID, PAID, cancelled(5000));
      assertThat(slowly.cancel(pending)).isInstanceOf(Cancelled.class);
      assertThat(iamport.pauses).containsExactly(Duration.ofSeconds(40));
      assertThat(iamport.arrived("POST")).isEqualTo(2);
    }
  }

  /** paypal_v2 takes a refund on and shows nothing of it until it is done. */
  @Test
  void partInDoubt_atACompanyThatRefundsLater_isNeverSentAgain() {
    AtomicLong nanos = new AtomicLong();
    iamport.nanoTime = nanos::get;
    MockResponse paypal = FakeIamport.ok(PaymentBody.paid().with("pg_provider", "\"paypal_v2\""));
    iamport.serve(paypal, FakeIamport.CUT_AFTER_READ, paypal);
    try (IamportGateway patient = iamport.gateway().build()) {
      OutcomeUnknownException first =
          catchThrowableOfType(
              OutcomeUnknownException.class, () -> patient.cancel(partial(5000).build()));
      CancelRequest pending = first.pendingCancel().orElseThrow();
      nanos.addAndGet(Duration.ofDays(1).toNanos());

      iamport.serve(paypal, paypal);
      assertThatThrownBy(() -> patient.cancel(pending))
          .isInstanceOf(OutcomeUnknownException.class)
          .hasMessageContaining("refunds later");
      assertThat(iamport.arrived("POST")).isEqualTo(1);
    }
  }

  @Test
  void codeZeroWithoutARow_handedInAgain_isPending_andSentOnce() {
    iamport.serve(PAID, PAID, PAID);
    CancelRequest request = partial(5000).build();
    gateway.cancel(request);

    assertThat(gateway.cancel(request)).isInstanceOf(Pending.class);
    assertThat(iamport.arrived("POST")).isEqualTo(1);
  }
}
