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
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.CancelRequester;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Cancellation.AlreadyCancelled;
import kr.pgsdk.core.Cancellation.Cancelled;
import kr.pgsdk.core.Cancellation.Pending;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.error.VerificationException;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CancelTest {
  private static final PaymentId PAYMENT = PaymentId.of("imp_123");
  private static final String LOOKUP = "GET /payments/imp_123?include_sandbox=true";
  private static final MockResponse PAID = FakeIamport.ok(PaymentBody.paid());

  private static final MockResponse PAYPAL =
      FakeIamport.ok(PaymentBody.paid().with("pg_provider", "\"paypal_v2\""));

  private final FakeIamport iamport = new FakeIamport();
  private final IamportGateway gateway = iamport.gateway().build();
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000);
  private final IamportGateway patient = patient();

  /** On a clock that only a test moves. */
  private IamportGateway patient() {
    iamport.nanoTime = nanos::get;
    return iamport.gateway().build();
  }

  @AfterEach
  void close() {
    patient.close();
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
    return CancelRequest.partial(PAYMENT, Money.krw(won), "why").idempotencyKey("cancel-key-1");
  }

  // --- what is sent

  @Test
  void full_looksUpTheBalance_andSendsItAsChecksum_withoutAnAmount() {
    iamport.serve(PAID, FakeIamport.ok(PaymentBody.cancelled("\"why\"", 15_000)));

    Cancellation cancellation = gateway.cancel(full().build());

    assertThat(cancellation).isInstanceOf(Cancelled.class);
    assertThat(cancellation.cancelledNow()).hasValue(Money.krw(15_000));
    assertThat(iamport.arrived()).containsExactly(LOOKUP, "POST /payments/cancel");
    assertThat(FakeIamport.body(iamport.request(1)))
        .isEqualTo("{\"imp_uid\":\"imp_123\",\"checksum\":15000,\"reason\":\"why\"}");
  }

  @Test
  void taxFreePartAboveTheBalance_isSaid_andLeavesNoDoubt() {
    iamport.serve(PAID, PAID);
    CancelRequest request = full().taxFree(Money.krw(15_001)).build();

    assertThatThrownBy(() -> gateway.cancel(request))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tax_free");
    assertThatThrownBy(() -> gateway.cancel(CancelRequest.resume(request.toText())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(iamport.arrived()).containsExactly(LOOKUP, LOOKUP);
  }

  @Test
  void partial_sendsAmountChecksumAndEverythingTheRequestHas() {
    MockResponse before = FakeIamport.ok(PaymentBody.cancelled("\"other\"", 4000));
    iamport.serve(before, cancelled(4000, 5000));

    Cancellation cancellation =
        gateway.cancel(
            partial(5000)
                .orderId(OrderId.of("order_9001"))
                .taxFree(Money.krw(100))
                .vat(Money.krw(200))
                .refundAccount(RefundAccount.of("088", "1-2", "홍길동").withPhone("010"))
                .build());

    assertThat(cancellation.cancelledNow()).hasValue(Money.krw(5000));
    assertThat(cancellation.payment().balance()).isEqualTo(Money.krw(6000));
    assertThat(FakeIamport.body(iamport.request(1)))
        .isEqualTo(
            "{\"imp_uid\":\"imp_123\",\"amount\":5000,\"checksum\":11000,\"tax_free\":100,"
                + "\"vat_amount\":200,\"reason\":\"[b5c65e5f9f] why\",\"refund_bank\":\"088\","
                + "\"refund_account\":\"1-2\",\"refund_holder\":\"홍길동\",\"refund_tel\":\"010\"}");
  }

  @Test
  void gatewayWithoutReferences_sendsTheReasonAsItIs() {
    iamport.serve(PAID, FakeIamport.ok(PaymentBody.cancelled("\"why\"", 5000)));
    try (IamportGateway plain = iamport.gateway().references(false).build()) {
      assertThat(plain.cancel(partial(5000).build())).isInstanceOf(Cancelled.class);
    }

    assertThat(FakeIamport.body(iamport.request(1))).contains("\"reason\":\"why\"");
  }

  @Test
  void everyLookupOfACancel_seesTheTestChannel() {
    iamport.serve(PAID, cancelled(5000));

    gateway.cancel(partial(5000).build());

    assertThat(iamport.arrived().get(0)).isEqualTo(LOOKUP);
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
    assertThat(cancellation.cancelledNow()).isEmpty();
    assertThat(iamport.arrived()).containsExactly(LOOKUP, "DELETE /vbanks/imp_123");
  }

  @Test
  void revokedAccountThatFailsAfterwards_isCancelledToo() {
    iamport.serve(
        FakeIamport.ok(PaymentBody.waiting()),
        FakeIamport.ok(PaymentBody.waiting().with("status", "\"failed\"")));

    assertThat(gateway.cancel(full().build())).isInstanceOf(Cancelled.class);
  }

  @Test
  void revokedAccountThatStillWaits_isInDoubt() {
    iamport.serve(FakeIamport.ok(PaymentBody.waiting()));

    assertThatThrownBy(() -> gateway.cancel(full().build()))
        .isInstanceOf(OutcomeUnknownException.class);
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
  void waitingAccount_butTheCallerExpectsADeposit_nothingIsSent() {
    iamport.serve(FakeIamport.ok(PaymentBody.waiting()));

    assertThatThrownBy(() -> gateway.cancel(full().expectedBalance(Money.krw(15_000)).build()))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("not the expected 15000 KRW");
    assertThat(iamport.arrived()).containsExactly(LOOKUP);
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
    assertThat(iamport.arrived()).containsExactly(LOOKUP);
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
    assertThat(again.cancelledNow()).isEmpty();
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

      assertThat(new Object[] {one.get(100, TimeUnit.SECONDS), other.get(100, TimeUnit.SECONDS)})
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
  void codeZeroWithoutARow_atACompanyThatRefundsLater_isPending_andSentOnce() {
    iamport.serve(PAYPAL);
    CancelRequest request = partial(5000).build();

    Cancellation cancellation = gateway.cancel(request);

    assertThat(cancellation).isInstanceOf(Pending.class);
    assertThat(cancellation.cancelledNow()).isEmpty();
    assertThat(gateway.cancel(request)).isInstanceOf(Pending.class);
    assertThat(iamport.arrived("POST")).isEqualTo(1);

    iamport.serve(FakeIamport.ok(PaymentBody.cancelled("\"other\"", 5000)));
    assertThat(gateway.cancel(request)).isInstanceOf(Pending.class);
    iamport.serve(cancelled(5000));
    assertThat(gateway.cancel(request)).isInstanceOf(AlreadyCancelled.class);
  }

  @Test
  void codeZeroWithoutARow_elsewhere_isInDoubt() {
    iamport.serve(PAID);

    assertThatThrownBy(() -> gateway.cancel(partial(5000).build()))
        .isInstanceOf(OutcomeUnknownException.class);
    assertThat(iamport.arrived()).containsExactly(LOOKUP, "POST /payments/cancel", LOOKUP);
  }

  // --- a part that may have been executed

  /**
   * Whether Iamport compares the checksum and executes in one step is not documented: a second
   * request could pass while the first is worked on.
   */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void inDoubt_handedInAgain_isSentOnlyWhenNothingCanBeWorkedOnAnyMore(boolean all) {
    CancelRequest request = all ? full().build() : partial(5000).build();
    iamport.serve(PAID, FakeIamport.CUT_AFTER_READ, PAID);
    inDoubt(request);

    iamport.serve(PAID);
    assertThat(inDoubt(request).retryAfter()).hasValue(Duration.ofSeconds(125));
    nanos.addAndGet(Duration.ofSeconds(124).toNanos());
    assertThat(inDoubt(request).retryAfter()).hasValue(Duration.ofSeconds(1));
    assertThat(iamport.arrived("POST")).isEqualTo(1);

    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    iamport.serve(PAID, cancelled(all ? 15_000 : 5000));
    assertThat(patient.cancel(request)).isInstanceOf(Cancelled.class);
    assertThat(iamport.arrived("POST")).isEqualTo(2);
  }

  @Test
  void resumedFromText_isSentAgainOnlyAfterTheTimeItsCallerTells() {
    CancelRequest request = partial(5000).build();
    iamport.serve(PAID, FakeIamport.CUT_AFTER_READ, PAID);
    inDoubt(request);
    String text = request.toText();

    iamport.serve(PAID);
    assertThat(inDoubt(CancelRequest.resume(text)).retryAfter()).hasValue(Duration.ofSeconds(60));
    assertThat(inDoubt(CancelRequest.resume(text, Duration.ofSeconds(50))).retryAfter())
        .hasValue(Duration.ofSeconds(10));
    assertThat(iamport.arrived("POST")).isEqualTo(1);

    iamport.serve(PAID, cancelled(5000));
    assertThat(patient.cancel(CancelRequest.resume(text, Duration.ofSeconds(60))))
        .isInstanceOf(Cancelled.class);
  }

  /** paypal_v2 accepts a refund and shows nothing of it until it is done. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void inDoubt_atACompanyThatRefundsLater_isNeverSentAgain(boolean all) {
    CancelRequest request = all ? full().build() : partial(5000).build();
    iamport.serve(PAYPAL, FakeIamport.CUT_AFTER_READ, PAYPAL);
    inDoubt(request);

    nanos.addAndGet(Duration.ofDays(1).toNanos());
    iamport.serve(PAYPAL);
    inDoubt(request);
    assertThat(iamport.arrived("POST")).isEqualTo(1);
  }

  @Test
  void inDoubt_everythingElseIsSurelyAnothers_wasNotExecuted_onceTheTimeIsOver() {
    CancelRequest request = partial(5000).build();
    MockResponse others = FakeIamport.ok(PaymentBody.cancelled("\"[0a1b2c3d4e] x\"", 5000));
    iamport.serve(PAID, FakeIamport.CUT_AFTER_READ, others);
    inDoubt(request);

    nanos.addAndGet(Duration.ofMinutes(3).toNanos());
    iamport.serve(others);
    assertThatThrownBy(() -> patient.cancel(request))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("was not executed");
    assertThat(iamport.arrived("POST")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\"취소요청api\"", "\"[b5c65e\""})
  void lostAnswer_theRowsReasonWasLostToo_isTheOnlyOneThatCanBeIt(String reason) {
    CancelRequest request = partial(5000).build();
    CancelRequest other = CancelRequest.partial(PAYMENT, Money.krw(5000), "other").build();
    MockResponse one = FakeIamport.ok(PaymentBody.cancelled(reason, 5000));
    iamport.serve(PAID, FakeIamport.CUT_AFTER_READ, PAID);
    inDoubt(request);
    iamport.serve(one);
    assertThat(patient.cancel(request)).isInstanceOf(AlreadyCancelled.class);

    iamport.serve(PAID, FakeIamport.CUT_AFTER_READ, one);
    inDoubt(other);
    assertThat(iamport.arrived("POST")).isEqualTo(2);
  }

  @Test
  void lostAnswer_twoRowsThatCouldBeIt_orOneThatStartsElsewhere_isInDoubt() {
    CancelRequest request = partial(5000).build();
    iamport.serve(
        PAID,
        FakeIamport.CUT_AFTER_READ,
        FakeIamport.ok(PaymentBody.cancelled("null", 5000, 5000)));
    inDoubt(request);

    iamport.serve(FakeIamport.ok(PaymentBody.cancelled("null", 1000, 5000)));
    inDoubt(request);
  }

  @Test
  void lostAnswer_aRowWithSomebodyElsesReason_isNotIt() {
    MockResponse others = FakeIamport.ok(PaymentBody.cancelled("\"고객 변심\"", 5000));
    iamport.serve(PAID, FakeIamport.CUT_AFTER_READ, others);

    inDoubt(partial(5000).build());
  }

  private OutcomeUnknownException inDoubt(CancelRequest request) {
    return catchThrowableOfType(OutcomeUnknownException.class, () -> patient.cancel(request));
  }

  @ParameterizedTest
  @CsvSource({"CUSTOMER, customer", "MERCHANT, admin"})
  void requester_isSentAsExtra_andTheCancelRequestIdIsNot(CancelRequester who, String word) {
    iamport.serve(PAID, FakeIamport.ok(PaymentBody.cancelled("\"why\"", 15_000)));

    gateway.cancel(full().requester(who).cancelRequestId("refund-1").build());

    assertThat(FakeIamport.body(iamport.request(1)))
        .isEqualTo(
            "{\"imp_uid\":\"imp_123\",\"checksum\":15000,\"reason\":\"why\","
                + "\"extra\":{\"requester\":\""
                + word
                + "\"}}");
  }
}
