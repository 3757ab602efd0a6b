package kr.pgsdk.iamport;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import kr.pgsdk.core.Transaction;
import kr.pgsdk.core.TransactionList;
import kr.pgsdk.core.internal.flow.TransactionDay;
import kr.pgsdk.iamport.model.IamportPayment;
import kr.pgsdk.iamport.payment.IamportSorting;
import kr.pgsdk.iamport.payment.IamportStatusFilter;

/**
 * A day's captures and cancels, out of Iamport's lists of payments.
 *
 * <p>A payment stands in the list of its last status, at the time that it got it: one that was paid
 * on the day and cancelled a week later is listed a week later. So the paid ones are read of the
 * day, and the cancelled ones from the day on.
 */
final class IamportTransactionList implements TransactionList {
  /** What is cancelled while the paid ones are read, or by a clock that is ahead, is listed too. */
  private static final Duration MARGIN = Duration.ofDays(1);

  private final IamportClient client;

  IamportTransactionList(IamportClient client) {
    this.client = client;
  }

  @Override
  public Stream<Transaction> on(LocalDate day) {
    TransactionDay rows = new TransactionDay(day);
    Instant end = rows.end().minusSeconds(1);
    Instant now = client.now().plus(MARGIN);
    return Stream.concat(
            payments(IamportStatusFilter.PAID, rows.start(), end),
            payments(IamportStatusFilter.CANCELLED, rows.start(), now.isAfter(end) ? now : end))
        .filter(payment -> client.acceptsTestPayments() || !payment.sandbox())
        .flatMap(
            payment ->
                rows.newOf(payment.toPayment(), payment.cancelledAt().orElse(null)).stream());
  }

  private Stream<IamportPayment> payments(IamportStatusFilter status, Instant from, Instant to) {
    return client.payments().all(status, from, to, IamportSorting.OLDEST_PAID);
  }
}
