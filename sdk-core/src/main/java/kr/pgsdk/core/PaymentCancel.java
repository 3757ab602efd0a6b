package kr.pgsdk.core;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import kr.pgsdk.core.internal.access.OutsideCancel;
import org.jspecify.annotations.Nullable;

/** One cancel of a payment, as the gateway recorded it. */
public final class PaymentCancel implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  /** Whether the money has gone back. */
  public enum State {
    /** Cancelled. */
    DONE,
    /** Accepted, and not finished yet: overseas wallets answer before the money is back. */
    PENDING,
    /** The gateway gave it up: no money has gone back by this cancel. */
    FAILED
  }

  static {
    OutsideCancel.grant(PaymentCancel::madeOutside);
  }

  private final @Nullable String id;
  private final Money amount;
  private final State state;
  private final @Nullable String reason;
  private final @Nullable Instant cancelledAt;
  private final boolean outside;

  private PaymentCancel(
      @Nullable String id,
      Money amount,
      State state,
      @Nullable String reason,
      @Nullable Instant cancelledAt,
      boolean outside) {
    this.id = id;
    this.amount = Objects.requireNonNull(amount, "amount");
    this.state = Objects.requireNonNull(state, "state");
    this.reason = reason;
    this.cancelledAt = cancelledAt;
    this.outside = outside;
  }

  /** Returns a cancel; pass {@code null} for what the gateway didn't say. */
  public static PaymentCancel of(
      @Nullable String id,
      Money amount,
      State state,
      @Nullable String reason,
      @Nullable Instant cancelledAt) {
    return new PaymentCancel(id, amount, state, reason, cancelledAt, false);
  }

  PaymentCancel madeOutside() {
    return new PaymentCancel(id, amount, state, reason, cancelledAt, true);
  }

  /**
   * The gateway's number for this cancel: Toss's {@code transactionKey}, Iamport's {@code
   * cancellation_id}. Older payments of Iamport have none.
   */
  public Optional<String> id() {
    return Optional.ofNullable(id);
  }

  /** How much this cancel takes back. */
  public Money amount() {
    return amount;
  }

  /** Whether the money has gone back. */
  public State state() {
    return state;
  }

  /** Why, in the shop's words. */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /** When. */
  public Optional<Instant> cancelledAt() {
    return Optional.ofNullable(cancelledAt);
  }

  /**
   * Whether the gateway says that this cancel was made by an operator in its console, by its own
   * staff or by a chargeback, and not by a request to its API. False if the gateway doesn't say who
   * made it; only PortOne V2 does.
   */
  public boolean outside() {
    return outside;
  }

  @Override
  public String toString() {
    return "PaymentCancel[" + amount + ", " + state + ", " + cancelledAt + "]";
  }

  @Serial
  private Object writeReplace() {
    return SerializedForm.of(
        SerializedForm.Kind.PAYMENT_CANCEL, id, amount, state.name(), reason, cancelledAt, outside);
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw SerializedForm.notThis();
  }
}
