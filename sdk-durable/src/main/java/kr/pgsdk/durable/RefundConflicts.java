package kr.pgsdk.durable;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import kr.pgsdk.durable.store.PaymentKey;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.durable.store.RefundRow.State;
import kr.pgsdk.durable.store.StoreSession;
import kr.pgsdk.durable.store.WorkKey;
import org.jspecify.annotations.Nullable;

/**
 * Which refunds of one payment may be sent beside each other. One that may still be worked on has
 * the payment's slot to itself. One in doubt for longer stands in the way of those alone that
 * nothing at the gateway would tell from it.
 */
record RefundConflicts(PaymentStore store) {
  /** Another refund of the payment is in the way: nothing is sent. */
  static final class InTheWay extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InTheWay(String refundId) {
      super(refundId);
    }
  }

  /** Whether something may still come of its last sending by itself. */
  static boolean mayBeWorkedOn(RefundRow refund, Instant now) {
    Instant sentUntil = refund.sentUntil();
    return sentUntil != null && now.isBefore(sentUntil.plus(Settings.LONGEST_WORK));
  }

  /**
   * Frees the slot of each doubt of the payment that nothing is worked on for any more.
   *
   * @return whether the refund has to wait for another one all the same
   */
  boolean isToWait(RefundRow refund, Account account) {
    List<RefundRow> others = store.inNew(session -> others(session, refund));
    if (others.isEmpty()) {
      return false;
    }
    for (RefundRow other : others) {
      if (other.slot() != null) {
        store.run(session -> free(session, other.refundId()));
      }
    }
    return store.inNew(
        session -> {
          RefundRow other = inTheWay(session, refund, account);
          if (other != null) {
            explain(session, refund, other);
          }
          return other != null;
        });
  }

  /** Alone in its transaction: the rows of two refunds are never locked together. */
  private static void free(StoreSession session, String refundId) {
    session
        .lockRefund(refundId)
        .filter(row -> isOpen(row) && row.slot() != null && !mayBeWorkedOn(row, session.now()))
        .ifPresent(row -> session.updateRefund(row.withoutSlot()));
  }

  /**
   * Makes sure that no other refund of the payment is in the way, in the transaction that takes the
   * slot.
   */
  static void requireNone(StoreSession session, RefundRow refund, Account account) {
    RefundRow other = inTheWay(session, refund, account);
    if (other != null) {
      throw new InTheWay(other.refundId());
    }
  }

  private static @Nullable RefundRow inTheWay(
      StoreSession session, RefundRow refund, Account account) {
    if (refund.state() != State.NEW) {
      return null; // what was sent already has to be found out
    }
    Instant now = session.now();
    return others(session, refund).stream()
        .filter(other -> mayBeWorkedOn(other, now) || !canBeTold(refund, other, account))
        .findFirst()
        .orElse(null);
  }

  /** The other refunds of its payment of which it isn't known what became of them. */
  private static List<RefundRow> others(StoreSession session, RefundRow refund) {
    PaymentKey payment = Objects.requireNonNull(refund.payment());
    return session.refunds(refund.orderId()).stream()
        .filter(other -> payment.equals(other.payment()) && isOpen(other))
        .filter(other -> !other.refundId().equals(refund.refundId()))
        .toList();
  }

  private static boolean isOpen(RefundRow refund) {
    return refund.state() == State.IN_FLIGHT || refund.state() == State.UNKNOWN;
  }

  /**
   * Whether the cancels of two refunds can't be taken for each other. One of all that is left would
   * take the other's money too, or find it gone.
   */
  private static boolean canBeTold(RefundRow refund, RefundRow other, Account account) {
    return refund.amount() != null
        && other.amount() != null
        && (account.keepsReasons() || !refund.amount().equals(other.amount()));
  }

  /** A person sees at the waiting refund which one to resolve. */
  private static void explain(StoreSession session, RefundRow refund, RefundRow other) {
    String why =
        "it waits for refund "
            + other.refundId()
            + " of the same payment, because nothing proves yet whether that refund was executed";
    session
        .lockRefund(refund.refundId())
        .filter(row -> row.state() == State.NEW && !why.equals(row.message()))
        .ifPresent(row -> session.updateRefund(row.explained(why)));
  }

  /** Makes the refunds due that may have waited for this one. */
  static void wake(StoreSession session, RefundRow ended) {
    for (RefundRow other : session.refunds(ended.orderId())) {
      if (other.state() == State.NEW && other.message() != null) {
        session.hint(new WorkKey(WorkKey.Kind.REFUND, other.refundId()));
      }
    }
  }
}
