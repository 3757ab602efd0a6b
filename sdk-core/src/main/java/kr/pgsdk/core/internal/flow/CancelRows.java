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

  private static final String NO_TIME = "?";

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
    return amountAnd(
        cancel, cancel.cancelledAt().map(at -> Long.toString(at.getEpochSecond())).orElse(NO_TIME));
  }

  private static String amountAnd(PaymentCancel cancel, String time) {
    return cancel.amount().toPlainString() + "@" + time;
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
    List<String> unmet = new ArrayList<>(keys);
    List<Row> others = new ArrayList<>();
    for (Row row : of(payment)) {
      if (!unmet.remove(row.key())) {
        others.add(row);
      }
    }
    others.removeIf(
        row -> {
          String earlier = unmet.stream().filter(key -> isEarlier(key, row)).findFirst().orElse("");
          return unmet.remove(earlier);
        });
    return others;
  }

  /** Returns the cancels that this identity may mean; one, unless what it says has changed. */
  static List<Row> named(Payment payment, String key) {
    List<Row> rows = of(payment);
    List<Row> same = rows.stream().filter(row -> row.key().equals(key)).toList();
    return same.isEmpty() ? rows.stream().filter(row -> isEarlier(key, row)).toList() : same;
  }

  /** Whether this is what the cancel was known by before it had its number, or its time. */
  private static boolean isEarlier(String key, Row row) {
    PaymentCancel cancel = row.cancel();
    String unnumbered = key.replaceFirst("#[0-9]+$", "");
    return (cancel.id().isPresent() && unnumbered.equals(amountAndTime(cancel)))
        || unnumbered.equals(amountAnd(cancel, NO_TIME));
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
