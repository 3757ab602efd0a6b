package kr.pgsdk.durable;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.PaymentKey;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.durable.store.PaymentRow.Role;

/**
 * What a handler was told of an order: the state, and each payment that has moved money or awaits
 * its deposit. A try without money is not told, so it takes no room.
 */
record HandlerReport(String state, Map<PaymentKey, Line> payments) {
  private static final int FIELDS = 6;

  /** What was told of one payment. */
  record Line(Role role, BigDecimal captured, BigDecimal returned, boolean awaiting) {
    static final Line NOTHING = new Line(Role.OTHER, BigDecimal.ZERO, BigDecimal.ZERO, false);

    static Line of(PaymentRow payment) {
      return new Line(
          payment.role(),
          plain(payment.captured().amount()),
          plain(payment.returned().amount()),
          PaymentRows.isAwaiting(payment));
    }

    boolean isWorthTelling() {
      return awaiting || captured.signum() != 0;
    }
  }

  static HandlerReport of(OrderRow order, List<PaymentRow> payments) {
    Map<PaymentKey, Line> lines = new LinkedHashMap<>();
    for (PaymentRow payment : payments) {
      Line line = Line.of(payment);
      if (line.isWorthTelling()) {
        lines.put(payment.key(), line);
      }
    }
    return new HandlerReport(order.state().name(), lines);
  }

  private static BigDecimal plain(BigDecimal amount) {
    return amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
  }

  Line line(PaymentKey key) {
    return payments.getOrDefault(key, Line.NOTHING);
  }

  String toText() {
    StringBuilder text = new StringBuilder(state);
    payments.forEach(
        (key, line) ->
            text.append('\n')
                .append(encoded(key.account()))
                .append(' ')
                .append(encoded(key.paymentId()))
                .append(' ')
                .append(line.role())
                .append(' ')
                .append(line.captured().toPlainString())
                .append(' ')
                .append(line.returned().toPlainString())
                .append(' ')
                .append(line.awaiting()));
    return text.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** Reads what {@link #toText} wrote; nothing was told where it is empty. */
  static HandlerReport parse(String text) {
    String[] lines = text.split("\n", -1);
    Map<PaymentKey, Line> payments = new LinkedHashMap<>();
    for (int i = 1; i < lines.length; i++) {
      String[] fields = lines[i].split(" ", -1);
      if (fields.length < FIELDS) {
        throw new IllegalStateException("what was delivered can't be read: restore the column");
      }
      payments.put(
          new PaymentKey(decoded(fields[0]), decoded(fields[1])),
          new Line(
              Role.valueOf(fields[2]),
              plain(new BigDecimal(fields[3])),
              plain(new BigDecimal(fields[4])),
              Boolean.parseBoolean(fields[5])));
    }
    return new HandlerReport(lines[0], payments);
  }
}
