package kr.pgsdk.core.internal.flow;

import java.util.EnumSet;
import java.util.Set;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.RefundStatus;

/**
 * What a refund of all asks for: that nothing is left of the payment, whoever cancelled it. A
 * refund of a part has no such goal; it is done when its own cancel is.
 */
record CancelGoal(CancelRequest request) {
  static final Set<RefundStatus> REFUND_FAILED =
      EnumSet.of(RefundStatus.FAILED, RefundStatus.PARTIAL_FAILED);
  static final Set<RefundStatus> REFUND_UNDER_WAY =
      EnumSet.of(RefundStatus.PENDING, RefundStatus.UNKNOWN);

  /** Whether all is cancelled. */
  boolean isReached(Payment payment) {
    return isNothingLeft(payment) && isNothingUnderWay(payment);
  }

  /** Whether all will be cancelled once what is under way is finished. */
  boolean isPending(Payment payment, Money balance) {
    if (request.amount().isPresent()) {
      return false;
    }
    boolean allUnderWay =
        payment.cancels().stream()
            .anyMatch(c -> c.state() == State.PENDING && c.amount().equals(balance));
    boolean allOnItsWay =
        isNothingLeft(payment)
            && (count(payment, State.PENDING) > 0
                || REFUND_UNDER_WAY.contains(payment.refundStatus()));
    return allUnderWay || allOnItsWay;
  }

  /** Whether a refund of all would find nothing to cancel. */
  boolean isNothingLeft(Payment payment) {
    return request.amount().isEmpty()
        && payment.balance().isZero()
        && payment.status().known() == Known.CANCELLED;
  }

  /** Whether no cancel is under way, and no deposit on its way back. */
  static boolean isNothingUnderWay(Payment payment) {
    return count(payment, State.PENDING) == 0
        && !REFUND_UNDER_WAY.contains(payment.refundStatus())
        && !REFUND_FAILED.contains(payment.refundStatus());
  }

  static long count(Payment payment, State state) {
    return payment.cancels().stream().filter(c -> c.state() == state).count();
  }
}
