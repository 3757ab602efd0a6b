package kr.pgsdk.core.internal;

import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.PaymentStatus.Known;
import org.jspecify.annotations.Nullable;

/** What a payment shows of a cancel. */
final class CancelTrace {
  private CancelTrace() {}

  /**
   * Whether the asked money is cancelled already: of all, nothing is left; of a part, the balance
   * has gone down by exactly it, and a cancel of exactly it is there.
   */
  static boolean isReached(CancelRequest request, @Nullable Money balance, Payment payment) {
    Money amount = request.amount().orElse(null);
    if (amount == null) {
      return payment.balance().isZero() && payment.status().known() == Known.CANCELLED;
    }
    return balance != null
        && payment.balance().equals(balance.minus(amount))
        && count(request, payment, State.DONE) > 0;
  }

  /** Whether an answer to this very cancel shows it done; others may have cancelled besides. */
  static boolean isDone(CancelRequest request, Money balance, Payment payment) {
    Money amount = request.amount().orElse(null);
    if (amount == null) {
      Known status = payment.status().known();
      // A revoked virtual account held nothing before; which word it gets then is not documented.
      boolean revoked = balance.isZero() && (status == Known.FAILED || status == Known.EXPIRED);
      return revoked || isReached(request, balance, payment);
    }
    return count(request, payment, State.DONE) > 0
        && !payment.balance().isMoreThan(balance.minus(amount));
  }

  /**
   * Whether the payment, which {@link #isReached} finds not cancelled as asked, shows that it was
   * never done: whoever else cancelled besides, a part would have left its row, and of all nothing
   * would be left.
   */
  static boolean isRuledOut(CancelRequest request, Payment payment) {
    return request.amount().isEmpty()
        || (count(request, payment, State.DONE) == 0
            && count(request, payment, State.PENDING) == 0);
  }

  /** How many cancels in this state could be the one that was asked for. */
  static long count(CancelRequest request, Payment payment, State state) {
    Money amount = request.amount().orElse(null);
    return payment.cancels().stream()
        .filter(c -> c.state() == state && (amount == null || c.amount().equals(amount)))
        .count();
  }
}
