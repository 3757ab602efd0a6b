package kr.pgsdk.core;

import java.util.Objects;
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
  final class Cancelled implements Cancellation {
    private final Payment payment;
    private final @Nullable Money cancelledNow;

    /** Made by a gateway; {@code null} if it shows no record of this cancel. */
    public Cancelled(Payment payment, @Nullable Money cancelledNow) {
      this.payment = Objects.requireNonNull(payment, "payment");
      this.cancelledNow = cancelledNow;
    }

    @Override
    public Payment payment() {
      return payment;
    }

    @Override
    public Optional<Money> cancelledNow() {
      return Optional.ofNullable(cancelledNow);
    }

    @Override
    public String toString() {
      return "Cancelled[" + (cancelledNow == null ? "" : cancelledNow + ", ") + payment + "]";
    }
  }

  /**
   * The gateway has accepted the cancel and will finish it later. Hand the same request in again,
   * or look the payment up, to learn what became of it.
   */
  final class Pending implements Cancellation {
    private final Payment payment;
    private final @Nullable Money cancelledNow;

    /** Made by a gateway; {@code null} if it shows no record of this cancel yet. */
    public Pending(Payment payment, @Nullable Money cancelledNow) {
      this.payment = Objects.requireNonNull(payment, "payment");
      this.cancelledNow = cancelledNow;
    }

    @Override
    public Payment payment() {
      return payment;
    }

    @Override
    public Optional<Money> cancelledNow() {
      return Optional.ofNullable(cancelledNow);
    }

    @Override
    public String toString() {
      return "Pending[" + (cancelledNow == null ? "" : cancelledNow + ", ") + payment + "]";
    }
  }

  /**
   * It is done, and not surely by this call: an earlier sending of this very refund had done it, or
   * nothing is left of the payment that all was asked of, whoever cancelled it.
   */
  final class AlreadyCancelled implements Cancellation {
    private final Payment payment;

    /** Made by a gateway. */
    public AlreadyCancelled(Payment payment) {
      this.payment = Objects.requireNonNull(payment, "payment");
    }

    @Override
    public Payment payment() {
      return payment;
    }

    @Override
    public Optional<Money> cancelledNow() {
      return Optional.empty();
    }

    @Override
    public String toString() {
      return "AlreadyCancelled[" + payment + "]";
    }
  }
}
