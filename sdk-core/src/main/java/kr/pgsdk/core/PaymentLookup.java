package kr.pgsdk.core;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The id by which a payment is looked up: its payment id, or its order id. One of the two is
 * present. Store the lookup that an {@link kr.pgsdk.core.error.OutcomeUnknownException} carries,
 * and pass it to {@link PaymentGateway#find} later.
 */
public final class PaymentLookup implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private final @Nullable PaymentId paymentId;
  private final @Nullable OrderId orderId;

  private PaymentLookup(@Nullable PaymentId paymentId, @Nullable OrderId orderId) {
    this.paymentId = paymentId;
    this.orderId = orderId;
  }

  /** By the gateway's number: exact. */
  public static PaymentLookup byPaymentId(PaymentId paymentId) {
    return new PaymentLookup(Objects.requireNonNull(paymentId, "paymentId"), null);
  }

  /**
   * By the merchant's number: an order may have several payments, see {@link PaymentGateway#find}.
   */
  public static PaymentLookup byOrderId(OrderId orderId) {
    return new PaymentLookup(null, Objects.requireNonNull(orderId, "orderId"));
  }

  /** The payment id, if the lookup is by it. */
  public Optional<PaymentId> paymentId() {
    return Optional.ofNullable(paymentId);
  }

  /** The order id, if the lookup is by it. */
  public Optional<OrderId> orderId() {
    return Optional.ofNullable(orderId);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PaymentLookup that
        && Objects.equals(paymentId, that.paymentId)
        && Objects.equals(orderId, that.orderId);
  }

  @Override
  public int hashCode() {
    return Objects.hash(paymentId, orderId);
  }

  @Override
  public String toString() {
    return paymentId != null ? "payment id " + paymentId : "order id " + orderId;
  }

  @Serial
  private Object writeReplace() {
    return SerializedForm.of(SerializedForm.Kind.PAYMENT_LOOKUP, paymentId, orderId);
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw SerializedForm.notThis();
  }
}
