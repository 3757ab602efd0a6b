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
 * @param allIsWhatIsUnclaimed as {@link CancelSteps#allIsWhatIsUnclaimed} says
 */
record CancelAmount(CancelRequest request, CancelGoal goal, boolean allIsWhatIsUnclaimed) {
  /** Whether a cancel has the amount asked for: of all, the balance it was sent with. */
  boolean isAsked(Payment payment, Row row, Money balance) {
    Money asked = request.amount().orElse(balance);
    return asked.isZero()
        || row.cancel().amount().equals(asked)
        || (isLessThanPinned(row, asked.amount())
            && (goal.isNothingLeft(payment) || CancelRows.isTheRest(payment, row)));
  }

  /** Whether a cancel has the amount asked for; of all, what it was sent with or all there was. */
  boolean fits(Payment payment, Row row, CancelState state) {
    Money amount = row.cancel().amount();
    if (request.amount().isPresent()) {
      return amount.equals(request.amount().get());
    }
    BigDecimal pinned = state.sent() == null ? BigDecimal.ZERO : state.sent().pinned();
    if (pinned.signum() > 0) {
      return amount.amount().compareTo(pinned) == 0
          || (isLessThanPinned(row, pinned) && CancelRows.isTheRest(payment, row));
    }
    return CancelRows.isTheRestOf(payment, row, EnumSet.of(State.DONE));
  }

  /** Whether a cancel of all took less than it was sent with, where others may take the rest. */
  private boolean isLessThanPinned(Row row, BigDecimal pinned) {
    return request.amount().isEmpty()
        && allIsWhatIsUnclaimed
        && row.cancel().amount().amount().compareTo(pinned) < 0;
  }
}
