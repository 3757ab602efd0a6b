package kr.pgsdk.core.internal.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentCancel.State;

/**
 * The cancels of a payment, each with an identity that outlives one answer: its number at the
 * gateway, else amount and time, counted where several are alike.
 */
final class CancelRows {
  /** One cancel. */
  record Row(String key, PaymentCancel cancel) {}

  private CancelRows() {}

  /** Returns all cancels, in the gateway's order. */
  static List<Row> of(Payment payment) {
    List<Row> rows = new ArrayList<>();
    Map<String, Integer> alike = new HashMap<>();
    for (PaymentCancel cancel : payment.cancels()) {
      String key = cancel.id().map(id -> "id:" + id).orElseGet(() -> amountAndTime(cancel));
      int count = alike.merge(key, 1, Integer::sum);
      rows.add(new Row(count == 1 ? key : key + "#" + count, cancel));
    }
    return rows;
  }

  private static String amountAndTime(PaymentCancel cancel) {
    return cancel.amount().toPlainString()
        + "@"
        + cancel.cancelledAt().map(at -> Long.toString(at.getEpochSecond())).orElse("?");
  }

  /** Returns the identities. */
  static List<String> keys(Payment payment) {
    return of(payment).stream().map(Row::key).toList();
  }

  /** Returns the identities of those that are under way. */
  static List<String> pendingKeys(Payment payment) {
    return of(payment).stream()
        .filter(row -> row.cancel().state() == State.PENDING)
        .map(Row::key)
        .toList();
  }

  /** Returns the cancels that aren't among those. */
  static List<Row> without(Payment payment, List<String> keys) {
    return of(payment).stream().filter(row -> !keys.contains(row.key())).toList();
  }

  /** Returns what could be cancelled just before this cancel, by the sum of those before it. */
  static BigDecimal balanceBefore(Payment payment, Row row) {
    List<Row> rows = new ArrayList<>(of(payment));
    boolean timed = rows.stream().allMatch(each -> each.cancel().cancelledAt().isPresent());
    if (timed) {
      rows.sort(Comparator.comparing(each -> each.cancel().cancelledAt().orElseThrow()));
    }
    BigDecimal balance = payment.amount().amount();
    for (Row each : rows) {
      if (each.key().equals(row.key())) {
        return balance;
      }
      if (each.cancel().state() == State.DONE) {
        balance = balance.subtract(each.cancel().amount().amount());
      }
    }
    return balance;
  }
}
