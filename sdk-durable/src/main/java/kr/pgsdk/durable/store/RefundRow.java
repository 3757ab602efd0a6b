package kr.pgsdk.durable.store;

import java.time.Instant;
import kr.pgsdk.core.Money;
import org.jspecify.annotations.Nullable;

/**
 * A refund that the shop asked for.
 *
 * @param payment null until it is known which payment is refunded
 * @param amount null for all that is left
 * @param contentHash of what was asked: the same id with another content is refused
 * @param details refund account (sealed), tax parts: what recovery needs to send it again
 * @param pinned the cancel as text, with its balance, key and reference; null before it was sent
 * @param fence counts the sendings: an old server's is recognised by it
 * @param sentUntil until when the last sending may run
 * @param slot held while it may be in flight: one refund of a payment at a time
 * @param doneAmount what the gateway shows as its own; null if nothing shows it
 */
public record RefundRow(
    String refundId,
    String orderId,
    @Nullable PaymentKey payment,
    Kind kind,
    @Nullable Money amount,
    String currency,
    String reason,
    String contentHash,
    @Nullable String details,
    @Nullable String pinned,
    State state,
    long fence,
    int sends,
    @Nullable Instant sentUntil,
    @Nullable String slot,
    @Nullable Money doneAmount,
    @Nullable String code,
    @Nullable String message,
    Instant createdAt,
    @Nullable Instant endedAt) {

  /** What kind of refund it is. */
  public enum Kind {
    /** Money goes back to the buyer. */
    REFUND,
    /** A virtual account that nobody has paid into is closed. */
    CLOSE_ACCOUNT
  }

  /** Where a refund stands. */
  public enum State {
    /** Requested; nothing was sent. */
    NEW,
    /** A server sends it, or died while it did. */
    IN_FLIGHT,
    /** It was sent, and nothing proves yet what became of it. */
    UNKNOWN,
    /** The gateway has accepted it and finishes it later. */
    PENDING,
    /** The money went back, or the account is closed. */
    DONE,
    /** Not executed. */
    REFUSED,
    /** The gateway had accepted it and gave it up: no money went back. */
    FAILED,
    /** The account that was to be closed had been paid into. */
    DEPOSITED,
    /** Not executed, and a person has dealt with it. */
    RESOLVED;

    /** Whether nothing more comes of it by itself. */
    public boolean isEnd() {
      return this == DONE
          || this == REFUSED
          || this == FAILED
          || this == DEPOSITED
          || this == RESOLVED;
    }
  }

  /** Returns this for a payment. */
  public RefundRow of(@Nullable PaymentKey key) {
    return new RefundRow(
        refundId,
        orderId,
        key,
        kind,
        amount,
        currency,
        reason,
        contentHash,
        details,
        pinned,
        state,
        fence,
        sends,
        sentUntil,
        slot,
        doneAmount,
        code,
        message,
        createdAt,
        endedAt);
  }

  /** Returns this as it is being sent. */
  public RefundRow sending(String text, String slotOfPayment, Instant until) {
    return new RefundRow(
        refundId,
        orderId,
        payment,
        kind,
        amount,
        currency,
        reason,
        contentHash,
        details,
        text,
        State.IN_FLIGHT,
        fence + 1,
        sends + 1,
        until,
        slotOfPayment,
        doneAmount,
        code,
        message,
        createdAt,
        endedAt);
  }

  /** Returns this with what became of it. */
  public RefundRow ended(
      State to,
      @Nullable String text,
      @Nullable Money done,
      @Nullable String gatewayCode,
      @Nullable String why,
      Instant at) {
    return new RefundRow(
        refundId,
        orderId,
        payment,
        kind,
        amount,
        done != null ? done.currency() : currency,
        reason,
        contentHash,
        details,
        text,
        to,
        fence,
        sends,
        sentUntil,
        to == State.IN_FLIGHT || to == State.UNKNOWN ? slot : null,
        done,
        gatewayCode,
        why,
        createdAt,
        to.isEnd() ? at : null);
  }

  /** Returns this without what it was sent with, which may hold a buyer's account. */
  public RefundRow emptied() {
    return new RefundRow(
        refundId,
        orderId,
        payment,
        kind,
        amount,
        currency,
        reason,
        contentHash,
        null,
        null,
        state,
        fence,
        sends,
        sentUntil,
        slot,
        doneAmount,
        code,
        message,
        createdAt,
        endedAt);
  }

  /** Whether nothing of what it was sent with is left. */
  public boolean isEmptied() {
    return details == null && pinned == null;
  }

  /** Shows neither refund account nor the pinned text, which holds it. */
  @Override
  public String toString() {
    return "RefundRow[" + refundId + ", " + orderId + ", " + state + "]";
  }
}
