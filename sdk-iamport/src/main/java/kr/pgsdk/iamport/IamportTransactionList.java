package kr.pgsdk.iamport;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.Transaction;
import kr.pgsdk.core.Transaction.Kind;
import kr.pgsdk.core.TransactionList;
import kr.pgsdk.core.internal.time.KoreanTime;
import kr.pgsdk.iamport.model.IamportCancellation;
import kr.pgsdk.iamport.model.IamportPayment;
import org.jspecify.annotations.Nullable;

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
    Instant start = day.atStartOfDay(KoreanTime.ZONE).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(KoreanTime.ZONE).toInstant().minusSeconds(1);
    Instant now = client.now().plus(MARGIN);
    Day rows = new Day(day);
    return Stream.concat(
            payments(IamportStatusFilter.PAID, start, end),
            payments(IamportStatusFilter.CANCELLED, start, now.isAfter(end) ? now : end))
        .filter(payment -> client.acceptsTestPayments() || !payment.sandbox())
        .flatMap(payment -> rows.newOf(payment).stream());
  }

  private Stream<IamportPayment> payments(IamportStatusFilter status, Instant from, Instant to) {
    return client.allPayments(status, from, to, IamportSorting.OLDEST_PAID);
  }

  /** The rows of one day. For one thread. */
  private static final class Day {
    private final LocalDate day;

    /** How many rows were listed of each payment: one that is cancelled meanwhile comes again. */
    private final Map<PaymentId, Integer> listed = new HashMap<>();

    Day(LocalDate day) {
      this.day = day;
    }

    List<Transaction> newOf(IamportPayment payment) {
      List<Transaction> rows = new ArrayList<>();
      add(rows, payment, Kind.CAPTURE, payment.amount(), null, payment.paidAt().orElse(null));
      for (IamportCancellation cancel : payment.cancelHistory()) {
        Instant at = cancel.cancelledAt().or(payment::cancelledAt).orElse(null);
        String id = cancel.cancellationId().orElse(null);
        add(rows, payment, Kind.CANCEL, cancel.amount(), id, at);
      }
      if (rows.isEmpty()) {
        return rows;
      }
      Integer before = listed.put(payment.paymentId(), rows.size());
      return before == null ? rows : rows.subList(Math.min(before, rows.size()), rows.size());
    }

    private void add(
        List<Transaction> rows,
        IamportPayment payment,
        Kind kind,
        Money amount,
        @Nullable String id,
        @Nullable Instant at) {
      if (at != null && isOfTheDay(at) && !amount.isZero()) {
        rows.add(Transaction.of(payment.paymentId(), payment.orderId(), kind, amount, id, at));
      }
    }

    private boolean isOfTheDay(Instant at) {
      return at.atZone(KoreanTime.ZONE).toLocalDate().equals(day);
    }
  }
}
