package kr.pgsdk.core;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a cancel. It speaks of this very request: what others cancelled of the same
 * payment never counts for it, but for a cancel of all, whose goal others may have reached.
 */
public sealed interface Cancellation {
  /** The payment as the gateway described it after the cancel. */
  Payment payment();

  /**
   * How much this call gave back, or will give back if it is pending, as the gateway's own record
   * of this cancel says. Empty if the gateway shows no record of it: nothing was cancelled by this
   * call, or only the whole shows that it was.
   */
  Optional<Money> cancelledNow();

  /** The asked money is cancelled, by this request. */
  final class Cancelled extends CancellationOutcome implements Cancellation {
    /**
     * Returns an outcome; a shop's test may make one.
     *
     * @param cancelledNow null if the gateway shows no record of this cancel
     */
    public Cancelled(Payment payment, @Nullable Money cancelledNow) {
      super(payment, cancelledNow);
    }
  }

  /**
   * The gateway has accepted the cancel and will finish it later. Hand the same request in again,
   * or look the payment up, to learn what became of it.
   */
  final class Pending extends CancellationOutcome implements Cancellation {
    /**
     * Returns an outcome; a shop's test may make one.
     *
     * @param cancelledNow null if the gateway shows no record of this cancel yet
     */
    public Pending(Payment payment, @Nullable Money cancelledNow) {
      super(payment, cancelledNow);
    }
  }

  /**
   * It is done, and not surely by this call: an earlier sending of this very refund had done it, or
   * nothing is left of the payment that all was asked of, whoever cancelled it.
   */
  final class AlreadyCancelled extends CancellationOutcome implements Cancellation {
    /** Returns an outcome; a shop's test may make one. */
    public AlreadyCancelled(Payment payment) {
      super(payment, null);
    }
  }
}
