package kr.pgsdk.toss;

import static kr.pgsdk.toss.TossServer.CUT_AFTER_READ;
import static kr.pgsdk.toss.TossServer.ORDER_ID;
import static kr.pgsdk.toss.TossServer.PAYMENT_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Cancellation.AlreadyCancelled;
import kr.pgsdk.core.Cancellation.Cancelled;
import kr.pgsdk.core.Cancellation.Pending;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.error.VerificationException;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer a cancel can get, what is sent then, and what the caller is told. */
class TossCancelTest {
  private static final String POST = "POST /v1/payments/pay_key_1/cancel";
  private static final String GET = "GET /v1/payments/pay_key_1";
  private static final String LATE = "Date: Tue, 13 Feb 2024 03:21:01 GMT";

  private static final Map<String, MockResponse> DOUBTS =
      Map.of(
          "lost", CUT_AFTER_READ,
          "408", TossServer.json(408, ""),
          "409 in progress", TossServer.error(409, "IDEMPOTENT_REQUEST_PROCESSING"),
          "500", TossServer.error(500, "FAILED_REFUND_PROCESS"),
          "503", TossServer.json(503, "", "Retry-After: 0"),
          "307", TossServer.json(307, "", "Location: /v1/elsewhere"),
          "unreadable 200", TossServer.json(200, "<html>"));

  private TossServer toss;
  private TossGateway gateway;

  @BeforeEach
  void start() throws Exception {
    toss = new TossServer();
    gateway = toss.gateway();
  }

  @AfterEach
  void stop() {
    gateway.close();
    toss.close();
  }

  private static CancelRequest.Builder full() {
    return CancelRequest.full(PAYMENT_KEY, "returned")
        .expectedBalance(Money.krw(15_000))
        .idempotencyKey("cancel-key-1");
  }

  private static CancelRequest.Builder part(long won) {
    return CancelRequest.partial(PAYMENT_KEY, Money.krw(won), "returned")
        .expectedBalance(Money.krw(15_000))
        .idempotencyKey("cancel-key-1");
  }

  private Cancellation cancel(CancelRequest.Builder request) {
    return gateway.cancel(request.build());
  }

  private List<String> arrived() {
    return toss.arrived().stream()
        .map(
            request ->
                request.getMethod().equals("POST")
                    ? TossServer.line(request) + " " + TossServer.key(request)
                    : TossServer.line(request))
        .toList();
  }

  private static final String POSTED = POST + " cancel-key-1";

  // --- what is sent

