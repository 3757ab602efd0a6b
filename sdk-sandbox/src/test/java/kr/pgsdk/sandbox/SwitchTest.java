package kr.pgsdk.sandbox;

import static kr.pgsdk.sandbox.FaultKind.CUT_THEN_EXECUTED;
import static kr.pgsdk.sandbox.FaultKind.STALL_BEFORE_EXECUTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each switch changes; the other tests run with all of them off. */
class SwitchTest {
  private static final OrderId ORDER = OrderId.of("order_1");
  private static final Money PRICE = Money.krw(1_000);
  private static final Duration SOON = Duration.ofSeconds(100);

  private final Sandbox sandbox = Sandbox.start();
  private final Wire toss = Wire.toss(sandbox);
  private Wire iamport;

  @BeforeEach
  void token() throws IOException {
    iamport = Wire.iamport(sandbox);
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private PaymentId paidAtIamport() {
    return sandbox.buyer().onIamport().pay(ORDER, PRICE).paymentId();
  }

  private PaymentId paidAtToss() throws IOException {
    BrowserReturn back = sandbox.buyer().onToss().authenticate(ORDER, PRICE);
    assertThat(confirm(toss, back.paymentId()).status()).isEqualTo(200);
    return back.paymentId();
  }

  private static Wire.Reply confirm(Wire wire, PaymentId id) throws IOException {
    return wire.post(
        "/v1/payments/confirm",
        "{\"paymentKey\":\"%s\",\"orderId\":\"order_1\",\"amount\":1000}".formatted(id));
  }

  private Wire.Reply cancelAtIamport(PaymentId id, String more) throws IOException {
    return iamport.post("/payments/cancel", "{\"imp_uid\":\"%s\"%s}".formatted(id, more));
  }

  private static Wire.Reply cancelAtToss(Wire wire, PaymentId id) throws IOException {
    return wire.post(
        "/v1/payments/" + id + "/cancel", "{\"cancelReason\":\"r\",\"cancelAmount\":100}");
  }

  @Test
  void setBeforeStart_orWhileItRuns() {
    try (Sandbox other =
        Sandbox.builder().switches(Switch.ABSENT_FIELDS, Switch.TRAILING_ZEROS).start()) {
      assertThat(other.switches().isOn(Switch.ABSENT_FIELDS)).isTrue();
      other.switches().off(Switch.ABSENT_FIELDS);
      assertThat(other.switches().isOn(Switch.ABSENT_FIELDS)).isFalse();
      assertThat(other.switches().isOn(Switch.TRAILING_ZEROS)).isTrue();
      assertThat(sandbox.switches().isOn(Switch.TRAILING_ZEROS)).isFalse();
    }
  }

  @Test
  void tossStoresServerErrors_sameKeyGetsThe500Again() throws IOException {
    sandbox.switches().on(Switch.TOSS_STORES_SERVER_ERRORS);
    PaymentId id = sandbox.buyer().onToss().authenticate(ORDER, PRICE).paymentId();
    Wire keyed = toss.header("Idempotency-Key", "k");
    sandbox.toss().inject(Fault.status(500));
    assertThat(confirm(keyed, id).status()).isEqualTo(500);
    assertThat(confirm(keyed, id).status()).isEqualTo(500);
    assertThat(confirm(toss.header("Idempotency-Key", "k2"), id).status()).isEqualTo(200);
  }

  @Test
  void tossReplay_unmarked_orOnTwoLines() throws IOException {
    PaymentId id = paidAtToss();
    Wire keyed = toss.header("Idempotency-Key", "k");
    cancelAtToss(keyed, id);
    sandbox.switches().on(Switch.TOSS_REPLAY_TRACE_ON_TWO_LINES);
    assertThat(cancelAtToss(keyed, id).headers().values("x-tosspayments-trace-id"))
        .hasSize(2)
        .doesNotHaveDuplicates();
    sandbox.switches().on(Switch.TOSS_REPLAY_UNMARKED);
    assertThat(cancelAtToss(keyed, id).headers().values("x-tosspayments-trace-id"))
        .singleElement()
        .asString()
        .matches("[0-9a-f]{32}");
  }

  @Test
  void tossLookup404WhileConfirming() throws Exception {
    sandbox.switches().on(Switch.TOSS_LOOKUP_404_WHILE_CONFIRMING);
    PaymentId id = sandbox.buyer().onToss().authenticate(ORDER, PRICE).paymentId();
    InjectedFault cut = sandbox.toss().inject(Fault.of(CUT_THEN_EXECUTED));
    assertThatThrownBy(() -> confirm(toss, id)).isInstanceOf(IOException.class);

    assertThat(toss.get("/v1/payments/" + id).at("code")).isEqualTo("NOT_FOUND_PAYMENT");
    assertThat(toss.get("/v1/payments/orders/order_1").status()).isEqualTo(404);
    cut.release();
    assertThat(toss.get("/v1/payments/" + id).at("status")).isEqualTo("DONE");
  }

  @Test
  void tossRefundsLater_inProgressUntilSettled_orFailed() throws IOException {
    sandbox.switches().on(Switch.TOSS_REFUNDS_LATER);
    PaymentId id = paidAtToss();
    Wire.Reply pending = cancelAtToss(toss, id);
    assertThat(pending.at("cancels.0.cancelStatus")).isEqualTo("IN_PROGRESS");
    assertThat(pending.at("balanceAmount")).isEqualTo("1000");
    assertThat(sandbox.toss().ledger(id).refunds()).isZero();

    sandbox.toss().settleRefunds(id);
    Wire.Reply settled = toss.get("/v1/payments/" + id);
    assertThat(settled.at("cancels.0.cancelStatus")).isEqualTo("DONE");
    assertThat(settled.at("balanceAmount")).isEqualTo("900");
    assertThat(sandbox.toss().ledger(id).refunds()).isEqualTo(1);
    assertThat(sandbox.toss().ledger(id).entries().get(1).requestId()).isEqualTo(2);

    cancelAtToss(toss, id);
    sandbox.toss().failRefunds(id);
    assertThat(toss.get("/v1/payments/" + id).at("cancels.1.cancelStatus")).isEqualTo("ABORTED");
    sandbox.toss().settleRefunds(id);
    assertThat(sandbox.toss().ledger(id).refunds()).isEqualTo(1);
  }

  @Test
  void tossTimesWithoutOffset() throws IOException {
    sandbox.switches().on(Switch.TOSS_TIMES_WITHOUT_OFFSET);
    PaymentId id = paidAtToss();
    assertThat((String) toss.get("/v1/payments/" + id).at("approvedAt"))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
  }

  @Test
  void iamportChecksumAtomic_twoAtOnce_oneRefund() throws Exception {
    assertThat(refundsOfTwoAtOnce()).isEqualTo(1);
  }

  @Test
  void iamportChecksumNotAtomic_twoAtOnce_twoRefunds() throws Exception {
    sandbox.switches().on(Switch.IAMPORT_CHECKSUM_NOT_ATOMIC);
    assertThat(refundsOfTwoAtOnce()).isEqualTo(2);
  }

  private int refundsOfTwoAtOnce() throws Exception {
    PaymentId id = paidAtIamport();
    InjectedFault stall = sandbox.iamport().inject(Fault.of(STALL_BEFORE_EXECUTION).times(2));
    ExecutorService clients = Executors.newFixedThreadPool(2);
    Callable<Wire.Reply> cancel = () -> cancelAtIamport(id, ",\"amount\":100,\"checksum\":1000");
    List<Future<Wire.Reply>> answers = List.of(clients.submit(cancel), clients.submit(cancel));
    stall.awaitHeld(2, SOON);
    stall.release();
    for (Future<Wire.Reply> answer : answers) {
      assertThat(answer.get(100, TimeUnit.SECONDS).status()).isEqualTo(200);
    }
    clients.shutdown();
    return sandbox.iamport().ledger(id).refunds();
  }

  @Test
  void iamportAlreadyCancelled_inTheCardCompanysWords_alsoAs500() throws IOException {
    sandbox.switches().on(Switch.IAMPORT_ALREADY_CANCELLED_BY_PG_TEXT);
    PaymentId id = paidAtIamport();
    cancelAtIamport(id, "");
    Wire.Reply again = cancelAtIamport(id, "");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.at("code")).isEqualTo("-1");
    assertThat((String) again.at("message")).contains("기취소성공");
    sandbox.switches().on(Switch.IAMPORT_PG_REFUSAL_IS_500);
    assertThat(cancelAtIamport(id, "").status()).isEqualTo(500);
  }

