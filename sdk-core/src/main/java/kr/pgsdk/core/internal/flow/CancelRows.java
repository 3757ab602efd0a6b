package kr.pgsdk.core.internal.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentCancel.State;

/**
 * The cancels of a payment, each with an identity that outlives one response: its number at the
 * gateway, else amount and time, counted where several are alike.
 */
final class CancelRows {
  record Row(String key, PaymentCancel cancel) {}

  private static final String NO_TIME = "?";

  private CancelRows() {}

  /** Returns all cancels, in the gateway's order. */
  static List<Row> of(Payment payment) {
    List<Row> rows = new ArrayList<>();
    Map<String, Integer> alike = new HashMap<>();
    for (PaymentCancel cancel : payment.cancels()) {
      String key = cancel.id().map(CancelRows::key).orElseGet(() -> amountAndTime(cancel));
      int count = alike.merge(key, 1, Integer::sum);
      rows.add(new Row(count == 1 ? key : key + "#" + count, cancel));
    }
    return rows;
  }

  /** The identity of the cancel with this number. */
  static String key(String id) {
    return "id:" + id;
  }

  /** Returns the cancels with this number: one, none, or two if the payment contradicts itself. */
  static List<Row> numbered(Payment payment, String id) {
    return of(payment).stream()
        .filter(row -> row.cancel().id().filter(id::equals).isPresent())
        .toList();
  }

  private static String amountAndTime(PaymentCancel cancel) {
    return amountAnd(
        cancel, cancel.cancelledAt().map(at -> Long.toString(at.getEpochSecond())).orElse(NO_TIME));
  }

  private static String amountAnd(PaymentCancel cancel, String time) {
    return cancel.amount().toPlainString() + "@" + time;
  }

  private static String unnumbered(String key) {
    return key.startsWith("id:") ? key : key.replaceFirst("#[0-9]+$", "");
  }

  static List<String> keys(Payment payment) {
    return of(payment).stream().map(Row::key).toList();
  }

  /** Returns the cancels whose keys aren't among these. */
  static List<Row> without(Payment payment, List<String> keys) {
    List<String> unmet = new ArrayList<>(keys);
    List<Row> others = new ArrayList<>();
    for (Row row : of(payment)) {
      if (!unmet.remove(row.key())) {
        others.add(row);
      }
    }
    Map<String, Long> earlier =
        unmet.stream()
            .collect(Collectors.groupingBy(CancelRows::unnumbered, Collectors.counting()));
    earlier.forEach(
        (key, count) -> {
          List<Row> may = others.stream().filter(row -> isEarlier(key, row)).toList();
          // Which of several is the one that was there can't be told: each may be new.
          if (may.size() <= count) {
            others.removeAll(may);
          }
        });
    return others;
  }

  /** Returns those that this identity, which was not among {@code before}, may mean. */
  static List<Row> named(Payment payment, String key, List<String> before) {
    List<Row> rows = of(payment).stream().filter(row -> row.key().equals(key)).toList();
    return rows.isEmpty()
        ? without(payment, before).stream().filter(row -> isEarlier(key, row)).toList()
        : rows;
  }

  /** Whether both are, or may be, the same cancel. */
  static boolean isSame(String key, Row row) {
    return row.key().equals(key) || isEarlier(key, row);
  }

  /** Whether this is what the cancel was known by before it had its number, or its time. */
  private static boolean isEarlier(String key, Row row) {
    PaymentCancel cancel = row.cancel();
    String unnumbered = unnumbered(key);
    boolean numbered = cancel.id().isPresent();
    return (numbered && unnumbered.equals(amountAndTime(cancel)))
        || ((numbered || cancel.cancelledAt().isPresent())
            && unnumbered.equals(amountAnd(cancel, NO_TIME)));
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

  /** Whether a cancel took all that the others leave, the failed ones counted or not. */
  static boolean isTheRest(Payment payment, Row row) {
    return isTheRestOf(payment, row, EnumSet.of(State.DONE, State.PENDING))
        || isTheRestOf(payment, row, EnumSet.allOf(State.class));
  }

  /** Whether a cancel took all that the others, of these states, leave. */
  static boolean isTheRestOf(Payment payment, Row row, Set<State> states) {
    Money withOthers = row.cancel().amount();
    for (Row other : of(payment)) {
      boolean counts = states.contains(other.cancel().state()) && !other.key().equals(row.key());
      withOthers = counts ? withOthers.plus(other.cancel().amount()) : withOthers;
    }
    return withOthers.equals(payment.amount());
  }
}