  @Test
  void full_sendsTheBalanceAndNoAmount() throws Exception {
    toss.serve(TossServer.ok(Pay.cancelled(15_000, "DONE")));

    Cancelled cancelled = (Cancelled) cancel(full());

    assertThat(cancelled.cancelledNow()).isEqualTo(Money.krw(15_000));
    assertThat(cancelled.payment().status().known()).isEqualTo(Known.CANCELLED);
    RecordedRequest request = toss.server.takeRequest();
    assertThat(TossServer.line(request)).isEqualTo(POST);
    assertThat(TossServer.key(request)).isEqualTo("cancel-key-1");
    assertThat(TossServer.body(request))
        .isEqualTo("{\"cancelReason\":\"returned\",\"refundableAmount\":15000}");
    assertThat(toss.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void partial_sendsAmountAndBalance() throws Exception {
    toss.serve(TossServer.ok(Pay.cancelled(5_000, "DONE")));

    Cancelled cancelled = (Cancelled) cancel(part(5_000).taxFree(Money.krw(1_000)));

    assertThat(cancelled.cancelledNow()).isEqualTo(Money.krw(5_000));
    assertThat(TossServer.body(toss.server.takeRequest()))
        .isEqualTo(
            "{\"cancelReason\":\"returned\",\"cancelAmount\":5000,\"refundableAmount\":15000,"
                + "\"taxFreeAmount\":1000}");
  }

  @Test
  void depositedAccount_sendsTheRefundAccount_bankUnderItsRequestName() throws Exception {
    toss.serve(TossServer.ok(Pay.cancelled(15_000, "DONE")));

    cancel(full().refundAccount(RefundAccount.of("88", "1100000000000", "김토스")));

    assertThat(TossServer.body(toss.server.takeRequest()))
        .contains(
            "\"refundReceiveAccount\":{\"bank\":\"88\",\"accountNumber\":\"1100000000000\","
                + "\"holderName\":\"김토스\"}");
  }

  @Test
  void foreignCurrency_isNamed_forFullAndPartial() throws Exception {
    Pay dollars =
        Pay.done()
            .with("currency", "\"USD\"")
            .with("totalAmount", "20.50")
            .with("balanceAmount", "0")
            .with("status", "\"CANCELED\"")
            .with("cancels", "[{\"cancelAmount\":20.5,\"cancelStatus\":\"DONE\"}]");
    toss.serve(TossServer.ok(dollars), TossServer.ok(dollars));
    Money all = Money.of("20.5", "USD");

    cancel(CancelRequest.full(PAYMENT_KEY, "r").expectedBalance(all));
    cancel(CancelRequest.partial(PAYMENT_KEY, all, "r").expectedBalance(all));

    assertThat(TossServer.body(toss.server.takeRequest()))
        .isEqualTo("{\"cancelReason\":\"r\",\"currency\":\"USD\",\"refundableAmount\":20.5}");
    assertThat(TossServer.body(toss.server.takeRequest()))
        .isEqualTo(
            "{\"cancelReason\":\"r\",\"cancelAmount\":20.5,\"currency\":\"USD\","
                + "\"refundableAmount\":20.5}");
  }

  @Test
  void balanceNotGiven_isLookedUpFirst() {
    toss.serve(TossServer.ok(Pay.done()), TossServer.ok(Pay.cancelled(15_000, "DONE")));

    CancelRequest request = CancelRequest.full(PAYMENT_KEY, "returned").build();
    assertThat(gateway.cancel(request)).isInstanceOf(Cancelled.class);

    List<RecordedRequest> requests = toss.arrived();
    assertThat(requests).extracting(TossServer::line).containsExactly(GET, POST);
    assertThat(TossServer.body(requests.get(1))).contains("\"refundableAmount\":15000");
    assertThat(TossServer.key(requests.get(1))).isEqualTo(request.idempotencyKey());
  }

  @Test
  void undepositedAccount_isCancelledWithoutABalance() {
    toss.serve(
        TossServer.ok(Pay.waiting()), TossServer.ok(Pay.waiting().with("status", "\"CANCELED\"")));

    Cancellation cancellation = gateway.cancel(CancelRequest.full(PAYMENT_KEY, "r").build());

    assertThat(cancellation).isInstanceOf(Cancelled.class);
    assertThat(cancellation.cancelledNow().isZero()).isTrue();
    List<RecordedRequest> requests = toss.arrived();
    assertThat(TossServer.body(requests.get(1))).isEqualTo("{\"cancelReason\":\"r\"}");
  }

  // --- refused before sending

  @Test
  void whatTossDoesNotTake_isRefusedBeforeAnything() {
    assertThatThrownBy(() -> cancel(full().vat(Money.krw(10))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("VAT");
    RefundAccount account = RefundAccount.of("88", "110000", "김토스");
    assertThatThrownBy(() -> cancel(full().refundAccount(account.withPhone("01000001234"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("phone")
        .hasMessageNotContaining("01000001234");
    assertThatThrownBy(
            () -> cancel(full().refundAccount(RefundAccount.of("88", "110-123-4567", "김토스"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("digits")
        .hasMessageNotContaining("110-123-4567");
    assertThatThrownBy(
            () -> cancel(full().refundAccount(RefundAccount.of("88", "1", "k".repeat(61)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("60");
    assertThat(toss.server.getRequestCount()).isZero();
  }

  @Test
  void anotherOrder_cancelsNothing() {
    toss.serve(TossServer.ok(Pay.done()));

    assertThatThrownBy(() -> cancel(full().orderId(OrderId.of("order_9002"))))
        .isInstanceOf(VerificationException.class)
        .hasMessageContaining("orderId");
    assertThat(arrived()).containsExactly(GET);
  }

  @Test
  void partAboveTheBalance_cancelsNothing() {
    toss.serve(TossServer.ok(Pay.cancelled(14_000, "DONE")));

    assertThatThrownBy(
            () -> gateway.cancel(CancelRequest.partial(PAYMENT_KEY, Money.krw(1_001), "r").build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("above");
    assertThat(arrived()).containsExactly(GET);
  }

  // --- reached already

  @Test
  void theSameRequestTwice_isOneRefund() {
    toss.serve(
        TossServer.ok(Pay.cancelled(5_000, "DONE")), TossServer.ok(Pay.cancelled(5_000, "DONE")));
    CancelRequest request = part(5_000).build();

    assertThat(gateway.cancel(request)).isInstanceOf(Cancelled.class);
    assertThat(gateway.cancel(request)).isInstanceOf(AlreadyCancelled.class);

    assertThat(arrived()).containsExactly(POSTED, GET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ALREADY_CANCELED_PAYMENT", "NOT_CANCELABLE_AMOUNT"})
  void refusedBecauseDone_isAlreadyCancelled_onceALookupProvesIt(String code) {
    toss.serve(TossServer.error(400, code), TossServer.ok(Pay.cancelled(15_000, "DONE")));

    assertThat(cancel(full()))
        .isInstanceOfSatisfying(
            AlreadyCancelled.class, c -> assertThat(c.cancelledNow().isZero()).isTrue());
    assertThat(arrived()).containsExactly(POSTED, GET);
  }

  @Test
  void refused_butNotDone_isTheRefusal() {
    toss.serve(
        TossServer.error(400, "NOT_MATCHES_REFUNDABLE_AMOUNT", "x-tosspayments-trace-id: t-1"),
        TossServer.ok(Pay.done()));

    assertThatThrownBy(() -> cancel(full()))
        .isInstanceOfSatisfying(
            GatewayException.class,
            e -> {
              assertThat(e.gatewayCode()).hasValue("NOT_MATCHES_REFUNDABLE_AMOUNT");
              assertThat(e.traceId()).hasValue("t-1");
            });
  }

  // --- overseas wallets

  @Test
  void inProgress_isPending() {
    toss.serve(TossServer.ok(Pay.cancelled(5_000, "IN_PROGRESS")));

    assertThat(cancel(part(5_000)))
        .isInstanceOfSatisfying(
            Pending.class, p -> assertThat(p.cancelledNow()).isEqualTo(Money.krw(5_000)));
  }

  /** Whether the balance falls when the wallet is asked or when it is done, nobody has said. */
  static Stream<Pay> inProgressWithTheBalanceGone() {
    String half = Pay.cancel("tx_0", 7_500, "DONE");
    return Stream.of(
        Pay.cancelled(15_000, "IN_PROGRESS").with("balanceAmount", "0"),
        Pay.cancelled(15_000, "IN_PROGRESS")
            .with("balanceAmount", "0")
            .with("cancels", "[" + Pay.cancel("tx_1", 7_500, "IN_PROGRESS") + "," + half + "]"));
  }

  @ParameterizedTest
  @MethodSource("inProgressWithTheBalanceGone")
  void inProgressWithTheBalanceGone_isPendingAllTheSame(Pay payment) {
    toss.serve(TossServer.ok(payment), TossServer.ok(payment));
    CancelRequest request = full().build();

    assertThat(gateway.cancel(request)).isInstanceOf(Pending.class);
    assertThat(gateway.cancel(request)).isInstanceOf(Pending.class);
    assertThat(arrived()).containsExactly(POSTED, GET);
  }

  @Test
  void partInProgressBesideAnEqualOneDone_isPending() {
    Pay payment =
        Pay.cancelled(5_000, "IN_PROGRESS")
            .with("balanceAmount", "5000")
            .with(
                "cancels",
                "["
                    + Pay.cancel("tx_1", 5_000, "IN_PROGRESS")
                    + ","
                    + Pay.cancel("tx_0", 5_000, "DONE")
                    + "]");
    toss.serve(TossServer.ok(payment));

    assertThat(
            cancel(
                CancelRequest.partial(PAYMENT_KEY, Money.krw(5_000), "returned")
                    .expectedBalance(Money.krw(10_000))))
        .isInstanceOf(Pending.class);
  }

  @Test
  void aborted_isARefusal() {
    toss.serve(
        TossServer.ok(Pay.cancelled(5_000, "ABORTED")),
        TossServer.ok(Pay.cancelled(5_000, "ABORTED")));

    assertThatThrownBy(() -> cancel(part(5_000)))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("ABORTED");
  }

  @Test
  void newestRow_isTheOneOfTheLastTransaction_whereverItStands() {
    Pay twoRows =
        Pay.cancelled(5_000, "DONE")
            .with("lastTransactionKey", "\"tx_2\"")
            .with("balanceAmount", "15000")
            .with(
                "cancels",
                "["
                    + Pay.cancel("tx_2", 5_000, "ABORTED")
                    + ","
                    + Pay.cancel("tx_1", 4_000, "DONE")
                    + "]");
    toss.serve(TossServer.ok(twoRows), TossServer.ok(twoRows));

    assertThatThrownBy(() -> cancel(part(5_000))).isInstanceOf(GatewayException.class);
  }

  @Test
  void newestRow_withoutATransactionKey_isTheLatest() {
    TossPayment payment =
        TossPayment.parse(
            Pay.done()
                .with(
                    "cancels",
                    "[{\"cancelAmount\":1,\"canceledAt\":\"2024-02-13T12:20:00+09:00\"},"
                        + "{\"cancelAmount\":2,\"canceledAt\":\"2024-02-13T12:21:00+09:00\"},"
                        + "{\"cancelAmount\":3}]")
                .toString());

    assertThat(Answered.newestCancel(payment).orElseThrow().cancelAmount()).isEqualTo(Money.krw(2));
  }

  // --- replays

  static Stream<MockResponse> replays() {
    Pay old = Pay.cancelled(5_000, "DONE");
    return Stream.of(
        TossServer.ok(old, "x-tosspayments-trace-id: new-1,old-1"),
        TossServer.ok(old, "x-tosspayments-trace-id: new-1", "x-tosspayments-trace-id: old-1"));
  }

  @ParameterizedTest
  @MethodSource("replays")
  void replay_isAlreadyCancelled_asTheLookupShowsIt(MockResponse replay) {
    Pay now =
        Pay.cancelled(5_000, "DONE")
            .with("balanceAmount", "0")
            .with(
                "cancels",
                "["
                    + Pay.cancel("tx_1", 5_000, "DONE")
                    + ","
                    + Pay.cancel("tx_2", 10_000, "DONE")
                    + "]");
    toss.serve(replay, TossServer.ok(now));

    AlreadyCancelled already = (AlreadyCancelled) cancel(part(5_000));

    assertThat(already.payment().balance().isZero()).isTrue();
    assertThat(arrived()).containsExactly(POSTED, GET);
  }

  @Test
  void replayOfAPendingCancel_givenUpSince_isARefusal() {
    toss.serve(
        TossServer.ok(Pay.cancelled(5_000, "IN_PROGRESS"), "x-tosspayments-trace-id: new-1,old-1"),
        TossServer.ok(Pay.cancelled(5_000, "ABORTED")),
        TossServer.ok(Pay.cancelled(5_000, "ABORTED")));

    assertThatThrownBy(() -> cancel(part(5_000)))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("given up");
  }

  @Test
  void oldTimeWithoutTwoTraceIds_isNoReplay() {
    toss.serve(TossServer.ok(Pay.cancelled(5_000, "DONE"), LATE));

    assertThat(cancel(part(5_000))).isInstanceOf(Cancelled.class);
  }

  // --- doubt

  static Stream<String> doubts() {
    return DOUBTS.keySet().stream().sorted();
  }

  /**
   * Serves a doubt again and again; before a server error is repeated, the payment is looked up.
   */
  private List<String> serveDoubts(String doubt, int times) {
    List<String> expected = new ArrayList<>();
    for (int i = 1; i <= times; i++) {
      toss.serve(DOUBTS.get(doubt));
      expected.add(POSTED);
      if (doubt.startsWith("5") && i < 3) {
        toss.serve(TossServer.ok(Pay.done()));
        expected.add(GET);
      }
    }
    return expected;
  }

  @ParameterizedTest
  @MethodSource("doubts")
  void doubtOnce_theSameKeyAgain(String doubt) {
    List<String> expected = serveDoubts(doubt, 1);
    toss.serve(TossServer.ok(Pay.cancelled(5_000, "DONE")));

    assertThat(cancel(part(5_000))).isInstanceOf(Cancelled.class);

    expected.add(POSTED);
    assertThat(arrived()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"500", "503"})
  void serverError_thatTookTheRefundOn_isNotSentAgain(String doubt) {
    toss.serve(DOUBTS.get(doubt), TossServer.ok(Pay.cancelled(5_000, "IN_PROGRESS")));

    assertThat(cancel(part(5_000))).isInstanceOf(Pending.class);

    assertThat(arrived()).containsExactly(POSTED, GET);
  }

  @ParameterizedTest
  @MethodSource("doubts")
  void doubtThreeTimes_theLookupProvesIt(String doubt) {
    List<String> expected = serveDoubts(doubt, 3);
    toss.serve(TossServer.ok(Pay.cancelled(5_000, "DONE")));

    assertThat(cancel(part(5_000)).cancelledNow()).isEqualTo(Money.krw(5_000));

    expected.add(GET);
    assertThat(arrived()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("doubts")
  void doubtThreeTimes_unchanged_isInDoubt_andTheSameRequestGoesOn(String doubt) {
    List<String> expected = serveDoubts(doubt, 3);
    toss.serve(TossServer.ok(Pay.done()));
    expected.add(GET);

    OutcomeUnknownException unknown =
        catchThrowableOfType(OutcomeUnknownException.class, () -> cancel(part(5_000)));

    assertThat(unknown.lookup()).isEqualTo(PaymentLookup.byPaymentId(PAYMENT_KEY));
    assertThat(arrived()).isEqualTo(expected);
    toss.serve(TossServer.ok(Pay.done()), TossServer.ok(Pay.cancelled(5_000, "DONE")));
    CancelRequest pending = unknown.pendingCancel().orElseThrow();
    assertThat(gateway.cancel(pending)).isInstanceOf(Cancelled.class);
    assertThat(arrived()).containsExactly(GET, POSTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PROVIDER_ERROR", "FORBIDDEN_CONSECUTIVE_REQUEST", "UNKNOWN_ERROR"})
  void uncertainRefusal_isLookedUp(String code) {
    toss.serve(TossServer.error(400, code), TossServer.ok(Pay.cancelled(5_000, "DONE")));

    assertThat(cancel(part(5_000))).isInstanceOf(Cancelled.class);
  }

  @Test
  void uncertainRefusal_unchanged_isInDoubt_andGoesOnUnderAnotherKey() {
    toss.serve(TossServer.error(400, "PROVIDER_ERROR"), TossServer.ok(Pay.done()));

    assertThatThrownBy(() -> cancel(part(5_000)))
        .isInstanceOfSatisfying(
            OutcomeUnknownException.class,
            e ->
                assertThat(e.pendingCancel().orElseThrow().idempotencyKey())
                    .isNotEqualTo("cancel-key-1"));
  }

  @Test
  void answerAboutAnotherPayment_isLookedUp() {
    toss.serve(
        TossServer.ok(Pay.cancelled(5_000, "DONE").with("paymentKey", "\"stranger\"")),
        TossServer.ok(Pay.cancelled(5_000, "DONE")));

    assertThat(cancel(part(5_000)).payment().paymentId()).isEqualTo(PAYMENT_KEY);
    assertThat(arrived()).containsExactly(POSTED, GET);
  }

  @Test
  void lookupBefore_lost_nothingIsSent() {
    toss.serve(CUT_AFTER_READ, CUT_AFTER_READ, CUT_AFTER_READ);

    assertThatThrownBy(() -> gateway.cancel(CancelRequest.full(PAYMENT_KEY, "r").build()))
        .isInstanceOf(TransportException.class);
    assertThat(arrived()).containsOnly(GET).hasSize(3);
  }

  @Test
  void unknownPayment_isAGatewayException() {
    toss.serve(TossServer.notFound());

    assertThatThrownBy(
            () -> gateway.cancel(CancelRequest.full(PAYMENT_KEY, "r").orderId(ORDER_ID).build()))
        .isInstanceOfSatisfying(
            GatewayException.class, e -> assertThat(e.gatewayCode()).hasValue("NOT_FOUND_PAYMENT"));
  }

  @Test
  void refusedKey_isThrown() {
    toss.serve(TossServer.json(401, ""));

    assertThatThrownBy(() -> cancel(full())).isInstanceOf(AuthenticationException.class);
    assertThat(arrived()).containsExactly(POSTED);
  }

  @Test
  void tooManyRequestsForEver_isRetryable_withoutALookup() {
    toss.serve(TossServer.json(429, ""), TossServer.json(429, ""), TossServer.json(429, ""));

    assertThatThrownBy(() -> cancel(full()))
        .isInstanceOfSatisfying(GatewayException.class, e -> assertThat(e.isRetryable()).isTrue());
    assertThat(arrived()).containsExactly(POSTED, POSTED, POSTED);
  }
}