  @Test
  void iamportRefundsLater_codeZeroWithoutHistory_untilSettled() throws IOException {
    sandbox.switches().on(Switch.IAMPORT_REFUNDS_LATER);
    PaymentId id = paidAtIamport();
    Wire.Reply pending = cancelAtIamport(id, ",\"amount\":400");
    assertThat(pending.at("code")).isEqualTo("0");
    assertThat(pending.at("response.status")).isEqualTo("paid");
    assertThat((List<?>) pending.at("response.cancel_history")).isEmpty();
    assertThat(cancelAtIamport(id, ",\"amount\":700").at("code")).isEqualTo("-1");

    sandbox.iamport().settleRefunds(id);
    assertThat(iamport.get("/payments/" + id).at("response.cancel_amount")).isEqualTo("400");
    assertThat(sandbox.iamport().ledger(id).refunded()).isEqualTo(Money.krw(400));
    cancelAtIamport(id, ",\"amount\":100");
    sandbox.iamport().failRefunds(id);
    sandbox.iamport().settleRefunds(id);
    assertThat(sandbox.iamport().ledger(id).refunds()).isEqualTo(1);
  }

  @Test
  void iamportListsHideTestPayments() throws IOException {
    sandbox.switches().on(Switch.IAMPORT_LISTS_HIDE_TEST_PAYMENTS);
    PaymentId id = sandbox.buyer().onIamport().payInTestChannel(ORDER, PRICE).paymentId();
    assertThat(iamport.get("/payments/find/order_1").status()).isEqualTo(404);
    assertThat(iamport.get("/payments/findAll/order_1").status()).isEqualTo(404);
    assertThat(iamport.get("/payments?imp_uid[]=" + id).status()).isEqualTo(404);
    assertThat(iamport.get("/payments/status/all").at("response.total")).isEqualTo("0");
  }

