package kr.pgsdk.sandbox;

import static kr.pgsdk.sandbox.ReconciledShop.DAY;
import static kr.pgsdk.sandbox.ReconciledShop.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Transaction;
import kr.pgsdk.core.TransactionList;
import kr.pgsdk.durable.Discrepancy;
import kr.pgsdk.durable.Discrepancy.Kind;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OrderView;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.durable.store.RefundRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is reported of a day where a gateway's list and the store differ. */
@Timeout(100)
class ReconcileTest {
  private static final Money PART = Money.krw(4_000);

  private ReconciledShop shop;

  @AfterEach
  void close() {
    shop.close();
  }

  private OrderView view(OrderId order) {
    return shop.payments.order(order).orElseThrow();
  }

  private void refund(String id, OrderId order, Money amount) {
    assertThat(shop.payments.refund(Refund.partial(id, order, amount, "returned").build()).state())
        .isEqualTo(RefundRow.State.DONE);
  }

  @ParameterizedTest
  @EnumSource
  void aDayThatAgrees_isEmpty_andCostsItsListAlone(Shop at) {
    shop = ReconciledShop.open(at);
    shop.paid();
    refund("r1", shop.paid().orderId(), PART);
    BrowserReturn whole = shop.paid();
    shop.payments.refund(Refund.full("r2", whole.orderId(), "all of it").build());
    BrowserReturn waits = at.chooseVirtualAccount(shop.sandbox, shop.opened(), PRICE);
    shop.payments.returned(DurableShop.back(at, waits));
    BrowserReturn refused = at.checkoutWithRefusedCard(shop.sandbox, shop.opened(), PRICE);
    shop.payments.returned(DurableShop.back(at, refused));
    int before = shop.requests();

    assertThat(shop.report(DAY)).isEmpty();
    assertThat(shop.requests() - before).isEqualTo(at == Shop.IAMPORT ? 2 : 1);
  }

