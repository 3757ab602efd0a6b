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
 * @param slot held while a sending may be worked on: one refund of a payment at a time
 * @param doneAmount what went back, by the gateway's record of it; null if nothing shows it
 * @param alarm what a person must look at; null for nothing
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
    @Nullable Alarm alarm,
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

  /** What a person must look at, whatever the state says. */
  public enum Alarm {
    /** The gateway shows two cancels with its reference: more went back than was asked for. */
    REFUNDED_TWICE,
    /** The gateway shows less cancelled than refunds are done: it may have no cancel of its own. */
    SHARED_CANCEL,
    /** The money went back after the refund stood as not executed. */
    DONE_AFTER_ALL
  }

  /** A refund that was asked for, and nothing of it sent. */
  public static RefundRow requested(
      String refundId,
      String orderId,
      @Nullable PaymentKey payment,
      Kind kind,
      @Nullable Money amount,
      String reason,
      String contentHash,
      String details,
      Instant at) {
    return new RefundRow(
        refundId,
        orderId,
        payment,
        kind,
        amount,
        amount == null ? "" : amount.currency(),
        reason,
        contentHash,
        details,
        null,
        State.NEW,
        0,
        0,
        null,
        null,
        null,
        null,
        null,
        null,
        at,
        null);
  }

  /** Returns this for a payment. */
  public RefundRow of(@Nullable PaymentKey key) {
    Copy copy = new Copy(this);
    copy.payment = key;
    return copy.row();
  }

  /** Returns this as it is being sent. */
  public RefundRow sending(String text, String slotOfPayment, Instant until) {
    Copy copy = new Copy(this);
    copy.pinned = text;
    copy.state = State.IN_FLIGHT;
    copy.fence++;
    copy.sends++;
    copy.sentUntil = until;
    copy.slot = slotOfPayment;
    return copy.row();
  }

  /** Returns this with what became of it. */
  public RefundRow ended(
      State to,
      @Nullable String text,
      @Nullable Money done,
      @Nullable String gatewayCode,
      @Nullable String why,
      Instant at) {
    Copy copy = new Copy(this);
    copy.currency = done != null ? done.currency() : currency;
    copy.pinned = text;
    copy.state = to;
    copy.slot = to == State.IN_FLIGHT || to == State.UNKNOWN ? slot : null;
    copy.doneAmount = done;
    copy.code = gatewayCode;
    copy.message = why;
    copy.endedAt = to.isEnd() ? at : null;
    return copy.row();
  }

  /** Returns this without the slot: others of its payment needn't wait for it. */
  public RefundRow withoutSlot() {
    Copy copy = new Copy(this);
    copy.slot = null;
    return copy.row();
  }

  /** Returns this with why it stands as it does. */
  public RefundRow explained(String why) {
    Copy copy = new Copy(this);
    copy.message = why;
    return copy.row();
  }

  /** Returns this with what a person must look at; null for nothing. */
  public RefundRow alarmed(@Nullable Alarm by) {
    Copy copy = new Copy(this);
    copy.alarm = by;
    return copy.row();
  }

  /** Returns this without what it was sent with, which may hold a buyer's account. */
  public RefundRow emptied() {
    Copy copy = new Copy(this);
    copy.details = null;
    copy.pinned = null;
    return copy.row();
  }

  /** The parts that change. */
  private static final class Copy {
    private final RefundRow from;
    private @Nullable PaymentKey payment;
    private String currency;
    private @Nullable String details;
    private @Nullable String pinned;
    private State state;
    private long fence;
    private int sends;
    private @Nullable Instant sentUntil;
    private @Nullable String slot;
    private @Nullable Money doneAmount;
    private @Nullable String code;
    private @Nullable String message;
    private @Nullable Alarm alarm;
    private @Nullable Instant endedAt;

    Copy(RefundRow from) {
      this.from = from;
      this.payment = from.payment;
      this.currency = from.currency;
      this.details = from.details;
      this.pinned = from.pinned;
      this.state = from.state;
      this.fence = from.fence;
      this.sends = from.sends;
      this.sentUntil = from.sentUntil;
      this.slot = from.slot;
      this.doneAmount = from.doneAmount;
      this.code = from.code;
      this.message = from.message;
      this.alarm = from.alarm;
      this.endedAt = from.endedAt;
    }

    RefundRow row() {
      return new RefundRow(
          from.refundId,
          from.orderId,
          payment,
          from.kind,
          from.amount,
          currency,
          from.reason,
          from.contentHash,
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
          alarm,
          from.createdAt,
          endedAt);
    }
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
