package kr.pgsdk.durable;

import java.util.Optional;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.PaymentKey;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.durable.store.RefundRow.Kind;
import kr.pgsdk.durable.store.StoreSession;
import kr.pgsdk.durable.store.WorkKey;
import org.jspecify.annotations.Nullable;

/** Which payment a refund is of, and whether it is still to be refunded. */
record RefundedPayment(
    PaymentStore store, Sealer sealer, OrderRefresh refresh, Deliverer deliverer) {

  /** The payment to refund, looked up if it isn't known to be captured; null if it isn't paid. */
  @Nullable PaymentRow paid(RefundRow refund) {
    PaymentRow known = of(refund);
    if (refund.kind() == Kind.CLOSE_ACCOUNT || refund.sends() > 0) {
      return known;
    }
    if (known == null || known.captured().isZero()) {
      refresh.look(refund.orderId());
      deliverer.deliver(refund.orderId());
      known = of(refund);
    }
    return known == null || known.captured().isZero() ? null : known;
  }

  /** Whether it is known by now to have been captured. */
  boolean isPaid(StoreSession session, RefundRow refund) {
    return of(session, refund).filter(payment -> !payment.captured().isZero()).isPresent();
  }

  /** A shop that moved to DurablePayments still has payments that it made without. */
  String whyNotPaid(RefundRow refund) {
    return store.inNew(session -> session.order(refund.orderId())).isPresent()
        ? "the order isn't paid: close it instead"
        : "the shop has opened no such order here: refund a payment that was made without"
            + " DurablePayments with PaymentGateway.cancel";
  }

  /** The payment as the store knows it; null if it knows none. */
  @Nullable PaymentRow of(RefundRow refund) {
    return store.inNew(session -> of(session, refund)).orElse(null);
  }

  private Optional<PaymentRow> of(StoreSession session, RefundRow refund) {
    if (refund.payment() != null) {
      return session.payment(refund.payment());
    }
    PaymentId named = named(refund);
    PaymentKey paying = session.order(refund.orderId()).map(OrderRow::paying).orElse(null);
    return session.payments(refund.orderId()).stream()
        .filter(
            payment ->
                RefundText.isAny(named)
                    ? payment.key().equals(paying)
                    : payment.key().paymentId().equals(named.value()))
        .findFirst();
  }

  private PaymentId named(RefundRow refund) {
    String details = refund.details();
    if (details == null) {
      throw new IllegalStateException("what refund " + refund.refundId() + " asked for is erased");
    }
    return CancelRequest.resume(sealer.open(details)).paymentId();
  }

  /** Whether a second payment has become the one that pays, since the first holds nothing. */
  boolean isOvertaken(RefundRow refund) {
    PaymentKey duplicate = refund.payment();
    if (duplicate == null
        || !refund.refundId().equals(Ids.ownRefund(MisplacedMoney.DUPLICATE, duplicate))
        || refund.sends() > 0) {
      return false; // a shop's own refund, whatever its id begins with, is sent
    }
    refresh.look(refund.orderId());
    return store.inNew(session -> promoted(session, refund.orderId(), duplicate));
  }

  private static boolean promoted(StoreSession session, String orderId, PaymentKey duplicate) {
    OrderRow order = session.lockOrder(orderId).orElseThrow();
    PaymentKey paying = order.paying();
    PaymentRow first = paying == null ? null : session.payment(paying).orElse(null);
    PaymentRow second = session.payment(duplicate).orElse(null);
    if (first == null || first.holdsMoney() || second == null || !second.holdsMoney()) {
      return false;
    }
    session.savePayment(first.in(PaymentRow.Role.OTHER));
    session.savePayment(second.in(PaymentRow.Role.PAYS));
    session.updateOrder(order.moved(OrderRow.State.PAID, second.key()).next(session.now()));
    session.schedule(
        new WorkKey(WorkKey.Kind.ORDER, order.orderId()), session.now()); // to be delivered
    return true;
  }
}
