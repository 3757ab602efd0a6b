package kr.pgsdk.sandbox;

import static kr.pgsdk.sandbox.FaultKind.ANSWER_LOST;
import static kr.pgsdk.sandbox.FaultKind.STALL_BEFORE_EXECUTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PortOne V2's documented behaviour, over the wire: payments, confirm, cancel, keys. */
class PortOneWireTest {
  private static final OrderId ORDER = OrderId.of("order0001");
  private static final Money PRICE = Money.krw(1_000);
  private static final String KEY = "\"order0001-request-1\"";

  private final Sandbox sandbox = Sandbox.start();
  private final PortOneBuyer buyer = sandbox.buyer().onPortOne();
  private final Wire portOne = Wire.portOne(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  private Wire.Reply confirm(Wire wire, BrowserReturn back, String more) throws IOException {
    return wire.post(
        "/payments/" + back.orderId() + "/confirm",
        "{\"paymentToken\":\"" + buyer.paymentToken(back) + "\"" + more + "}");
  }

  private Wire.Reply cancel(Wire wire, String more) throws IOException {
    return wire.post("/payments/" + ORDER + "/cancel", "{\"reason\":\"r\"" + more + "}");
  }

  private Wire.Reply find() throws IOException {
    return portOne.get("/payments/" + ORDER);
  }

  private static void assertRefused(Wire.Reply reply, int status, String type) {
    assertThat(reply.at("type")).isEqualTo(type);
    assertThat(reply.status()).isEqualTo(status);
    assertThat((String) reply.at("message")).isNotBlank();
  }

  private void assertMoney(int captures, int refunds) {
    Ledger ledger = sandbox.portOne().ledger(ORDER);
    assertThat(ledger.captures()).isEqualTo(captures);
    assertThat(ledger.refunds()).isEqualTo(refunds);
  }

  // ---- credentials

  @Test
  void apiSecret_asItIs_anythingElseIsUnauthorized() throws IOException {
    Wire bare = Wire.to(sandbox.portOneUrl());
    assertRefused(bare.get("/payments/x"), 401, "UNAUTHORIZED");
    assertRefused(
        bare.header("Authorization", "PortOne other").get("/payments/x"), 401, "UNAUTHORIZED");
    assertRefused(
        bare.header("Authorization", "Bearer " + sandbox.portOneApiSecret()).get("/payments/x"),
        401,
        "UNAUTHORIZED");
    assertRefused(portOne.get("/payments/x"), 404, "PAYMENT_NOT_FOUND");
    assertThat(portOne.get("/nothing").status()).isEqualTo(404);
  }

  @Test
  void login_tokenLives30Minutes_anotherLoginEndsTheRefreshTokenBefore() throws IOException {
    Wire bare = Wire.to(sandbox.portOneUrl());
    String login = "{\"apiSecret\":\"" + sandbox.portOneApiSecret() + "\"}";
    Wire.Reply first = bare.post("/login/api-secret", login);
    Wire byToken = bare.header("Authorization", "Bearer " + first.at("accessToken"));
    assertRefused(byToken.get("/payments/x"), 404, "PAYMENT_NOT_FOUND");

    Wire.Reply second = bare.post("/login/api-secret", login);
    assertRefused(
        bare.post("/token/refresh", "{\"refreshToken\":\"" + first.at("refreshToken") + "\"}"),
        401,
        "UNAUTHORIZED");
    Wire.Reply third =
        bare.post("/token/refresh", "{\"refreshToken\":\"" + second.at("refreshToken") + "\"}");
    assertThat(third.status()).isEqualTo(200);

    sandbox.clock().advance(Duration.ofMinutes(30));
    assertRefused(byToken.get("/payments/x"), 401, "UNAUTHORIZED");
    assertRefused(bare.post("/login/api-secret", "{\"apiSecret\":\"x\"}"), 401, "UNAUTHORIZED");
    assertThat(sandbox.portOne().journal().entries())
        .noneMatch(request -> request.body().contains(sandbox.portOneApiSecret()));
  }

  @Test
  void storeOfSomebodyElse_forbidden() throws IOException {
    buyer.pay(ORDER, PRICE);
    assertThat(portOne.get("/payments/" + ORDER + "?storeId=" + sandbox.portOneStoreId()).status())
        .isEqualTo(200);
    assertRefused(portOne.get("/payments/" + ORDER + "?storeId=store-x"), 403, "FORBIDDEN");
    assertRefused(cancel(portOne, ",\"storeId\":\"store-x\""), 403, "FORBIDDEN");
    assertMoney(1, 0);
  }

  // ---- an automatic channel

  @Test
  void paidInTheWindow_shownByTheShopsNumberAlone() throws IOException {
    BrowserReturn back = buyer.pay(ORDER, PRICE);
    Wire.Reply reply = find();
    assertThat(reply.at("status")).isEqualTo("PAID");
    assertThat(reply.at("id")).isEqualTo("order0001");
    assertThat(reply.at("transactionId")).isEqualTo(back.paymentId().value());
    assertThat(reply.at("amount.total")).isEqualTo("1000");
    assertThat(reply.at("amount.vat")).isEqualTo("91");
    assertThat(reply.at("channel.type")).isEqualTo("LIVE");
    assertThat(reply.at("method.type")).isEqualTo("PaymentMethodCard");
    assertRefused(portOne.get("/payments/" + back.paymentId()), 404, "PAYMENT_NOT_FOUND");
    assertMoney(1, 0);
  }

  @Test
  void testChannel_typeSaysSo() throws IOException {
    buyer.payInTestChannel(ORDER, PRICE);
    assertThat(find().at("channel.type")).isEqualTo("TEST");
  }

  @Test
  void amounts_inTheCurrencysSmallestUnit() throws IOException {
    buyer.pay(ORDER, Money.of("6.50", "USD"));
    assertThat(find().at("amount.total")).isEqualTo("650");
    assertThat(find().at("currency")).isEqualTo("USD");
    buyer.pay(OrderId.of("order0002"), Money.of("650", "JPY"));
    assertThat(portOne.get("/payments/order0002").at("amount.total")).isEqualTo("650");
  }

  @Test
  void severalAttempts_theOneThatSucceededIsShown_andNoWindowOpensAfterIt() throws IOException {
    BrowserReturn refused = buyer.refuse(ORDER, PRICE);
    assertThat(find().at("status")).isEqualTo("FAILED");
    assertThat(find().at("failure.pgCode")).isEqualTo("REJECT_CARD_COMPANY");
    BrowserReturn paid = buyer.pay(ORDER, PRICE);
    assertThat(paid.paymentId()).isNotEqualTo(refused.paymentId());
    assertThat(find().at("transactionId")).isEqualTo(paid.paymentId().value());
    assertThatThrownBy(() -> buyer.pay(ORDER, PRICE)).isInstanceOf(IllegalStateException.class);
    assertMoney(1, 0);
  }

  @Test
  void pendingWallet_payPendingThenDecided() throws IOException {
    BrowserReturn back = buyer.payLater(ORDER, PRICE);
    assertThat(find().at("status")).isEqualTo("PAY_PENDING");
    assertMoney(0, 0);
    buyer.settlePending(back.paymentId(), true);
    assertThat(find().at("status")).isEqualTo("PAID");
    assertMoney(1, 0);
  }

  // ---- pre-register

  @Test
  void preRegister_guardsNothing_unlessTheSwitchIsOn() throws IOException {
    Wire.Reply registered =
        portOne.post(
            "/payments/" + ORDER + "/pre-register", "{\"totalAmount\":1000,\"currency\":\"KRW\"}");
    assertThat(registered.status()).isEqualTo(200);
    assertThat(registered.json()).isEmpty();
    buyer.abandon(ORDER, Money.krw(10));
    sandbox.switches().on(Switch.PORTONE_PRE_REGISTER_GUARDS);
    assertThatThrownBy(() -> buyer.pay(ORDER, Money.krw(10)))
        .isInstanceOf(IllegalStateException.class);
    buyer.pay(ORDER, PRICE);
    assertRefused(portOne.post("/payments/" + ORDER + "/pre-register", "{}"), 409, "ALREADY_PAID");
  }

  // ---- manual confirm

  @Test
  void manualConfirm_capturesOnce_andAnswersAlmostNothing() throws IOException {
    BrowserReturn back = buyer.authenticate(ORDER, PRICE);
    assertThat(find().at("status")).isEqualTo("READY");
    assertMoney(0, 0);
    Wire.Reply reply =
        confirm(
            portOne,
            back,
            ",\"txId\":\"%s\",\"currency\":\"KRW\",\"totalAmount\":1000,\"isTest\":false"
                .formatted(back.paymentId()));
    assertThat(reply.json().keySet()).map(String::valueOf).containsOnly("pgTxId", "paidAt");
    assertThat(find().at("status")).isEqualTo("PAID");
    assertRefused(confirm(portOne, back, ""), 409, "ALREADY_PAID");
    assertMoney(1, 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"totalAmount\":999",
        ",\"currency\":\"USD\"",
        ",\"isTest\":true",
        ",\"txId\":\"other\"",
        ",\"taxFreeAmount\":1"
      })
  void manualConfirm_aCheckThatDiffers_refusedBeforeMoneyMoves(String check) throws IOException {
    BrowserReturn back = buyer.authenticate(ORDER, PRICE);
    assertRefused(confirm(portOne, back, check), 409, "INFORMATION_MISMATCH");
    assertMoney(0, 0);
    assertThat(confirm(portOne, back, "").status()).isEqualTo(200);
  }

  @Test
  void manualConfirm_testChannel_isTestIsTheGuard() throws IOException {
    BrowserReturn back = buyer.authenticateInTestChannel(ORDER, PRICE);
    assertRefused(confirm(portOne, back, ",\"isTest\":false"), 409, "INFORMATION_MISMATCH");
    assertThat(confirm(portOne, back, ",\"isTest\":true").status()).isEqualTo(200);
  }

  @Test
  void manualConfirm_badToken() throws IOException {
    String path = "/payments/" + ORDER + "/confirm";
    assertRefused(portOne.post(path, "{\"paymentToken\":\"x\"}"), 404, "PAYMENT_NOT_FOUND");
    BrowserReturn expired = buyer.letExpire(ORDER, PRICE);
    assertRefused(portOne.post(path, "{\"paymentToken\":\"x\"}"), 400, "INVALID_PAYMENT_TOKEN");
    assertRefused(confirm(portOne, expired, ""), 400, "INVALID_PAYMENT_TOKEN");
    assertRefused(portOne.post(path, "{}"), 400, "INVALID_REQUEST");
    assertRefused(portOne.post(path, "{"), 400, "INVALID_REQUEST");
  }

  @Test
  void confirmOfAutomaticChannel_bothAnswers() throws IOException {
    buyer.pay(ORDER, PRICE);
    String path = "/payments/" + ORDER + "/confirm";
    assertRefused(portOne.post(path, "{\"paymentToken\":\"x\"}"), 400, "INVALID_PAYMENT_TOKEN");
    sandbox.switches().on(Switch.PORTONE_CONFIRM_OF_AUTOMATIC_IS_ALREADY_PAID);
    assertRefused(portOne.post(path, "{\"paymentToken\":\"x\"}"), 409, "ALREADY_PAID");
  }

  @Test
  void declinedConfirm_502OfThePaymentCompany_endsTheAttempt() throws IOException {
    BrowserReturn back = buyer.authenticateWithRefusedCard(ORDER, PRICE, "LIMIT");
    Wire.Reply reply = confirm(portOne, back, "");
    assertRefused(reply, 502, "PG_PROVIDER");
    assertThat(reply.at("pgCode")).isEqualTo("LIMIT");
    assertThat((String) reply.at("pgMessage")).isNotBlank();
    assertThat(find().at("status")).isEqualTo("FAILED");
    assertMoney(0, 0);
  }

  @Test
  void brieflyRefused_staysReady_thenCaptures() throws IOException {
    BrowserReturn back = buyer.authenticateWithBrieflyRefusedCard(ORDER, PRICE, "BUSY", 1);
    assertRefused(confirm(portOne, back, ""), 502, "PG_PROVIDER");
    assertThat(find().at("status")).isEqualTo("READY");
    assertThat(confirm(portOne, back, "").status()).isEqualTo(200);
    assertMoney(1, 0);
  }

  @Test
  void pgErrorAfterMoneyMoved_502AndPaid() throws IOException {
    sandbox.switches().on(Switch.PORTONE_PG_ERRORS_AFTER_MONEY_MOVED);
    BrowserReturn back = buyer.authenticateWithRefusedCard(ORDER, PRICE, "TIMEOUT");
    assertRefused(confirm(portOne, back, ""), 502, "PG_PROVIDER");
    assertThat(find().at("status")).isEqualTo("PAID");
    assertMoney(1, 0);
    sandbox.portOne().refuseRefunds(back.paymentId(), "TIMEOUT");
    assertRefused(cancel(portOne, ",\"amount\":400"), 502, "PG_PROVIDER");
    assertThat(find().at("status")).isEqualTo("PARTIAL_CANCELLED");
    assertMoney(1, 1);
  }

  // ---- virtual accounts

  @Test
  void virtualAccount_issuedAtConfirm_depositPays_refundNeedsAnAccount() throws IOException {
    BrowserReturn back = buyer.authenticateForVirtualAccount(ORDER, PRICE);
    assertThat(find().json().containsKey("method")).isFalse();
    assertThat((String) confirm(portOne, back, "").at("paidAt")).isNotBlank();
    assertThat(find().at("status")).isEqualTo("VIRTUAL_ACCOUNT_ISSUED");
    assertThat((String) find().at("method.accountNumber")).matches("[0-9]{14}");
    assertThat(find().json().containsKey("paidAt")).isFalse();
    assertMoney(0, 0);

    buyer.deposit(back.paymentId());
    assertThat(find().at("status")).isEqualTo("PAID");
    assertRefused(cancel(portOne, ""), 400, "INVALID_REQUEST");
    Wire.Reply cancelled =
        cancel(
            portOne,
            ",\"refundAccount\":{\"bank\":\"SHINHAN\",\"number\":\"110\",\"holderName\":\"김\"}");
    assertThat(cancelled.at("cancellation.status")).isEqualTo("SUCCEEDED");
    assertThat(find().at("method.refundStatus")).isEqualTo("PENDING");
    assertMoney(1, 0);
    sandbox.clock().advance(Duration.ofDays(2));
    assertThat(find().at("method.refundStatus")).isEqualTo("COMPLETED");
    assertMoney(1, 1);
  }

  @Test
  void undepositedAccount_cancelRefusesAndCloseCloses_orCancelCloses() throws IOException {
    BrowserReturn back = buyer.chooseVirtualAccount(ORDER, PRICE);
    assertRefused(cancel(portOne, ""), 409, "PAYMENT_NOT_PAID");
    String close = "/payments/" + ORDER + "/virtual-account/close";
    assertThat((String) portOne.post(close, "").at("closedAt")).isNotBlank();
    assertThat(find().at("status")).isEqualTo("CANCELLED");
    assertRefused(portOne.post(close, ""), 409, "PAYMENT_NOT_WAITING_FOR_DEPOSIT");
    assertThatThrownBy(() -> buyer.deposit(back.paymentId()))
        .isInstanceOf(IllegalStateException.class);

    sandbox.switches().on(Switch.PORTONE_CANCEL_CLOSES_ACCOUNTS);
    buyer.chooseVirtualAccount(OrderId.of("order0002"), PRICE);
    Wire.Reply reply = portOne.post("/payments/order0002/cancel", "{\"reason\":\"r\"}");
    assertThat(reply.at("cancellation.status")).isEqualTo("SUCCEEDED");
    assertThat(portOne.get("/payments/order0002").at("status")).isEqualTo("CANCELLED");
  }

  @ParameterizedTest
  @CsvSource({
    "PORTONE_REPLAY_MARKED,VIRTUAL_ACCOUNT_ISSUED",
    "PORTONE_EXPIRED_ACCOUNTS_FAIL,FAILED",
    "PORTONE_EXPIRED_ACCOUNTS_ARE_CANCELLED,CANCELLED"
  })
  void accountPastItsTime_takesNoDeposit(Switch on, String status) throws IOException {
    BrowserReturn back = buyer.chooseVirtualAccount(ORDER, PRICE);
    sandbox.switches().on(on);
    sandbox.clock().advance(Duration.ofDays(8));
    assertThat(find().at("status")).isEqualTo(status);
    assertThatThrownBy(() -> buyer.deposit(back.paymentId()))
        .isInstanceOf(IllegalStateException.class);
  }

  // ---- cancel

  @Test
  void cancel_inParts_thenTheRest() throws IOException {
    buyer.pay(ORDER, PRICE);
    Wire.Reply part = cancel(portOne, ",\"amount\":300,\"currentCancellableAmount\":1000");
    assertThat(part.at("cancellation.status")).isEqualTo("SUCCEEDED");
    assertThat(part.at("cancellation.totalAmount")).isEqualTo("300");
    assertThat(part.at("cancellation.vatAmount")).isEqualTo("27");
    assertThat(find().at("status")).isEqualTo("PARTIAL_CANCELLED");
    assertThat(find().at("amount.cancelled")).isEqualTo("300");

    assertRefused(
        cancel(portOne, ",\"amount\":300,\"currentCancellableAmount\":1000"),
        409,
        "CANCELLABLE_AMOUNT_CONSISTENCY_BROKEN");
    assertRefused(
        cancel(portOne, ",\"amount\":701"), 409, "CANCEL_AMOUNT_EXCEEDS_CANCELLABLE_AMOUNT");
    assertRefused(
        cancel(portOne, ",\"amount\":10,\"vatAmount\":11"),
        409,
        "SUM_OF_PARTS_EXCEEDS_CANCEL_AMOUNT");
    assertRefused(
        cancel(portOne, ",\"amount\":10,\"taxFreeAmount\":1"),
        409,
        "CANCEL_TAX_FREE_AMOUNT_EXCEEDS_CANCELLABLE_TAX_FREE_AMOUNT");
    assertRefused(cancel(portOne, ",\"amount\":-1"), 400, "INVALID_REQUEST");
    assertRefused(cancel(portOne, ",\"amount\":1.5"), 400, "INVALID_REQUEST");
    assertRefused(cancel(portOne, ",\"requester\":\"ME\""), 400, "INVALID_REQUEST");
    assertMoney(1, 1);

    assertThat(cancel(portOne, "").at("cancellation.totalAmount")).isEqualTo("700");
    assertThat(find().at("status")).isEqualTo("CANCELLED");
    assertRefused(cancel(portOne, ""), 409, "PAYMENT_ALREADY_CANCELLED");
    assertMoney(1, 2);
  }

  @Test
  void cancel_ofWhatWasNeverPaid() throws IOException {
    assertRefused(cancel(portOne, ""), 404, "PAYMENT_NOT_FOUND");
    buyer.abandon(ORDER, PRICE);
    assertRefused(cancel(portOne, ""), 409, "PAYMENT_NOT_PAID");
    assertRefused(portOne.post("/payments/" + ORDER + "/cancel", "{}"), 400, "INVALID_REQUEST");
  }

  @Test
  void refundsLater_requestedUntilSettled() throws IOException {
    sandbox.switches().on(Switch.PORTONE_REFUNDS_LATER);
    BrowserReturn back = buyer.pay(ORDER, PRICE);
    assertThat(cancel(portOne, ",\"amount\":300").at("cancellation.status")).isEqualTo("REQUESTED");
    assertThat(find().at("status")).isEqualTo("PAID");
    assertThat(find().at("cancellations.0.status")).isEqualTo("REQUESTED");
    assertThat(find().at("amount.cancelled")).isEqualTo("0");
    sandbox.switches().on(Switch.PORTONE_REFUND_UNDER_WAY_LOWERS_BALANCE);
    assertThat(find().at("amount.cancelled")).isEqualTo("300");
    assertMoney(1, 0);
    sandbox.portOne().settleRefunds(back.paymentId());
    assertThat(find().at("status")).isEqualTo("PARTIAL_CANCELLED");
    assertMoney(1, 1);

    cancel(portOne, ",\"amount\":100");
    sandbox.portOne().failRefunds(back.paymentId());
    assertThat(find().at("cancellations.1.status")).isEqualTo("FAILED");
    assertThat(find().at("amount.cancelled")).isEqualTo("300");
    assertMoney(1, 1);
  }

  @Test
  void refusedRefund_502_orA200WithFailed_orPortOnesOwnRefusal() throws IOException {
    BrowserReturn back = buyer.pay(ORDER, PRICE);
    sandbox.portOne().refuseRefunds(back.paymentId(), "NO_FUNDS");
    assertThat(cancel(portOne, "").at("pgCode")).isEqualTo("NO_FUNDS");
    sandbox.switches().on(Switch.PORTONE_REFUSED_CANCELS_ARE_200);
    Wire.Reply reply = cancel(portOne, "");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.at("cancellation.status")).isEqualTo("FAILED");
    assertThat(find().at("status")).isEqualTo("PAID");
    sandbox.portOne().refuseRefunds(back.paymentId(), "MAX_CANCEL_COUNT_REACHED");
    assertRefused(cancel(portOne, ""), 409, "MAX_CANCEL_COUNT_REACHED");
    assertMoney(1, 0);
  }

