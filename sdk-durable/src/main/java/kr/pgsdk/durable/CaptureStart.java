package kr.pgsdk.durable;

import java.time.Duration;
import java.time.Instant;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.OrderRow.Attempts;
import kr.pgsdk.durable.store.OrderRow.Slot;
import kr.pgsdk.durable.store.OrderRow.State;
import kr.pgsdk.durable.store.PaymentKey;
import kr.pgsdk.durable.store.StoreSession;
import kr.pgsdk.durable.store.WorkKey;
import org.jspecify.annotations.Nullable;

/**
 * What the first transaction after a buyer's return decided: who may capture, and the order's slot
 * is taken for it.
 *
 * @param answer to the buyer, if there is one already
 * @param order to confirm with, its slot taken where confirm captures; null to look only
 * @param call that may capture; null where confirm doesn't
 */
record CaptureStart(
    @Nullable Arrival answer, @Nullable OrderRow order, @Nullable CaptureCall call) {
  private static final int MOST_ATTEMPTS = 10; // a minute
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final CaptureStart UNKNOWN =
      answered(Arrivals.notPaid(Arrival.Reason.UNKNOWN_ORDER));

  /**
   * Decides.
   *
   * @param key the payment the buyer came back with; null if none is named
   * @param hasToken whether it brought what a confirm captures with, where the checkout doesn't
   * @param begun this server's clock before the transaction
   */
  static CaptureStart of(
      StoreSession session,
      String orderId,
      Account account,
      @Nullable PaymentKey key,
      boolean hasToken,
      Settings settings,
      long begun) {
    OrderRow order = OrderLock.SOON.in(session, orderId).orElse(null);
    if (order == null) {
      return UNKNOWN;
    }
    boolean isPaying = key == null || key.equals(order.paying());
    if (Arrivals.isPaidBy(order, account, key)) {
      return answered(new Arrival.Paid(OrderId.of(orderId)));
    }
    boolean byToken = key != null && hasToken && order.state() == State.OPEN;
    if (!account.captures() && !byToken) {
      return key == null ? look() : new CaptureStart(null, order, null);
    }
    if (order.state() == State.CLOSED) {
      return answered(Arrivals.notPaid(Arrival.Reason.CLOSED));
    }
    if (order.state() == State.AWAITING) {
      return isPaying ? look() : answered(Arrivals.notPaid(Arrival.Reason.DEPOSIT_AWAITED));
    }
    return key == null
        ? withoutPayment(session, order)
        : taken(session, order, key, settings.call(), begun);
  }

  /** The checkout failed, or somebody says so: another tab may be paying. */
  private static CaptureStart withoutPayment(StoreSession session, OrderRow order) {
    Slot slot = order.slot();
    return answered(
        slot == null
            ? Arrivals.notPaid(Arrival.Reason.NOT_STARTED)
            : new Arrival.UnderWay(Openings.left(slot.until(), session.now())));
  }

  private static CaptureStart taken(
      StoreSession session, OrderRow order, PaymentKey key, Duration longest, long begun) {
    Instant now = session.now();
    Slot slot = order.slot();
    if (slot != null && !slot.payment().equals(key)) {
      return answered(new Arrival.UnderWay(Openings.left(slot.until(), now)));
    }
    CaptureCall call = CaptureCall.begin(slot, key, now, longest, begun);
    if (slot != null) { // the order is as it was: what the others find needn't look again
      OrderRow joined = order.with(call.slot(), order.attempts());
      session.updateOrder(joined);
      return new CaptureStart(null, joined, call);
    }
    Attempts attempts = order.attempts();
    boolean sameMinute = now.isBefore(attempts.since().plus(MINUTE));
    if (sameMinute && attempts.count() >= MOST_ATTEMPTS) {
      return answered(new Arrival.UnderWay(Openings.left(attempts.since().plus(MINUTE), now)));
    }
    Attempts counted =
        sameMinute ? new Attempts(attempts.count() + 1, attempts.since()) : new Attempts(1, now);
    OrderRow taken = order.with(call.slot(), counted).next(now);
    session.updateOrder(taken);
    session.schedule(
        new WorkKey(WorkKey.Kind.ORDER, order.orderId()), now.plus(longest).plus(Settings.DOUBT));
    return new CaptureStart(null, taken, call);
  }

  private static CaptureStart answered(Arrival arrival) {
    return new CaptureStart(arrival, null, null);
  }

  private static CaptureStart look() {
    return new CaptureStart(null, null, null);
  }

  /** Whether there is such an order; nothing is locked for one that isn't there. */
  boolean known() {
    return !equals(UNKNOWN);
  }
}
