package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.Arrival;
import kr.pgsdk.durable.Checkout;
import kr.pgsdk.durable.Closing;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.durable.RefundView;
import kr.pgsdk.durable.Resolution;
import kr.pgsdk.durable.store.RefundRow;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Durable payments of a shop on both gateways: what stands in its database at the end. */
@Timeout(100)
class DurablePaymentsTest {
  private static final Money PRICE = DurableShop.PRICE;

  private final OrderId order = OrderId.random();
  private Sandbox sandbox;
  private DataSource database;
  private DurableShop shop;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start();
    JdbcDataSource source = new JdbcDataSource();
    source.setUrl("jdbc:h2:mem:shop" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    database = source;
  }

  @AfterEach
  void stop() {
    if (shop != null) {
      shop.close();
    }
    sandbox.close();
  }

  private BrowserReturn paidAt(Shop at) {
    shop = DurableShop.open(database, at, sandbox);
    open();
    return at.checkout(sandbox, order, PRICE);
  }

  private void open() {
    assertThat(shop.payments.open(OpenOrder.builder(order, PRICE).orderName("T-shirt").build()))
        .isInstanceOf(Checkout.Ready.class);
  }

  private Arrival returned(Shop at, BrowserReturn back) {
    return shop.payments.returned(DurableShop.back(at, back));
  }

  @ParameterizedTest
  @EnumSource
  void aPaidOrderIsDeliveredOnce(Shop at) {
    BrowserReturn back = paidAt(at);
    assertThat(returned(at, back)).isInstanceOf(Arrival.Paid.class);
    assertThat(returned(at, back)).isInstanceOf(Arrival.Paid.class);
    assertThat(shop.payments.notified(DurableShop.webhook(at, back))).isEqualTo(200);
    shop.letTimePass();
    assertThat(shop.booked()).containsExactly("OrderPaid 15000");
    assertThat(at.server(sandbox).ledger(order).captures()).isEqualTo(1);
    assertThat(shop.payments.open(OpenOrder.builder(order, PRICE).build()))
        .isInstanceOf(Checkout.Paid.class);
  }

