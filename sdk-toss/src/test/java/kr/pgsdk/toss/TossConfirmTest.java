package kr.pgsdk.toss;

import static kr.pgsdk.toss.TossServer.AMOUNT;
import static kr.pgsdk.toss.TossServer.CUT_AFTER_READ;
import static kr.pgsdk.toss.TossServer.ORDER_ID;
import static kr.pgsdk.toss.TossServer.PAYMENT_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.pgsdk.core.CallOptions;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.ConfirmRequest.OnMismatch;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.AwaitingDeposit;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.Confirmed.Capture;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.Confirmation.NotConfirmed.Refund;
import kr.pgsdk.core.Mismatch;
import kr.pgsdk.core.Mismatch.Field;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.Refusal;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.toss.model.Pay;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer a confirm can get, what is sent then, and what the caller is told. */
class TossConfirmTest {
  private static final String POST = "POST /v1/payments/confirm";
  private static final String GET = "GET /v1/payments/pay_key_1";
  private static final String CANCEL = "POST /v1/payments/pay_key_1/cancel";

  // An answer of 61 seconds after the approval of Pay.done().
  private static final String LATE = "Date: Tue, 13 Feb 2024 03:19:15 GMT";

  private static final Map<String, MockResponse> DOUBTS =
      Map.of(
          "lost", CUT_AFTER_READ,
          "408", TossServer.json(408, ""),
          "409 in progress", TossServer.error(409, "IDEMPOTENT_REQUEST_PROCESSING"),
          "500 with code", TossServer.error(500, "FAILED_INTERNAL_SYSTEM_PROCESSING"),
          "500 with unknown code", TossServer.error(500, "CODE_OF_TOMORROW"),
          "503", TossServer.json(503, "<html>", "Retry-After: 0"),
          "307", TossServer.json(307, "", "Location: /v1/elsewhere"),
          "unreadable 200", TossServer.json(200, "{\"ok\":true}"),
          "empty 200", TossServer.json(200, ""));

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

  private static ConfirmRequest.Builder request() {
    return ConfirmRequest.builder(PAYMENT_KEY, ORDER_ID, AMOUNT);
  }

  private Confirmation confirm() {
    return gateway.confirm(request().build());
  }

  private NotConfirmed notConfirmed() {
    return (NotConfirmed) confirm();
  }

  private OutcomeUnknownException unknown() {
    OutcomeUnknownException unknown =
        catchThrowableOfType(OutcomeUnknownException.class, this::confirm);
    assertThat(unknown.lookup()).isEqualTo(PaymentLookup.byPaymentId(PAYMENT_KEY));
    assertThat(unknown.pendingCancel()).isEmpty();
    assertThat(unknown.isRetryable()).isFalse();
    assertThat(unknown).hasMessageContaining("find it by lookup() later");
    return unknown;
  }

  private static void assertCaptured(Confirmation confirmation, Capture capture) {
    assertThat(confirmation)
        .isInstanceOfSatisfying(Confirmed.class, c -> assertThat(c.capture()).isEqualTo(capture));
  }

  /** What has arrived, a line each; the idempotency keys of the confirms as key numbers. */
  private List<String> arrived() {
    return toss.arrived().stream()
        .map(
            request ->
                TossServer.line(request).equals(POST)
                    ? POST + " key " + keyNumber(request)
                    : TossServer.line(request))
        .toList();
  }

  private static int keyNumber(RecordedRequest request) {
    for (int number = 1; number < 9; number++) {
      if (TossConfirmRequest.derivedKey(PAYMENT_KEY, ORDER_ID, AMOUNT, number)
          .equals(TossServer.key(request))) {
        return number;
      }
    }
    return 0;
  }

  // --- what is sent

