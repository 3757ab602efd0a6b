package kr.pgsdk.durable;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.durable.store.StoreSession;
import kr.pgsdk.durable.store.WorkKey;
import org.jspecify.annotations.Nullable;

/** How long what is stored is kept. */
record Retention(PaymentStore store) {
  private static final Duration REFUND_ACCOUNT = Duration.ofDays(7); // after the refund's end
  private static final int AT_ONCE = 1_000;

  /**
   * Empties what a refund was sent with, which may hold a refund account, a week after its end.
   *
   * @return when it is due again; null if it has been emptied
   */
  @Nullable Duration afterEnd(String refundId) {
    Optional<Duration> left =
        store.inNew(
            session -> session.lockRefund(refundId).flatMap(refund -> emptied(session, refund)));
    return left.orElse(null);
  }

  private static Optional<Duration> emptied(StoreSession session, RefundRow refund) {
    if (!refund.state().isEnd()) {
      return Optional.of(Refunds.BETWEEN_TWO); // another server has taken it up since
    }
    Instant endedAt = refund.endedAt();
    if (endedAt == null || refund.isEmptied()) {
      return Optional.empty();
    }
    Duration left = Duration.between(session.now(), endedAt.plus(REFUND_ACCOUNT));
    if (left.isNegative() || left.isZero()) {
      session.updateRefund(refund.emptied());
      return Optional.empty();
    }
    return Optional.of(left);
  }

  int purge(Instant before) {
    int deleted = 0;
    for (OrderRow order : store.inNew(session -> session.endedBefore(before, AT_ONCE))) {
      deleted += erased(order.orderId()) ? 1 : 0;
    }
    return deleted + store.inNew(session -> session.deleteSeen(before, AT_ONCE));
  }

  void erase(OrderId orderId) {
    if (!erased(orderId.value())) {
      throw new IllegalStateException(
          "order " + orderId + " hasn't ended: close it, or wait for its refunds");
    }
  }

  private boolean erased(String orderId) {
    return store.inNew(
        session -> {
          OrderRow order = session.lockOrder(orderId).orElse(null);
          boolean ended = order == null || hasEnded(session, order);
          if (order != null && ended) {
            session.deleteOrder(orderId);
          }
          return ended;
        });
  }

  private static boolean hasEnded(RefundRow refund) {
    return refund.state().isEnd() && refund.alarm() == null;
  }

  private static boolean hasEnded(StoreSession session, OrderRow order) {
    WorkKey effects = new WorkKey(WorkKey.Kind.EFFECTS, order.orderId());
    return (order.state() == OrderRow.State.PAID || order.state() == OrderRow.State.CLOSED)
        && !order.isUndelivered()
        && session.refunds(order.orderId()).stream().allMatch(Retention::hasEnded)
        && session.work(effects).map(work -> work.dueAt() == null).orElse(true);
  }
}