  @ParameterizedTest
  @EnumSource
  void aCaptureOfAnOpenOrder_thatTheShopNeverSaw_isLearnt_andDeliveredByResume(Shop at) {
    shop = ReconciledShop.open(at);
    OrderId order = shop.opened();
    shop.capturedUnseen(order, PRICE);

    assertThat(shop.report(DAY)).isEmpty();
    assertThat(shop.told).isEmpty();
    shop.resume();
    assertThat(shop.told).containsExactly("OrderPaid 15000 KRW");
    assertThat(shop.report(DAY)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aPaymentOfAnOrderThatWasNeverOpened_isReportedByItsRows(Shop at) {
    shop = ReconciledShop.open(at);
    BrowserReturn back = shop.capturedUnseen(OrderId.of("order-by-hand"), PRICE);
    shop.gateway.cancel(CancelRequest.partial(back.paymentId(), PART, "by hand").build());

    List<Discrepancy> report = shop.differences(DAY);

    assertThat(report)
        .extracting(ReconciledShop::line)
        .containsExactly("UNKNOWN_CAPTURE 15000 -", "UNKNOWN_REFUND 4000 -");
    assertThat(report)
        .allMatch(one -> one.orderId().equals(Optional.of(back.orderId())))
        .allMatch(one -> one.paymentId().equals(back.paymentId()))
        .allMatch(one -> one.account().equals("main"));
    assertThat(report.get(0).sentence())
        .isEqualTo(
            "captured at 2026-03-02T10:00:00+09:00;"
                + " the shop opened no such order or it was purged");
    assertThat(shop.payments.order(back.orderId())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aRefundInTheConsole_isToldToTheShop_andReportedEachTime(Shop at) {
    shop = ReconciledShop.open(at);
    BrowserReturn back = shop.paid();
    refund("ours", back.orderId(), PART);
    shop.server().cancelInConsole(back.paymentId(), Money.krw(1_000));

    for (int day = 0; day < 3; day++) {
      assertThat(shop.report(DAY)).containsExactly("UNCLAIMED_REFUND 1000 -");
      shop.resume();
    }
    assertThat(shop.told)
        .containsExactly(
            "OrderPaid 15000 KRW", "MoneyReturned 11000 KRW", "MoneyReturned 10000 KRW");
  }

  @Test
  void ourRefund_whoseReasonThePaymentCompanyDrops_isOurs() {
    shop = ReconciledShop.open(Shop.IAMPORT);
    shop.sandbox.switches().on(Switch.IAMPORT_DROPS_REASONS);
    BrowserReturn back = shop.paid();
    refund("r1", back.orderId(), PART);
    shop.server().cancelInConsole(back.paymentId(), PART);

    assertThat(shop.report(DAY)).containsExactly("UNCLAIMED_REFUND 4000 -");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsCancelledLater_leavesTheDaysAsTheyWere(Shop at) {
    shop = ReconciledShop.open(at);
    OrderId partly = shop.paid().orderId();
    OrderId wholly = shop.paid().orderId();
    shop.waitUntil(DAY.plusDays(2), 9, 0, 0);
    refund("r1", partly, PART);
    shop.payments.refund(Refund.full("r2", wholly, "all of it").build());

    assertThat(shop.report(DAY)).isEmpty();
    assertThat(shop.report(DAY.plusDays(1))).isEmpty();
    assertThat(shop.report(DAY.plusDays(2))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatTheStoreHasWrong_isCorrectedByTheLook(Shop at) {
    shop = ReconciledShop.open(at);
    OrderId order = shop.paid().orderId();
    shop.sql("update pay_payment set balance=12000");

    assertThat(shop.report(DAY)).isEmpty();
    assertThat(view(order).payments().get(0).balance()).isEqualTo(PRICE);
  }

  @ParameterizedTest
  @EnumSource
  void moreIsGivenBackInTheStoreThanAtTheGateway_isReportedAndNotForgotten(Shop at) {
    shop = ReconciledShop.open(at);
    OrderId order = shop.paid().orderId();
    shop.sql("update pay_payment set cancelled=4000, balance=11000, status='PARTIALLY_CANCELLED'");

    assertThat(shop.report(DAY)).containsExactly("REFUNDED_DIFFERS 0 4000");
    assertThat(view(order).payments().get(0).cancelled()).isEqualTo(PART);
    shop.sql("update pay_payment set balance=20000, price=24000");
    assertThat(shop.report(DAY))
        .containsExactly("AMOUNT_DIFFERS 15000 24000", "REFUNDED_DIFFERS 0 4000");
  }

  @ParameterizedTest
  @EnumSource
  void anotherAmountThanTheOrderCosts_isReportedWhileItIsHeld(Shop at) {
    shop = ReconciledShop.open(at);
    OrderId order = shop.opened();
    BrowserReturn back = shop.capturedUnseen(order, PRICE);
    shop.sql("update pay_order set price=18000, prepared_price=18000");

    assertThat(shop.report(DAY)).containsExactly("AMOUNT_DIFFERS 15000 18000");
    assertThat(shop.report(DAY)).containsExactly("AMOUNT_DIFFERS 15000 18000");
    shop.payments.refund(
        Refund.full("r1", order, "of a wrong amount").paymentId(back.paymentId()).build());
    assertThat(shop.report(DAY)).isEmpty();
  }

  /** A wrong key that somebody adopted: nothing of the store may be changed by it. */
  @ParameterizedTest
  @EnumSource
  void whatTheGatewayDoesntKnow_isMissing_andStandsInTheStore(Shop at) {
    shop = ReconciledShop.open(at);
    BrowserReturn back = shop.paid();
    refund("r1", back.orderId(), PART);
    shop.resume();
    shop.sql("update pay_refund set ended_at=" + ReconciledShop.time(DAY, 11, 0, 0).toEpochMilli());
    OrderView before = view(back.orderId());

    try (ReconciledShop other = shop.withAnotherKey()) {
      other.payments.adopt("main", "kim");
      List<Discrepancy> report = other.differences(DAY);
      assertThat(report)
          .extracting(ReconciledShop::line)
          .containsExactly("MISSING_CAPTURE - 15000", "MISSING_REFUND - 4000");
      assertThat(report).allMatch(one -> one.orderId().equals(Optional.of(back.orderId())));
    }
    assertThat(view(back.orderId())).isEqualTo(before);
    shop.payments.adopt("main", "kim");
    shop.resume();
    assertThat(shop.report(DAY)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aRefundThatIsDoneHereAlone_isMissing(Shop at) {
    shop = ReconciledShop.open(at);
    OrderId order = shop.paid().orderId();
    shop.payments.requestRefund(Refund.partial("r1", order, PART, "returned").build());
    long ended = ReconciledShop.time(DAY, 23, 59, 59).toEpochMilli();
    shop.sql(
        "update pay_refund set state='DONE', account='main', ended_at="
            + ended
            + ", payment_id=(select payment_id from pay_payment)");

    assertThat(shop.report(DAY)).containsExactly("MISSING_REFUND 0 4000");
    assertThat(shop.report(DAY.plusDays(1))).isEmpty();
  }

  /** Two reads of one page overlap where a movement came in between. */
  @ParameterizedTest
  @EnumSource
  void whatTheGatewayListsTwice_isReportedOnce(Shop at) {
    shop = ReconciledShop.open(at);
    BrowserReturn unknown = shop.capturedUnseen(OrderId.random(), PRICE);
    BrowserReturn known = shop.paid();
    shop.server().cancelInConsole(unknown.paymentId(), PART);
    shop.server().cancelInConsole(known.paymentId(), Money.krw(1_000));
    shop.server().cancelInConsole(known.paymentId(), Money.krw(1_000));
    List<String> once = shop.report(DAY);

    TransactionList twice =
        day -> {
          List<Transaction> rows = shop.list().on(day).toList();
          return Stream.concat(rows.stream(), rows.stream());
        };
    assertThat(once)
        .containsExactlyInAnyOrder(
            "UNKNOWN_CAPTURE 15000 -",
            "UNKNOWN_REFUND 4000 -",
            "UNCLAIMED_REFUND 1000 -",
            "UNCLAIMED_REFUND 1000 -");
    try (DurablePayments payments = shop.payments(twice)) {
      assertThat(ReconciledShop.differences(payments, "main", DAY))
          .extracting(ReconciledShop::line)
          .containsExactlyElementsOf(once);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOrderThatWasPurged_isReportedSo(Shop at) {
    shop = ReconciledShop.open(at);
    shop.paid();
    shop.payments.purge(Instant.now().plusSeconds(60));

    assertThat(shop.differences(DAY))
        .singleElement()
        .satisfies(one -> assertThat(one.kind()).isEqualTo(Kind.UNKNOWN_CAPTURE))
        .satisfies(one -> assertThat(one.sentence()).endsWith("or it was purged"));
  }

  /** A look can record nothing where somebody has deleted the order's row by hand. */
  @ParameterizedTest
  @EnumSource
  void anotherStatusAtTheSameAmounts_isReported(Shop at) {
    shop = ReconciledShop.open(at);
    shop.paid();
    shop.sql("update pay_payment set status='PARTIALLY_CANCELLED'");
    shop.sql("delete from pay_order");

    assertThat(shop.differences(DAY))
        .singleElement()
        .satisfies(
            one -> assertThat(ReconciledShop.line(one)).isEqualTo("STATUS_DIFFERS 15000 15000"))
        .satisfies(
            one ->
                assertThat(one.sentence())
                    .isEqualTo(
                        "the gateway shows it as PAID, and the store as PARTIALLY_CANCELLED"));
  }

  @ParameterizedTest
  @EnumSource
  void theDayEndsAtMidnightInSeoul(Shop at) {
    shop = ReconciledShop.open(at);
    shop.waitUntil(DAY, 23, 59, 59);
    OrderId last = shop.capturedUnseen(OrderId.random(), PRICE).orderId();
    BrowserReturn paidLast = shop.paid();
    shop.waitUntil(DAY.plusDays(1), 0, 0, 0);
    OrderId first = shop.capturedUnseen(OrderId.random(), PRICE).orderId();
    BrowserReturn paidFirst = shop.paid();

    assertThat(shop.differences(DAY))
        .flatMap(one -> one.orderId().stream().toList())
        .containsExactly(last);
    assertThat(shop.differences(DAY.plusDays(1)))
        .flatMap(one -> one.orderId().stream().toList())
        .containsExactly(first);
    try (ReconciledShop other = shop.withAnotherKey()) {
      other.payments.adopt("main", "kim");
      assertThat(other.differences(DAY))
          .extracting(Discrepancy::paymentId)
          .containsExactly(paidLast.paymentId());
      assertThat(other.differences(DAY.plusDays(1)))
          .extracting(Discrepancy::paymentId)
          .containsExactly(paidFirst.paymentId());
    }
  }

  /** The lookup says whose a payment is; a list may not, or name another order of the shop's. */
  @ParameterizedTest
  @EnumSource
  void aPaymentIsOfTheOrderThatTheLookupNames(Shop at) {
    shop = ReconciledShop.open(at);
    OrderId other = shop.opened();
    for (OrderId named : Arrays.asList(other, null)) {
      OrderId order = shop.opened();
      shop.capturedUnseen(order, PRICE);
      TransactionList list = day -> shop.list().on(day).map(row -> naming(named, row));
      try (DurablePayments payments = shop.payments(list)) {
        assertThat(ReconciledShop.differences(payments, "main", DAY)).isEmpty();
      }
      assertThat(view(order).payments()).hasSize(1);
    }
    assertThat(view(other).payments()).isEmpty();
  }

  private static Transaction naming(OrderId order, Transaction row) {
    return Transaction.of(
        row.paymentId(), order, row.kind(), row.amount(), row.id().orElse(null), row.at());
  }

  /** Else one payment would be two of its order, and the second a duplicate to refund. */
  @ParameterizedTest
  @EnumSource
  void anAccountUnderAnotherName_makesNoSecondPayment(Shop at) {
    shop = ReconciledShop.open(at);
    BrowserReturn seen = shop.paid();
    OrderId order = shop.opened();
    shop.capturedUnseen(order, PRICE);

    try (DurablePayments misnamed = shop.payments("typo")) {
      assertThat(ReconciledShop.differences(misnamed, "typo", DAY))
          .extracting(one -> one.kind() + "; " + one.sentence().split("; ")[1])
          .containsExactlyInAnyOrder(
              Kind.UNKNOWN_CAPTURE + "; the order has it at account main",
              Kind.UNKNOWN_CAPTURE + "; the order has no such payment");
    }
    assertThat(view(seen.orderId()).payments()).hasSize(1);
    assertThat(view(order).payments()).isEmpty();
  }
}
