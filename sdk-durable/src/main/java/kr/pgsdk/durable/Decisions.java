package kr.pgsdk.durable;

import java.time.Duration;
import java.time.Instant;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.durable.store.EventRow;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.durable.store.PaymentRow.Role;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.durable.store.StoreSession;
import kr.pgsdk.durable.store.WorkKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What persons decide where no rule can. Each is recorded in the order's history. */
record Decisions(PaymentStore store) {
  private static final Logger LOG = LoggerFactory.getLogger("kr.pgsdk.durable");
  private static final Duration LONGEST_WORK = Duration.ofSeconds(60); // after a sending's end

  void resolve(String refundId, Resolution resolution, String by, String note) {
    String orderId = store.inNew(session -> resolved(session, refundId, resolution, by, note));
    LOG.info("order {}: refund {} was resolved as {} by {}", orderId, refundId, resolution, by);
  }

  private static String resolved(
      StoreSession session, String refundId, Resolution resolution, String by, String note) {
    RefundRow refund =
        session
            .lockRefund(refundId)
            .orElseThrow(() -> new IllegalArgumentException("no refund " + refundId));
    Instant now = session.now();
    requireOpenForPerson(refund, now);
    boolean done = resolution == Resolution.DONE;
    session.updateRefund(
        refund.ended(
            done ? RefundRow.State.DONE : RefundRow.State.RESOLVED,
            refund.pinned(),
            null,
            refund.code(),
            "resolved by " + by,
            now));
    session.addEvent(new EventRow(refund.orderId(), now, "RESOLVED_" + resolution, by, note));
    session.hint(new WorkKey(WorkKey.Kind.ORDER, refund.orderId()));
    return refund.orderId();
  }

  private static void requireOpenForPerson(RefundRow refund, Instant now) {
    if (refund.state() == RefundRow.State.REFUSED || refund.state() == RefundRow.State.FAILED) {
      return;
    }
    if (refund.state() == RefundRow.State.PENDING
        && now.isAfter(refund.createdAt().plus(Settings.LONGEST_PENDING))) {
      return;
    }
    if (refund.state() != RefundRow.State.UNKNOWN) {
      throw new IllegalStateException(
          "refund " + refund.refundId() + " needs no person: it is " + refund.state());
    }
    Instant over = refund.sentUntil() == null ? now : refund.sentUntil().plus(LONGEST_WORK);
    if (now.isBefore(over)) {
      throw new IllegalStateException(
          "the gateway may still execute it until " + over + ": look into its console after that");
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
                + ": wait for its end, or resolve it, before the money is kept");
      }
    }
  }

  void keep(OrderId orderId, PaymentId paymentId, String by, String note) {
    store.run(
        session -> {
          if (session.lockOrder(orderId.value()).isEmpty()) {
            throw new IllegalArgumentException("no order " + orderId);
          }
          requireNoRefund(session, orderId, paymentId);
          PaymentRow misplaced =
              session.payments(orderId.value()).stream()
                  .filter(payment -> payment.key().paymentId().equals(paymentId.value()))
                  .filter(PaymentRow::isMisplaced)
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new IllegalStateException(
                              "payment "
                                  + paymentId
                                  + " of order "
                                  + orderId
                                  + " isn't misplaced"));
          session.savePayment(misplaced.in(Role.KEPT));
          session.addEvent(new EventRow(orderId.value(), session.now(), "KEPT", by, note));
        });
    LOG.info("order {}: the money of payment {} is kept, by {}", orderId, paymentId, by);
  }
}
