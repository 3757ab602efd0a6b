package kr.pgsdk.sandbox.readme;

import static kr.pgsdk.iamport.payment.IamportStatusFilter.CANCELLED;
import static kr.pgsdk.iamport.payment.IamportStatusFilter.PAID;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.Transaction;
import kr.pgsdk.core.TransactionList;
import kr.pgsdk.iamport.IamportClient;
import kr.pgsdk.iamport.model.IamportPayment;
import kr.pgsdk.iamport.payment.IamportSorting;
import kr.pgsdk.iamport.payment.IamportStatusFilter;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.settlement.TossSettlement;
import kr.pgsdk.toss.settlement.TossSettlementDate;
import kr.pgsdk.toss.settlement.TossSettlementQuery;
import kr.pgsdk.toss.transaction.TossTransaction;

/** The code of docs/accounting.md. A test runs it and holds the pages to it. */
final class AccountingSnippets {
  private final Books books;

  AccountingSnippets(Books books) {
    this.books = books;
  }

  /** The shop's own books. */
  interface Books {
    void moved(PaymentId paymentId, Transaction.Kind kind, Money amount);

    void check(OrderId orderId, String transactionKey, String status, BigDecimal amount);

    void check(OrderId orderId, Money captured, Money refunded);

    void payOut(LocalDate day, OrderId orderId, BigDecimal payOut);
  }

  // snippet day
  void checkDay(TransactionList list, LocalDate day) { // gateway.transactions()
    try (Stream<Transaction> rows = list.on(day)) {
      rows.forEach(row -> books.moved(row.paymentId(), row.kind(), row.amount()));
    }
  }

  // end

  // snippet transactions
  void checkTransactions(TossClient toss, LocalDate day) {
    try (Stream<TossTransaction> rows =
        toss.transactions().list(day.atStartOfDay(), day.plusDays(1).atStartOfDay())) {
      rows.forEach(
          row ->
              books.check(
                  row.orderId().orElseThrow(),
                  row.transactionKey(), // one for each capture and each cancel
                  row.status().orElseThrow(),
                  row.amount().orElseThrow()));
    }
  }

  // end

  // snippet settlements
  void checkPayOuts(TossClient toss, LocalDate first, LocalDate last) {
    TossSettlementQuery query =
        TossSettlementQuery.builder(first, last).dateType(TossSettlementDate.PAID_OUT).build();
    try (Stream<TossSettlement> rows = toss.settlements().list(query)) {
      rows.forEach(
          row ->
              books.payOut(
                  row.paidOutDate().orElseThrow(),
                  row.orderId().orElseThrow(),
                  row.payOutAmount().orElseThrow())); // after fees() and their vat()
    }
  }

  // end

  // snippet payments
  void checkPayments(IamportClient iamport, Instant from, Instant to) {
    for (IamportStatusFilter status : List.of(PAID, CANCELLED)) { // a partial cancel is CANCELLED
      try (Stream<IamportPayment> payments =
          iamport.payments().all(status, from, to, IamportSorting.OLDEST_PAID)) {
        payments
            .map(IamportPayment::toPayment)
            .forEach(each -> books.check(each.orderId(), each.amount(), each.cancelled()));
      }
    }
  }
  // end
}
