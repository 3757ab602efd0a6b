package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.durable.Attention;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.durable.Resolution;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.database.Pool;
import kr.pgsdk.durable.store.JdbcPaymentStore;
import kr.pgsdk.durable.store.RefundRow.State;
import kr.pgsdk.sandbox.log.LogCapture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.Level;

/** What the gateway shows contradicts the store: nothing is overwritten silently. */
@Timeout(100)
class RefundAlarmsTest {
  private static final Money PRICE = DurableShop.PRICE;

  private final OrderId order = OrderId.random();
  private Clock clock = Clock.systemUTC();
  private LogCapture log;
  private Sandbox sandbox;
  private DurableShop shop;
  private BrowserReturn back;
  private Shop at;

  @BeforeEach
  void listen() {
    log = LogCapture.at(Level.ERROR);
  }

  @AfterEach
  void stop() {
    shop.close();
    sandbox.close();
    log.close();
  }

  private void open(Shop gateway, Switch... on) {
    at = gateway;
    sandbox = Sandbox.builder().clock(clock).switches(on).start();
    shop = DurableShop.open(Pool.of(Database.H2.open(), 2), at, sandbox);
    shop.payments.open(OpenOrder.builder(order, PRICE).orderName("T-shirt").build());
  }

  private void paidAt(Shop gateway, Switch... on) {
    open(gateway, on);
    back = at.checkout(sandbox, order, PRICE);
    shop.payments.returned(DurableShop.back(at, back));
  }

  private Refund part(String id, int won) {
    return Refund.partial(id, order, Money.krw(won), "returned").build();
  }

  private State state(String id) {
    return shop.payments.refundState(id).orElseThrow().state();
  }

  private void hint(BrowserReturn of) {
    shop.payments.notified(DurableShop.webhook(at, of));
    shop.letTimePass();
  }

  private void assertListed(Attention.Kind kind, String refundId) {
    assertThat(shop.payments.attention(10))
        .singleElement()
        .satisfies(one -> assertThat(one.kind()).isEqualTo(kind))
        .satisfies(one -> assertThat(one.subject()).isEqualTo(refundId));
    assertThat(log.lines())
        .anySatisfy(line -> assertThat(line.text()).contains("refund " + refundId));
  }

  private List<String> history() {
    return shop.payments.order(order).orElseThrow().history().stream()
        .map(line -> line.what())
        .toList();
  }

  /** A gateway that something happens to between the end of a cancel and the caller's next step. */
  private DurablePayments afterCancel(Runnable what) {
    return DurablePayments.builder(
            JdbcPaymentStore.builder(shop.database).build(), (event, delivery) -> {})
        .account("main", AnsweredGateway.after("cancel", shop.gateway, what))
        .build();
  }

  /** A server that stood still with the answer in its hands, until a person took it for lost. */
  private void resolvedAsNotDone(String refundId) {
    shop.run("update pay_refund set state='UNKNOWN', sent_until=1");
    shop.payments.resolve(refundId, Resolution.NOT_DONE, "kim", "not in the console");
    assertThat(state(refundId)).isEqualTo(State.RESOLVED);
  }