  @Test
  void discount_totalIsThePrice_paidWhatWasCharged() throws IOException {
    buyer.payWithDiscount(ORDER, PRICE, Money.krw(100));
    assertThat(find().at("amount.total")).isEqualTo("1000");
    assertThat(find().at("amount.discount")).isEqualTo("100");
    assertThat(find().at("amount.paid")).isEqualTo("900");
    cancel(portOne, "");
    assertThat(find().at("amount.cancelled")).isEqualTo("1000");
    assertThat(sandbox.portOne().ledger(ORDER).refunded()).isEqualTo(Money.krw(900));
    sandbox.switches().on(Switch.PORTONE_CANCELLED_WITHOUT_DISCOUNT);
    assertThat(find().at("amount.cancelled")).isEqualTo("900");
  }

  // ---- idempotency keys

  @Test
  void key_repeatedWithin3Hours_sameAnswerNoSecondRefund() throws IOException {
    buyer.pay(ORDER, PRICE);
    Wire keyed = portOne.header("Idempotency-Key", KEY);
    Wire.Reply first = cancel(keyed, ",\"amount\":100");
    Wire.Reply second = cancel(keyed, ",\"amount\":100");
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.headers().get("Idempotent-Replayed")).isNull();
    sandbox.switches().on(Switch.PORTONE_REPLAY_MARKED);
    assertThat(cancel(keyed, ",\"amount\":100").headers().get("Idempotent-Replayed"))
        .isEqualTo("true");
    assertMoney(1, 1);
    sandbox.clock().advance(Duration.ofHours(3));
    assertThat(cancel(keyed, ",\"amount\":100").body()).isNotEqualTo(first.body());
    assertMoney(1, 2);
  }

  @Test
  void key_form() throws IOException {
    buyer.pay(ORDER, PRICE);
    for (String bad : new String[] {"order0001-request-1", "\"short\"", "\"" + "x".repeat(257)}) {
      assertRefused(cancel(portOne.header("Idempotency-Key", bad), ""), 400, "INVALID_REQUEST");
    }
    assertThat(portOne.header("Idempotency-Key", "x").get("/payments/" + ORDER).status())
        .isEqualTo(200);
    sandbox.switches().on(Switch.PORTONE_ACCEPTS_UNQUOTED_KEYS);
    Wire unquoted = portOne.header("Idempotency-Key", "order0001-request-1");
    Wire.Reply first = cancel(unquoted, "");
    assertThat(cancel(portOne.header("Idempotency-Key", KEY), "").body()).isEqualTo(first.body());
    assertMoney(1, 1);
  }

  @Test
  void key_whileTheFirstRuns_outstanding() throws Exception {
    buyer.pay(ORDER, PRICE);
    Wire keyed = portOne.header("Idempotency-Key", KEY);
    InjectedFault held =
        sandbox
            .portOne()
            .inject(Fault.of(STALL_BEFORE_EXECUTION).on("POST", "/payments/" + ORDER + "/cancel"));
    CompletableFuture<Wire.Reply> first =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return cancel(keyed, "");
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    held.awaitHeld(1, Duration.ofSeconds(100));
    assertRefused(cancel(keyed, ""), 409, "IDEMPOTENCY_OUTSTANDING_REQUEST");
    held.release();
    assertThat(first.get(100, TimeUnit.SECONDS).status()).isEqualTo(200);
    assertThat(cancel(keyed, "").status()).isEqualTo(200);
    assertMoney(1, 1);
  }

  @Test
  void key_lostAnswer_repeatedUnderTheSameKey() throws IOException {
    buyer.pay(ORDER, PRICE);
    Wire keyed = portOne.header("Idempotency-Key", KEY);
    sandbox.portOne().inject(Fault.of(ANSWER_LOST).on("POST", "/payments/"));
    assertThatThrownBy(() -> cancel(keyed, ",\"amount\":100")).isInstanceOf(IOException.class);
    assertThat(cancel(keyed, ",\"amount\":100").at("cancellation.status")).isEqualTo("SUCCEEDED");
    assertMoney(1, 1);
  }

  @Test
  void key_refusalsAndPgErrors_keptOrForgotten() throws IOException {
    BrowserReturn back = buyer.authenticateWithBrieflyRefusedCard(ORDER, PRICE, "BUSY", 1);
    Wire keyed = portOne.header("Idempotency-Key", KEY);
    assertRefused(confirm(keyed, back, ""), 502, "PG_PROVIDER");
    assertRefused(confirm(keyed, back, ""), 502, "PG_PROVIDER");
    sandbox.switches().on(Switch.PORTONE_FORGETS_PG_ERRORS, Switch.PORTONE_FORGETS_REFUSALS);
    BrowserReturn other =
        buyer.authenticateWithBrieflyRefusedCard(OrderId.of("order0002"), PRICE, "BUSY", 1);
    assertRefused(confirm(keyed, other, ""), 502, "PG_PROVIDER");
    assertThat(confirm(keyed, other, "").status()).isEqualTo(200);
    assertMoney(0, 0);

    sandbox.switches().off(Switch.PORTONE_FORGETS_REFUSALS);
    assertRefused(cancel(keyed, ""), 409, "PAYMENT_NOT_PAID");
    assertThat(confirm(portOne, back, "").status()).isEqualTo(200);
    assertRefused(cancel(keyed, ""), 409, "PAYMENT_NOT_PAID");
    assertThat(cancel(portOne, "").status()).isEqualTo(200);
  }

  @Test
  void key_reusedForAnotherRequest_oldAnswerOrRefused() throws IOException {
    buyer.pay(ORDER, PRICE);
    Wire keyed = portOne.header("Idempotency-Key", KEY);
    Wire.Reply first = cancel(keyed, ",\"amount\":100");
    assertThat(cancel(keyed, ",\"amount\":200").body()).isEqualTo(first.body());
    sandbox.switches().on(Switch.PORTONE_REFUSES_REUSED_KEYS);
    assertRefused(cancel(keyed, ",\"amount\":200"), 400, "INVALID_REQUEST");
    assertMoney(1, 1);
  }

  @Test
  void key_countsForOneOperation_orForAll() throws IOException {
    buyer.pay(ORDER, PRICE);
    buyer.pay(OrderId.of("order0002"), PRICE);
    Wire keyed = portOne.header("Idempotency-Key", KEY);
    String body = "{\"reason\":\"r\",\"amount\":100}";
    Wire.Reply first = keyed.post("/payments/order0001/cancel", body);
    assertThat(keyed.post("/payments/order0002/cancel", body).body()).isNotEqualTo(first.body());
    sandbox.switches().on(Switch.PORTONE_KEYS_COUNT_ALONE);
    Wire other = portOne.header("Idempotency-Key", "\"order0001-request-2\"");
    Wire.Reply second = other.post("/payments/order0001/cancel", body);
    assertThat(other.post("/payments/order0002/cancel", body).body()).isEqualTo(second.body());
  }

  // ---- the gateway's own failures

  @Test
  void statusFaults_inPortOnesShape() throws IOException {
    buyer.pay(ORDER, PRICE);
    sandbox.portOne().inject(Fault.status(429));
    assertThat((String) find().at("type")).isNotBlank();
    sandbox.portOne().inject(Fault.status(503));
    assertThat(find().status()).isEqualTo(503);
    sandbox.portOne().inject(Fault.status(502));
    assertRefused(find(), 502, "PG_PROVIDER");
    sandbox.portOne().inject(Fault.status(409));
    assertRefused(cancel(portOne, ""), 409, "IDEMPOTENCY_OUTSTANDING_REQUEST");
    assertMoney(1, 0);
  }

  @Test
  void staleLookup_showsHowItWas() throws IOException {
    buyer.pay(ORDER, PRICE);
    cancel(portOne, "");
    sandbox.portOne().inject(Fault.of(FaultKind.STALE_LOOKUP).on("GET", "/payments/"));
    assertThat(find().at("status")).isEqualTo("READY");
    assertThat(find().at("status")).isEqualTo("CANCELLED");
  }
}
