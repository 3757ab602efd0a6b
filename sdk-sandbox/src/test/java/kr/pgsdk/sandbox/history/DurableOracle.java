package kr.pgsdk.sandbox.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.durable.PaymentEvent;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.durable.store.WorkRow;
import kr.pgsdk.sandbox.LedgerEntry;
import kr.pgsdk.sandbox.wire.RefundRecord;

/** Holds the shop's books, the store and what was said against the gateway's ledger. */
final class DurableOracle {
  private final DurableHistory history;
  private final DurableWorld world;

  DurableOracle(DurableHistory history) {
    this.history = history;
    this.world = history.world;
  }

  List<Violation> violations() {
    if (world.found.isEmpty()) {
      history.orders.forEach(this::checkOrder);
      history.orders.forEach(new DurableRefundOracle(history)::check);
    }
    return world.found;
  }

  private void require(boolean holds, String kind, Object detail) {
    if (!holds) {
      world.violated(kind, detail.toString());
    }
  }

  static Money sum(DurableHistory history, List<LedgerEntry> entries, LedgerEntry.Kind kind) {
    Money sum = history.plan.nothing();
    for (LedgerEntry entry : entries) {
      sum = entry.kind() == kind ? sum.plus(entry.amount()) : sum;
    }
    return sum;
  }

  /** Every movement of the order's money, whichever payment it belongs to. */
  static List<LedgerEntry> ledger(DurableHistory history, OrderId order) {
    return history.world.simulated.payments(order).stream()
        .flatMap(id -> history.buyer.ledger(id).stream())
        .toList();
  }

  /** Somebody was told that the order is paid: then it has been, by now. */
  static void requirePaid(DurableHistory history, OrderId order, String who) {
    boolean paid =
        ledger(history, order).stream().anyMatch(e -> e.kind() == LedgerEntry.Kind.CAPTURE);
    if (!paid) {
      history.world.violated(who + " of an order as paid that is not", order.toString());
    }
  }

  private void checkOrder(OrderId order) {
    List<LedgerEntry> ledger = ledger(history, order);
    Money captured = sum(history, ledger, LedgerEntry.Kind.CAPTURE);
    Money refunded = sum(history, ledger, LedgerEntry.Kind.REFUND);
    List<ShopBooks.Line> lines = world.books.of(order.value());
    BigDecimal bookedIn = BigDecimal.ZERO;
    BigDecimal bookedOut = BigDecimal.ZERO;
    boolean bounced = hasBouncedBesideAnother(order);
    for (ShopBooks.Line line : lines) {
      bookedIn = bookedIn.add(line.captured());
      bookedOut = bookedOut.add(line.returned());
      List<LedgerEntry> until = until(line.at(), ledger);
      require(
          !isMore(bookedIn, sum(history, until, LedgerEntry.Kind.CAPTURE))
              && (bounced || !isMore(bookedOut, sum(history, until, LedgerEntry.Kind.REFUND))),
          "told of money before it moved",
          lines + ", ledger " + ledger);
      checkLine(line, lines);
    }
    String both = "booked " + bookedIn + " and " + bookedOut + " back, ledger " + ledger;
    require(bookedIn.compareTo(captured.amount()) == 0, "captured and booked differ", both);
    if (!bounced) {
      require(bookedOut.compareTo(refunded.amount()) == 0, "refunded and booked differ", both);
      checkEffects(order, captured, refunded);
    }
    for (PaymentId id : world.simulated.payments(order)) {
      List<LedgerEntry> own = history.buyer.ledger(id);
      long captures = own.stream().filter(e -> e.kind() == LedgerEntry.Kind.CAPTURE).count();
      require(captures <= 1, "captured more than once", own);
      require(
          !sum(history, own, LedgerEntry.Kind.REFUND)
              .isMoreThan(sum(history, own, LedgerEntry.Kind.CAPTURE)),
          "more refunded than captured",
          own);
    }
    OrderRow row = world.store.inNew(session -> session.order(order.value())).orElse(null);
    if (row != null) {
      checkRow(order, row, captured);
    }
    checkClosed(order, ledger);
    checkCapturedOnce(order);
  }

  /** One word speaks for all refunds into an account: what bounced isn't to be seen. */
  private boolean hasBouncedBesideAnother(OrderId order) {
    return world.simulated.payments(order).stream()
        .filter(history.buyer::isDeposit)
        .map(world.simulated::refunds)
        .anyMatch(all -> all.size() > 1 && all.stream().anyMatch(DurableRefundOracle::hasFailed));
  }

  private static List<LedgerEntry> until(Instant when, List<LedgerEntry> entries) {
    return entries.stream().filter(entry -> !entry.at().isAfter(when)).toList();
  }

  private static boolean isMore(BigDecimal booked, Money moved) {
    return booked.compareTo(moved.amount()) > 0;
  }

