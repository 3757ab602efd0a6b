package kr.pgsdk.core;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of a cancel. It is about this request only: other cancels of the same payment don't
 * count. There is one exception, a cancel of the whole amount: its goal can be reached by others.
 */
public sealed interface Cancellation {
  /** The payment as the gateway described it after the cancel. */
  Payment payment();

  /**
   * The amount that this call refunds, now or later if it is pending, from the gateway's own record
   * of this cancel. Empty if the gateway shows no such record: this call cancelled nothing, or only
   * the payment's balance shows that it did.
   */
  Optional<Money> cancelledNow();

  /** This request refunded the amount. */
  final class Cancelled extends CancellationOutcome implements Cancellation, Serializable {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * Returns an outcome; a shop's test may make one.
     *
     * @param cancelledNow null if the gateway shows no record of this cancel
     */
    public Cancelled(Payment payment, @Nullable Money cancelledNow) {
      super(payment, cancelledNow);
    }

    @Serial
    private Object writeReplace() {
      return SerializedForm.of(
          SerializedForm.Kind.CANCELLED, payment(), cancelledNow().orElse(null));
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
      throw SerializedForm.notThis();
    }
  }

  /**
   * The gateway has accepted the cancel and finishes it later. Call {@code cancel} with the same
   * request again, or look the payment up, to learn the result.
   */
  final class Pending extends CancellationOutcome implements Cancellation, Serializable {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * Returns an outcome; a shop's test may make one.
     *
     * @param cancelledNow null if the gateway shows no record of this cancel yet
     */
    public Pending(Payment payment, @Nullable Money cancelledNow) {
      super(payment, cancelledNow);
    }

    @Serial
    private Object writeReplace() {
      return SerializedForm.of(
          SerializedForm.Kind.CANCEL_PENDING, payment(), cancelledNow().orElse(null));
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
      throw SerializedForm.notThis();
    }
  }

  /**
   * The refund is done, but perhaps not by this call: an earlier sending of this refund did it; or
   * the request asked for the whole amount, and nothing is left, whoever cancelled it.
   */
  final class AlreadyCancelled extends CancellationOutcome implements Cancellation, Serializable {
    @Serial private static final long serialVersionUID = 1L;

    /** Returns an outcome; a shop's test may make one. */
    public AlreadyCancelled(Payment payment) {
      super(payment, null);
    }

    @Serial
    private Object writeReplace() {
      return SerializedForm.of(SerializedForm.Kind.ALREADY_CANCELLED, payment());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
      throw SerializedForm.notThis();
    }
  }
}
