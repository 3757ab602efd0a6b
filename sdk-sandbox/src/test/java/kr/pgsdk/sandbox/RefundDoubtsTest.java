package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.Attention;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.durable.RefundView;
import kr.pgsdk.durable.Resolution;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.database.Pool;
import kr.pgsdk.durable.store.JdbcPaymentStore;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.durable.store.RefundRow.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A refund in doubt, and the other refunds of its payment. */
@Timeout(100)
class RefundDoubtsTest {
  private static final Money PRICE = DurableShop.PRICE;

  private final OrderId order = OrderId.random();
  private Sandbox sandbox;
  private DurableShop shop;
  private BrowserReturn back;
  private Shop at;

  @AfterEach
  void stop() {
    shop.close();
    sandbox.close();
  }

  private void paidAt(Shop gateway, Switch... on) {
    at = gateway;
    sandbox = Sandbox.builder().switches(on).start();
    shop = DurableShop.open(Pool.of(Database.H2.open(), 2), at, sandbox);
    shop.payments.open(OpenOrder.builder(order, PRICE).orderName("T-shirt").build());
    back = at.checkout(sandbox, order, PRICE);
    shop.payments.returned(DurableShop.back(at, back));
  }

  private Refund part(String id, int won) {
    return Refund.partial(id, order, Money.krw(won), "returned").build();
  }

  private State refund(Refund refund) {
    return shop.payments.refund(refund).state();
  }

  private RefundView view(String id) {
    return shop.payments.refundState(id).orElseThrow();
  }

  private RefundRow row(String id) {
    return JdbcPaymentStore.builder(shop.database)
        .build()
        .inNew(session -> session.refund(id).orElseThrow());
  }

  private State state(String id) {
    return view(id).state();
  }

  private Ledger ledger() {
    return at.server(sandbox).ledger(order);
  }

  private long posts() {
    return at.server(sandbox).journal().entries().stream()
        .filter(entry -> entry.method().equals("POST"))
        .filter(entry -> entry.path().startsWith(at.cancelPath(back.paymentId())))
        .count();
  }

  /** The next refund's answer is lost, and so is each lookup after it. */
  private void inDoubt(Refund refund, FaultKind fault) {
    SandboxGateway server = at.server(sandbox);
    server.inject(Fault.of(fault).on("POST", at.cancelPath(back.paymentId())).always());
    server.inject(
        Fault.of(FaultKind.CUT_AFTER_READ)
            .on("GET", at.findPath(back.paymentId()))
            .when(lookup -> posts() > 0)
            .always());
    assertThat(refund(refund)).isEqualTo(State.UNKNOWN);
    server.clearFaults();
  }

  /** As if the time in which the gateway may still work on it were over. */
  private void letItsWorkEnd() {
    shop.run("update pay_refund set sent_until=1 where state='UNKNOWN'");
  }

