package kr.pgsdk.sandbox;

import static kr.pgsdk.sandbox.FaultKind.STALE_LOOKUP;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.wire.RefundRecord;
import kr.pgsdk.sandbox.wire.RefundRecord.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which request caused what, and what became of it; and what a payment shows of that meanwhile. */
class RefundRecordTest {
  private static final OrderId ORDER = OrderId.of("order_1");
  private static final Money PRICE = Money.krw(1_000);
  private static final String ACCOUNT =
      ",\"refundReceiveAccount\":{\"bank\":\"20\",\"accountNumber\":\"1\",\"holderName\":\"n\"}";

  private final Sandbox sandbox = Sandbox.start();
  private final Wire toss = Wire.toss(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  private PaymentId paidAtToss() throws IOException {
    return confirmed(sandbox.buyer().onToss().authenticate(ORDER, PRICE));
  }

  private PaymentId confirmed(BrowserReturn back) throws IOException {
    Wire.Reply confirmed =
        toss.header("Idempotency-Key", "confirm")
            .post(
                "/v1/payments/confirm",
                "{\"paymentKey\":\"%s\",\"orderId\":\"order_1\",\"amount\":1000}"
                    .formatted(back.paymentId()));
    assertThat(confirmed.status()).isEqualTo(200);
    return back.paymentId();
  }

  private Wire.Reply cancelAtToss(PaymentId id, String key, String more) throws IOException {
    return toss.header("Idempotency-Key", key)
        .post(
            "/v1/payments/" + id + "/cancel",
            "{\"cancelReason\":\"mine\",\"cancelAmount\":100" + more + "}");
  }

  private static List<State> states(RefundRecord record) {
    return record.changes().stream().map(RefundRecord.Change::state).toList();
  }

  @Test
  void ledgerNamesRequestAndKey_andNeitherForTheConsole() throws IOException {
    PaymentId id = paidAtToss();
    cancelAtToss(id, "refund", "");
    sandbox.toss().cancelInConsole(id, Money.krw(100));

    List<LedgerEntry> entries = sandbox.toss().ledger(id).entries();
    assertThat(entries)
        .extracting(LedgerEntry::idempotencyKey)
        .containsExactly("confirm", "refund", null);
    assertThat(entries).extracting(LedgerEntry::requestId).containsExactly(1L, 2L, 0L);
    List<RefundRecord> refunds = SandboxInternals.refunds(sandbox.toss(), id);
    assertThat(refunds).extracting(r -> r.cause().requestId()).containsExactly(2L, 0L);
    assertThat(refunds)
        .extracting(RefundRecord::balanceBefore)
        .containsExactly(PRICE, Money.krw(900));
    assertThat(refunds).allSatisfy(r -> assertThat(r.state()).isEqualTo(State.DONE));
  }

  @Test
  void refundUnderWay_lowersTheBalance_orDoesNot_untilItFails() throws IOException {
    sandbox.switches().on(Switch.TOSS_REFUNDS_LATER);
    PaymentId id = paidAtToss();
    Object before = toss.get("/v1/payments/" + id).at("lastTransactionKey");
    sandbox.switches().on(Switch.TOSS_REFUND_UNDER_WAY_KEEPS_LAST_KEY);
    Wire.Reply taken = cancelAtToss(id, "a", "");
    assertThat(taken.at("balanceAmount")).isEqualTo("1000");
    assertThat(taken.at("status")).isEqualTo("DONE");
    assertThat(taken.at("lastTransactionKey")).isEqualTo(before);
    sandbox.switches().on(Switch.TOSS_REFUND_UNDER_WAY_LOWERS_BALANCE);
    Wire.Reply lowered = toss.get("/v1/payments/" + id);
    assertThat(lowered.at("balanceAmount")).isEqualTo("900");
    assertThat(lowered.at("status")).isEqualTo("PARTIAL_CANCELED");
    assertThat(sandbox.toss().ledger(id).refunds()).isZero();

    sandbox.toss().failRefunds(id);
    assertThat(toss.get("/v1/payments/" + id).at("balanceAmount")).isEqualTo("1000");
    assertThat(states(SandboxInternals.refunds(sandbox.toss(), id).get(0)))
        .containsExactly(State.UNDER_WAY, State.FAILED);
  }

  @Test
  void refundedDeposit_movesMoneyWhenItLands_andNeverIfItBounces() throws IOException {
    PaymentId id = confirmed(sandbox.buyer().onToss().chooseVirtualAccount(ORDER, PRICE));
    sandbox.buyer().onToss().deposit(id);
    assertThat(cancelAtToss(id, "a", ACCOUNT).at("virtualAccount.refundStatus"))
        .isEqualTo("PENDING");
    assertThat(sandbox.toss().ledger(id).refunds()).isZero();
    sandbox.clock().advance(Duration.ofDays(3));
    assertThat(sandbox.toss().ledger(id).refunded()).isEqualTo(Money.krw(100));
    cancelAtToss(id, "b", ACCOUNT);
    sandbox.toss().failRefunds(id);
    Wire.Reply bounced = toss.get("/v1/payments/" + id);
    assertThat(bounced.at("virtualAccount.refundStatus")).isEqualTo("PARTIAL_FAILED");
    assertThat(bounced.at("balanceAmount")).isEqualTo("800");
    assertThat(sandbox.toss().ledger(id).refunds()).isEqualTo(1);
    assertThat(SandboxInternals.refunds(sandbox.toss(), id))
        .extracting(RefundRecord::state)
        .containsExactly(State.DONE, State.FAILED);
  }

  @Test
  void refusedRefunds_moveNothing() throws IOException {
    PaymentId id = paidAtToss();
    sandbox.toss().refuseRefunds(id, "FAILED_INTERNAL_SYSTEM_PROCESSING");
    assertThat(cancelAtToss(id, "a", "").status()).isEqualTo(500);
    assertThat(SandboxInternals.refunds(sandbox.toss(), id)).isEmpty();

    PaymentId other = sandbox.buyer().onIamport().pay(ORDER, PRICE).paymentId();
    sandbox.iamport().refuseRefunds(other, "에스크로 결제입니다.");
    Wire.Reply refused = cancelAtIamport(other);
    assertThat(refused.at("code")).isEqualTo("-1");
    assertThat(refused.at("message")).isEqualTo("에스크로 결제입니다.");
  }

  private Wire.Reply cancelAtIamport(PaymentId id) throws IOException {
    return Wire.iamport(sandbox)
        .post(
            "/payments/cancel",
            "{\"imp_uid\":\"%s\",\"amount\":100,\"reason\":\"[ref] mine\"}".formatted(id));
  }

  @Test
  void iamportsRows_keepTheReason_dropIt_replaceIt_orCutIt() throws IOException {
    PaymentId id = sandbox.buyer().onIamport().pay(ORDER, PRICE).paymentId();
    assertThat(reason(cancelAtIamport(id))).isEqualTo("[ref] mine");
    sandbox.switches().on(Switch.IAMPORT_CUTS_REASONS);
    assertThat(reason(cancelAtIamport(id))).isEqualTo("[ref] ");
    sandbox.switches().on(Switch.IAMPORT_REPLACES_REASONS);
    assertThat(reason(cancelAtIamport(id))).isEqualTo("취소요청api");
    sandbox.switches().on(Switch.IAMPORT_DROPS_REASONS);
    assertThat(reason(cancelAtIamport(id))).isNull();
  }

  private static Object reason(Wire.Reply reply) {
    return reply.at("response.cancel_history.0.reason");
  }

  @Test
  void rowsWithoutIdsAndTimes() throws IOException {
    sandbox.switches().on(Switch.CANCEL_ROWS_WITHOUT_IDS, Switch.CANCEL_ROWS_WITHOUT_TIMES);
    PaymentId id = sandbox.buyer().onIamport().pay(ORDER, PRICE).paymentId();
    Map<?, ?> row = (Map<?, ?>) cancelAtIamport(id).at("response.cancel_history.0");
    assertThat(row.containsKey("cancellation_id")).isFalse();
    assertThat(row.containsKey("cancelled_at")).isFalse();
    Map<?, ?> other = (Map<?, ?>) cancelAtToss(paidAtToss(), "a", "").at("cancels.0");
    assertThat(other.containsKey("transactionKey")).isFalse();
    assertThat(other.containsKey("canceledAt")).isFalse();
  }

  @Test
  void staleLookup_showsThePaymentAsItWas() throws IOException {
    PaymentId id = paidAtToss();
    sandbox.clock().advance(Duration.ofSeconds(20));
    cancelAtToss(id, "a", "");
    sandbox.toss().inject(Fault.of(STALE_LOOKUP).time(Duration.ofSeconds(10)));
    assertThat(toss.get("/v1/payments/" + id).at("balanceAmount")).isEqualTo("1000");
    assertThat(toss.get("/v1/payments/" + id).at("balanceAmount")).isEqualTo("900");

    PaymentId other = sandbox.buyer().onIamport().pay(ORDER, PRICE).paymentId();
    Wire iamport = Wire.iamport(sandbox);
    sandbox.iamport().inject(Fault.of(STALE_LOOKUP).time(Duration.ofSeconds(10)));
    assertThat(iamport.get("/payments/" + other).at("response.status")).isEqualTo("ready");
  }

  @Test
  void promotion_takesOffThePrice_andSaysSo() throws IOException {
    BrowserReturn back = sandbox.buyer().onIamport().payWithPromotion(ORDER, PRICE, Money.krw(100));
    assertThat(back.amount()).isEqualTo(PRICE);
    Wire.Reply shown = Wire.iamport(sandbox).get("/payments/" + back.paymentId());
    assertThat(shown.at("response.amount")).isEqualTo("900");
    assertThat(shown.at("response.promotion.discount")).isEqualTo("100");
    assertThat(sandbox.iamport().ledger(back.paymentId()).captured()).isEqualTo(Money.krw(900));
  }
}