  @Test
  void iamportUnknownStatuses() throws IOException {
    sandbox
        .switches()
        .on(
            Switch.IAMPORT_EMPTY_STATUS_LIST_IS_404,
            Switch.IAMPORT_PAGE_PAST_END_IS_404,
            Switch.IAMPORT_NOT_PREPARED_IS_200,
            Switch.IAMPORT_REFUSES_ENCODED_SLASH);
    assertThat(iamport.get("/payments/status/all").status()).isEqualTo(404);
    paidAtIamport();
    assertThat(iamport.get("/payments/findAll/order_1?page=2").status()).isEqualTo(404);
    Wire.Reply notPrepared = iamport.get("/payments/prepare/order_9");
    assertThat(notPrepared.status()).isEqualTo(200);
    assertThat(notPrepared.at("code")).isEqualTo("1");
    assertThat(iamport.get("/payments/find/a%2fb").headers().get("Content-Type"))
        .startsWith("text/html");
  }

  @Test
  void iamportRevokedStaysReady() throws IOException {
    sandbox.switches().on(Switch.IAMPORT_REVOKED_STAYS_READY);
    PaymentId id = sandbox.buyer().onIamport().chooseVirtualAccount(ORDER, PRICE).paymentId();
    assertThat(iamport.delete("/vbanks/" + id).at("response.status")).isEqualTo("ready");
    assertThat(iamport.delete("/vbanks/" + id).status()).isEqualTo(400);
  }

  @Test
  void iamportOddShapes() throws IOException {
    PaymentId id = paidAtIamport();
    sandbox
        .switches()
        .on(
            Switch.IAMPORT_NO_SANDBOX_FIELD,
            Switch.IAMPORT_CARD_TYPE_NULL,
            Switch.IAMPORT_EMPTY_TEXTS);
    Wire.Reply empty = iamport.get("/payments/" + id);
    assertThat(((Map<?, ?>) empty.at("response")).containsKey("sandbox")).isFalse();
    assertThat(empty.at("response.card_type")).isNull();
    assertThat(empty.at("response.fail_reason")).isEqualTo("");

    sandbox.switches().on(Switch.IAMPORT_CARD_TYPE_AS_TEXT, Switch.ABSENT_FIELDS);
    Wire.Reply absent = iamport.get("/payments/" + id);
    assertThat(absent.at("response.card_type")).isEqualTo("null");
    Map<?, ?> payment = (Map<?, ?>) absent.at("response");
    assertThat(payment.containsKey("fail_reason")).isFalse();
    assertThat(payment.containsKey("cancel_history")).isFalse();
    assertThat(payment.containsKey("amount")).isTrue();
  }

  @Test
  void tossAbsentFields() throws IOException {
    sandbox.switches().on(Switch.ABSENT_FIELDS);
    PaymentId id = paidAtToss();
    Map<?, ?> payment = toss.get("/v1/payments/" + id).json();
    assertThat(payment.containsKey("cancels")).isFalse();
    assertThat(payment.get("status")).isEqualTo("DONE");
  }

  @Test
  void trailingZeros_inForeignCurrencyOnly() throws IOException {
    sandbox.switches().on(Switch.TRAILING_ZEROS);
    Money dollars = Money.of("10.5", "USD");
    PaymentId abroad = sandbox.buyer().onIamport().pay(OrderId.of("abroad"), dollars).paymentId();
    assertThat(iamport.get("/payments/" + abroad).body()).contains("\"amount\":10.50,");
    assertThat(iamport.get("/payments/" + paidAtIamport()).body()).contains("\"amount\":1000,");
    PaymentId atToss = sandbox.buyer().onToss().authenticate(ORDER, dollars).paymentId();
    assertThat(toss.get("/v1/payments/" + atToss).body()).contains("\"totalAmount\":10.50,");
  }
}
