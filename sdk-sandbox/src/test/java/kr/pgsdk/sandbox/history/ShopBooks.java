package kr.pgsdk.sandbox.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.pgsdk.durable.PaymentEvent;

/** The shop's own table, written in the transaction in which its handler is told. */
final class ShopBooks {
  /** A line of it. */
  record Line(
      Instant at,
      String order,
      PaymentEvent event,
      BigDecimal captured,
      BigDecimal returned,
      List<String> refundIds) {}

  private final List<Line> lines = new ArrayList<>();
  private final List<Line> staged = new ArrayList<>();

  /** What the handler of effects was told last, by order. */
  final Map<String, PaymentEvent> effects = new HashMap<>();

  /** Books an event, and returns what contradicts what was booked before; empty if nothing. */
  String book(Instant now, PaymentEvent event) {
    String order = event.orderId().value();
    BigDecimal captured = BigDecimal.ZERO;
    BigDecimal returned = BigDecimal.ZERO;
    for (List<Line> part : List.of(lines, staged)) {
      for (Line line : part) {
        if (line.order().equals(order)) {
          captured = captured.add(line.captured());
          returned = returned.add(line.returned());
        }
      }
    }
    staged.add(
        new Line(
            now,
            order,
            event,
            event.change().captured(),
            event.change().returned(),
            event.refundIds()));
    boolean fits =
        captured.compareTo(event.before().captured().amount()) == 0
            && returned.compareTo(event.before().returned().amount()) == 0;
    return fits
        ? ""
        : "told from " + event.before() + ", and the books stand at " + captured + ", " + returned;
  }

  /** The transaction in which it was written has committed. */
  void commit() {
    lines.addAll(staged);
    staged.clear();
  }

  /** A transaction has ended: what was written and not committed is gone. */
  void rollBack() {
    staged.clear();
  }

  List<Line> of(String order) {
    return lines.stream().filter(line -> line.order().equals(order)).toList();
  }
}