  @Test
  void paid_isConfirmedByThisCall_withOnePostAndNoLookup() throws Exception {
    toss.serve(TossServer.ok(Pay.done()));

    Confirmed confirmed = (Confirmed) gateway.confirm(request().returned(ORDER_ID, AMOUNT).build());

    assertThat(confirmed.capture()).isEqualTo(Capture.BY_THIS_CALL);
    assertThat(confirmed.payment().status().known()).isEqualTo(Known.PAID);
    RecordedRequest request = toss.server.takeRequest();
    assertThat(TossServer.line(request)).isEqualTo(POST);
    assertThat(TossServer.body(request))
        .isEqualTo("{\"paymentKey\":\"pay_key_1\",\"orderId\":\"order_9001\",\"amount\":15000}");
    assertThat(keyNumber(request)).isEqualTo(1);
    assertThat(toss.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void tamperedReturn_sendsNothing() {
    NotConfirmed refused =
        (NotConfirmed)
            gateway.confirm(
                request().returned(OrderId.of("order_9002"), Money.of("100", "USD")).build());

    assertThat(refused.reason()).isEqualTo(Reason.MISMATCH);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.UNKNOWN);
    assertThat(refused.mismatches())
        .extracting(Mismatch::field)
        .containsExactly(Field.ORDER_ID, Field.AMOUNT, Field.CURRENCY);
    assertThat(refused.mismatches())
        .extracting(Mismatch::fieldName)
        .containsExactly("orderId", "totalAmount", "currency");
    assertThat(toss.server.getRequestCount()).isZero();
  }

  @Test
  void virtualAccount_awaitsItsDeposit() {
    toss.serve(TossServer.ok(Pay.waiting()));

    AwaitingDeposit waiting = (AwaitingDeposit) confirm();

    assertThat(waiting.payment().virtualAccount().orElseThrow().number())
        .isEqualTo("79000000000000");
    assertThat(waiting.payment().balance().isZero()).isTrue();
  }

  // --- a readable answer is verified

  @Test
  void answerAboutAnotherPayment_isLookedUp() {
    MockResponse anothers = TossServer.ok(Pay.done().with("paymentKey", "\"stranger\""));
    toss.serve(anothers, TossServer.ok(Pay.done()));
    assertCaptured(confirm(), Capture.ALREADY_CAPTURED);

    toss.serve(anothers, TossServer.ok(Pay.of("IN_PROGRESS")));
    unknown();
  }

  @Test
  void answerAboutAnotherPayment_underTheCallersKey_saysWhoseKeyItIs() {
    toss.serve(
        TossServer.ok(Pay.done().with("paymentKey", "\"stranger\"")),
        TossServer.ok(Pay.of("IN_PROGRESS")));

    assertThatThrownBy(() -> gateway.confirm(request().idempotencyKey("used-before").build()))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("belongs to the confirm of another payment, stranger");
    assertThat(toss.arrived()).extracting(TossServer::line).containsExactly(POST, GET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"READY", "IN_PROGRESS"})
  void unfinishedAnswer_isLookedUp_andUnfinishedStillIsDoubt(String status) {
    toss.serve(TossServer.ok(Pay.of(status)), TossServer.ok(Pay.done()));
    assertCaptured(confirm(), Capture.ALREADY_CAPTURED);

    toss.serve(TossServer.ok(Pay.of(status)), TossServer.ok(Pay.of("IN_PROGRESS")));
    unknown();
  }

  static Stream<MockResponse> answersOfUnknownAge() {
    return Stream.of(
        TossServer.json(200, Pay.done().toString()), // no Date
        TossServer.ok(Pay.done(), "Date: today"),
        TossServer.ok(Pay.done().without("approvedAt")));
  }

  @ParameterizedTest
  @MethodSource("answersOfUnknownAge")
  void answerThatDoesNotProveItsAge_isLookedUp(MockResponse answer) {
    toss.serve(answer, TossServer.ok(Pay.cancelled(15_000, "DONE")));

    assertThat(notConfirmed().reason()).isEqualTo(Reason.CANCELLED);
    assertThat(arrived()).containsExactly(POST + " key 1", GET);
  }

  @Test
  void runningCancelBesideTheWholeBalance_isNotConfirmed_andTheMoneyOpen() {
    Pay running = Pay.done().with("cancels", "[" + Pay.cancel("tx_1", 15_000, "IN_PROGRESS") + "]");
    toss.serve(TossServer.ok(running), TossServer.ok(running));

    assertThat(notConfirmed().moneyHeld()).isEqualTo(MoneyHeld.UNKNOWN);
  }

  @Test
  void answerWithEverythingElseWrong_reportsAllOfIt_andTouchesNothing() {
    toss.serve(
        TossServer.ok(
            Pay.done()
                .with("orderId", "\"order_9002\"")
                .with("currency", "\"USD\"")
                .with("totalAmount", "100")
                .with("balanceAmount", "90")));

    NotConfirmed refused =
        (NotConfirmed) gateway.confirm(request().onMismatch(OnMismatch.CANCEL).build());

    assertThat(refused.mismatches())
        .extracting(Mismatch::field)
        .containsExactly(Field.ORDER_ID, Field.AMOUNT, Field.CURRENCY, Field.STATUS);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.NO);
    assertThat(refused.refund()).isEmpty();
    assertThat(arrived()).containsExactly(POST + " key 1");
  }

