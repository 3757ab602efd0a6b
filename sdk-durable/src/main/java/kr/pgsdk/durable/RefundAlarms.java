package kr.pgsdk.durable;

import java.util.EnumSet;
import java.util.Set;
import kr.pgsdk.core.Money;
import kr.pgsdk.durable.store.EventRow;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.durable.store.RefundRow.Alarm;
import kr.pgsdk.durable.store.RefundRow.State;
import kr.pgsdk.durable.store.StoreSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refunds of which the gateway shows what contradicts the store. Nothing is overwritten silently:
 * it is logged, stands in the history, and is on the list for a person until that one resolves it.
 */
final class RefundAlarms {
  private static final Logger LOG = LoggerFactory.getLogger("kr.pgsdk.durable");

  /** Ends that say that no money went back. */
  private static final Set<State> DENIED = EnumSet.of(State.REFUSED, State.FAILED, State.RESOLVED);

  private RefundAlarms() {}

  /**
   * Whether proof contradicts what the store has. What was accepted is no news where it is known to
   * have been given up since.
   */
  static boolean contradicts(State now, State proved) {
    return DENIED.contains(now) && !(now == State.FAILED && proved == State.PENDING);
  }

  /**
   * Raises an alarm, once for each cause: a person who resolved it isn't told again.
   *
   * @param cause what contradicts, in ids
   */
  static void raise(StoreSession session, RefundRow refund, Alarm alarm, String cause) {
    boolean known =
        session.events(refund.orderId()).stream()
            .anyMatch(line -> line.what().equals(alarm.name()) && cause.equals(line.detail()));
    if (known) {
      return;
    }
    LOG.error("order {}: {}: {}", refund.orderId(), alarm, cause);
    session
        .lockRefund(refund.refundId())
        .ifPresent(row -> session.updateRefund(row.alarmed(alarm)));
    session.addEvent(new EventRow(refund.orderId(), session.now(), alarm.name(), null, cause));
  }

  /** Tells of proof against an end that denied it. */
  static void logDenied(RefundRow refund, State shown, State stood) {
    LOG.error(
        "order {}: the gateway shows refund {} as {}, after it stood as {}",
        refund.orderId(),
        refund.refundId(),
        shown,
        stood);
  }

  /** A cancel of a refund is done: proof against an end that denies it. */
  static void doneAfterAll(StoreSession session, RefundRow refund, Money back) {
    RefundRow row = session.lockRefund(refund.refundId()).orElseThrow();
    if (!contradicts(row.state(), State.DONE)) {
      return;
    }
    logDenied(row, State.DONE, row.state());
    RefundRecords.save(
        session,
        row.ended(State.DONE, row.pinned(), back, null, null, session.now())
            .alarmed(Alarm.DONE_AFTER_ALL),
        true);
    RefundConflicts.wake(session, row);
  }
}