  @ParameterizedTest
  @EnumSource
  void whileItMayBeWorkedOn_everyOtherWaits_andAfterItAPartOfAnotherAmountGoes(Shop gateway) {
    paidAt(gateway);
    inDoubt(part("r1", 5_000), FaultKind.ANSWER_LOST);
    long before = posts();
    assertThat(refund(part("r2", 3_000))).isEqualTo(State.NEW);
    assertThat(view("r2").message().orElseThrow()).contains("waits for refund r1");
    assertThat(posts()).isEqualTo(before);

    letItsWorkEnd();
    assertThat(refund(part("r2", 3_000))).isEqualTo(State.DONE);
    assertThat(state("r1")).isEqualTo(State.UNKNOWN);
    shop.letTimePass();
    assertThat(state("r1")).isEqualTo(State.DONE);
    assertThat(view("r1").done()).contains(Money.krw(5_000));
    assertThat(ledger().refunds()).isEqualTo(2);
    assertThat(ledger().refunded()).isEqualTo(Money.krw(8_000));
    assertThat(shop.payments.attention(10)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aDoubtThatWasNeverExecuted_isSentAtTheBalanceThatTheOtherLeft(Shop gateway) {
    paidAt(gateway);
    inDoubt(part("r1", 5_000), FaultKind.CUT_AFTER_READ);
    letItsWorkEnd();
    assertThat(refund(part("r2", 3_000))).isEqualTo(State.DONE);
    for (int i = 0; i < 3; i++) {
      shop.letTimePass();
    }
    assertThat(state("r1")).isEqualTo(State.DONE);
    assertThat(ledger().refunds()).isEqualTo(2);
    assertThat(ledger().refunded()).isEqualTo(Money.krw(8_000));
  }

  @ParameterizedTest
  @EnumSource
  void aPartOfTheSameAmountGoes_whereTheReferenceTellsThemApart(Shop gateway) {
    paidAt(gateway);
    inDoubt(part("r1", 5_000), FaultKind.ANSWER_LOST);
    letItsWorkEnd();
    State second = refund(part("r2", 5_000));
    assertThat(second).isEqualTo(gateway == Shop.TOSS ? State.DONE : State.NEW);
    assertThat(state("r1")).isEqualTo(State.UNKNOWN);
    for (int i = 0; i < 3; i++) {
      shop.letTimePass();
    }
    assertThat(state("r1")).isEqualTo(State.DONE);
    assertThat(state("r2")).isEqualTo(State.DONE);
    assertThat(ledger().refunds()).isEqualTo(2);
    assertThat(ledger().refunded()).isEqualTo(Money.krw(10_000));
  }

  @ParameterizedTest
  @EnumSource
  void aRefundOfAllWaitsForADoubt_andADoubtOfAllIsWaitedFor(Shop gateway) {
    paidAt(gateway);
    inDoubt(part("r1", 5_000), FaultKind.ANSWER_LOST);
    letItsWorkEnd();
    Refund rest = Refund.full("all", order, "the rest").build();
    assertThat(refund(rest)).isEqualTo(State.NEW);
    assertThat(ledger().refunds()).isEqualTo(1);
    shop.letTimePass(); // r1 has ended: that wakes the other one
    shop.letTimePass();
    assertThat(state("all")).isEqualTo(State.DONE);
    assertThat(ledger().refunded()).isEqualTo(PRICE);
  }

  @ParameterizedTest
  @EnumSource
  void aPartWaitsForADoubtOfAll(Shop gateway) {
    paidAt(gateway);
    inDoubt(Refund.full("all", order, "cancelled").build(), FaultKind.ANSWER_LOST);
    letItsWorkEnd();
    assertThat(refund(part("r2", 3_000))).isEqualTo(State.NEW);
    assertThat(ledger().refunds()).isEqualTo(1);
    shop.letTimePass();
    shop.letTimePass();
    assertThat(state("all")).isEqualTo(State.DONE);
    assertThat(state("r2")).isEqualTo(State.REFUSED); // nothing is left of the payment
    assertThat(ledger().refunded()).isEqualTo(PRICE);
  }

  /**
   * Toss accepts a refund, answers 5xx and keeps no record of the key; its lookups are behind, and
   * the balance stays until the refund is done, so that nothing at Toss stops a second one.
   */
  @Test
  void acceptedUnderAServerError_lookupsAreBehind_isNotSentAgain_andIsFound() {
    paidAt(Shop.TOSS, Switch.TOSS_REFUNDS_LATER);
    SandboxGateway toss = at.server(sandbox);
    String cancel = at.cancelPath(back.paymentId());
    toss.inject(Fault.status(500).executed().on("POST", cancel).always());
    Duration behind = Duration.ofSeconds(30);
    sandbox.clock().advance(behind.multipliedBy(2)); // they show the payment, and it is paid
    toss.inject(
        Fault.of(FaultKind.STALE_LOOKUP)
            .time(behind)
            .on("GET", at.findPath(back.paymentId()))
            .always());
    assertThat(refund(part("r1", 5_000))).isEqualTo(State.UNKNOWN);
    for (int i = 0; i < 3; i++) {
      assertThat(refund(part("r1", 5_000))).isEqualTo(State.UNKNOWN);
    }
    assertThat(posts()).isEqualTo(1);

    toss.clearFaults();
    assertThat(refund(part("r1", 5_000))).isEqualTo(State.PENDING);
    toss.settleRefunds(back.paymentId());
    shop.letTimePass();
    assertThat(state("r1")).isEqualTo(State.DONE);
    assertThat(posts()).isEqualTo(1);
    assertThat(ledger().refunded()).isEqualTo(Money.krw(5_000));
  }

  /** What was not executed is finished all the same, by the server that comes next. */
  @ParameterizedTest
  @EnumSource
  void refusedByAServerErrorThatExecutedNothing_isFinished_onceItsWorkIsOver(Shop gateway) {
    paidAt(gateway);
    at.server(sandbox)
        .inject(Fault.status(503).on("POST", at.cancelPath(back.paymentId())).times(1));
    assertThat(refund(part("r1", 5_000))).isEqualTo(State.UNKNOWN);
    assertThat(posts()).isEqualTo(1);

    letItsWorkEnd();
    shop.letTimePass(); // proved at Toss
    shop.letTimePass();
    assertThat(state("r1")).isEqualTo(State.DONE);
    assertThat(posts()).isEqualTo(2);
    assertThat(ledger().refunds()).isEqualTo(1);
  }

  /** The payment company refunds later: nothing shows the doubt until it has. */
  @Test
  void aDoubtThatNoRuleEnds_letsTheOthersGo_andIsFoundWhenItsCancelTurnsUp() {
    paidAt(Shop.IAMPORT, Switch.IAMPORT_REFUNDS_LATER);
    inDoubt(part("r1", 5_000), FaultKind.ANSWER_LOST);
    assertThat(row("r1").slot()).isNotNull();
    shop.letTimePass();
    assertThat(state("r1")).isEqualTo(State.UNKNOWN);
    assertThat(row("r1").slot()).isNull();
    assertThat(refund(part("r2", 3_000))).isEqualTo(State.PENDING);
    assertThat(view("r2").done()).isEmpty();
    assertThat(refund(part("twin", 5_000))).isEqualTo(State.NEW);
    assertThat(posts()).isEqualTo(2);
    shop.run("update pay_refund set created_at=1");
    assertThat(shop.payments.attention(10))
        .filteredOn(one -> one.kind() == Attention.Kind.REFUND_NOT_SENT)
        .singleElement()
        .satisfies(one -> assertThat(one.reason()).contains("waits for refund r1"));

    sandbox.iamport().settleRefunds(back.paymentId());
    for (int i = 0; i < 3; i++) {
      shop.letTimePass();
    }
    assertThat(state("r1")).isEqualTo(State.DONE);
    assertThat(state("r2")).isEqualTo(State.DONE);
    assertThat(view("r2").done()).contains(Money.krw(3_000));
    assertThat(state("twin")).isEqualTo(State.PENDING);
    sandbox.iamport().settleRefunds(back.paymentId());
    shop.letTimePass();
    assertThat(state("twin")).isEqualTo(State.DONE);
    assertThat(ledger().refunds()).isEqualTo(3);
    assertThat(ledger().refunded()).isEqualTo(Money.krw(13_000));
  }

  /** Nothing but the amount tells the two cancels apart then. */
  @ParameterizedTest
  @EnumSource(
      value = Switch.class,
      names = {"IAMPORT_DROPS_REASONS", "IAMPORT_REPLACES_REASONS", "IAMPORT_CUTS_REASONS"})
  void theCancelOfADoubt_isNeverTakenForTheOthers_whoeverIsFirst(Switch reasons) {
    paidAt(Shop.IAMPORT, Switch.IAMPORT_REFUNDS_LATER, reasons);
    inDoubt(part("r1", 5_000), FaultKind.ANSWER_LOST);
    shop.letTimePass();
    assertThat(refund(part("r2", 3_000))).isEqualTo(State.PENDING);
    assertThat(refund(part("twin", 5_000))).isEqualTo(State.NEW);
    sandbox.iamport().settleRefunds(back.paymentId());
    shop.letTimePass();
    assertThat(ledger().refunds()).isEqualTo(2);
    assertThat(state("r1")).isIn(State.DONE, State.UNKNOWN);
    assertThat(state("r2")).isIn(State.DONE, State.PENDING);
  }

  @Test
  void aPersonWhoEndsTheDoubt_letsTheRefundGoThatWaitedForIt() {
    paidAt(Shop.IAMPORT, Switch.IAMPORT_REFUNDS_LATER);
    inDoubt(part("r1", 5_000), FaultKind.CUT_AFTER_READ);
    letItsWorkEnd();
    assertThat(refund(part("r2", 5_000))).isEqualTo(State.NEW);
    shop.payments.resolve("r1", Resolution.NOT_DONE, "kim", "the console shows nothing");
    shop.payments.resume(Duration.ofSeconds(30)); // it is due at once
    assertThat(state("r2")).isEqualTo(State.PENDING);
    assertThat(posts()).isEqualTo(2);
  }

  /** The gateway refuses for the balance, and no lookup says so: the refund itself is as it was. */
  @ParameterizedTest
  @EnumSource
  void theBalanceChangesWhileItIsOnItsWay_andTheLookupFails_itIsSentAgain(Shop gateway)
      throws Exception {
    paidAt(gateway);
    SandboxGateway server = at.server(sandbox);
    InjectedFault onItsWay =
        server.inject(
            Fault.of(FaultKind.STALL_BEFORE_EXECUTION).on("POST", at.cancelPath(back.paymentId())));
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<State> refund = thread.submit(() -> refund(part("r1", 5_000)));
      onItsWay.awaitHeld(1, Duration.ofSeconds(100));
      server.cancelInConsole(back.paymentId(), Money.krw(1_000));
      server.inject(
          Fault.of(FaultKind.CUT_AFTER_READ).on("GET", at.findPath(back.paymentId())).always());
      onItsWay.release();
      assertThat(refund.get()).isEqualTo(State.NEW);
    } finally {
      thread.shutdownNow();
    }
    server.clearFaults();
    shop.letTimePass();
    assertThat(state("r1")).isEqualTo(State.DONE);
    assertThat(ledger().refunded()).isEqualTo(Money.krw(6_000));
  }

  /** However often it is asked for, or can't be sent, its history stays short. */
  @ParameterizedTest
  @EnumSource
  void aDoubtStandsInTheHistoryOnce_andItsEndSaysHowOftenItWasSent(Shop gateway) {
    paidAt(gateway);
    inDoubt(part("r1", 5_000), FaultKind.CUT_AFTER_READ);
    at.server(sandbox).inject(Fault.of(FaultKind.CUT_AFTER_READ).always());
    for (int i = 0; i < 5; i++) {
      shop.payments.requestRefund(part("r1", 5_000));
      shop.letTimePass();
    }
    at.server(sandbox).clearFaults();
    shop.letTimePass();
    assertThat(state("r1")).isEqualTo(State.DONE);
    assertThat(shop.payments.order(order).orElseThrow().history())
        .filteredOn(line -> line.what().startsWith("REFUND_"))
        .extracting(line -> line.what() + " " + line.detail())
        .hasSize(3)
        .contains("REFUND_REQUESTED refund r1", "REFUND_UNKNOWN refund r1")
        .last()
        .asString()
        .matches("REFUND_DONE refund r1, sent [0-9]+ times");
  }
}
