package kr.pgsdk.durable;

import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.durable.store.OrderRow;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.durable.store.PaymentRow.Role;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.durable.store.StoreSession;

/**
 * Money that came twice, or too late.
 *
 * @param refundDuplicates whether the SDK refunds a second payment of an order by itself
 * @param refundLate whether it refunds a payment of a closed order by itself
 */
record MisplacedMoney(boolean refundDuplicates, boolean refundLate, RefundRequests requests) {
  static final String DUPLICATE = "dup-";
  private static final String LATE = "late-";

  /** Requests the refund in the transaction that records the payment. */
  void refundIfAsked(StoreSession session, OrderRow order, PaymentRow payment) {
    boolean duplicate = payment.role() == Role.DUPLICATE && refundDuplicates;
    boolean late = payment.role() == Role.LATE && refundLate;
    if (!payment.holdsMoney() || (!duplicate && !late)) {
      return;
    }
    Refund refund =
        Refund.full(
                Ids.ownRefund(duplicate ? DUPLICATE : LATE, payment.key()),
                OrderId.of(order.orderId()),
                duplicate ? "paid twice" : "paid after the order was closed")
            .paymentId(PaymentId.of(payment.key().paymentId()))
            .build();
    requests.insert(session, refund, payment.key(), RefundRow.Kind.REFUND);
  }
}
