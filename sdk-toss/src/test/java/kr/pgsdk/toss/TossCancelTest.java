package kr.pgsdk.toss;

import static kr.pgsdk.toss.TossServer.CUT_AFTER_READ;
import static kr.pgsdk.toss.TossServer.PAYMENT_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Cancellation.AlreadyCancelled;
import kr.pgsdk.core.Cancellation.Cancelled;
import kr.pgsdk.core.Cancellation.Pending;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.error.VerificationException;
import kr.pgsdk.toss.model.Pay;
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

  /** Cancels, after a lookup that shows it captured and untouched. */
  private Cancellation cancel(CancelRequest.Builder request, MockResponse... answers) {
    return cancel(Pay.done(), request.build(), answers);
  }

  private Cancellation cancel(Pay before, CancelRequest request, MockResponse... answers) {
    toss.serve(TossServer.ok(before)).serve(answers);
    return gateway.cancel(request);
  }

  private static RecordedRequest posted(List<RecordedRequest> requests) {
    return requests.stream().filter(r -> r.getMethod().equals("POST")).findFirst().orElseThrow();
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
  void full_looksFirst_sendsTheBalanceAndNoAmount_andTheReasonAsItIs() {
    MockResponse done = TossServer.ok(Pay.cancelled(15_000, "DONE", "returned"));
    Cancelled cancelled = (Cancelled) cancel(full(), done);

    assertThat(cancelled.cancelledNow()).hasValue(Money.krw(15_000));
    assertThat(cancelled.payment().status().known()).isEqualTo(Known.CANCELLED);
    List<RecordedRequest> requests = toss.arrived();
    assertThat(requests).extracting(TossServer::line).containsExactly(GET, POST);
    assertThat(TossServer.key(posted(requests))).isEqualTo("cancel-key-1");
    assertThat(TossServer.body(posted(requests)))
        .isEqualTo("{\"cancelReason\":\"returned\",\"refundableAmount\":15000}");
  }

  @Test
  void partial_sendsAmountAndBalance_andTheReferenceInFrontOfTheReason() {
    Cancelled cancelled =
        (Cancelled)
            cancel(
                part(5_000).taxFree(Money.krw(1_000)), TossServer.ok(Pay.cancelled(5_000, "DONE")));

    assertThat(cancelled.cancelledNow()).hasValue(Money.krw(5_000));
    assertThat(TossServer.body(posted(toss.arrived())))
        .isEqualTo(
            "{\"cancelReason\":\"[b5c65e5f9f] returned\",\"cancelAmount\":5000,"
                + "\"refundableAmount\":15000,\"taxFreeAmount\":1000}");
  }

  @Test
  void shopsReference_standsInFrontOfTheReason_ofAllToo() {
    cancel(full().reference("refund-7"), TossServer.ok(Pay.cancelled(15_000, "DONE")));

    assertThat(TossServer.body(posted(toss.arrived())))
        .contains("\"cancelReason\":\"[refund-7] returned\"");
  }

  @Test
  void gatewayWithoutReferences_sendsTheReasonAsItIs() {
    toss.serve(TossServer.ok(Pay.done()), TossServer.ok(Pay.cancelled(5_000, "DONE", "returned")));
    try (TossGateway plain = toss.gatewayBuilder().references(false).build()) {
      assertThat(plain.cancel(part(5_000).build())).isInstanceOf(Cancelled.class);
    }

    assertThat(TossServer.body(posted(toss.arrived()))).contains("\"cancelReason\":\"returned\"");
  }

  @Test
  void longReason_isCutForTheReference_at200Characters() {
    CancelRequest.Builder request =
        CancelRequest.partial(PAYMENT_KEY, Money.krw(5_000), "사".repeat(200))
            .idempotencyKey("cancel-key-1");

    cancel(request, TossServer.ok(Pay.cancelled(5_000, "DONE")));

    assertThat(TossServer.body(posted(toss.arrived())))
        .contains("\"cancelReason\":\"[b5c65e5f9f] " + "사".repeat(187) + "\"");
  }

  @Test
  void depositedAccount_sendsTheRefundAccount_bankUnderItsRequestName() {
    cancel(
        full().refundAccount(RefundAccount.of("88", "1100000000000", "김토스")),
        TossServer.ok(Pay.cancelled(15_000, "DONE")));

    assertThat(TossServer.body(posted(toss.arrived())))
        .contains(
            "\"refundReceiveAccount\":{\"bank\":\"88\",\"accountNumber\":\"1100000000000\","
                + "\"holderName\":\"김토스\"}");
  }

  @Test
  void foreignCurrency_isNamed_forFullAndPartial() {
    Pay before =
        Pay.done()
            .with("currency", "\"USD\"")
            .with("totalAmount", "20.50")
            .with("balanceAmount", "20.50");
    Pay after =
        Pay.done()
            .with("currency", "\"USD\"")
            .with("totalAmount", "20.50")
            .with("balanceAmount", "0")
            .with("status", "\"CANCELED\"")
            .with("cancels", "[{\"cancelAmount\":20.5,\"cancelStatus\":\"DONE\"}]");
    Money all = Money.of("20.5", "USD");

    cancel(before, CancelRequest.full(PAYMENT_KEY, "r").build(), TossServer.ok(after));
    cancel(
        before,
        CancelRequest.partial(PAYMENT_KEY, all, "r").reference("x").build(),
        TossServer.ok(after));

    assertThat(toss.arrived().stream().filter(r -> r.getMethod().equals("POST")))
        .extracting(TossServer::body)
        .containsExactly(
            "{\"cancelReason\":\"r\",\"currency\":\"USD\",\"refundableAmount\":20.5}",
            "{\"cancelReason\":\"[x] r\",\"cancelAmount\":20.5,\"currency\":\"USD\","
                + "\"refundableAmount\":20.5}");
  }

  @Test
  void undepositedAccount_isCancelledWithoutABalance_andWithoutARefundAccount() {
    Cancellation cancellation =
        cancel(
            Pay.waiting(),
            CancelRequest.full(PAYMENT_KEY, "r")
                .refundAccount(RefundAccount.of("88", "1100000000000", "김토스"))
                .build(),
            TossServer.ok(Pay.waiting().with("status", "\"CANCELED\"")));

    assertThat(cancellation).isInstanceOf(Cancelled.class);
    assertThat(cancellation.cancelledNow()).isEmpty();
    assertThat(TossServer.body(posted(toss.arrived()))).isEqualTo("{\"cancelReason\":\"r\"}");
  }

  // --- refused before sending

  @Test
  void whatTossDoesNotTake_isRefusedBeforeAnything() {
    RefundAccount account = RefundAccount.of("88", "110000", "김토스");
    for (CancelRequest.Builder bad :
        List.of(
            full().vat(Money.krw(10)),
            full().refundAccount(account.withPhone("01000001234")),
            full().refundAccount(RefundAccount.of("88", "110-123-4567", "김토스")),
            full().refundAccount(RefundAccount.of("88", "1", "k".repeat(61))))) {
      assertThatThrownBy(() -> gateway.cancel(bad.build()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining("110-123-4567")
          .hasMessageNotContaining("01000001234");
    }
    assertThat(toss.server.getRequestCount()).isZero();
  }

  @Test
  void anotherOrder_cancelsNothing() {
    assertThatThrownBy(() -> cancel(full().orderId(OrderId.of("order_9002"))))
        .isInstanceOf(VerificationException.class)
        .hasMessageContaining("orderId");
    assertThat(arrived()).containsExactly(GET);
  }

  @Test
  void partAboveTheBalance_cancelsNothing() {
    Pay before = Pay.cancelled(14_000, "DONE");
    CancelRequest request = CancelRequest.partial(PAYMENT_KEY, Money.krw(1_001), "r").build();

    assertThatThrownBy(() -> cancel(before, request))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("above");
    assertThat(arrived()).containsExactly(GET);
  }

  @Test
  void lookupBefore_lost_nothingIsSent() {
    toss.serve(CUT_AFTER_READ, CUT_AFTER_READ, CUT_AFTER_READ);

    assertThatThrownBy(() -> gateway.cancel(full().build())).isInstanceOf(TransportException.class);
    assertThat(arrived()).containsOnly(GET).hasSize(3);
  }

  @Test
  void unknownPayment_isAGatewayException() {
    toss.serve(TossServer.notFound());

    assertThatThrownBy(() -> gateway.cancel(full().build()))
        .isInstanceOfSatisfying(
            GatewayException.class, e -> assertThat(e.gatewayCode()).hasValue("NOT_FOUND_PAYMENT"));
    assertThat(arrived()).containsExactly(GET);
  }

  @Test
  void refusedKey_isThrown() {
    assertThatThrownBy(() -> cancel(full(), TossServer.error(401, "UNAUTHORIZED_KEY")))
        .isInstanceOf(AuthenticationException.class);
    assertThat(arrived()).containsExactly(GET, POSTED);
  }

  @Test
  void tooManyRequestsForEver_isRetryable_withoutALookup() {
    MockResponse busy = TossServer.json(429, "");

    assertThatThrownBy(() -> cancel(full(), busy, busy, busy))
        .isInstanceOfSatisfying(GatewayException.class, e -> assertThat(e.isRetryable()).isTrue());
    assertThat(arrived()).containsExactly(GET, POSTED, POSTED, POSTED);
  }

  // --- reached already

  @Test
  void theSameRequestTwice_isOneRefund() {
    CancelRequest request = part(5_000).build();

    assertThat(cancel(Pay.done(), request, TossServer.ok(Pay.cancelled(5_000, "DONE"))))
        .isInstanceOf(Cancelled.class);
    assertThat(cancel(Pay.cancelled(5_000, "DONE"), request)).isInstanceOf(AlreadyCancelled.class);

    assertThat(arrived()).containsExactly(GET, POSTED, GET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ALREADY_CANCELED_PAYMENT", "NOT_CANCELABLE_AMOUNT"})
  void allRefusedBecauseDone_isAlreadyCancelled_onceALookupProvesIt(String code) {
    Cancellation already =
        cancel(full(), TossServer.error(400, code), TossServer.ok(Pay.cancelled(15_000, "DONE")));

    assertThat(already).isInstanceOf(AlreadyCancelled.class);
    assertThat(already.cancelledNow()).isEmpty();
    assertThat(arrived()).containsExactly(GET, POSTED, GET);
  }

  @Test
  void refused_butNotDone_isTheRefusal() {
    MockResponse refusal =
        TossServer.error(400, "NOT_MATCHES_REFUNDABLE_AMOUNT", "x-tosspayments-trace-id: t-1");

    assertThatThrownBy(() -> cancel(full(), refusal, TossServer.ok(Pay.done())))
        .isInstanceOfSatisfying(
            GatewayException.class,
            e -> {
              assertThat(e.gatewayCode()).hasValue("NOT_MATCHES_REFUNDABLE_AMOUNT");
              assertThat(e.traceId()).hasValue("t-1");
            });
  }

  // --- overseas wallets

  @Test
  void inProgress_isPending_thenWhatBecameOfIt() {
    CancelRequest request = part(5_000).build();

    assertThat(cancel(Pay.done(), request, TossServer.ok(Pay.cancelled(5_000, "IN_PROGRESS"))))
        .isInstanceOfSatisfying(
            Pending.class, p -> assertThat(p.cancelledNow()).hasValue(Money.krw(5_000)));
    assertThat(cancel(Pay.cancelled(5_000, "IN_PROGRESS"), request)).isInstanceOf(Pending.class);
    assertThatThrownBy(() -> cancel(Pay.cancelled(5_000, "ABORTED"), request))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("given up");
    assertThat(arrived()).containsExactly(GET, POSTED, GET, GET);
  }

  /** Whether the balance falls when the wallet is asked or when it is done, nobody has said. */
  @Test
  void allInProgressWithTheBalanceGone_isPending_untilItIsDone() {
    Pay underWay = Pay.cancelled(15_000, "IN_PROGRESS").with("balanceAmount", "0");
    CancelRequest request = full().build();

    assertThat(cancel(Pay.done(), request, TossServer.ok(underWay))).isInstanceOf(Pending.class);
    assertThat(cancel(underWay, request)).isInstanceOf(Pending.class);
    assertThat(cancel(Pay.cancelled(15_000, "DONE"), request)).isInstanceOf(AlreadyCancelled.class);
    assertThat(arrived()).containsExactly(GET, POSTED, GET, GET);
  }

  @Test
  void aborted_isARefusal() {
    assertThatThrownBy(() -> cancel(part(5_000), TossServer.ok(Pay.cancelled(5_000, "ABORTED"))))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("given up");
    assertThat(arrived()).containsExactly(GET, POSTED);
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
                    + Pay.cancel("tx_2", 10_000, "DONE", "other")
                    + "]");

    AlreadyCancelled already = (AlreadyCancelled) cancel(part(5_000), replay, TossServer.ok(now));

    assertThat(already.payment().balance().isZero()).isTrue();
    assertThat(arrived()).containsExactly(GET, POSTED, GET);
  }

  @Test
  void replayOfAnotherRefund_saysThatTheKeyWasUsed() {
    Pay others =
        Pay.cancelled(3_000, "DONE")
            .with("cancels", "[" + Pay.cancel("tx_1", 3_000, "DONE", "other") + "]");
    MockResponse replay = TossServer.ok(others, "x-tosspayments-trace-id: new-1,old-1");

    assertThatThrownBy(() -> cancel(others, part(5_000).build(), replay, TossServer.ok(others)))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("key was used for another refund");
  }

  @Test
  void replayOfAPendingCancel_givenUpSince_isARefusal() {
    MockResponse replay =
        TossServer.ok(Pay.cancelled(5_000, "IN_PROGRESS"), "x-tosspayments-trace-id: new-1,old-1");

    assertThatThrownBy(
            () -> cancel(part(5_000), replay, TossServer.ok(Pay.cancelled(5_000, "ABORTED"))))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("given up");
  }
}
