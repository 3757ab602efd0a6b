package kr.pgsdk.sandbox.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.durable.PaymentEvent;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.durable.store.WorkRow;
import kr.pgsdk.sandbox.LedgerEntry;
import kr.pgsdk.sandbox.Switch;
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
      history.orders.forEach(this::checkRefunds);
    }
    return world.found;
  }

  private void require(boolean holds, String kind, Object detail) {
    if (!holds) {
      world.violated(kind, detail.toString());
    }
  }

  private static Money sum(List<LedgerEntry> entries, LedgerEntry.Kind kind) {
    Money sum = Money.zero("KRW");
    for (LedgerEntry entry : entries) {
      sum = entry.kind() == kind ? sum.plus(entry.amount()) : sum;
    }
    return sum;
  }

  /** Every movement of the order's money, whichever payment it belongs to. */
  private static List<LedgerEntry> ledger(DurableHistory history, OrderId order) {
    return history.world.simulated.payments(order).stream()
        .flatMap(id -> history.world.simulated.ledger(id).stream())
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
    Money captured = sum(ledger, LedgerEntry.Kind.CAPTURE);
    Money refunded = sum(ledger, LedgerEntry.Kind.REFUND);
    List<ShopBooks.Line> lines = world.books.of(order.value());
    BigDecimal bookedIn = BigDecimal.ZERO;
    BigDecimal bookedOut = BigDecimal.ZERO;
    for (ShopBooks.Line line : lines) {
      bookedIn = bookedIn.add(line.captured());
      bookedOut = bookedOut.add(line.returned());
      checkLine(order, line, lines);
    }
    String both = "booked " + bookedIn + " and " + bookedOut + " back, ledger " + ledger;
    require(bookedIn.compareTo(captured.amount()) == 0, "captured and booked differ", both);
    if (!hasBouncedBesideAnother(order)) {
      require(bookedOut.compareTo(refunded.amount()) == 0, "refunded and booked differ", both);
      checkEffects(order, captured, refunded);
    }
    for (PaymentId id : world.simulated.payments(order)) {
      List<LedgerEntry> own = world.simulated.ledger(id);
      long captures = own.stream().filter(e -> e.kind() == LedgerEntry.Kind.CAPTURE).count();
      require(captures <= 1, "captured more than once", own);
      require(
          !sum(own, LedgerEntry.Kind.REFUND).isMoreThan(sum(own, LedgerEntry.Kind.CAPTURE)),
          "more refunded than captured",
          own);
    }
    OrderRow row = world.store.inNew(session -> session.order(order.value())).orElse(null);
    if (row != null) {
      checkRow(order, row, captured);
    }
    checkClosed(order, ledger);
  }

  /** One word of Toss's speaks for all refunds into an account: what bounced isn't to be seen. */
  private boolean hasBouncedBesideAnother(OrderId order) {
    return history.plan.gateway() == Gateway.TOSS
        && world.simulated.payments(order).stream()
            .map(world.simulated::refunds)
            .anyMatch(all -> all.size() > 1 && all.stream().anyMatch(DurableOracle::hasFailed));
  }

  private static boolean hasFailed(RefundRecord record) {
    return record.state() == RefundRecord.State.FAILED;
  }

  /** Money that Toss holds and shows as cancelled: a person transfers it. */
  private boolean hasBounced(PaymentId id) {
    return history.plan.gateway() == Gateway.TOSS
        && world.simulated.refunds(id).stream().anyMatch(DurableOracle::hasFailed);
  }

  private void checkLine(OrderId order, ShopBooks.Line line, List<ShopBooks.Line> lines) {
    if (!(line.event() instanceof PaymentEvent.OrderPaid paid)) {
      return;
    }
    world.tally.paid++;
    PaymentId id = paid.paymentId().orElseThrow();
    List<LedgerEntry> own = world.simulated.ledger(id);
    require(
        own.stream()
            .anyMatch(e -> e.kind() == LedgerEntry.Kind.CAPTURE && !e.at().isAfter(line.at())),
        "told as paid, and not captured",
        line);
    for (ShopBooks.Line other : lines) {
      require(
          !(other.event() instanceof PaymentEvent.DepositWithdrawn),
          "a deposit was told as withdrawn that was not",
          lines);
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
    List<LedgerEntry> until =
        world.simulated.ledger(id).stream().filter(e -> !e.at().isAfter(when)).toList();
    return sum(until, LedgerEntry.Kind.REFUND).equals(sum(until, LedgerEntry.Kind.CAPTURE));
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
      if (!history.opened.containsValue(PaymentId.of(payment.key().paymentId()))) {
        continue;
      }
      List<LedgerEntry> own = world.simulated.ledger(PaymentId.of(payment.key().paymentId()));
      boolean paysAll =
          sum(own, LedgerEntry.Kind.CAPTURE).equals(payment.price())
              && sum(own, LedgerEntry.Kind.REFUND).isZero();
      require(
          !paysAll
              || hasBounced(PaymentId.of(payment.key().paymentId()))
              || payment.holdsMoney()
                  && (row.state() == OrderRow.State.PAID || row.state() == OrderRow.State.CLOSED),
          "money is held for an order that isn't paid",
          row + ", " + payment);
    }
  }

  /** Nothing is captured by the shop for an order that it has closed. */
  private void checkClosed(OrderId order, List<LedgerEntry> ledger) {
    Instant closed = history.closed.get(order);
    if (closed != null && history.plan.gateway() == Gateway.TOSS) {
      require(
          ledger.stream()
              .noneMatch(
                  e -> e.kind() == LedgerEntry.Kind.CAPTURE && e.at().isAfter(closed)),
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

  /** What a refund has set in motion at the gateway, by the requests that carried its reason. */
  static List<RefundRecord> records(DurableHistory history, String refundId) {
    String own = DurableHistory.reason(refundId);
    List<RefundRecord> records = new ArrayList<>();
    for (OrderId order : history.orders) {
      for (PaymentId id : history.world.simulated.payments(order)) {
        for (RefundRecord record : history.world.simulated.refunds(id)) {
          String body = history.world.bodies.getOrDefault(record.cause().requestId(), "");
          boolean byItself =
              refundId.equals(ofItself(history, id, body));
          if (byItself || body.contains(own)) {
            records.add(record);
          }
        }
      }
    }
    return records;
  }

  /** The id of a refund that the SDK makes itself, which carries words of its own. */
  private static String ofItself(DurableHistory history, PaymentId id, String body) {
    String prefix =
        body.contains("paid twice")
            ? "dup-"
            : body.contains("paid after the order") ? "late-" : body.contains("<close>") ? "close-" : null;
    return prefix == null
        ? ""
        : history.world.store.inNew(
            session ->
                session.refunds(history.order(id).value()).stream()
                    .filter(r -> r.refundId().startsWith(prefix))
                    .filter(r -> r.payment() != null && r.payment().paymentId().equals(id.value()))
                    .map(RefundRow::refundId)
                    .findFirst()
                    .orElse(""));
  }

  private void checkRefunds(OrderId order) {
    for (RefundRow refund :
        world.store.inNew(session -> session.refunds(order.value()))) {
      List<RefundRecord> records = records(history, refund.refundId());
      String all = refund + " " + refund.message() + ", " + records;
      require(records.size() <= 1, "a refund was executed twice", all);
      require(refund.state().isEnd(), "a refund never ended", all);
      boolean done = records.stream().anyMatch(r -> r.state() == RefundRecord.State.DONE);
      for (RefundRecord record : records) {
        require(
            refund.amount() == null || record.amount().equals(refund.amount()),
            "another amount was refunded than asked",
            all);
      }
      switch (refund.state()) {
        case DONE -> {
          world.tally.refundsDone++;
          require(
              done || refund.amount() == null || hasTwins(order, refund),
              "DONE, and nothing went back",
              all);
        }
        case REFUSED, FAILED, RESOLVED ->
            require(!done, refund.state() + ", and the money went back", all);
        default -> {}
      }
      checkNotLost(order, refund, all);
    }
  }

  /** Whether nothing tells it from another refund of its amount: docs/histories.md. */
  private boolean hasTwins(OrderId order, RefundRow refund) {
    boolean lookAlike =
        history.plan.switches().contains(Switch.IAMPORT_DROPS_REASONS)
            || history.plan.switches().contains(Switch.IAMPORT_REPLACES_REASONS);
    return lookAlike
        && history.plan.gateway() == Gateway.IAMPORT
        && ledger(history, order).stream()
            .anyMatch(
                e -> e.kind() == LedgerEntry.Kind.REFUND && e.amount().equals(refund.amount()));
  }

  /** A refund that could have been executed was. */
  private void checkNotLost(OrderId order, RefundRow refund, String all) {
    if (refund.state() != RefundRow.State.REFUSED || refund.payment() == null) {
      return;
    }
    List<LedgerEntry> own = world.simulated.ledger(PaymentId.of(refund.payment().paymentId()));
    Money left =
        sum(own, LedgerEntry.Kind.CAPTURE).minus(sum(own, LedgerEntry.Kind.REFUND));
    // A duplicate that pays the order by now: the other payment was given back.
    OrderRow row = world.store.inNew(session -> session.order(order.value()).orElseThrow());
    if (refund.refundId().startsWith("dup-") && refund.payment().equals(row.paying())) {
      return;
    }
    boolean fits =
        refund.amount() == null ? !left.isZero() : !refund.amount().isMoreThan(left);
    boolean bounced = hasBounced(PaymentId.of(refund.payment().paymentId()));
    require(!fits || bounced || refund.code() != null, "refused, and there was money for it", all + ", " + own);
  }
}
