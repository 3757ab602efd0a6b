package kr.pgsdk.durable;

import java.time.Instant;
import java.util.Objects;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.durable.store.EventRow;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.durable.store.PaymentRow.Role;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.durable.store.RefundRow.Alarm;
import kr.pgsdk.durable.store.RefundRow.State;
import kr.pgsdk.durable.store.StoreSession;
import kr.pgsdk.durable.store.WorkKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What persons decide where no rule can. Each is recorded in the order's history. */
record Decisions(PaymentStore store) {
  private static final Logger LOG = LoggerFactory.getLogger("kr.pgsdk.durable");
  private static final String RESOLVED_BY = "resolved by ";

  void resolve(String refundId, Resolution resolution, String by, String note) {
    RefundRow refund = store.inNew(session -> resolved(session, refundId, resolution, by, note));
    LOG.info(
        "order {}: refund {} is resolved as {}: {}",
        refund.orderId(),
        refundId,
        resolution,
        refund.message());
  }

  /** Whoever says the same again, such as after a lost acknowledgement, changes nothing. */
  private static RefundRow resolved(
      StoreSession session, String refundId, Resolution resolution, String by, String note) {
    RefundRow refund =
        session
            .lockRefund(refundId)
            .orElseThrow(() -> new IllegalArgumentException("no refund " + refundId));
    if (isResolved(refund, resolution)) {
      return refund;
    }
    Instant now = session.now();
    requireOpenForPerson(refund, resolution, now);
    RefundRow row = decided(refund, resolution, now).explained(RESOLVED_BY + by).alarmed(null);
    session.updateRefund(row);
    session.addEvent(new EventRow(refund.orderId(), now, "RESOLVED_" + resolution, by, note));
    RefundConflicts.wake(session, row);
    session.hint(new WorkKey(WorkKey.Kind.ORDER, refund.orderId()));
    return row;
  }

  private static boolean isResolved(RefundRow refund, Resolution resolution) {
    State state = resolution == Resolution.DONE ? State.DONE : State.RESOLVED;
    String message = refund.message();
    return refund.state() == state
        && refund.alarm() == null
        && message != null
        && message.startsWith(RESOLVED_BY);
  }

  private static RefundRow decided(RefundRow refund, Resolution resolution, Instant now) {
    if (refund.state() == State.DONE && resolution == Resolution.DONE) {
      return refund; // only the alarm ends
    }
    State state = resolution == Resolution.DONE ? State.DONE : State.RESOLVED;
    return refund.ended(state, refund.pinned(), null, refund.code(), null, now);
  }

  private static void requireOpenForPerson(RefundRow refund, Resolution resolution, Instant now) {
    if (refund.alarm() != null && refund.state().isEnd()) {
      requireNoProof(refund, resolution);
      return;
    }
    if (refund.state() == State.REFUSED || refund.state() == State.FAILED) {
      return;
    }
    if (refund.state() == State.NEW && resolution == Resolution.NOT_DONE) {
      return; // nothing of it was sent, and nothing will be
    }
    if (refund.state() == State.PENDING
        && now.isAfter(refund.createdAt().plus(Settings.LONGEST_PENDING))) {
      return;
    }
    if (refund.state() != State.UNKNOWN) {
      throw new IllegalStateException(
          "refund " + refund.refundId() + " needs no person: it is " + refund.state());
    }
    if (RefundConflicts.mayBeWorkedOn(refund, now)) {
      throw new IllegalStateException(
          "the gateway may still execute the refund until "
              + Objects.requireNonNull(refund.sentUntil()).plus(Settings.LONGEST_WORK)
              + ": look into its console after that");
    }
  }

  /** A person can't undo what the gateway's own records show. */
  private static void requireNoProof(RefundRow refund, Resolution resolution) {
    if (resolution == Resolution.NOT_DONE && refund.alarm() != Alarm.SHARED_CANCEL) {
      throw new IllegalStateException(
          "the gateway shows that refund "
              + refund.refundId()
              + " went back: do what follows from that, then resolve the refund as DONE");
    }
  }

  /** Money that is to go back, or may have gone, isn't the shop's to keep. */
  private static void requireNoRefund(StoreSession session, OrderId orderId, PaymentId paymentId) {
    for (RefundRow refund : session.refunds(orderId.value())) {
      boolean mayBeOfIt =
          refund.payment() == null || refund.payment().paymentId().equals(paymentId.value());
      if (!refund.state().isEnd() && mayBeOfIt) {
        throw new IllegalStateException(
            "refund "
                + refund.refundId()
                + " is "
                + refund.state()
                + ": wait for its end, or resolve it, before you keep the money");
      }
    }
  }

  void keep(OrderId orderId, PaymentId paymentId, String by, String note) {
    store.run(
        session -> {
          if (session.lockOrder(orderId.value()).isEmpty()) {
            throw new IllegalArgumentException("no order " + orderId);
          }
          PaymentRow payment = payment(session, orderId, paymentId);
          if (payment.role() == Role.KEPT) {
            return; // said before, such as with a lost acknowledgement
          }
          requireNoRefund(session, orderId, paymentId);
          session.savePayment(payment.in(Role.KEPT));
          session.addEvent(new EventRow(orderId.value(), session.now(), "KEPT", by, note));
        });
    LOG.info("order {}: the money of payment {} is kept, by {}", orderId, paymentId, by);
  }

  private static PaymentRow payment(StoreSession session, OrderId orderId, PaymentId paymentId) {
    return session.payments(orderId.value()).stream()
        .filter(payment -> payment.key().paymentId().equals(paymentId.value()))
        .filter(payment -> payment.isMisplaced() || payment.role() == Role.KEPT)
        .findFirst()
        .orElseThrow(() -> notMisplaced(orderId, paymentId));
  }

  private static IllegalStateException notMisplaced(OrderId orderId, PaymentId paymentId) {
    return new IllegalStateException(
        "payment "
            + paymentId
            + " of order "
            + orderId
            + " isn't misplaced: you can keep only what attention() lists as MONEY_MISPLACED");
  }
}
