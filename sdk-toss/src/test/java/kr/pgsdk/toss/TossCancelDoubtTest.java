package kr.pgsdk.toss;

import static kr.pgsdk.toss.TossServer.CUT_AFTER_READ;
import static kr.pgsdk.toss.TossServer.PAYMENT_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
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
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.toss.model.Pay;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A refund whose answer is lost or says nothing: what is sent then, and what ends the doubt. */
class TossCancelDoubtTest {
  private static final String GET = "GET /v1/payments/pay_key_1";
  private static final String POST = "POST /v1/payments/pay_key_1/cancel ";
  private static final String POSTED = POST + "cancel-key-1";
  private static final String REPLAY = "x-tosspayments-trace-id: new-1,old-1";
  private static final Duration WORK_IS_OVER = Duration.ofMinutes(3);

  private static final Map<String, MockResponse> DOUBTS =
      Map.of(
          "lost", CUT_AFTER_READ,
          "408", TossServer.json(408, ""),
          "409 in progress", TossServer.error(409, "IDEMPOTENT_REQUEST_PROCESSING"),
          "500", TossServer.error(500, "FAILED_INTERNAL_SYSTEM_PROCESSING"),
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

  private static CancelRequest part() {
    return CancelRequest.partial(PAYMENT_KEY, Money.krw(5_000), "returned")
        .idempotencyKey("cancel-key-1")
        .build();
  }

  private static MockResponse untouched() {
    return TossServer.ok(Pay.done());
  }

  private static MockResponse done() {
    return TossServer.ok(Pay.cancelled(5_000, "DONE"));
  }

  private Cancellation cancel(CancelRequest request, MockResponse... answers) {
    toss.serve(answers);
    return gateway.cancel(request);
  }

  private OutcomeUnknownException inDoubt(CancelRequest request, MockResponse... answers) {
    OutcomeUnknownException unknown =
        catchThrowableOfType(OutcomeUnknownException.class, () -> cancel(request, answers));
    assertThat(unknown.lookup()).isEqualTo(PaymentLookup.byPaymentId(PAYMENT_KEY));
    assertThat(unknown.pendingCancel()).hasValue(request);
    return unknown;
  }

  private List<String> arrived() {
    return toss.arrived().stream()
        .map(
            r -> TossServer.line(r) + (r.getMethod().equals("POST") ? " " + TossServer.key(r) : ""))
        .toList();
  }

  static Stream<String> doubts() {
    return DOUBTS.keySet().stream().sorted();
  }

  /** Those after which Toss surely knows the key, or has never seen it. */
  static Stream<String> repeatedDoubts() {
    return doubts().filter(doubt -> !doubt.startsWith("5"));
  }

  /** Serves a doubt again and again; a server error ends the sending. */
  private List<String> serveDoubts(String doubt) {
    toss.serve(untouched());
    List<String> expected = new ArrayList<>(List.of(GET));
    for (int i = 1; i <= (doubt.startsWith("5") ? 1 : 3); i++) {
      toss.serve(DOUBTS.get(doubt));
      expected.add(POSTED);
    }
    return expected;
  }

  @ParameterizedTest
  @MethodSource("repeatedDoubts")
  void doubtOnce_theSameKeyAgain(String doubt) {
    assertThat(cancel(part(), untouched(), DOUBTS.get(doubt), done()))
        .isInstanceOf(Cancelled.class);

    assertThat(arrived()).containsExactly(GET, POSTED, POSTED);
  }

  /** It isn't documented whether Toss knows the key then: a lookup alone can prove something. */
  @ParameterizedTest
  @ValueSource(strings = {"500", "503"})
  void serverError_lookupShowsNothing_isNotSentAgain_untilALookupProvesThatItMaySo(String doubt) {
    CancelRequest request = part();
    inDoubt(request, untouched(), DOUBTS.get(doubt), untouched());
    OutcomeUnknownException soon = inDoubt(request, untouched());
    assertThat(soon.retryAfter()).hasValueSatisfying(left -> assertThat(left).isPositive());
    assertThat(arrived()).containsExactly(GET, POSTED, GET, GET);

    toss.aheadNanos.addAndGet(WORK_IS_OVER.toNanos());
    assertThatThrownBy(() -> cancel(request, untouched()))
        .isInstanceOfSatisfying(GatewayException.class, e -> assertThat(e.isRetryable()).isTrue());
    assertThat(cancel(request, untouched(), done())).isInstanceOf(Cancelled.class);
    assertThat(arrived()).hasSize(3).last().asString().startsWith(POST).isNotEqualTo(POSTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"500", "503"})
  void serverError_thatAcceptedTheRefund_isNotSentAgain(String doubt) {
    assertThat(
            cancel(
                part(),
                untouched(),
                DOUBTS.get(doubt),
                TossServer.ok(Pay.cancelled(5_000, "IN_PROGRESS"))))
        .isInstanceOf(Pending.class);

    assertThat(arrived()).containsExactly(GET, POSTED, GET);
  }

  @ParameterizedTest
  @MethodSource("doubts")
  void doubt_itsOwnRowInALookupProvesIt(String doubt) {
    List<String> expected = serveDoubts(doubt);

    assertThat(cancel(part(), done()).cancelledNow()).hasValue(Money.krw(5_000));

    expected.add(GET);
    assertThat(arrived()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("repeatedDoubts")
  void doubtThreeTimes_unchanged_isInDoubt_andTheSameRequestGoesOnUnderItsKey(String doubt) {
    List<String> expected = serveDoubts(doubt);
    CancelRequest request = part();
    inDoubt(request, untouched());
    expected.add(GET);
    assertThat(arrived()).isEqualTo(expected);

    assertThat(cancel(request, untouched(), done())).isInstanceOf(Cancelled.class);
    assertThat(arrived()).containsExactly(GET, POSTED);
  }

  @Test
  void lostAnswer_anothersRefundOfTheAmountInTheLookup_isStillInDoubt() {
    Pay others =
        Pay.cancelled(5_000, "DONE")
            .with("cancels", "[" + Pay.cancel("tx_1", 5_000, "DONE", "other") + "]");

    inDoubt(
        part(), untouched(), CUT_AFTER_READ, CUT_AFTER_READ, CUT_AFTER_READ, TossServer.ok(others));
  }

  @Test
  void lostAnswer_anothersGivenUpRowOfTheAmount_isNotItsOwn() {
    Pay others =
        Pay.done().with("cancels", "[" + Pay.cancel("tx_1", 5_000, "ABORTED", "other") + "]");

    inDoubt(
        part(), untouched(), CUT_AFTER_READ, CUT_AFTER_READ, CUT_AFTER_READ, TossServer.ok(others));
  }

  @Test
  void lostAnswer_thenRefusedForWhatItDidItself_isDone_byItsOwnRow() {
    assertThat(
            cancel(
                part(),
                untouched(),
                CUT_AFTER_READ,
                TossServer.error(400, "NOT_MATCHES_REFUNDABLE_AMOUNT"),
                done()))
        .isInstanceOf(Cancelled.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NOT_MATCHES_REFUNDABLE_AMOUNT",
        "FORBIDDEN_CONSECUTIVE_REQUEST",
        "DUPLICATED_REQUEST",
        "INVALID_REQUEST",
        "PROVIDER_ERROR",
        "A_NEW_CODE"
      })
  void lostAnswer_thenARefusalThatProvesNothing_isInDoubt_underNoSecondKey(String code) {
    CancelRequest request = part();
    inDoubt(request, untouched(), CUT_AFTER_READ, TossServer.error(400, code), untouched());
    inDoubt(request, untouched(), TossServer.error(400, code, REPLAY), untouched());

    assertThat(arrived()).containsExactly(GET, POSTED, POSTED, GET, GET, POSTED, GET);
  }

  @Test
  void lostAnswer_thenAFinalRefusalGivenAgain_wasNotExecuted() {
    CancelRequest request = part();
    MockResponse refusal = TossServer.error(403, "EXCEED_MAX_REFUND_DUE");
    inDoubt(request, untouched(), CUT_AFTER_READ, refusal, untouched());

    assertThatThrownBy(
            () ->
                cancel(
                    request,
                    untouched(),
                    TossServer.error(403, "EXCEED_MAX_REFUND_DUE", REPLAY),
                    untouched()))
        .isInstanceOfSatisfying(
            GatewayException.class,
            e -> assertThat(e.gatewayCode()).hasValue("EXCEED_MAX_REFUND_DUE"));
  }

  @Test
  void refusedForGoodUnderAnUncertainCode_theWordsAreShown_andItEndsOnceProved() {
    String words = "{\"code\":\"FAILED_INTERNAL_SYSTEM_PROCESSING\",\"message\":\"에스크로 구매확정 건\"}";
    MockResponse refusal = TossServer.json(500, words);
    CancelRequest request = part();
    OutcomeUnknownException unknown = inDoubt(request, untouched(), refusal, untouched());
    assertThat(unknown).hasMessageContaining("FAILED_INTERNAL_SYSTEM_PROCESSING");
    assertThat(unknown.gatewayMessage()).hasValue("에스크로 구매확정 건");
    toss.arrived();

    toss.aheadNanos.addAndGet(WORK_IS_OVER.toNanos());
    assertThatThrownBy(() -> cancel(request, untouched()))
        .isInstanceOfSatisfying(
            GatewayException.class,
            e -> {
              assertThat(e.gatewayCode()).hasValue("FAILED_INTERNAL_SYSTEM_PROCESSING");
              assertThat(e.gatewayMessage()).hasValue("에스크로 구매확정 건");
              assertThat(e.isRetryable()).isTrue();
            });
    assertThat(arrived()).containsExactly(GET);

    assertThat(cancel(request, untouched(), done())).isInstanceOf(Cancelled.class);
    assertThat(arrived()).hasSize(2).last().asString().startsWith(POST).isNotEqualTo(POSTED);
  }

  @Test
  void afterABanksDoubt_neverUnderAnotherKey_norCalledNotExecuted() {
    MockResponse delayed = TossServer.error(400, "UNKNOWN_REFUND_STATE");
    CancelRequest request = part();
    inDoubt(request, untouched(), delayed, untouched());

    toss.aheadNanos.addAndGet(WORK_IS_OVER.toNanos());
    inDoubt(request, untouched(), delayed, untouched());

    assertThat(arrived()).containsExactly(GET, POSTED, GET, GET, POSTED, GET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PROVIDER_ERROR", "FORBIDDEN_CONSECUTIVE_REQUEST", "UNKNOWN_ERROR"})
  void refusedOnce_itsOwnRowIsShown(String code) {
    assertThat(cancel(part(), untouched(), TossServer.error(400, code), done()))
        .isInstanceOfAny(Cancelled.class, AlreadyCancelled.class);
  }

  @Test
  void answerAboutAnotherPayment_isLookedUp() {
    MockResponse anothers =
        TossServer.ok(Pay.cancelled(5_000, "DONE").with("paymentKey", "\"stranger\""));

    assertThat(cancel(part(), untouched(), anothers, done()).payment().paymentId())
        .isEqualTo(PAYMENT_KEY);
    assertThat(arrived()).containsExactly(GET, POSTED, GET);
  }

  @Test
  void storedText_goesOnInAnotherProcess_underTheSameKey_andKnowsItsRow() {
    CancelRequest request = part();
    inDoubt(request, untouched(), CUT_AFTER_READ, CUT_AFTER_READ, CUT_AFTER_READ, untouched());
    toss.arrived();
    String text = request.toText();

    assertThat(cancel(CancelRequest.resume(text), done())).isInstanceOf(AlreadyCancelled.class);
    assertThat(cancel(CancelRequest.resume(text), untouched(), done()))
        .isInstanceOf(Cancelled.class);

    assertThat(arrived()).containsExactly(GET, GET, POSTED);
  }
}
