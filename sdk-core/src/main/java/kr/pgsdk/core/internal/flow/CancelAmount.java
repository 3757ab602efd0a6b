package kr.pgsdk.core.internal.flow;

import java.math.BigDecimal;
import java.util.EnumSet;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.internal.access.CancelState;
import kr.pgsdk.core.internal.flow.CancelRows.Row;

/**
 * How a refund is told from others by its amount.
 *
 * @param fullCancelMayTakeLess as {@link CancelSteps#fullCancelMayTakeLess} says
 */
record CancelAmount(CancelRequest request, CancelGoal goal, boolean fullCancelMayTakeLess) {
  /** Whether a cancel has the amount asked for: of all, the balance it was sent with. */
  boolean isAsked(Payment payment, Row row, Money balance) {
    Money asked = request.amount().orElse(balance);
    return asked.isZero()
        || row.cancel().amount().equals(asked)
        || (tookLess(row, asked.amount())
            && (goal.isNothingLeft(payment) || CancelRows.isTheRest(payment, row)));
  }

  /**
   * Whether a cancel has the amount asked for; a full one, the balance sent or all that was left.
   */
  boolean fits(Payment payment, Row row, CancelState state) {
    Money amount = row.cancel().amount();
    if (request.amount().isPresent()) {
      return amount.equals(request.amount().get());
    }
    BigDecimal balanceSent = state.sent() == null ? BigDecimal.ZERO : state.sent().balanceSent();
    if (balanceSent.signum() > 0) {
      return amount.amount().compareTo(balanceSent) == 0
          || (tookLess(row, balanceSent) && CancelRows.isTheRest(payment, row));
    }
    return CancelRows.isTheRestOf(payment, row, EnumSet.of(State.DONE));
  }

  /** Whether a cancel of all took less than it was sent with, where others may take the rest. */
  private boolean tookLess(Row row, BigDecimal balanceSent) {
    return request.amount().isEmpty()
        && fullCancelMayTakeLess
        && row.cancel().amount().amount().compareTo(balanceSent) < 0;
  }
}