  @ParameterizedTest
  @CsvSource({"ABORTED, FAILED, NO", "EXPIRED, EXPIRED, NO", "SETTLED, UNKNOWN_STATUS, UNKNOWN"})
  void answerWithAnotherStatus_isNotConfirmed(String status, Reason reason, MoneyHeld held) {
    toss.serve(TossServer.ok(Pay.of(status)));

    NotConfirmed refused = notConfirmed();

    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused.moneyHeld()).isEqualTo(held);
    assertThat(arrived()).containsExactly(POST + " key 1");
  }

  // --- replays

  static Stream<MockResponse> replays() {
    return Stream.of(
        TossServer.ok(Pay.done(), "x-tosspayments-trace-id: new-1, old-1"),
        TossServer.ok(
            Pay.done(), "x-tosspayments-trace-id: new-1", "x-tosspayments-trace-id: old-1"),
        TossServer.ok(Pay.done(), LATE));
  }

  @ParameterizedTest
  @MethodSource("replays")
  void replay_isLookedUp_andThatIsVerified(MockResponse replay) {
    toss.serve(replay, TossServer.ok(Pay.done()));

    assertCaptured(confirm(), Capture.ALREADY_CAPTURED);

    assertThat(arrived()).containsExactly(POST + " key 1", GET);
  }

  @ParameterizedTest
  @MethodSource("replays")
  void replay_cancelledSince_isNotConfirmed(MockResponse replay) {
    toss.serve(replay, TossServer.ok(Pay.cancelled(15_000, "DONE")));

    NotConfirmed refused = notConfirmed();

    assertThat(refused.reason()).isEqualTo(Reason.CANCELLED);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.NO);
  }

  @Test
  void replay_partlyCancelledSince_holdsMoneyAndIsNotConfirmed() {
    toss.serve(TossServer.ok(Pay.done(), LATE), TossServer.ok(Pay.cancelled(5_000, "DONE")));

    NotConfirmed refused = notConfirmed();

    assertThat(refused.reason()).isEqualTo(Reason.CANCELLED);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.YES);
  }

  @Test
  void replay_thatCanNotBeLookedUp_isInDoubt() {
    toss.serve(TossServer.ok(Pay.done(), LATE));
    for (int i = 0; i < 3; i++) {
      toss.serve(TossServer.json(503, ""));
    }

    assertThat(unknown().getSuppressed()).hasSize(1);
    assertThat(arrived()).containsExactly(POST + " key 1", GET, GET, GET);
  }

  @ParameterizedTest
  @MethodSource("unprovingLookups")
  void replay_thatTheLookupContradicts_isInDoubt(MockResponse lookup) {
    toss.serve(TossServer.ok(Pay.done(), LATE), lookup);

    unknown();
  }

  /** Answers that say captured, and aren't the last word. */
  static Stream<Pay> saidCaptured() {
    return Stream.of(
        Pay.done(),
        Pay.cancelled(5_000, "DONE"),
        Pay.cancelled(15_000, "DONE"),
        Pay.cancelled(5_000, "IN_PROGRESS"),
        Pay.done().with("cancels", "[" + Pay.cancel("tx_1", 5_000, "DONE") + "]"));
  }

  @ParameterizedTest
  @MethodSource("saidCaptured")
  void replay_thatSaysCaptured_andALookupThatSaysItCameToNothing_isInDoubt(Pay captured) {
    MockResponse replay = TossServer.ok(captured, "x-tosspayments-trace-id: new-1, old-1");
    toss.serve(replay, TossServer.ok(Pay.of("ABORTED")));
    unknown();

    Pay longOver = Pay.of("EXPIRED").with("requestedAt", "\"2024-02-13T10:00:00+09:00\"");
    toss.serve(replay, TossServer.ok(longOver));
    unknown();
  }

  @Test
  void replay_thatSaysFailed_andALookupThatSaysSoToo_isFailed() {
    toss.serve(
        TossServer.ok(Pay.of("ABORTED"), "x-tosspayments-trace-id: new-1, old-1"),
        TossServer.ok(Pay.of("ABORTED")));

    assertThat(notConfirmed().reason()).isEqualTo(Reason.FAILED);
  }

  @Test
  void callersKeyThatHasServedAnotherAmount_andALookupThatSaysFailed_isInDoubt() {
    Pay before = Pay.done().with("totalAmount", "14000").with("balanceAmount", "14000");
    toss.serve(TossServer.ok(before), TossServer.ok(Pay.of("ABORTED")));

    assertThatThrownBy(() -> gateway.confirm(request().idempotencyKey("shop-key").build()))
        .isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void capturedAnswerAboutAnotherPayment_andALookupThatSaysFailed_isFailed() {
    toss.serve(
        TossServer.ok(Pay.done().with("paymentKey", "\"stranger\"")),
        TossServer.ok(Pay.of("ABORTED")));

    assertThat(notConfirmed().reason()).isEqualTo(Reason.FAILED);
  }

  @Test
  void answerJustAfterTheApproval_isNoReplay() {
    // Both times are cut to whole seconds.
    toss.serve(TossServer.ok(Pay.done(), "Date: Tue, 13 Feb 2024 03:18:15 GMT"));

    assertCaptured(confirm(), Capture.BY_THIS_CALL);
  }

  @Test
  void approvedBeforeTheCallBegan_isAReplay_markedOrNot() {
    toss.serve(
        TossServer.ok(Pay.done(), "Date: Tue, 13 Feb 2024 03:18:44 GMT"),
        TossServer.ok(Pay.cancelled(15_000, "DONE")));

    NotConfirmed refused = notConfirmed();

    assertThat(refused.reason()).isEqualTo(Reason.CANCELLED);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.NO);
  }

  @Test
  void callersKeyThatHasServedAnotherAmount_isLookedUp() {
    Pay before = Pay.done().with("totalAmount", "14000").with("balanceAmount", "14000");
    toss.serve(TossServer.ok(before), TossServer.ok(Pay.cancelled(15_000, "DONE")));

    NotConfirmed refused =
        (NotConfirmed)
            gateway.confirm(
                ConfirmRequest.builder(PAYMENT_KEY, ORDER_ID, AMOUNT)
                    .idempotencyKey("shop-key")
                    .build());

    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.NO);
    assertThat(arrived()).containsExactly(POST + " key 0", GET);
  }

  @Test
  void oneTraceId_isNoReplay() {
    toss.serve(TossServer.ok(Pay.done(), "x-tosspayments-trace-id: new-1"));

    assertCaptured(confirm(), Capture.BY_THIS_CALL);
  }

  // --- definite refusals

  @ParameterizedTest
  @CsvSource({
    "400, INVALID_REQUEST",
    "403, REJECT_CARD_COMPANY",
    "403, REJECT_ACCOUNT_PAYMENT",
    "404, NOT_FOUND_PAYMENT_SESSION",
  })
  void refusal_isAValue(int status, String code) {
    toss.serve(
        TossServer.error(status, code, "x-tosspayments-trace-id: t-1"),
        TossServer.ok(Pay.of("ABORTED")));

    NotConfirmed refused = notConfirmed();

    assertThat(refused.reason()).isEqualTo(Reason.REFUSED);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.NO);
    assertThat(refused.payment().orElseThrow().status().known()).isEqualTo(Known.FAILED);
    Refusal refusal = refused.refusal().orElseThrow();
    assertThat(refusal.code()).hasValue(code);
    assertThat(refusal.message()).hasValue("거절되었습니다.");
    assertThat(refusal.httpStatus()).hasValue(status);
    assertThat(refusal.traceId()).hasValue("t-1");
    assertThat(refusal.retryable()).isFalse();
    assertThat(arrived()).containsExactly(POST + " key 1", GET);
  }

  @Test
  void refusal_ofAnotherAmountThanWasCaptured_theMoneyIsHeld() {
    toss.serve(
        TossServer.error(400, "INVALID_REQUEST"),
        TossServer.ok(Pay.done().with("totalAmount", "14000").with("balanceAmount", "14000")));

    NotConfirmed refused = notConfirmed();

    assertThat(refused.reason()).isEqualTo(Reason.MISMATCH);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.YES);
  }

  @Test
  void refusal_thatCanNotBeLookedUp_leavesOpenWhetherMoneyIsHeld() {
    MockResponse down = TossServer.json(503, "");
    toss.serve(TossServer.error(403, "REJECT_CARD_COMPANY"), down, down, down);

    NotConfirmed refused = notConfirmed();

    assertThat(refused.reason()).isEqualTo(Reason.REFUSED);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.UNKNOWN);
  }

  @Test
  void unknownAddress_isAWrongBaseUrl_notAMissingPayment() {
    toss.serve(TossServer.error(404, "NOT_FOUND"), TossServer.error(404, "NOT_FOUND"));
    assertThatThrownBy(this::confirm)
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("the base URL is wrong");
    assertThat(arrived()).containsExactly(POST + " key 1", GET);

    toss.serve(TossServer.error(404, "NOT_FOUND"), TossServer.ok(Pay.of("IN_PROGRESS")));
    unknown(); // a stranger's word: the lookup knows the address
  }

  @Test
  void unknownPayment_isNotFound() {
    String code = "NOT_FOUND_PAYMENT";
    toss.serve(TossServer.error(404, code));

    NotConfirmed refused = notConfirmed();

    assertThat(refused.reason()).isEqualTo(Reason.NOT_FOUND);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.UNKNOWN);
    assertThat(refused.refusal().flatMap(Refusal::code)).hasValue("NOT_FOUND_PAYMENT");
    assertThat(arrived()).containsExactly(POST + " key 1");
  }

  @Test
  void refusedKey_isThrown() {
    toss.serve(TossServer.error(401, "UNAUTHORIZED_KEY"));

    assertThatThrownBy(this::confirm).isInstanceOf(AuthenticationException.class);
    assertThat(arrived()).hasSize(1);
  }

  @Test
  void tooManyRequests_theSameKeyAfterRetryAfter() {
    toss.serve(TossServer.json(429, "", "Retry-After: 7"), TossServer.ok(Pay.done()));

    assertCaptured(confirm(), Capture.BY_THIS_CALL);

    assertThat(arrived()).containsExactly(POST + " key 1", POST + " key 1");
    assertThat(toss.pauses).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void tooManyRequestsForEver_isRetryable_notRefused() {
    toss.serve(TossServer.json(429, ""), TossServer.json(429, ""), TossServer.json(429, ""));

    assertThatThrownBy(this::confirm)
        .isInstanceOfSatisfying(GatewayException.class, e -> assertThat(e.isRetryable()).isTrue());
    assertThat(arrived()).containsOnly(POST + " key 1").hasSize(3);
  }

  @Test
  void notReached_isSurelyNotExecuted() {
    toss.server.close();

    assertThatThrownBy(this::confirm)
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.isRetryable()).isTrue());
  }

  // --- doubt

  static Stream<String> doubts() {
    return DOUBTS.keySet().stream().sorted();
  }

  static Stream<MockResponse> unprovingLookups() {
    return Stream.of(
        TossServer.notFound(),
        TossServer.error(404, "NOT_FOUND"),
        TossServer.ok(Pay.of("READY")),
        TossServer.ok(Pay.of("IN_PROGRESS")),
        TossServer.json(404, "<html>"),
        TossServer.json(200, "{\"ok\":true}"),
        TossServer.ok(Pay.done().with("paymentKey", "\"stranger\"")),
        TossServer.error(403, "FORBIDDEN_CONSECUTIVE_REQUEST"),
        TossServer.error(401, "UNAUTHORIZED_KEY"));
  }

  /** Every doubt with one lookup, and every lookup with one doubt. */
  static Stream<Arguments> doubtsAndUnprovingLookups() {
    return Stream.concat(
        doubts().map(doubt -> Arguments.of(doubt, TossServer.notFound())),
        unprovingLookups().map(lookup -> Arguments.of("lost", lookup)));
  }

  @ParameterizedTest
  @MethodSource("doubts")
  void doubtOnce_theSameKeyAgain(String doubt) {
    toss.serve(DOUBTS.get(doubt), TossServer.ok(Pay.done()));

    assertCaptured(confirm(), Capture.BY_THIS_CALL);

    assertThat(arrived()).containsExactly(POST + " key 1", POST + " key 1");
  }

  @ParameterizedTest
  @MethodSource("doubts")
  void doubtOnce_thenTheReplay_isLookedUp(String doubt) {
    toss.serve(
        DOUBTS.get(doubt),
        TossServer.ok(Pay.done(), "x-tosspayments-trace-id: new-1, old-1"),
        TossServer.ok(Pay.done()));

    assertCaptured(confirm(), Capture.ALREADY_CAPTURED);

    assertThat(arrived()).containsExactly(POST + " key 1", POST + " key 1", GET);
  }

  @ParameterizedTest
  @MethodSource("doubts")
  void doubtThreeTimes_theLookupProvesIt(String doubt) {
    serveThrice(doubt).serve(TossServer.ok(Pay.done()));

    assertCaptured(confirm(), Capture.ALREADY_CAPTURED);

    assertThat(arrived()).containsExactly(POST + " key 1", POST + " key 1", POST + " key 1", GET);
  }

  @ParameterizedTest
  @CsvSource({
    "ABORTED, FAILED, NO",
    "SETTLED, UNKNOWN_STATUS, UNKNOWN",
  })
  void doubtThreeTimes_theLookupShowsAnEnd(String status, Reason reason, MoneyHeld held) {
    serveThrice("lost").serve(TossServer.ok(Pay.of(status)));

    NotConfirmed refused = notConfirmed();

    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused.moneyHeld()).isEqualTo(held);
    assertThat(refused.payment()).isPresent();
  }

  @Test
  void doubtThreeTimes_theLookupShowsTheAccount_awaitsItsDeposit() {
    serveThrice("lost").serve(TossServer.ok(Pay.waiting()));

    assertThat(confirm()).isInstanceOf(AwaitingDeposit.class);
  }

  @Test
  void doubtThreeTimes_cancelledSince_isNotConfirmed() {
    serveThrice("lost").serve(TossServer.ok(Pay.cancelled(15_000, "DONE")));

    assertThat(notConfirmed().reason()).isEqualTo(Reason.CANCELLED);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("doubtsAndUnprovingLookups")
  void doubtThreeTimes_theLookupProvesNothing_isInDoubt(String doubt, MockResponse lookup) {
    serveThrice(doubt).serve(lookup);

    unknown();

    assertThat(arrived()).containsExactly(POST + " key 1", POST + " key 1", POST + " key 1", GET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FORBIDDEN_CONSECUTIVE_REQUEST",
        "DUPLICATED_REQUEST",
        "INVALID_REQUEST",
        "PROVIDER_ERROR",
        "CODE_OF_TOMORROW"
      })
  void doubt_thenARefusalThatProvesNothing_isInDoubt(String code) {
    toss.serve(CUT_AFTER_READ, TossServer.error(403, code), TossServer.ok(Pay.of("IN_PROGRESS")));

    assertThat(unknown().gatewayCode()).hasValue(code);
    assertThat(arrived()).containsExactly(POST + " key 1", POST + " key 1", GET);
  }

  @Test
  void doubt_expired_isInDoubt_untilNothingCanBeWorkedOnAnyMore() {
    serveThrice("lost").serve(TossServer.ok(Pay.of("EXPIRED")));
    unknown();

    toss.serve(
        TossServer.error(404, "NOT_FOUND_PAYMENT_SESSION"), TossServer.ok(Pay.of("EXPIRED")));
    assertThat(notConfirmed().moneyHeld()).isEqualTo(MoneyHeld.NO);
  }

  @Test
  void doubt_thenADefiniteRefusal_isRefused() {
    toss.serve(
        CUT_AFTER_READ,
        TossServer.error(403, "REJECT_CARD_COMPANY"),
        TossServer.ok(Pay.of("ABORTED")));

    assertThat(notConfirmed().reason()).isEqualTo(Reason.REFUSED);
    assertThat(arrived()).containsExactly(POST + " key 1", POST + " key 1", GET);
  }

  @Test
  void doubt_keepsWhatTossSaid() {
    serveThrice("500 with code").serve(TossServer.notFound());

    OutcomeUnknownException unknown = unknown();

    assertThat(unknown.gatewayCode()).hasValue("FAILED_INTERNAL_SYSTEM_PROCESSING");
    assertThat(unknown.httpStatus()).hasValue(500);
  }

  @Test
  void confirmedAgainAfterDoubt_sendsTheSameKey() {
    serveThrice("lost")
        .serve(TossServer.notFound())
        .serve(
            TossServer.ok(Pay.done(), "x-tosspayments-trace-id: new-1, old-1"),
            TossServer.ok(Pay.done()));
    unknown();
    toss.arrived();

    try (TossGateway restarted = toss.gateway()) {
      assertCaptured(restarted.confirm(request().build()), Capture.ALREADY_CAPTURED);
    }

    assertThat(arrived()).containsExactly(POST + " key 1", GET);
  }

  private TossServer serveThrice(String doubt) {
    MockResponse answer = DOUBTS.get(doubt);
    return toss.serve(answer, answer, answer);
  }

  // --- uncertain refusals

  @ParameterizedTest
  @CsvSource({
    "400, ALREADY_PROCESSED_PAYMENT",
    "400, ALREADY_COMPLETED_PAYMENT",
    "400, DUPLICATED_REQUEST",
    "400, PROVIDER_ERROR",
    "403, FORBIDDEN_CONSECUTIVE_REQUEST",
    "400, COMMON_ERROR",
    "400, UNKNOWN_PAYMENT_ERROR",
    "400, UNKNOWN_CODE_OF_TOMORROW",
  })
  void uncertainRefusal_captured_isVerified(int status, String code) {
    toss.serve(TossServer.error(status, code), TossServer.ok(Pay.done()));

    assertCaptured(confirm(), Capture.ALREADY_CAPTURED);

    assertThat(arrived()).containsExactly(POST + " key 1", GET);
  }

  @Test
  void alreadyProcessed_forAnotherAmount_isAMismatch() {
    toss.serve(
        TossServer.error(400, "ALREADY_PROCESSED_PAYMENT"),
        TossServer.ok(Pay.done().with("totalAmount", "100").with("balanceAmount", "100")));

    NotConfirmed refused = notConfirmed();

    assertThat(refused.reason()).isEqualTo(Reason.MISMATCH);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.YES);
  }

  @Test
  void alreadyProcessed_waiting_awaitsItsDeposit() {
    toss.serve(TossServer.error(400, "ALREADY_PROCESSED_PAYMENT"), TossServer.ok(Pay.waiting()));

    assertThat(confirm()).isInstanceOf(AwaitingDeposit.class);
  }

  @Test
  void alreadyProcessed_cancelled_isNotConfirmed() {
    toss.serve(
        TossServer.error(400, "ALREADY_PROCESSED_PAYMENT"),
        TossServer.ok(Pay.cancelled(15_000, "DONE")));

    assertThat(notConfirmed().reason()).isEqualTo(Reason.CANCELLED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"READY", "IN_PROGRESS", "none"})
  void alreadyProcessed_thatTheLookupContradicts_isInDoubt(String status) {
    toss.serve(
        TossServer.error(400, "ALREADY_PROCESSED_PAYMENT"),
        status.equals("none") ? TossServer.notFound() : TossServer.ok(Pay.of(status)));

    assertThat(unknown().gatewayCode()).hasValue("ALREADY_PROCESSED_PAYMENT");
    assertThat(arrived()).containsExactly(POST + " key 1", GET);
  }

  @Test
  void uncertainRefusal_theLookupShowsItFailed_isRefused() {
    toss.serve(TossServer.error(400, "UNKNOWN_PAYMENT_ERROR"), TossServer.ok(Pay.of("ABORTED")));

    NotConfirmed refused = notConfirmed();

    assertThat(refused.reason()).isEqualTo(Reason.REFUSED);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.NO);
    assertThat(refused.refusal().orElseThrow().code()).hasValue("UNKNOWN_PAYMENT_ERROR");
    assertThat(arrived()).containsExactly(POST + " key 1", GET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"READY", "EXPIRED", "none"})
  void uncertainRefusal_theLookupProvesNothing_isInDoubt_withTossesWords(String status) {
    toss.serve(
        TossServer.error(400, "UNKNOWN_PAYMENT_ERROR"),
        status.equals("none") ? TossServer.notFound() : TossServer.ok(Pay.of(status)));

    OutcomeUnknownException unknown = unknown();

    assertThat(unknown.gatewayMessage()).hasValue("거절되었습니다.");
    assertThat(unknown).hasMessageContaining("UNKNOWN_PAYMENT_ERROR");
  }

  @Test
  void uncertainRefusal_unknownStatus_isJudged() {
    toss.serve(TossServer.error(400, "PROVIDER_ERROR"), TossServer.ok(Pay.of("SETTLED")));

    assertThat(notConfirmed().reason()).isEqualTo(Reason.UNKNOWN_STATUS);
  }

  @Test
  void uncertainRefusal_inProgress_anotherAttemptUnderAnotherKey() {
    toss.serve(
        TossServer.error(400, "PROVIDER_ERROR"),
        TossServer.ok(Pay.of("IN_PROGRESS")),
        TossServer.ok(Pay.done()));

    assertCaptured(confirm(), Capture.BY_THIS_CALL);

    assertThat(arrived()).containsExactly(POST + " key 1", GET, POST + " key 2");
    assertThat(toss.pauses).hasSize(1);
  }

  @Test
  void uncertainRefusal_inProgressForEver_threeKeysAndInDoubt() {
    for (int i = 0; i < 5; i++) {
      toss.serve(TossServer.error(400, "PROVIDER_ERROR"), TossServer.ok(Pay.of("IN_PROGRESS")));
    }

    unknown();

    assertThat(arrived())
        .containsExactly(POST + " key 1", GET, POST + " key 2", GET, POST + " key 3", GET);
  }

  @Test
  void uncertainRefusal_inProgress_oneAttemptAllowed_isInDoubt() {
    toss.serve(TossServer.error(400, "PROVIDER_ERROR"), TossServer.ok(Pay.of("IN_PROGRESS")));

    TossGateway once = gateway.with(CallOptions.builder().attempts(1).build());

    assertThatThrownBy(() -> once.confirm(request().build()))
        .isInstanceOf(OutcomeUnknownException.class);
    assertThat(arrived()).containsExactly(POST + " key 1", GET);
  }

  @Test
  void secondAttempt_lost_isLookedUp() {
    toss.serve(TossServer.error(400, "PROVIDER_ERROR"), TossServer.ok(Pay.of("IN_PROGRESS")));
    serveThrice("lost").serve(TossServer.ok(Pay.done()));

    assertCaptured(confirm(), Capture.ALREADY_CAPTURED);

    assertThat(arrived())
        .containsExactly(
            POST + " key 1", GET, POST + " key 2", POST + " key 2", POST + " key 2", GET);
  }

  @Test
  void secondAttempt_tooManyRequests_keepsWhatTheFirstLearned() {
    toss.serve(
        TossServer.error(400, "PROVIDER_ERROR"),
        TossServer.ok(Pay.of("IN_PROGRESS")),
        TossServer.json(429, "", "Retry-After: 3600"));

    assertThat(unknown().gatewayCode()).hasValue("PROVIDER_ERROR");
    assertThat(arrived()).containsExactly(POST + " key 1", GET, POST + " key 2");
  }

  @Test
  void secondAttempt_refused_isRefused() {
    toss.serve(
        TossServer.error(400, "PROVIDER_ERROR"),
        TossServer.ok(Pay.of("IN_PROGRESS")),
        TossServer.error(403, "REJECT_CARD_COMPANY"),
        TossServer.ok(Pay.of("ABORTED")));

    NotConfirmed refused = notConfirmed();

    assertThat(refused.refusal().flatMap(Refusal::code)).hasValue("REJECT_CARD_COMPANY");
    assertThat(refused.refusal().orElseThrow().retryable()).isFalse();
  }

  @Test
  void uncertainRefusal_thatCanNotBeLookedUp_isInDoubt() {
    toss.serve(TossServer.error(400, "PROVIDER_ERROR"), TossServer.json(200, "<html>"));

    OutcomeUnknownException unknown = unknown();

    assertThat(unknown.gatewayCode()).hasValue("PROVIDER_ERROR");
    assertThat(unknown.getSuppressed()).hasSize(1);
  }

  // --- refund on mismatch

  private NotConfirmed refundOnMismatch() {
    return (NotConfirmed) gateway.confirm(request().onMismatch(OnMismatch.CANCEL).build());
  }

  private static Pay wrongAmount() {
    return Pay.done().with("totalAmount", "100").with("balanceAmount", "100");
  }

  private static Pay wrongAmountRefunded(String cancelStatus) {
    return wrongAmount()
        .with("status", "\"CANCELED\"")
        .with("balanceAmount", cancelStatus.equals("DONE") ? "0" : "100")
        .with("lastTransactionKey", "\"tx\"")
        .with("cancels", "[" + Pay.cancel("tx", 100, cancelStatus) + "]");
  }

  @Test
  void wrongAmount_cancelAsked_isRefundedWhole() {
    toss.serve(
        TossServer.ok(wrongAmount()),
        TossServer.ok(wrongAmount()),
        TossServer.ok(wrongAmountRefunded("DONE")));

    NotConfirmed refused = refundOnMismatch();

    assertThat(refused.refund()).hasValue(Refund.DONE);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.NO);
    assertThat(refused.reason()).isEqualTo(Reason.MISMATCH);
    List<RecordedRequest> requests = toss.arrived();
    assertThat(requests).extracting(TossServer::line).containsExactly(POST, GET, CANCEL);
    assertThat(TossServer.body(requests.get(2))).contains("\"refundableAmount\":100");
  }

  @Test
  void wrongAmount_reportAsked_isLeftAlone() {
    toss.serve(TossServer.ok(wrongAmount()));

    assertThat(notConfirmed().refund()).isEmpty();
    assertThat(arrived()).hasSize(1);
  }

  @Test
  void wrongAmount_refundPending() {
    toss.serve(
        TossServer.ok(wrongAmount()),
        TossServer.ok(wrongAmount()),
        TossServer.ok(wrongAmountRefunded("IN_PROGRESS")));

    NotConfirmed refused = refundOnMismatch();

    assertThat(refused.refund()).hasValue(Refund.PENDING);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.UNKNOWN);
  }

  @Test
  void wrongAmount_refundRefused() {
    toss.serve(
        TossServer.ok(wrongAmount()),
        TossServer.ok(wrongAmount()),
        TossServer.error(403, "NOT_CANCELABLE_PAYMENT"),
        TossServer.ok(wrongAmount()));

    NotConfirmed refused = refundOnMismatch();

    assertThat(refused.refund()).hasValue(Refund.FAILED);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.YES);
  }

  @Test
  void wrongAmount_refundLost() {
    toss.serve(TossServer.ok(wrongAmount()), TossServer.ok(wrongAmount()));
    serveThrice("lost").serve(TossServer.ok(wrongAmount()));

    NotConfirmed refused = refundOnMismatch();

    assertThat(refused.refund()).hasValue(Refund.UNKNOWN);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.UNKNOWN);
  }

  @Test
  void strangersPayment_isNotRefunded() {
    toss.serve(
        TossServer.error(400, "ALREADY_PROCESSED_PAYMENT"),
        TossServer.ok(wrongAmount().with("orderId", "\"strangers_order\"")));

    NotConfirmed refused = refundOnMismatch();

    assertThat(refused.refund()).isEmpty();
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.NO);
    assertThat(arrived()).containsExactly(POST + " key 1", GET);
  }

  /** Toss's instant discount takes nothing off the payment's amount: it excuses nothing. */
  @Test
  void priceWithACardsDiscount_isCompared_andAPartialCancelIsNoMismatch() {
    String discount = "{\"amount\":1000}";
    toss.serve(TossServer.ok(Pay.done().with("discount", discount)));
    assertThat(confirm()).isInstanceOf(Confirmed.class);

    toss.serve(TossServer.ok(Pay.cancelled(5_000, "DONE").with("discount", discount)));
    NotConfirmed partly = (NotConfirmed) gateway.confirm(request().withoutCapture().build());
    assertThat(partly.reason()).isEqualTo(Reason.CANCELLED);
    assertThat(partly.moneyHeld()).isEqualTo(MoneyHeld.YES);
  }
}
