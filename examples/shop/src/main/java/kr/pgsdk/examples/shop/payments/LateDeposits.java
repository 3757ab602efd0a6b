package kr.pgsdk.examples.shop.payments;

import java.util.List;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OrderView;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.durable.RefundView;
import kr.pgsdk.durable.Resolution;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.examples.shop.orders.Order;
import kr.pgsdk.examples.shop.orders.OrderState;
import kr.pgsdk.examples.shop.orders.Problem;
import org.springframework.stereotype.Service;

/**
 * Deposits for orders that were over. The SDK has tried to give them back by itself; without an
 * account the gateway refuses that.
 */
@Service
class LateDeposits {
  private final DurablePayments payments;

  LateDeposits(DurablePayments payments) {
    this.payments = payments;
  }

  /** Gives it back to this account, and takes the try that was refused off the operator's list. */
  void giveBack(Order order, RefundAccount account) {
    OrderView view = payments.order(order.orderId()).orElseThrow(Problem.NOT_FOUND::toException);
    PaymentRow deposit =
        view.payments().stream()
            .filter(row -> row.holdsMoney() && row.dueAt() != null)
            .findFirst()
            .filter(row -> order.state() == OrderState.ENDED)
            .orElseThrow(Problem.NOT_REFUNDABLE::toException);
    List<RefundView> tried =
        view.refunds().stream()
            .filter(
                refund ->
                    refund
                        .paymentId()
                        .filter(id -> id.value().equals(deposit.key().paymentId()))
                        .isPresent())
            .toList();
    if (tried.stream().anyMatch(refund -> !refund.state().isEnd())) {
      throw Problem.REFUND_UNDER_WAY.toException();
    }
    payments.refund(
        Refund.full(RefundRecords.newId(), order.orderId(), "paid after the order was over")
            .paymentId(PaymentId.of(deposit.key().paymentId()))
            .refundAccount(account)
            .build());
    tried.stream()
        .filter(refund -> refund.state() == RefundRow.State.REFUSED)
        .forEach(
            refund ->
                payments.resolve(
                    refund.refundId(),
                    Resolution.NOT_DONE,
                    "the buyer",
                    "refunded to the account that the buyer gave"));
  }
}
