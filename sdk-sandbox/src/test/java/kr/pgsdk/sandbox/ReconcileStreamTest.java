package kr.pgsdk.sandbox;

import static kr.pgsdk.sandbox.ReconciledShop.DAY;
import static kr.pgsdk.sandbox.ReconciledShop.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.TransactionList;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.durable.Discrepancy;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.durable.store.JdbcPaymentStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a report is read: as it is asked for, and with nothing held meanwhile. */
@Timeout(100)
class ReconcileStreamTest {
  private ReconciledShop shop;

  @AfterEach
  void close() {
    shop.close();
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsSentBeforeItIsRead_norAfterItIsClosed(Shop at) {
    shop = ReconciledShop.open(at);
    for (int i = 0; i < 3; i++) {
      shop.paid();
    }
    try (ReconciledShop other = shop.withAnotherKey()) {
      other.payments.adopt("main", "kim");
      try (Stream<Discrepancy> report = other.payments.reconcile("main", DAY)) {
        Iterator<Discrepancy> rows = report.iterator();
        assertThat(other.requests()).isZero();
        assertThat(rows.next().kind()).isEqualTo(Discrepancy.Kind.MISSING_CAPTURE);
        int lookups = other.requests();
        assertThat(lookups).isPositive();
        report.close();
        assertThat(rows.hasNext()).isFalse();
        assertThat(other.requests()).isEqualTo(lookups);
      }
    }
  }

  @Test
  void theGatewaysListIsClosedWithTheReport_andWhenItIsReadToItsEnd() {
    shop = ReconciledShop.open(Shop.TOSS);
    shop.capturedUnseen(OrderId.random(), PRICE);
    shop.capturedUnseen(OrderId.random(), PRICE);
    AtomicInteger closed = new AtomicInteger();
    TransactionList counted = day -> shop.list().on(day).onClose(closed::incrementAndGet);
    try (DurablePayments payments = shop.builder().account("main", shop.gateway, counted).build()) {
      try (Stream<Discrepancy> report = payments.reconcile("main", DAY)) {
        assertThat(report.findFirst()).isPresent();
      }
      assertThat(closed).hasValue(1);
      assertThat(payments.reconcile("main", DAY).count()).isEqualTo(2);
      assertThat(closed).hasValue(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noConnectionIsHeldDuringACall(Shop at) {
    shop = ReconciledShop.open(at);
    shop.capturedUnseen(shop.opened(), PRICE);
    shop.server().cancelInConsole(shop.paid().paymentId(), Money.krw(1_000));
    shop.capturedUnseen(OrderId.random(), PRICE);
    List<Integer> held = new ArrayList<>();
    TransactionList list = day -> shop.list().on(day).peek(row -> held.add(shop.database.open()));
    shop.server()
        .inject(
            Fault.rewrittenBody(
                    body -> {
                      held.add(shop.database.open());
                      return body;
                    })
                .on("GET", "/")
                .always());
    try (DurablePayments payments = shop.builder().account("main", shop.gateway, list).build()) {
      assertThat(ReconciledShop.differences(payments, "main", DAY)).hasSize(2);
    }
    assertThat(held).hasSizeGreaterThan(5).containsOnly(0);
  }

  /** More than a page of the store's, many of one moment. */
  @Test
  void everyPaymentOfTheStoreIsReadOnce_overSeveralPages() {
    shop = ReconciledShop.open(Shop.TOSS);
    BrowserReturn back = shop.paid();
    long start = ReconciledShop.time(DAY, 0, 0, 0).toEpochMilli();
    for (int i = 0; i < 450; i++) {
      shop.sql(
          "insert into pay_payment select shop, account, 'copy-"
              + i
              + "', order_id, price, currency, role, status, outcome, cancelled, balance, "
              + (start + i / 300)
              + ", due_at, seen_at from pay_payment where payment_id='"
              + back.paymentId()
              + "'");
    }

    assertThat(shop.differences(DAY))
        .hasSize(450)
        .allMatch(one -> one.kind() == Discrepancy.Kind.MISSING_CAPTURE)
        .extracting(Discrepancy::paymentId)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void whatTheListLeavesOut_isLookedUpBeforeItIsMissing(Shop at) {
    shop = ReconciledShop.open(at);
    OrderId order = shop.paid().orderId();
    shop.payments.refund(Refund.partial("r1", order, Money.krw(4_000), "returned").build());
    shop.sql("update pay_refund set ended_at=" + ReconciledShop.time(DAY, 11, 0, 0).toEpochMilli());

    try (DurablePayments late = shop.payments(day -> Stream.empty())) {
      assertThat(ReconciledShop.differences(late, "main", DAY)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aGatewayThatFails_endsTheReportWithItsException(Shop at) {
    shop = ReconciledShop.open(at);
    shop.capturedUnseen(shop.opened(), PRICE);
    shop.server().inject(Fault.of(FaultKind.CUT_AFTER_READ).on("GET", "/").always());
    try (Stream<Discrepancy> report = shop.payments.reconcile("main", DAY)) {
      assertThatThrownBy(report::count).isInstanceOf(PaymentException.class);
    }
    shop.server().clearFaults();
    assertThat(shop.report(DAY)).isEmpty();
  }

  @Test
  void insideATransaction_itIsRefused_andSoIsReading() {
    shop = ReconciledShop.open(Shop.TOSS);
    shop.capturedUnseen(OrderId.random(), PRICE);
    JdbcPaymentStore store = JdbcPaymentStore.builder(shop.database).build();
    try (DurablePayments payments =
        DurablePayments.builder(store, (event, delivery) -> {})
            .account("main", shop.gateway, shop.list())
            .build()) {
      assertThatThrownBy(() -> store.run(session -> payments.reconcile("main", DAY)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("transaction");
      Stream<Discrepancy> report = payments.reconcile("main", DAY);
      assertThatThrownBy(() -> store.run(session -> report.count()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("transaction");
    }
  }

  @Test
  void whatCantBeCompared_isRefusedWithTheWayOut() {
    shop = ReconciledShop.open(Shop.TOSS);
    int before = shop.requests();
    try (DurablePayments without = shop.builder().account("main", shop.gateway).build()) {
      assertThatThrownBy(() -> without.reconcile("main", DAY))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("gateway.transactions()");
    }
    try (ReconciledShop other = shop.withAnotherKey()) {
      assertThatThrownBy(() -> other.payments.reconcile("main", DAY))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("adopt");
      assertThat(other.requests()).isZero();
    }
    assertThatThrownBy(() -> shop.payments.reconcile("mian", DAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[main]");
    assertThatThrownBy(() -> shop.payments.reconcile("main", LocalDate.of(9999, 12, 31)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("hasn't begun");
    assertThat(shop.requests()).isEqualTo(before);
  }
}
