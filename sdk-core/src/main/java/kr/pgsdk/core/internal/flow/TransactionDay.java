package kr.pgsdk.core.internal.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.Transaction;
import kr.pgsdk.core.Transaction.Kind;
import kr.pgsdk.core.internal.time.KoreanTime;
import org.jspecify.annotations.Nullable;

/** The captures and cancels of one day, out of a gateway's list of payments. For one thread. */
public final class TransactionDay {
  private final LocalDate day;

  /** How many rows were listed of each payment: one that is cancelled meanwhile comes again. */
  private final Map<PaymentId, Integer> listed = new HashMap<>();

  /** Starts the list of a day in Korea. */
  public TransactionDay(LocalDate day) {
    this.day = day;
  }

  /** When it begins. */
  public Instant start() {
    return day.atStartOfDay(KoreanTime.zone()).toInstant();
  }

  /** When the next day begins. */
  public Instant end() {
    return day.plusDays(1).atStartOfDay(KoreanTime.zone()).toInstant();
  }

  /**
   * Returns what moved on the day by this payment, and isn't listed yet.
   *
   * @param cancelledAt when cancels were made that don't say it themselves
   */
  public List<Transaction> newOf(Payment payment, @Nullable Instant cancelledAt) {
    List<Transaction> rows = new ArrayList<>();
    add(rows, payment, Kind.CAPTURE, payment.amount(), null, payment.paidAt().orElse(null));
    for (PaymentCancel cancel : payment.cancels()) {
      if (cancel.state() == State.DONE) {
        Instant at = cancel.cancelledAt().orElse(cancelledAt);
        add(rows, payment, Kind.CANCEL, cancel.amount(), cancel.id().orElse(null), at);
      }
    }
    if (rows.isEmpty()) {
      return rows;
    }
    Integer before = listed.put(payment.paymentId(), rows.size());
    return before == null ? rows : rows.subList(Math.min(before, rows.size()), rows.size());
  }

  private void add(
      List<Transaction> rows,
      Payment payment,
      Kind kind,
      Money amount,
      @Nullable String id,
      @Nullable Instant at) {
    if (at != null && isOfTheDay(at) && !amount.isZero()) {
      rows.add(Transaction.of(payment.paymentId(), payment.orderId(), kind, amount, id, at));
    }
  }

  private boolean isOfTheDay(Instant at) {
    return at.atZone(KoreanTime.zone()).toLocalDate().equals(day);
  }
}
