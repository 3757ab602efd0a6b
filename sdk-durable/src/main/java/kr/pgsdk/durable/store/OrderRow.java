package kr.pgsdk.durable.store;

import java.time.Instant;
import kr.pgsdk.core.Money;
import org.jspecify.annotations.Nullable;

/**
 * An order of the shop.
 *
 * @param price what it costs now
 * @param account the account its checkout was opened at
 * @param preparedPrice what that gateway was last told; null if nothing
 * @param preparingUntil until when the gateway may still be told a price; null if it isn't
 * @param version counts the changes of the order and of its payments
 * @param slot the right to capture; null if it is free
 * @param paying the payment that pays it, or whose deposit is awaited
 * @param delivered what the shop's handler was told last, and of which version
 */
public record OrderRow(
    String orderId,
    Money price,
    String account,
    @Nullable Money preparedPrice,
    @Nullable Instant preparingUntil,
    State state,
    long version,
    @Nullable Slot slot,
    @Nullable PaymentKey paying,
    Delivered delivered,
    Attempts attempts,
    Instant createdAt,
    Instant updatedAt) {

  /** Where an order stands. */
  public enum State {
    /** It can be paid. */
    OPEN,
    /** A virtual account was issued for it. */
    AWAITING,
    /** It was paid; what was given back since doesn't change that. */
    PAID,
    /** The shop has ended it. */
    CLOSED
  }

  /**
   * The right to capture for an order.
   *
   * @param since when it was taken
   * @param until when the last call with it has ended
   */
  public record Slot(PaymentKey payment, Instant since, Instant until) {
    /** Returns this for one more call. */
    public Slot calledUntil(Instant end) {
      return new Slot(payment, since, end);
    }
  }

  /**
   * What was delivered.
   *
   * @param version of the order; smaller than the order's if something is to be delivered
   * @param told what the handler was told, as text
   * @param failures how often the handler has failed since it last succeeded
   * @param error what it failed with last
   * @param effects what the handler of effects was told, as text
   */
  public record Delivered(
      long version, String told, int failures, @Nullable String error, String effects) {
    /** Nothing yet. */
    public static final Delivered NOTHING = new Delivered(0, "", 0, null, "");
  }

  /** Attempts to capture since a moment: a flood of forged redirects is bounded by it. */
  public record Attempts(int count, Instant since) {}

  /** Whether something is to be delivered. */
  public boolean isUndelivered() {
    return delivered.version() < version;
  }

  /** Returns this with the right to capture taken or freed. */
  public OrderRow with(@Nullable Slot other, Attempts counted) {
    return new OrderRow(
        orderId,
        price,
        account,
        preparedPrice,
        preparingUntil,
        state,
        version,
        other,
        paying,
        delivered,
        counted,
        createdAt,
        updatedAt);
  }

  /** Returns this in another state, or with another payment that pays it. */
  public OrderRow moved(State to, @Nullable PaymentKey payer) {
    return new OrderRow(
        orderId,
        price,
        account,
        preparedPrice,
        preparingUntil,
        to,
        version,
        slot,
        payer,
        delivered,
        attempts,
        createdAt,
        updatedAt);
  }

  /** Returns this as its next version: something may have to be delivered. */
  public OrderRow next(Instant at) {
    return new OrderRow(
        orderId,
        price,
        account,
        preparedPrice,
        preparingUntil,
        state,
        version + 1,
        slot,
        paying,
        delivered,
        attempts,
        createdAt,
        at);
  }

  /** Returns this with what was delivered. */
  public OrderRow with(Delivered told) {
    return new OrderRow(
        orderId,
        price,
        account,
        preparedPrice,
        preparingUntil,
        state,
        version,
        slot,
        paying,
        told,
        attempts,
        createdAt,
        updatedAt);
  }

  /** Returns this at another price, of which its gateway knows nothing yet. */
  public OrderRow priced(Money other, String at) {
    Money known = at.equals(account) ? preparedPrice : null;
    return new OrderRow(
        orderId,
        other,
        at,
        known,
        preparingUntil,
        state,
        version,
        slot,
        paying,
        delivered,
        attempts,
        createdAt,
        updatedAt);
  }

  /** Returns this with what its gateway was told, and until when it may be told something else. */
  public OrderRow prepared(@Nullable Money told, @Nullable Instant until) {
    return new OrderRow(
        orderId, price, account, told, until, state, version, slot, paying, delivered, attempts,
        createdAt, updatedAt);
  }
}
