package kr.pgsdk.core;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One movement of a payment's money, as the gateway's own list shows it. Immutable. */
public final class Transaction implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  /** Which way the money went. */
  public enum Kind {
    /** From the buyer. */
    CAPTURE,
    /** Back to the buyer. */
    CANCEL
  }

  private final PaymentId paymentId;
  private final @Nullable OrderId orderId;
  private final Kind kind;
  private final Money amount;
  private final @Nullable String id;
  private final Instant at;

  private Transaction(
      PaymentId paymentId,
      @Nullable OrderId orderId,
      Kind kind,
      Money amount,
      @Nullable String id,
      Instant at) {
    this.paymentId = Objects.requireNonNull(paymentId, "paymentId");
    this.orderId = orderId;
    this.kind = Objects.requireNonNull(kind, "kind");
    this.amount = Requests.positive(amount, "amount");
    this.id = id;
    this.at = Objects.requireNonNull(at, "at");
  }

  /**
   * Returns a transaction.
   *
   * @param orderId null if the list doesn't say
   * @param id null if it has none
   * @throws IllegalArgumentException if the amount is zero
   */
  public static Transaction of(
      PaymentId paymentId,
      @Nullable OrderId orderId,
      Kind kind,
      Money amount,
      @Nullable String id,
      Instant at) {
    return new Transaction(paymentId, orderId, kind, amount, id, at);
  }

  /** The payment. */
  public PaymentId paymentId() {
    return paymentId;
  }

  /** The order; empty if the list doesn't say. */
  public Optional<OrderId> orderId() {
    return Optional.ofNullable(orderId);
  }

  /** Which way the money went. */
  public Kind kind() {
    return kind;
  }

  /** How much; never zero. */
  public Money amount() {
    return amount;
  }

  /**
   * The gateway's number for this capture or cancel. A cancel has the same one in {@link
   * PaymentCancel#id()}. At Iamport a capture has none, and neither have older cancels.
   */
  public Optional<String> id() {
    return Optional.ofNullable(id);
  }

  /** When it happened. */
  public Instant at() {
    return at;
  }

  @Override
  public String toString() {
    return "Transaction[" + paymentId + ", " + kind + ", " + amount + ", " + at + "]";
  }

  @Serial
  private Object writeReplace() {
    return SerializedForm.of(
        SerializedForm.Kind.TRANSACTION, paymentId, orderId, kind.name(), amount, id, at);
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw SerializedForm.notThis();
  }
}
