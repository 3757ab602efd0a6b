package kr.pgsdk.sandbox;

import static kr.pgsdk.sandbox.FaultKind.ANSWER_LOST;
import static kr.pgsdk.sandbox.FaultKind.CUT_THEN_EXECUTED;
import static kr.pgsdk.sandbox.FaultKind.STALL_BEFORE_EXECUTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Toss's documented behaviour, over the wire. */
class TossWireTest {
  private static final OrderId ORDER = OrderId.of("order_1");
  private static final Money PRICE = Money.krw(1_000);
  private static final String TRACE_ID = "x-tosspayments-trace-id";
  private static final String ACCOUNT =
      ",\"refundReceiveAccount\":{\"bank\":\"88\",\"accountNumber\":\"110\",\"holderName\":\"김\"}";

  private final Sandbox sandbox = Sandbox.start();
  private final TossBuyer buyer = sandbox.buyer().onToss();
  private final Wire toss = Wire.toss(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  private static Wire.Reply confirm(Wire wire, PaymentId id, String orderId, Object amount)
      throws IOException {
    return wire.post(
        "/v1/payments/confirm",
        "{\"paymentKey\":\"%s\",\"orderId\":\"%s\",\"amount\":%s}".formatted(id, orderId, amount));
  }

  private Wire.Reply confirm(BrowserReturn back) throws IOException {
    return confirm(toss, back.paymentId(), back.orderId().value(), back.amount().toPlainString());
  }

  private PaymentId captured() throws IOException {
    BrowserReturn back = buyer.authenticate(ORDER, PRICE);
    assertThat(confirm(back).status()).isEqualTo(200);
    return back.paymentId();
  }

  private Wire.Reply cancel(PaymentId id, String more) throws IOException {
    return cancel(toss, id, more);
  }

  private static Wire.Reply cancel(Wire wire, PaymentId id, String more) throws IOException {
    return wire.post("/v1/payments/" + id + "/cancel", "{\"cancelReason\":\"r\"" + more + "}");
  }

  private static void assertRefused(Wire.Reply reply, int status, String code) {
    assertThat(reply.at("code")).isEqualTo(code);
    assertThat(reply.status()).isEqualTo(status);
    assertThat((String) reply.at("message")).isNotBlank();
  }

  // ---- keys and headers

  @Test
  void secretKey_colonIsMandatory_wrongOneIsUnauthorized() throws IOException {
    assertThat(sandbox.tossSecretKey()).startsWith("test_sk_");
    Wire bare = Wire.to(sandbox.tossUrl());
    assertRefused(bare.get("/v1/payments/x"), 401, "UNAUTHORIZED_KEY");
    assertRefused(
        bare.header("Authorization", Wire.basic(sandbox.tossSecretKey())).get("/v1/payments/x"),
        403,
        "INCORRECT_BASIC_AUTH_FORMAT");
    assertRefused(
        bare.header("Authorization", Wire.basic("test_sk_other:")).get("/v1/payments/x"),
        401,
        "UNAUTHORIZED_KEY");
    assertRefused(toss.get("/v1/payments/x"), 404, "NOT_FOUND_PAYMENT");
    assertRefused(toss.get("/v1/payments/orders/x"), 404, "NOT_FOUND_PAYMENT");
    assertRefused(toss.get("/v1/nothing"), 404, "NOT_FOUND");
  }

  @Test
  void everyAnswer_traceIdAndDateOfTheSandboxClock() throws IOException {
    sandbox.clock().advance(Duration.ofDays(365));
    Instant before = sandbox.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    Wire.Reply reply = toss.get("/v1/payments/x");
    assertThat(reply.headers().get(TRACE_ID)).matches("[0-9a-f]{32}");
    assertThat(reply.headers().getDate("Date").toInstant())
        .isBetween(before, sandbox.clock().instant());
  }

  @Test
  void testCode_forcesThatError_unknownOneIsRefused() throws IOException {
    assertRefused(
        toss.header("TossPayments-Test-Code", "REJECT_CARD_COMPANY")
            .post("/v1/payments/confirm", "{}"),
        403,
        "REJECT_CARD_COMPANY");
    assertRefused(
        toss.header("TossPayments-Test-Code", "NO_SUCH_CODE").get("/v1/payments/x"),
        400,
        "INVALID_TEST_CODE");
  }

  // ---- confirm

  @Test
  void confirmed_shapeOfTheCapturedSample() throws IOException {
    BrowserReturn back = buyer.authenticate(ORDER, PRICE);
    Wire.Reply reply = confirm(back);

    assertThat(reply.json().keySet())
        // The keys of samples/toss/01-payment-card-done-easypay-card.json
        .containsExactlyInAnyOrder(
            ("mId lastTransactionKey paymentKey orderId orderName taxExemptionAmount status"
                    + " requestedAt approvedAt useEscrow cultureExpense card virtualAccount"
                    + " transfer mobilePhone giftCertificate cashReceipt cashReceipts discount"
                    + " cancels secret type easyPay country failure isPartialCancelable receipt"
                    + " checkout currency totalAmount balanceAmount suppliedAmount vat"
                    + " taxFreeAmount metadata method version")
                .split(" ", -1));
    assertThat(((Map<?, ?>) reply.at("card")).keySet())
        .map(String::valueOf)
        .containsExactlyInAnyOrder(
            ("issuerCode acquirerCode number installmentPlanMonths isInterestFree interestPayer"
                    + " approveNo useCardPoint cardType ownerType acquireStatus amount")
                .split(" ", -1));
    assertThat(reply.at("status")).isEqualTo("DONE");
    assertThat(reply.at("method")).isEqualTo("카드");
    assertThat((String) reply.at("approvedAt"))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+09:00");
    assertThat(reply.at("totalAmount")).isEqualTo("1000");
    // 1000: 909 + 91, as in the sample
    assertThat(reply.at("suppliedAmount")).isEqualTo("909");
    assertThat(reply.at("vat")).isEqualTo("91");
    assertThat(reply.at("cancels")).isNull();
    assertThat(sandbox.toss().ledger(back.paymentId()).captures()).isEqualTo(1);
  }

  @Test
  void confirm_otherAmountOrOrder_refused_sessionGoesOn() throws IOException {
    BrowserReturn back = buyer.tamper(ORDER, PRICE, Money.krw(10));
    assertRefused(confirm(back), 400, "INVALID_REQUEST");
    assertRefused(confirm(toss, back.paymentId(), "order_2", 1_000), 400, "INVALID_REQUEST");
    assertRefused(confirm(toss, back.paymentId(), "order_1", "\"1000\""), 400, "INVALID_REQUEST");
    assertThat(confirm(toss, back.paymentId(), "order_1", "1000.00").status()).isEqualTo(200);
  }

  @Test
  void confirm_tenMinutesAfterAuthentication_sessionIsGone() throws IOException {
    BrowserReturn inTime = buyer.authenticate(ORDER, PRICE);
    sandbox.clock().advance(Duration.ofSeconds(595));
    assertThat(confirm(inTime).status()).isEqualTo(200);

    BrowserReturn late = buyer.authenticate(OrderId.of("order_2"), PRICE);
    sandbox.clock().advance(Duration.ofMinutes(10));
    assertRefused(confirm(late), 404, "NOT_FOUND_PAYMENT_SESSION");
    assertThat(toss.get("/v1/payments/" + late.paymentId()).at("status")).isEqualTo("EXPIRED");
    assertThat(sandbox.toss().ledger(late.paymentId()).captures()).isZero();
  }

  @Test
  void confirm_neverAuthenticated_orExpired_orUnknown() throws IOException {
    assertRefused(confirm(buyer.abandon(ORDER, PRICE)), 404, "NOT_FOUND_PAYMENT_SESSION");
    assertRefused(confirm(buyer.letExpire(ORDER, PRICE)), 404, "NOT_FOUND_PAYMENT_SESSION");
    assertRefused(confirm(toss, PaymentId.of("none"), "order_1", 1), 404, "NOT_FOUND_PAYMENT");
  }

  @Test
  void window_thirtyMinutesLeftOpen_expires() throws IOException {
    BrowserReturn open = buyer.abandon(ORDER, PRICE);
    assertThat(toss.get("/v1/payments/" + open.paymentId()).at("status")).isEqualTo("READY");
    sandbox.clock().advance(Duration.ofMinutes(30));
    Wire.Reply expired = toss.get("/v1/payments/" + open.paymentId());
    assertThat(expired.at("status")).isEqualTo("EXPIRED");
    assertThat(expired.at("method")).isNull();
    assertThat(expired.at("useEscrow")).isNull();
  }

  @Test
  void confirmAgain_alreadyProcessed_capturedOnce() throws IOException {
    PaymentId id = captured();
    assertRefused(
        confirm(toss.header("Idempotency-Key", "another"), id, "order_1", 1_000),
        400,
        "ALREADY_PROCESSED_PAYMENT");
    assertThat(sandbox.toss().ledger(id).captures()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "REJECT_CARD_COMPANY,403",
    "INVALID_STOPPED_CARD,400",
    "FAILED_INTERNAL_SYSTEM_PROCESSING,500"
  })
  void refusedCard_itsCode_paymentAborted(String code, int status) throws IOException {
    BrowserReturn back = buyer.authenticateWithRefusedCard(ORDER, PRICE, code);
    assertRefused(confirm(back), status, code);
    Wire.Reply after = toss.get("/v1/payments/" + back.paymentId());
    assertThat(after.at("status")).isEqualTo("ABORTED");
    assertThat(after.at("failure.code")).isEqualTo(code);
    assertThat(sandbox.toss().ledger(back.paymentId()).captures()).isZero();
  }

  @Test
  void brieflyRefusedCard_stillInProgress_thenCaptured() throws IOException {
    BrowserReturn back =
        buyer.authenticateWithBrieflyRefusedCard(ORDER, PRICE, "PROVIDER_ERROR", 2);
    assertRefused(confirm(back), 400, "PROVIDER_ERROR");
    assertThat(toss.get("/v1/payments/" + back.paymentId()).at("status")).isEqualTo("IN_PROGRESS");
    assertRefused(confirm(back), 400, "PROVIDER_ERROR");
    assertThat(confirm(back).at("status")).isEqualTo("DONE");
  }

  @Test
  void refusedCard_unknownCode_saysSo() {
    assertThatThrownBy(() -> buyer.authenticateWithRefusedCard(ORDER, PRICE, "NO_SUCH_CODE"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NO_SUCH_CODE");
  }

  @Test
  void failedAuthentication_abortedWithFailure() throws IOException {
    BrowserReturn back = buyer.failToAuthenticate(ORDER, PRICE, "INVALID_PASSWORD");
    Wire.Reply reply = toss.get("/v1/payments/" + back.paymentId());
    assertThat(reply.at("status")).isEqualTo("ABORTED");
    assertThat(reply.at("failure.code")).isEqualTo("INVALID_PASSWORD");
  }

  @Test
  void belowTheMinimum_refused() throws IOException {
    assertRefused(confirm(buyer.authenticate(ORDER, Money.krw(99))), 400, "BELOW_MINIMUM_AMOUNT");
  }

  // ---- cancel

  @Test
  void fullCancelAtOnce_canceled_againIsAlreadyCanceled() throws IOException {
    PaymentId id = captured();
    Wire.Reply done = cancel(id, "");
    assertThat(done.at("status")).isEqualTo("CANCELED");
    assertThat(done.at("balanceAmount")).isEqualTo("0");
    assertThat(done.at("totalAmount")).isEqualTo("1000");
    assertThat(done.at("cancels.0.transactionKey")).isEqualTo(done.at("lastTransactionKey"));
    assertRefused(cancel(id, ""), 400, "ALREADY_CANCELED_PAYMENT");
    assertThat(sandbox.toss().ledger(id).refunds()).isEqualTo(1);
  }

  @Test
  void partialThenTheRest_staysPartialCanceled_againIsNotCancelableAmount() throws IOException {
    PaymentId id = captured();
    Wire.Reply part = cancel(id, ",\"cancelAmount\":300,\"refundableAmount\":1000");
    assertThat(part.at("status")).isEqualTo("PARTIAL_CANCELED");
    assertThat(part.at("balanceAmount")).isEqualTo("700");
    assertThat(part.at("suppliedAmount")).isEqualTo("636");
    assertThat(part.at("cancels.0.refundableAmount")).isEqualTo("700");
    Wire.Reply rest = cancel(id, ",\"cancelAmount\":700");
    assertThat(rest.at("status")).isEqualTo("PARTIAL_CANCELED");
    assertThat(rest.at("balanceAmount")).isEqualTo("0");
    assertRefused(cancel(id, ""), 403, "NOT_CANCELABLE_AMOUNT");
    assertThat(sandbox.toss().ledger(id).refunded()).isEqualTo(PRICE);
  }

  @Test
  void cancel_whatIsRefused_movesNothing() throws IOException {
    PaymentId id = captured();
    assertRefused(
        cancel(id, ",\"cancelAmount\":100,\"refundableAmount\":999"),
        400,
        "NOT_MATCHES_REFUNDABLE_AMOUNT");
    assertRefused(cancel(id, ",\"cancelAmount\":1001"), 403, "NOT_CANCELABLE_AMOUNT");
    assertRefused(cancel(id, ",\"cancelAmount\":0"), 400, "INVALID_REQUEST");
    assertRefused(cancel(id, ",\"cancelAmount\":-1"), 400, "INVALID_REQUEST");
    assertRefused(cancel(id, ",\"cancelAmount\":\"100\""), 400, "INVALID_REQUEST");
    assertRefused(cancel(id, ",\"currency\":\"USD\""), 400, "INVALID_REQUEST");
    assertRefused(cancel(id, ",\"cancelRequestId\":\"short\""), 400, "INVALID_REQUEST");
    assertRefused(toss.post("/v1/payments/" + id + "/cancel", "{}"), 400, "INVALID_REQUEST");
    assertRefused(cancel(PaymentId.of("none"), ""), 404, "NOT_FOUND_PAYMENT");
    PaymentId open = buyer.authenticate(OrderId.of("order_2"), PRICE).paymentId();
    assertRefused(cancel(open, ""), 403, "NOT_CANCELABLE_PAYMENT");
    assertThat(sandbox.toss().ledger(id).refunds()).isZero();
  }

  @Test
  void virtualAccount_waitsAfterConfirm_depositCaptures_refundNeedsAnAccount() throws IOException {
    BrowserReturn back = buyer.chooseVirtualAccount(ORDER, PRICE);
    Wire.Reply waiting = confirm(back);
    assertThat(waiting.status()).isEqualTo(200);
    assertThat(waiting.at("status")).isEqualTo("WAITING_FOR_DEPOSIT");
    assertThat(waiting.at("approvedAt")).isNull();
    assertThat(waiting.at("virtualAccount.expired")).isEqualTo(false);
    assertThat((String) waiting.at("secret")).startsWith("ps_");
    assertThat(sandbox.toss().ledger(back.paymentId()).captures()).isZero();

    buyer.deposit(back.paymentId());
    Wire.Reply done = toss.get("/v1/payments/" + back.paymentId());
    assertThat(done.at("status")).isEqualTo("DONE");
    assertThat((String) done.at("virtualAccount.depositorName")).isNotBlank();
    assertRefused(cancel(back.paymentId(), ""), 400, "INVALID_REFUND_ACCOUNT_INFO");
    Wire.Reply refunded = cancel(back.paymentId(), ",\"cancelAmount\":400" + ACCOUNT);
    assertThat(refunded.at("virtualAccount.refundStatus")).isEqualTo("PENDING");
    sandbox.clock().advance(Duration.ofDays(2));
    assertThat(toss.get("/v1/payments/" + back.paymentId()).at("virtualAccount.refundStatus"))
        .isEqualTo("COMPLETED");
    assertThat(sandbox.toss().ledger(back.paymentId()).refunded()).isEqualTo(Money.krw(400));
  }

  @Test
  void waitingVirtualAccount_onlyCancelledWhole_noMoneyMoves() throws IOException {
    BrowserReturn back = buyer.chooseVirtualAccount(ORDER, PRICE);
    confirm(back);
    assertRefused(
        cancel(back.paymentId(), ",\"cancelAmount\":1"),
        403,
        "NOT_ALLOWED_PARTIAL_REFUND_WAITING_DEPOSIT");
    assertThat(cancel(back.paymentId(), "").at("status")).isEqualTo("CANCELED");
    assertThat(sandbox.toss().ledger(back.paymentId()).entries()).isEmpty();
    assertThatThrownBy(() -> buyer.deposit(back.paymentId()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void virtualAccountPastItsDueDate_expired_depositRefused() throws IOException {
    BrowserReturn back = buyer.chooseVirtualAccount(ORDER, PRICE);
    confirm(back);
    sandbox.clock().advance(Duration.ofDays(7));
    assertThat(toss.get("/v1/payments/" + back.paymentId()).at("virtualAccount.expired"))
        .isEqualTo(true);
    assertThatThrownBy(() -> buyer.deposit(back.paymentId()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("due date");
  }

  // ---- idempotency

  @Test
  void sameKey_sameAnswerByteForByte_executedOnce_twoTraceIds() throws IOException {
    PaymentId id = captured();
    Wire keyed = toss.header("Idempotency-Key", "key-1");
    Wire.Reply first = cancel(keyed, id, ",\"cancelAmount\":100");
    sandbox.clock().advance(Duration.ofDays(14));
    // The body isn't looked at.
    Wire.Reply second = cancel(keyed, id, ",\"cancelAmount\":900");

    assertThat(second.status()).isEqualTo(first.status());
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(first.headers().get("idempotency-key")).isEqualTo("key-1");
    assertThat(second.headers().get("idempotency-key")).isEqualTo("key-1");
    String original = first.headers().get(TRACE_ID);
    assertThat(second.headers().get(TRACE_ID))
        .matches("[0-9a-f]{32}, [0-9a-f]{32}")
        .endsWith(", " + original)
        .doesNotStartWith(original);
    assertThat(sandbox.toss().ledger(id).refunded()).isEqualTo(Money.krw(100));

    sandbox.clock().advance(Duration.ofDays(1));
    cancel(keyed, id, ",\"cancelAmount\":200");
    assertThat(sandbox.toss().ledger(id).refunded()).isEqualTo(Money.krw(300));
  }

  @Test
  void sameKey_refusalsAreKeptToo_anotherUrlIsAnotherMatter() throws IOException {
    PaymentId id = captured();
    Wire keyed = toss.header("Idempotency-Key", "key-1");
    assertRefused(cancel(keyed, id, ",\"cancelAmount\":5000"), 403, "NOT_CANCELABLE_AMOUNT");
    assertRefused(cancel(keyed, id, ",\"cancelAmount\":100"), 403, "NOT_CANCELABLE_AMOUNT");
    BrowserReturn other = buyer.authenticate(OrderId.of("order_2"), PRICE);
    assertThat(confirm(keyed, other.paymentId(), "order_2", 1_000).status()).isEqualTo(200);
    // One constant key for all confirms: the second payment gets the first one's answer.
    BrowserReturn third = buyer.authenticate(OrderId.of("order_3"), PRICE);
    assertThat(confirm(keyed, third.paymentId(), "order_3", 1_000).at("orderId"))
        .isEqualTo("order_2");
  }

  @Test
  void sameKeyWhileTheFirstIsRunning_409_thenItsAnswer() throws Exception {
    BrowserReturn back = buyer.authenticate(ORDER, PRICE);
    Wire keyed = toss.header("Idempotency-Key", "key-1");
    InjectedFault stall = sandbox.toss().inject(Fault.of(STALL_BEFORE_EXECUTION));
    CompletableFuture<Wire.Reply> first = new CompletableFuture<>();
    Thread client =
        new Thread(
            () -> {
              try {
                first.complete(confirm(keyed, back.paymentId(), "order_1", 1_000));
              } catch (IOException e) {
                first.completeExceptionally(e);
              }
            });
    client.start();
    stall.awaitHeld(1, Duration.ofSeconds(100));

    assertRefused(
        confirm(keyed, back.paymentId(), "order_1", 1_000), 409, "IDEMPOTENT_REQUEST_PROCESSING");
    assertThat(toss.get("/v1/payments/" + back.paymentId()).at("status")).isEqualTo("IN_PROGRESS");

    stall.release();
    assertThat(first.get(100, TimeUnit.SECONDS).at("status")).isEqualTo("DONE");
    assertThat(confirm(keyed, back.paymentId(), "order_1", 1_000).body())
        .isEqualTo(first.get().body());
    client.join();
  }

  @Test
  void answerLost_sameKeyGetsIt() throws IOException {
    BrowserReturn back = buyer.authenticate(ORDER, PRICE);
    Wire keyed = toss.header("Idempotency-Key", "key-1");
    sandbox.toss().inject(Fault.of(ANSWER_LOST));
    assertThatThrownBy(() -> confirm(keyed, back.paymentId(), "order_1", 1_000))
        .isInstanceOf(IOException.class);
    assertThat(confirm(keyed, back.paymentId(), "order_1", 1_000).at("status")).isEqualTo("DONE");
    assertThat(sandbox.toss().ledger(back.paymentId()).captures()).isEqualTo(1);
  }

  @Test
  void cutThenExecutedOnRelease_keyIsInUseUntilThen() throws Exception {
    BrowserReturn back = buyer.authenticate(ORDER, PRICE);
    Wire keyed = toss.header("Idempotency-Key", "key-1");
    InjectedFault cut = sandbox.toss().inject(Fault.of(CUT_THEN_EXECUTED));
    assertThatThrownBy(() -> confirm(keyed, back.paymentId(), "order_1", 1_000))
        .isInstanceOf(IOException.class);
    assertRefused(
        confirm(keyed, back.paymentId(), "order_1", 1_000), 409, "IDEMPOTENT_REQUEST_PROCESSING");
    cut.release();
    assertThat(confirm(keyed, back.paymentId(), "order_1", 1_000).at("status")).isEqualTo("DONE");
  }

  @Test
  void serverErrorUnderAKey_keyIsFreeAgain_butARefusalIsKept() throws IOException {
    BrowserReturn back = buyer.authenticate(ORDER, PRICE);
    Wire keyed = toss.header("Idempotency-Key", "key-1");
    sandbox.toss().inject(Fault.status(500));
    assertThat(confirm(keyed, back.paymentId(), "order_1", 1_000).status()).isEqualTo(500);
    sandbox.toss().inject(Fault.status(429));
    assertThat(confirm(keyed, back.paymentId(), "order_1", 1_000).status()).isEqualTo(429);
    assertThat(confirm(keyed, back.paymentId(), "order_1", 1_000).status()).isEqualTo(200);

    BrowserReturn other = buyer.authenticate(OrderId.of("order_2"), PRICE);
    Wire key2 = toss.header("Idempotency-Key", "key-2");
    sandbox.toss().inject(Fault.status(400));
    assertRefused(confirm(key2, other.paymentId(), "order_2", 1_000), 400, "PROVIDER_ERROR");
    assertRefused(confirm(key2, other.paymentId(), "order_2", 1_000), 400, "PROVIDER_ERROR");
    assertThat(sandbox.toss().ledger(other.paymentId()).captures()).isZero();
  }

  @Test
  void faultOnARepetition_seenAllTheSame() throws Exception {
    PaymentId id = captured();
    Wire keyed = toss.header("Idempotency-Key", "key-1");
    Wire.Reply first = cancel(keyed, id, ",\"cancelAmount\":100");
    sandbox.toss().inject(Fault.status(503));
    assertThat(cancel(keyed, id, ",\"cancelAmount\":100").status()).isEqualTo(503);
    InjectedFault stall = sandbox.toss().inject(Fault.of(STALL_BEFORE_EXECUTION));
    CompletableFuture<Wire.Reply> held =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return cancel(keyed, id, ",\"cancelAmount\":100");
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    stall.awaitHeld(1, Duration.ofSeconds(100));
    stall.release();
    assertThat(held.get(100, TimeUnit.SECONDS).body()).isEqualTo(first.body());
    assertThat(sandbox.toss().ledger(id).refunds()).isEqualTo(1);
  }

  @Test
  void keyOver300Characters_refused_keyOnAGet_ignored() throws IOException {
    PaymentId id = captured();
    assertRefused(
        cancel(toss.header("Idempotency-Key", "k".repeat(301)), id, ""),
        400,
        "INVALID_IDEMPOTENCY_KEY");
    Wire keyed = toss.header("Idempotency-Key", "key-1");
    assertThat(keyed.get("/v1/payments/" + id).at("status")).isEqualTo("DONE");
    cancel(id, "");
    Wire.Reply again = keyed.get("/v1/payments/" + id);
    assertThat(again.at("status")).isEqualTo("CANCELED");
    assertThat(again.headers().get("idempotency-key")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"paymentKey\":", "null"})
  void bodyThatIsNoObject_refusedNotCrashed(String body) throws IOException {
    assertRefused(toss.post("/v1/payments/confirm", body), 400, "INVALID_REQUEST");
  }

  @Test
  void byOrderId_thePaymentThatGotFurthest() throws IOException {
    PaymentId done = captured();
    buyer.abandon(ORDER, PRICE);
    assertThat(toss.get("/v1/payments/orders/order_1").at("paymentKey")).isEqualTo(done.value());
  }

  @Test
  void foreignCurrency_decimalsAsTheyAre() throws IOException {
    Money dollars = Money.of("10.50", "USD");
    BrowserReturn back = buyer.authenticate(ORDER, dollars);
    Wire.Reply reply = confirm(back);
    assertThat(reply.body()).contains("\"totalAmount\":10.5,");
    assertThat(cancel(back.paymentId(), ",\"cancelAmount\":0.25").at("balanceAmount"))
        .isEqualTo("10.25");
  }
}