  @ParameterizedTest
  @EnumSource
  void theAnswerThatComesAfterAPersonSaidNotDone_isRecorded_andOnTheList(Shop gateway) {
    paidAt(gateway);
    try (DurablePayments late = afterCancel(() -> resolvedAsNotDone("r1"))) {
      assertThat(late.refund(part("r1", 5_000)).state()).isEqualTo(State.DONE);
    }
    assertThat(shop.payments.refundState("r1").orElseThrow().done()).contains(Money.krw(5_000));
    assertListed(Attention.Kind.REFUND_CONTRADICTED, "r1");
    assertThat(history()).containsSubsequence("RESOLVED_NOT_DONE", "REFUND_DONE");

    assertThatThrownBy(() -> shop.payments.resolve("r1", Resolution.NOT_DONE, "kim", "no"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("went back");
    shop.payments.purge(Instant.now().plusSeconds(60));
    shop.payments.resolve("r1", Resolution.DONE, "kim", "told the buyer");
    shop.payments.resolve("r1", Resolution.DONE, "kim", "told the buyer");
    assertThat(shop.payments.attention(10)).isEmpty();
    assertThat(history()).filteredOn("RESOLVED_DONE"::equals).hasSize(1);
    shop.letTimePass();
    assertThat(shop.booked()).contains("OrderPaid 15000");
  }

  @ParameterizedTest
  @EnumSource
  void theCancelThatALookupShowsAfterAPersonSaidNotDone_isRecorded_andOnTheList(Shop gateway) {
    paidAt(gateway);
    shop.payments.refund(part("r1", 5_000));
    shop.run("delete from pay_refund_row");
    shop.run("update pay_payment set cancelled=0, balance=15000, status='PAID'");
    resolvedAsNotDone("r1");

    hint(back);
    assertThat(state("r1")).isEqualTo(State.DONE);
    assertListed(Attention.Kind.REFUND_CONTRADICTED, "r1");
    shop.payments.resolve("r1", Resolution.DONE, "kim", "seen");
    hint(back);
    assertThat(shop.payments.attention(10)).isEmpty();
  }

  @Test
  void whatIsAcceptedAfterAPersonSaidNotDone_isOpenAgain_andEnds() {
    paidAt(Shop.TOSS, Switch.TOSS_REFUNDS_LATER);
    boolean[] told = new boolean[1];
    try (DurablePayments late =
        afterCancel(
            () -> {
              if (!told[0]) {
                told[0] = true;
                resolvedAsNotDone("r1");
              }
            })) {
      assertThat(late.refund(part("r1", 5_000)).state()).isEqualTo(State.PENDING);
    }
    assertListed(Attention.Kind.REFUND_CONTRADICTED, "r1");
    sandbox.toss().settleRefunds(back.paymentId());
    shop.letTimePass();
    assertThat(state("r1")).isEqualTo(State.DONE);
    assertListed(Attention.Kind.REFUND_CONTRADICTED, "r1");
  }

  /** Somebody cancels by hand and copies the reason of the refund. */
  private void cancelWithTheReferenceOf(Refund refund, PaymentId payment) {
    String reason =
        shop.gateway
            .find(PaymentLookup.byPaymentId(back.paymentId()))
            .orElseThrow()
            .cancels()
            .get(0)
            .reason()
            .orElseThrow();
    String reference = reason.substring(1, reason.indexOf(']'));
    shop.gateway.cancel(
        CancelRequest.partial(payment, Money.krw(1_000), "again").reference(reference).build());
  }

  @ParameterizedTest
  @EnumSource
  void twoCancelsOfOneRefund_areOnTheList_untilAPersonHasLooked(Shop gateway) {
    paidAt(gateway);
    Refund refund = part("r1", 5_000);
    shop.payments.refund(refund);
    cancelWithTheReferenceOf(refund, back.paymentId());

    hint(back);
    assertThat(state("r1")).isEqualTo(State.DONE);
    assertListed(Attention.Kind.REFUNDED_TWICE, "r1");
    hint(back);
    assertThat(history()).filteredOn("REFUNDED_TWICE"::equals).hasSize(1);
    shop.payments.resolve("r1", Resolution.DONE, "kim", "the buyer got 1,000 more");
    hint(back);
    assertThat(shop.payments.attention(10)).isEmpty();
    assertThat(shop.booked())
        .containsExactly("OrderPaid 15000", "MoneyReturned -5000", "MoneyReturned -1000");
  }

  /**
   * Without a number a cancel is known by its time, which changes when it is carried out; another
   * one may then be known by the first time.
   */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCancelThatIsKnownByAnotherTimeOnceItIsDone_isNoSecondOne(boolean console) {
    clock = Clock.fixed(Instant.now(), ZoneOffset.UTC);
    paidAt(Shop.TOSS, Switch.TOSS_REFUNDS_LATER, Switch.CANCEL_ROWS_WITHOUT_IDS);
    assertThat(shop.payments.refund(part("r1", 5_000)).state()).isEqualTo(State.PENDING);
    hint(back);
    if (console) {
      sandbox.toss().cancelInConsole(back.paymentId(), Money.krw(5_000));
    }
    sandbox.clock().advance(Duration.ofMinutes(1));
    sandbox.toss().settleRefunds(back.paymentId());
    hint(back);
    hint(back);
    assertThat(state("r1")).isEqualTo(State.DONE);
    assertThat(shop.payments.attention(10)).isEmpty();
    assertThat(log.lines()).isEmpty();
    List<String> owners =
        JdbcPaymentStore.builder(shop.database)
            .build()
            .inNew(
                session ->
                    session.payments(order.value()).stream()
                        .flatMap(payment -> session.cancels(payment.key()).stream())
                        .map(row -> row.state() + " " + row.refundId())
                        .toList());
    List<String> ours = List.of("DONE r1");
    assertThat(owners)
        .containsExactlyInAnyOrderElementsOf(console ? List.of("DONE r1", "DONE null") : ours);
  }

  /** The cancels of all payments of an order are looked at: the store has one for each refund. */
  @Test
  void theReferenceOnAnotherPaymentOfTheOrder_isOnTheList_andTheOrderIsRecordedAllTheSame() {
    open(Shop.IAMPORT);
    IamportBuyer buyer = sandbox.buyer().onIamport();
    back = buyer.abandon(order, PRICE);
    BrowserReturn other = buyer.abandon(order, PRICE);
    for (BrowserReturn window : List.of(back, other)) {
      buyer.payAfterAll(window.paymentId());
      shop.payments.returned(DurableShop.back(at, window));
    }
    Refund refund = part("r1", 5_000);
    shop.payments.refund(refund);
    cancelWithTheReferenceOf(refund, other.paymentId());

    hint(other);
    assertThat(shop.booked())
        .containsExactly(
            "OrderPaid 15000",
            "DuplicatePayment 15000",
            "MoneyReturned -5000",
            "MoneyReturned -1000");
    assertThat(shop.payments.attention(10))
        .extracting(Attention::kind)
        .containsExactly(Attention.Kind.REFUNDED_TWICE, Attention.Kind.MONEY_MISPLACED);
    assertThat(shop.payments.stats().due()).isZero();
  }

  /** Refund r1 stands as done by the gateway's word, and no cancel of it is there. */
  private void doneWithoutACancel() {
    shop.payments.requestRefund(part("r1", 5_000));
    shop.run(
        "update pay_refund set state='DONE', done_amount=5000, account='main', ended_at=created_at,"
            + " payment_id=(select payment_id from pay_payment)");
  }

  private void assertNoAlarm() {
    assertThat(shop.payments.attention(10)).isEmpty();
    assertThat(log.lines()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void moreRefundsThanCancels_areOnTheList_andAPersonMaySayWhichWasNotDone(Shop gateway) {
    paidAt(gateway);
    doneWithoutACancel();
    assertThat(shop.payments.refund(part("r2", 3_000)).state()).isEqualTo(State.DONE);
    shop.letTimePass();
    assertNoAlarm(); // a lookup may be older than the refund
    shop.run("update pay_refund set ended_at=1");
    shop.letTimePass();
    assertListed(Attention.Kind.REFUND_CONTRADICTED, "r2");
    assertThatThrownBy(() -> shop.payments.resolve("r1", Resolution.NOT_DONE, "kim", "x"))
        .isInstanceOf(IllegalStateException.class);
    shop.payments.resolve("r2", Resolution.NOT_DONE, "kim", "not in the console");
    assertThat(state("r2")).isEqualTo(State.RESOLVED);
    assertThat(shop.payments.attention(10)).isEmpty();
  }

  /** What the look after a refund shows may be older than the refund. */
  @ParameterizedTest
  @EnumSource
  void aViewFromBeforeTheRefund_isNoAlarm(Shop gateway) {
    paidAt(gateway);
    assertThat(shop.payments.refund(part("r1", 5_000)).state()).isEqualTo(State.DONE);
    shop.run("update pay_payment set cancelled=0, balance=15000, status='PAID'");
    for (int i = 0; i < 2; i++) {
      shop.run("update pay_work set due_at=1 where kind='REFUND'");
      shop.letTimePass();
      shop.run("update pay_refund set ended_at=1");
    }
    assertNoAlarm();
  }

  /** A person may see a refund in the payment company's console days before PortOne shows it. */
  @Test
  void whatAPersonTookForDone_andTheCompanyShowsLater_isNoAlarm() {
    paidAt(Shop.IAMPORT, Switch.IAMPORT_REFUNDS_LATER);
    assertThat(shop.payments.refund(part("r1", 5_000)).state()).isEqualTo(State.PENDING);
    shop.run("update pay_refund set created_at=1");
    shop.payments.resolve("r1", Resolution.DONE, "kim", "accepted, by the company's console");
    sandbox.switches().off(Switch.IAMPORT_REFUNDS_LATER);
    assertThat(shop.payments.refund(part("r2", 3_000)).state()).isEqualTo(State.DONE);
    shop.run("update pay_refund set ended_at=1");
    shop.run("update pay_work set due_at=1 where kind='REFUND'");
    shop.letTimePass();
    assertNoAlarm();
  }
}
