package kr.pgsdk.toss;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Transaction;
import kr.pgsdk.core.Transaction.Kind;
import kr.pgsdk.core.TransactionList;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import kr.pgsdk.core.internal.time.KoreanTime;
import kr.pgsdk.toss.model.TossPayment;
import kr.pgsdk.toss.transaction.TossTransaction;
import kr.pgsdk.toss.transaction.TossTransactions;

/** Toss's transactions of a day, in the contract's terms. */
final class TossTransactionList implements TransactionList {
  /** What a payment's status is after a cancel. */
  private static final Set<String> CANCELLED = Set.of("CANCELED", "PARTIAL_CANCELED");

  private final TossTransactions transactions;

  TossTransactionList(TossTransactions transactions) {
    this.transactions = transactions;
  }

  /** Whether the end of the time is a part of it isn't documented: so the day is cut out here. */
  @Override
  public Stream<Transaction> on(LocalDate day) {
    return transactions
        .list(day.atStartOfDay(), day.plusDays(1).atStartOfDay())
        .filter(row -> row.amount().map(BigDecimal::signum).orElse(1) != 0)
        .map(TossTransactionList::transaction)
        .filter(row -> row.at().atZone(KoreanTime.zone()).toLocalDate().equals(day));
  }

  private static Transaction transaction(TossTransaction row) {
    BigDecimal amount = required(row.amount(), "amount");
    String status = required(row.status(), "status");
    String currency = required(row.currency(), "currency");
    Instant at = required(row.transactionAt(), "transactionAt");
    // How a cancel's amount is signed isn't documented.
    boolean cancel = CANCELLED.contains(status) || amount.signum() < 0;
    return Transaction.of(
        required(row.paymentKey(), "paymentKey"),
        row.orderId().orElse(null),
        cancel ? Kind.CANCEL : Kind.CAPTURE,
        money(amount.abs(), currency),
        row.transactionKey(),
        at);
  }

  private static Money money(BigDecimal amount, String currency) {
    try {
      return Money.of(amount, currency);
    } catch (IllegalArgumentException e) {
      throw malformed("amount is refused: " + e.getMessage());
    }
  }

  private static <T> T required(Optional<T> field, String name) {
    return field.orElseThrow(() -> malformed(name + " is missing, or is none"));
  }

  private static MalformedResponseException malformed(String problem) {
    return Errors.make()
        .malformed(
            "a transaction can't be read: " + problem + ". The day is incomplete without it",
            ErrorDetails.builder(TossPayment.TERMS.gateway()).build());
  }
}
