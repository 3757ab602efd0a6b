package kr.pgsdk.core;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One movement of money, as a gateway lists it. Immutable. */
public final class Transaction {
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
    this.amount = Objects.requireNonNull(amount, "amount");
    this.id = id;
    this.at = Objects.requireNonNull(at, "at");
  }

  /** Returns a transaction; null for what the gateway doesn't say. */
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

  /** The order, if the gateway names it. */
  public Optional<OrderId> orderId() {
    return Optional.ofNullable(orderId);
  }

  /** Which way the money went. */
  public Kind kind() {
    return kind;
  }

  /** How much, above zero. */
  public Money amount() {
    return amount;
  }

  /** The gateway's number for this capture or cancel. */
  public Optional<String> id() {
    return Optional.ofNullable(id);
  }

  /** When. */
  public Instant at() {
    return at;
  }

  @Override
  public String toString() {
    return "Transaction[" + kind + ", " + paymentId + ", " + amount + ", " + at + "]";
  }
}