  private void checkLine(ShopBooks.Line line, List<ShopBooks.Line> lines) {
    require(
        !(line.event() instanceof PaymentEvent.DepositWithdrawn),
        "a deposit was told as withdrawn that was not",
        lines);
    world.tally.returned += line.event() instanceof PaymentEvent.MoneyReturned ? 1 : 0;
    if (!(line.event() instanceof PaymentEvent.OrderPaid paid)) {
      return;
    }
    world.tally.paid++;
    PaymentId id = paid.paymentId().orElseThrow();
    List<LedgerEntry> own = history.buyer.ledger(id);
    require(
        until(line.at(), own).stream().anyMatch(e -> e.kind() == LedgerEntry.Kind.CAPTURE),
        "told as paid, and not captured",
        line);
    for (ShopBooks.Line other : lines) {
      if (other == line) {
        break;
      }
      if (other.event() instanceof PaymentEvent.OrderPaid) {
        PaymentId first = other.event().paymentId().orElseThrow();
        require(
            !first.equals(id) && isGivenBack(first, line.at()),
            "an order was told as paid twice",
            lines);
      }
    }
  }

  /** Whether all of a payment had gone back, so that another one could pay the order. */
  private boolean isGivenBack(PaymentId id, Instant when) {
    List<LedgerEntry> until = until(when, history.buyer.ledger(id));
    return sum(history, until, LedgerEntry.Kind.REFUND)
        .equals(sum(history, until, LedgerEntry.Kind.CAPTURE));
  }

  private void checkRow(OrderId order, OrderRow row, Money captured) {
    require(!row.isUndelivered(), "not delivered", row);
    require(row.slot() == null, "the capture slot is never freed", row);
    require(
        row.state() != OrderRow.State.PAID || !captured.isZero(),
        "an order stands as paid that is not",
        row);
    List<WorkRow> waiting = new DurableCalm(history).waiting();
    require(waiting.isEmpty(), "something is left due", waiting);
    for (PaymentRow payment : world.store.inNew(session -> session.payments(order.value()))) {
      world.tally.duplicates += payment.role() == PaymentRow.Role.DUPLICATE ? 1 : 0;
      world.tally.late += payment.role() == PaymentRow.Role.LATE ? 1 : 0;
      PaymentId id = PaymentId.of(payment.key().paymentId());
      if (!history.buyer.payments().contains(id)) {
        continue;
      }
      List<LedgerEntry> own = history.buyer.ledger(id);
      boolean paysAll =
          history.buyer.pays(id, payment.price(), sum(history, own, LedgerEntry.Kind.CAPTURE))
              && sum(history, own, LedgerEntry.Kind.REFUND).isZero();
      require(
          !paysAll
              || DurableRefundOracle.hasBounced(history, id)
              || payment.holdsMoney()
                  && (row.state() == OrderRow.State.PAID || row.state() == OrderRow.State.CLOSED),
          "money is held for an order that isn't paid",
          row + ", " + payment);
    }
  }

  /** The shop captures nothing while another payment of the order holds money. */
  private void checkCapturedOnce(OrderId order) {
    for (PaymentId id : world.simulated.payments(order)) {
      for (LedgerEntry entry : history.buyer.ledger(id)) {
        if (entry.kind() == LedgerEntry.Kind.CAPTURE && entry.requestId() != 0) {
          for (PaymentId other : world.simulated.payments(order)) {
            require(
                other.equals(id) || !isHeld(other, entry.at()),
                "captured for an order that another payment has paid",
                entry + ", " + history.buyer.ledger(other));
          }
        }
      }
    }
  }

  /** Whether money was there that nobody had asked to give back. */
  private boolean isHeld(PaymentId id, Instant when) {
    Money held = history.plan.nothing();
    for (LedgerEntry entry : history.buyer.ledger(id)) {
      boolean counts = entry.kind() == LedgerEntry.Kind.CAPTURE && entry.at().isBefore(when);
      held = counts ? held.plus(entry.amount()) : held;
    }
    Money asked = history.plan.nothing();
    for (RefundRecord record : world.simulated.refunds(id)) {
      asked = record.at(when) == null ? asked : asked.plus(record.amount());
    }
    return held.isMoreThan(asked);
  }

  /** Nothing is captured by the shop for an order that it has closed. */
  private void checkClosed(OrderId order, List<LedgerEntry> ledger) {
    Instant closed = history.closed.get(order);
    if (closed != null && history.plan.shopCaptures()) {
      require(
          ledger.stream()
              .noneMatch(e -> e.kind() == LedgerEntry.Kind.CAPTURE && e.at().isAfter(closed)),
          "captured after the order was closed",
          closed + ", " + ledger);
    }
  }

  private void checkEffects(OrderId order, Money captured, Money refunded) {
    PaymentEvent last = world.books.effects.get(order.value());
    if (history.plan.effects() && !captured.isZero()) {
      require(
          last != null
              && last.now().captured().equals(captured)
              && last.now().returned().equals(refunded),
          "the handler of effects wasn't told all",
          last + ", ledger " + captured + ", " + refunded);
    }
  }
}
