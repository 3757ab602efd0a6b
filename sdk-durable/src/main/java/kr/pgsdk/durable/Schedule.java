package kr.pgsdk.durable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.durable.store.StoreSession;
import kr.pgsdk.durable.store.WorkKey;
import kr.pgsdk.durable.store.WorkRow;
import org.jspecify.annotations.Nullable;

/** When an order is looked at again without anybody's asking. Every wait has an end. */
final class Schedule {
  private static final Duration SHORTEST_WAIT = Duration.ofMinutes(10);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration LONGEST_WAIT_FOR_DEPOSIT = Duration.ofDays(7);
  private static final Duration REFUND_PAUSE = Duration.ofHours(6);

  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private final Accounts accounts;
  private final Settings settings;

  Schedule(Accounts accounts, Settings settings) {
    this.accounts = accounts;
    this.settings = settings;
  }

  /** Whether a piece of work is due: only who works on it may put it off. */
  static boolean isDue(StoreSession session, WorkKey key, Instant now) {
    return session.work(key).map(WorkRow::dueAt).filter(due -> !due.isAfter(now)).isPresent();
  }

  /** Returns when a handler that has failed so often is told again. */
  Instant afterFailures(int failures, Instant now) {
    return now.plus(settings.spread(Settings.afterFailures(failures, LONGEST_PAUSE)));
  }

  /** Returns when; null for never, until a hint comes. */
  @Nullable Instant next(OrderRow order, List<PaymentRow> payments, Instant now) {
    if (order.isUndelivered()) {
      return now;
    }
    if (order.slot() != null) {
      return now.plus(settings.spread(Settings.afterDoubt(order.slot().since(), now)));
    }
    Instant pending = pending(payments, now);
    if (pending != null) {
      return pending;
    }
    Instant deposit = awaited(payments, now);
    if (deposit != null) {
      return deposit;
    }
    return switch (order.state()) {
      case OPEN -> open(order, now);
      case CLOSED -> closed(order, now);
      case AWAITING, PAID -> null;
    };
  }

  /** Where confirm captures, an order without a slot has nothing that could be captured. */
  private @Nullable Instant open(OrderRow order, Instant now) {
    Account account = accounts.known(order.account());
    if (account == null) {
      return null;
    }
    if (order.preparedPrice() != null && !order.preparedPrice().equals(order.price())) {
      return now.plus(settings.spread(Settings.afterDoubt(order.updatedAt(), now)));
    }
    Instant windowEnd = order.createdAt().plus(settings.window());
    if (account.captures() || now.isAfter(order.createdAt().plus(DAY))) {
      return null;
    }
    return now.isBefore(windowEnd)
        ? windowEnd
        : now.plus(settings.spread(Settings.growing(windowEnd, now, SHORTEST_WAIT, DAY)));
  }

  /** A window that was open when the order was closed may still capture, where windows do. */
  private @Nullable Instant closed(OrderRow order, Instant now) {
    Account account = accounts.known(order.account());
    Instant windowEnd = order.updatedAt().plus(settings.window());
    return account == null || account.captures() || !now.isBefore(windowEnd) ? null : windowEnd;
  }

  /** An account waits for its deposit whatever has become of the order. */
  private @Nullable Instant awaited(List<PaymentRow> payments, Instant now) {
    Instant soonest = null;
    for (PaymentRow payment : payments) {
      Instant due = payment.dueAt();
      if (PaymentRows.isAwaiting(payment)) {
        Instant from = due == null ? payment.seenAt() : due;
        Instant next =
            now.isBefore(from)
                ? from.plusSeconds(1)
                : now.isAfter(from.plus(LONGEST_WAIT_FOR_DEPOSIT))
                    ? null
                    : now.plus(settings.spread(Settings.growing(from, now, SHORTEST_WAIT, DAY)));
        soonest = soonest == null || (next != null && next.isBefore(soonest)) ? next : soonest;
      }
    }
    return soonest;
  }

  private @Nullable Instant pending(List<PaymentRow> payments, Instant now) {
    for (PaymentRow payment : payments) {
      if (payment.status() == Known.CANCEL_PENDING
          && now.isBefore(payment.seenAt().plus(Settings.LONGEST_PENDING))) {
        return now.plus(settings.spread(REFUND_PAUSE));
      }
    }
    return null;
  }
}
