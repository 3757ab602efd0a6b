package kr.pgsdk.durable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.durable.HandlerReport.Line;
import kr.pgsdk.durable.PaymentEvent.AwaitingDeposit;
import kr.pgsdk.durable.PaymentEvent.DepositWithdrawn;
import kr.pgsdk.durable.PaymentEvent.DuplicatePayment;
import kr.pgsdk.durable.PaymentEvent.Ended;
import kr.pgsdk.durable.PaymentEvent.Facts;
import kr.pgsdk.durable.PaymentEvent.Mismatch;
import kr.pgsdk.durable.PaymentEvent.MoneyReturned;
import kr.pgsdk.durable.PaymentEvent.OrderPaid;
import kr.pgsdk.durable.PaymentEvent.PaidAfterClose;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.PaymentKey;
import kr.pgsdk.durable.store.PaymentRow.Role;
import org.jspecify.annotations.Nullable;

/** The events between what was told of an order and what is so now. */
final class Events {
  private final OrderRow order;
  private final Function<PaymentKey, List<String>> refundIds;
  private final List<PaymentEvent> events = new ArrayList<>();
  private Totals totals;

  private Events(
      OrderRow order, HandlerReport before, Function<PaymentKey, List<String>> refundIds) {
    this.order = order;
    this.refundIds = refundIds;
    this.totals = Totals.zero(order.price().currency());
    for (Line line : before.payments().values()) {
      totals = totals.plus(line.captured(), line.returned());
    }
  }

  /**
   * Returns what the handler is to be told.
   *
   * @param refundIds the refunds that are done of a payment
   */
  static List<PaymentEvent> between(
      OrderRow order,
      HandlerReport before,
      HandlerReport now,
      Function<PaymentKey, List<String>> refundIds) {
    Events events = new Events(order, before, refundIds);
    Set<PaymentKey> keys = new LinkedHashSet<>(before.payments().keySet());
    keys.addAll(now.payments().keySet());
    for (PaymentKey key : keys) {
      events.add(key, before.line(key), now.line(key));
    }
    boolean stateIsNew = !now.state().equals(before.state());
    boolean told = events.events.stream().anyMatch(Ended.class::isInstance);
    if (stateIsNew && order.state() == OrderRow.State.CLOSED && !told) {
      events.add(Ended::new, null, events.totals);
    }
    if (stateIsNew && order.state() == OrderRow.State.PAID && order.price().isZero()) {
      events.add(OrderPaid::new, null, events.totals);
    }
    return events.events;
  }

  private void add(PaymentKey key, Line before, Line now) {
    if (before.equals(now)) {
      return;
    }
    Totals after =
        totals.plus(
            now.captured().subtract(before.captured()), now.returned().subtract(before.returned()));
    Function<Facts, PaymentEvent> kind = kind(before, now);
    if (kind != null) {
      add(kind, key, after);
    }
    totals = after;
  }

  private void add(Function<Facts, PaymentEvent> kind, @Nullable PaymentKey key, Totals after) {
    boolean returned = !after.returned().isZero();
    events.add(
        kind.apply(
            new Facts(
                OrderId.of(order.orderId()),
                Optional.ofNullable(key).map(PaymentKey::account),
                Optional.ofNullable(key).map(k -> PaymentId.of(k.paymentId())),
                totals,
                after,
                key == null || !returned ? List.of() : refundIds.apply(key))));
  }

  /** Null where what has changed is nothing to act on. */
  private static @Nullable Function<Facts, PaymentEvent> kind(Line before, Line now) {
    int captured = now.captured().compareTo(before.captured());
    if (captured < 0) {
      return DepositWithdrawn::new;
    }
    boolean holds = now.captured().compareTo(now.returned()) > 0;
    if (captured > 0 && holds) {
      return switch (now.role()) {
        case PAYS -> OrderPaid::new;
        case DUPLICATE -> DuplicatePayment::new;
        case LATE -> PaidAfterClose::new;
        case OTHER, KEPT -> Mismatch::new;
      };
    }
    if (holds && now.role() == Role.PAYS && before.role() != Role.PAYS) {
      return OrderPaid::new; // its money was told before, as not the order's
    }
    if (now.returned().compareTo(before.returned()) != 0) {
      return MoneyReturned::new;
    }
    if (now.awaiting() != before.awaiting()) {
      return now.awaiting() ? AwaitingDeposit::new : Ended::new;
    }
    return null;
  }
}