  @ParameterizedTest
  @EnumSource
  void aHandlerThatFailsIsToldAgain_andThePaymentStands(Shop at) {
    BrowserReturn back = paidAt(at);
    shop.failure = new IllegalStateException("out of stock");
    assertThat(returned(at, back)).isInstanceOf(Arrival.Paid.class);
    assertThat(shop.booked()).isEmpty();
    assertThat(shop.payments.order(order).orElseThrow().handlerError().orElseThrow())
        .contains("IllegalStateException")
        .doesNotContain("out of stock");
    shop.failure = null;
    shop.letTimePass();
    assertThat(shop.booked()).containsExactly("OrderPaid 15000");
    assertThat(shop.payments.order(order).orElseThrow().delivered()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aLostAnswerIsFoundOutByResume(Shop at) {
    BrowserReturn back = paidAt(at);
    at.server(sandbox).inject(Fault.of(FaultKind.ANSWER_LOST).always());
    assertThat(returned(at, back)).isInstanceOf(Arrival.UnderWay.class);
    assertThat(shop.booked()).isEmpty();
    at.server(sandbox).clearFaults();
    shop.letTimePass();
    assertThat(shop.booked()).containsExactly("OrderPaid 15000");
    assertThat(at.server(sandbox).ledger(order).captures()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aWebhookAloneDeliversTheOrder_whereTheCheckoutCaptures(Shop at) {
    BrowserReturn back = paidAt(at);
    shop.payments.notified(DurableShop.webhook(at, back));
    shop.payments.resume(Duration.ofSeconds(30));
    boolean captured = at != Shop.TOSS;
    assertThat(shop.booked()).isEqualTo(captured ? List.of("OrderPaid 15000") : List.of());
  }

  @ParameterizedTest
  @EnumSource
  void aRefusedCardFreesTheOrderForAnother(Shop at) {
    shop = DurableShop.open(database, at, sandbox);
    open();
    BrowserReturn refused = at.checkoutWithRefusedCard(sandbox, order, PRICE);
    assertThat(returned(at, refused))
        .isInstanceOfSatisfying(
            Arrival.NotPaid.class, no -> assertThat(no.why()).isEqualTo(Arrival.Reason.REFUSED));
    BrowserReturn paid = at.checkout(sandbox, order, PRICE);
    assertThat(returned(at, paid)).isInstanceOf(Arrival.Paid.class);
    assertThat(shop.booked()).containsExactly("OrderPaid 15000");
  }

  @ParameterizedTest
  @EnumSource
  void anUnknownOrderSendsAndWritesNothing(Shop at) {
    shop = DurableShop.open(database, at, sandbox);
    BrowserReturn back = at.checkout(sandbox, order, PRICE);
    int before = at.server(sandbox).journal().entries().size();
    assertThat(returned(at, back))
        .isEqualTo(new Arrival.NotPaid(Arrival.Reason.UNKNOWN_ORDER, Optional.empty()));
    assertThat(shop.payments.notified(DurableShop.webhook(at, back))).isEqualTo(200);
    assertThat(shop.payments.resume(Duration.ofSeconds(5)).orders()).isZero();
    assertThat(at.server(sandbox).journal().entries()).hasSize(before);
  }

  @ParameterizedTest
  @EnumSource
  void aVirtualAccountIsShown_andItsDepositIsDelivered(Shop at) {
    shop = DurableShop.open(database, at, sandbox);
    open();
    BrowserReturn back = at.chooseVirtualAccount(sandbox, order, PRICE);
    assertThat(returned(at, back))
        .isInstanceOfSatisfying(
            Arrival.AwaitingDeposit.class,
            a -> assertThat(a.payment().virtualAccount()).isPresent());
    assertThat(returned(at, back)).isInstanceOf(Arrival.AwaitingDeposit.class);
    at.deposit(sandbox, back.paymentId());
    shop.payments.notified(DurableShop.webhook(at, back));
    shop.letTimePass();
    assertThat(shop.booked()).containsExactly("AwaitingDeposit 0", "OrderPaid 15000");
  }

  @ParameterizedTest
  @EnumSource
  void aRefundGoesOnce_whoeverAsks(Shop at) {
    BrowserReturn back = paidAt(at);
    returned(at, back);
    Refund refund =
        Refund.partial("return-1", order, Money.krw(5_000), "one item returned").build();
    RefundView view = shop.payments.refund(refund);
    assertThat(view.state()).isEqualTo(RefundRow.State.DONE);
    assertThat(view.done()).contains(Money.krw(5_000));
    assertThat(shop.payments.refund(refund).state()).isEqualTo(RefundRow.State.DONE);
    shop.letTimePass();
    assertThat(at.server(sandbox).ledger(order).refunded()).isEqualTo(Money.krw(5_000));
    assertThat(shop.booked()).containsExactly("OrderPaid 15000", "MoneyReturned -5000");
    assertThatThrownBy(
            () ->
                shop.payments.refund(
                    Refund.partial("return-1", order, Money.krw(6_000), "other").build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("return-1");
  }

  @ParameterizedTest
  @EnumSource
  void aRefundWhoseAnswerIsLostIsFoundOut(Shop at) throws Exception {
    BrowserReturn back = paidAt(at);
    returned(at, back);
    at.server(sandbox)
        .inject(
            Fault.of(FaultKind.ANSWER_LOST).on("POST", at.cancelPath(back.paymentId())).always());
    at.server(sandbox)
        .inject(
            Fault.of(FaultKind.CUT_AFTER_READ).on("GET", at.findPath(back.paymentId())).always());
    Refund refund = Refund.partial("r1", order, Money.krw(5_000), "returned").build();
    RefundRow.State state = shop.payments.refund(refund).state();
    assertThat(state).isIn(RefundRow.State.UNKNOWN, RefundRow.State.NEW);
    at.server(sandbox).clearFaults();
    shop.letTimePass();
    shop.letTimePass();
    assertThat(shop.payments.refundState("r1").orElseThrow().state())
        .isEqualTo(RefundRow.State.DONE);
    assertThat(at.server(sandbox).ledger(order).refunded()).isEqualTo(Money.krw(5_000));
    assertThat(shop.booked()).containsExactly("OrderPaid 15000", "MoneyReturned -5000");
  }

  @ParameterizedTest
  @EnumSource
  void aRefundRequestedInATransactionIsSentAfterTheCommit_andNeverAfterARollback(Shop at)
      throws Exception {
    BrowserReturn back = paidAt(at);
    returned(at, back);
    try (Connection mine = database.getConnection()) {
      mine.setAutoCommit(false);
      shop.payments.requestRefund(mine, Refund.full("gone", order, "rolled back").build());
      mine.rollback();
      shop.payments.requestRefund(mine, Refund.full("kept", order, "committed").build());
      shop.payments.resume(Duration.ofSeconds(5));
      assertThat(at.server(sandbox).ledger(order).refunds()).isZero();
      mine.commit();
    }
    shop.payments.resume(Duration.ofSeconds(30));
    assertThat(shop.payments.refundState("gone")).isEmpty();
    assertThat(shop.payments.refundState("kept").orElseThrow().state())
        .isEqualTo(RefundRow.State.DONE);
    assertThat(shop.booked()).containsExactly("OrderPaid 15000", "MoneyReturned -15000");
  }

  @ParameterizedTest
  @EnumSource
  void aClosedOrderIsNotCaptured_andLateMoneyIsReported(Shop at) {
    BrowserReturn back = paidAt(at);
    assertThat(shop.payments.close(order, "no stock")).isEqualTo(Closing.CLOSED);
    Arrival arrival = returned(at, back);
    assertThat(arrival)
        .isInstanceOfSatisfying(
            Arrival.NotPaid.class, no -> assertThat(no.why()).isEqualTo(Arrival.Reason.CLOSED));
    boolean captured = at != Shop.TOSS;
    assertThat(shop.booked())
        .isEqualTo(captured ? List.of("Ended 0", "PaidAfterClose 15000") : List.of("Ended 0"));
    assertThat(shop.payments.attention(10)).hasSize(captured ? 1 : 0);
  }

  @ParameterizedTest
  @EnumSource
  void anUndepositedAccountIsClosedWithItsOrder(Shop at) {
    shop = DurableShop.open(database, at, sandbox);
    open();
    BrowserReturn back = at.chooseVirtualAccount(sandbox, order, PRICE);
    returned(at, back);
    assertThat(shop.payments.close(order, "changed my mind")).isEqualTo(Closing.CLOSED);
    assertThat(shop.booked()).containsExactly("AwaitingDeposit 0", "Ended 0");
    assertThat(shop.payments.order(order).orElseThrow().state().name()).isEqualTo("CLOSED");
  }

  @ParameterizedTest
  @EnumSource
  void aVerbInsideATransactionIsRefused(Shop at) {
    BrowserReturn back = paidAt(at);
    shop.inHandler = () -> shop.payments.resume(Duration.ofSeconds(1));
    returned(at, back);
    assertThat(shop.booked()).isEmpty();
    assertThat(shop.payments.order(order).orElseThrow().handlerError().orElseThrow())
        .contains("IllegalStateException");
  }

  @ParameterizedTest
  @EnumSource
  void aFreeOrderIsPaidWithoutAGateway(Shop at) {
    shop = DurableShop.open(database, at, sandbox);
    int before = at.server(sandbox).journal().entries().size();
    OpenOrder free = OpenOrder.builder(order, Money.krw(0)).build();
    assertThat(shop.payments.open(free)).isInstanceOf(Checkout.Free.class);
    assertThat(shop.payments.open(free)).isInstanceOf(Checkout.Free.class);
    assertThat(shop.booked()).containsExactly("OrderPaid 0");
    assertThat(at.server(sandbox).journal().entries()).hasSize(before);
  }

  /** What moved while the handler failed is told as one change: it never hears "paid". */
  @ParameterizedTest
  @EnumSource
  void aRefundBeforeTheDelivery_isToldAsOne(Shop at) {
    BrowserReturn back = paidAt(at);
    shop.failure = new IllegalStateException("down");
    returned(at, back);
    assertThat(shop.payments.refund(Refund.full("r1", order, "cancelled").build()).state())
        .isEqualTo(RefundRow.State.DONE);
    shop.failure = null;
    shop.letTimePass();
    assertThat(shop.booked()).containsExactly("MoneyReturned 0");
  }

  @ParameterizedTest
  @EnumSource
  void aRefundOfAnOrderThatWasNeverOpened_isRefused_andSaysWhoRefundsIt(Shop at) {
    shop = DurableShop.open(database, at, sandbox);
    RefundView view = shop.payments.refund(Refund.full("r1", order, "cancelled").build());
    assertThat(view.state()).isEqualTo(RefundRow.State.REFUSED);
    assertThat(view.message().orElseThrow()).contains("PaymentGateway.cancel");
  }

  @ParameterizedTest
  @EnumSource
  void aRefundThatTheGatewayRefuses_tellsTheGatewaysReason(Shop at) {
    BrowserReturn back = paidAt(at);
    returned(at, back);
    at.server(sandbox).refuseRefunds(back.paymentId(), "INVALID_BANK");
    RefundView view = shop.payments.refund(Refund.full("r1", order, "cancelled").build());
    assertThat(view.state()).isEqualTo(RefundRow.State.REFUSED);
    assertThat(view.message().orElseThrow())
        .contains("INVALID_BANK")
        .doesNotContain("gatewayMessage()");
  }

  @ParameterizedTest
  @EnumSource
  void aRefundOfAnUnpaidOrderIsRefused_andSendsNoCancel(Shop at) {
    shop = DurableShop.open(database, at, sandbox);
    open();
    RefundView view = shop.payments.refund(Refund.full("r1", order, "cancelled").build());
    assertThat(view.state()).isEqualTo(RefundRow.State.REFUSED);
    assertThat(view.message().orElseThrow()).contains("isn't paid");
    assertThat(at.server(sandbox).journal().entries())
        .noneMatch(entry -> entry.path().contains("cancel"));
  }

  @ParameterizedTest
  @EnumSource
  void aConsoleRefundIsFoundByTheWebhook_andToldOnce(Shop at) {
    BrowserReturn back = paidAt(at);
    returned(at, back);
    at.server(sandbox).cancelInConsole(back.paymentId(), Money.krw(3_000));
    shop.payments.notified(DurableShop.webhook(at, back));
    shop.letTimePass();
    shop.letTimePass();
    assertThat(shop.booked()).containsExactly("OrderPaid 15000", "MoneyReturned -3000");
  }

  @ParameterizedTest
  @EnumSource
  void aStaleLookUndoesNothing(Shop at) {
    BrowserReturn back = paidAt(at);
    returned(at, back);
    shop.payments.refund(Refund.partial("r1", order, Money.krw(3_000), "part").build());
    at.server(sandbox).inject(Fault.of(FaultKind.STALE_LOOKUP).always());
    shop.payments.notified(DurableShop.webhook(at, back));
    shop.letTimePass();
    assertThat(shop.booked()).containsExactly("OrderPaid 15000", "MoneyReturned -3000");
  }

  @ParameterizedTest
  @EnumSource
  void aNewPriceIsTheOneThatIsPaid(Shop at) {
    shop = DurableShop.open(database, at, sandbox);
    open();
    Money dearer = Money.krw(18_000);
    assertThat(shop.payments.open(OpenOrder.builder(order, dearer).build()))
        .isInstanceOf(Checkout.Ready.class);
    BrowserReturn back = at.checkout(sandbox, order, dearer);
    assertThat(returned(at, back)).isInstanceOf(Arrival.Paid.class);
    assertThat(shop.booked()).containsExactly("OrderPaid 18000");
  }

  @ParameterizedTest
  @EnumSource
  void aDoubtThatNoRuleEndsIsEndedByAPerson(Shop at) {
    BrowserReturn back = paidAt(at);
    returned(at, back);
    at.server(sandbox)
        .inject(
            Fault.of(FaultKind.ANSWER_LOST).on("POST", at.cancelPath(back.paymentId())).always());
    at.server(sandbox)
        .inject(
            Fault.of(FaultKind.CUT_AFTER_READ)
                .when(e -> e.method().equals("GET") && posted(at, back))
                .always());
    assertThat(shop.payments.refund(Refund.full("r1", order, "back").build()).state())
        .isEqualTo(RefundRow.State.UNKNOWN);
    assertThatThrownBy(() -> shop.payments.resolve("r1", Resolution.DONE, "kim", "console"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("may still execute");
    shop.run("update pay_refund set sent_until=1, created_at=1");
    assertThat(shop.payments.attention(10))
        .singleElement()
        .satisfies(one -> assertThat(one.subject()).isEqualTo("r1"));
    shop.payments.resolve("r1", Resolution.DONE, "kim", "console shows it");
    assertThat(shop.payments.refundState("r1").orElseThrow().state())
        .isEqualTo(RefundRow.State.DONE);
    at.server(sandbox).clearFaults();
    shop.letTimePass();
    assertThat(shop.booked()).containsExactly("OrderPaid 15000", "MoneyReturned -15000");
    assertThat(shop.payments.order(order).orElseThrow().history())
        .anySatisfy(
            line -> {
              assertThat(line.what()).isEqualTo("RESOLVED_DONE");
              assertThat(line.actor()).isEqualTo("kim");
            });
  }

  private boolean posted(Shop at, BrowserReturn back) {
    return at.server(sandbox).journal().entries().stream()
        .anyMatch(
            e -> e.method().equals("POST") && e.path().startsWith(at.cancelPath(back.paymentId())));
  }

  @ParameterizedTest
  @EnumSource
  void anEndedOrderIsErased_andAnOpenOneIsNot(Shop at) {
    BrowserReturn back = paidAt(at);
    assertThatThrownBy(() -> shop.payments.erase(order)).isInstanceOf(IllegalStateException.class);
    returned(at, back);
    assertThat(shop.payments.purge(Instant.EPOCH)).isZero();
    shop.payments.erase(order);
    assertThat(shop.payments.order(order)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anEventWithoutAnOrderIsHandledOnce(Shop at) {
    shop = DurableShop.open(database, at, sandbox);
    DurablePayments.Once work =
        delivery -> {
          try (var insert =
              delivery
                  .connection()
                  .prepareStatement("insert into booked values ('-','Payout',1)")) {
            insert.executeUpdate();
          }
        };
    assertThat(shop.payments.once("payout-1", work)).isTrue();
    assertThat(shop.payments.once("payout-1", work)).isFalse();
    assertThatThrownBy(
            () ->
                shop.payments.once(
                    "payout-2",
                    delivery -> {
                      work.on(delivery);
                      throw new java.io.IOException("down");
                    }))
        .hasRootCauseInstanceOf(java.io.IOException.class);
    assertThat(shop.payments.once("payout-2", work)).isTrue();
    assertThatThrownBy(() -> shop.payments.once("payout-1 ", work)) // MariaDB would take it for 1
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(shop.booked()).containsExactly("Payout 1", "Payout 1");
  }
}
