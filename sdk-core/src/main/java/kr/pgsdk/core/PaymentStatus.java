package kr.pgsdk.core;

import java.util.List;
import java.util.Objects;
import kr.pgsdk.core.PaymentCancel.State;

/**
 * Where a payment stands: a constant the SDK knows, and the gateway's own word for it.
 *
 * @param known what the SDK makes of it; {@code UNKNOWN} for anything it doesn't know, and unknown
 *     is never paid
 * @param gatewayWord the gateway's word, unchanged, such as {@code paid} or {@code DONE}
 */
public record PaymentStatus(Known known, String gatewayWord) {
  /** What the SDK makes of a gateway's word. The set may grow. */
  public enum Known {
    /** Captured, nothing of it cancelled, and nothing in the payment that says otherwise. */
    PAID,
    /** Captured, and a part of it cancelled: not a paid payment any more. */
    PARTIALLY_CANCELLED,
    /** Captured, and a cancel is under way that the balance doesn't show yet. Never paid. */
    CANCEL_PENDING,
    /** Nothing is left of it, or it was given up before anything was captured. */
    CANCELLED,
    /**
     * The checkout was opened; nothing was paid. Also a virtual account that has no number yet,
     * whatever the gateway's word for it.
     */
    READY,
    /** The buyer has been authenticated; nothing is captured until the payment is confirmed. */
    IN_PROGRESS,
    /**
     * A virtual account was issued and nobody has paid into it yet. {@link Payment#virtualAccount}
     * is there, with its number.
     */
    WAITING_FOR_DEPOSIT,
    /** Refused or aborted; nothing was captured. */
    FAILED,
    /** Not finished in time; nothing was captured. */
    EXPIRED,
    /** A word this SDK doesn't know, or a payment that contradicts itself. Never paid. */
    UNKNOWN
  }

  /** Refuses null. */
  public PaymentStatus {
    Objects.requireNonNull(known, "known");
    Objects.requireNonNull(gatewayWord, "gatewayWord");
  }

  /**
   * The status of a payment whose gateway calls it paid: paid needs the word, the whole amount, and
   * nothing that contradicts them. A cancel that failed contradicts nothing; one under way is
   * {@code CANCEL_PENDING}; any other contradiction is {@code UNKNOWN}.
   *
   * @param balance what the gateway says can still be cancelled
   * @param cancels every cancel the payment shows
   * @param contradicted whether anything else in it says that it isn't paid
   */
  public static PaymentStatus ofPaidWord(
      String word, Money amount, Money balance, List<PaymentCancel> cancels, boolean contradicted) {
    Known whole = contradicted ? Known.UNKNOWN : whole(cancels);
    return new PaymentStatus(ofMoney(amount, balance, whole), word);
  }

  private static Known whole(List<PaymentCancel> cancels) {
    Known whole = Known.PAID;
    for (PaymentCancel cancel : cancels) {
      if (cancel.state() == State.DONE) {
        return Known.UNKNOWN;
      }
      whole = cancel.state() == State.PENDING ? Known.CANCEL_PENDING : whole;
    }
    return whole;
  }

  /**
   * The status of a payment whose gateway calls it cancelled; at Iamport a partial cancel already
   * does.
   *
   * @param balance what the gateway says can still be cancelled
   * @param everPaid whether it was captured at any time
   */
  public static PaymentStatus ofCancelledWord(
      String word, Money amount, Money balance, boolean everPaid) {
    return new PaymentStatus(
        ofMoney(amount, balance, everPaid ? Known.UNKNOWN : Known.CANCELLED), word);
  }

  private static Known ofMoney(Money amount, Money balance, Known untouched) {
    if (balance.equals(amount)) {
      return untouched;
    }
    if (balance.isMoreThan(amount)) {
      return Known.UNKNOWN;
    }
    return balance.isZero() ? Known.CANCELLED : Known.PARTIALLY_CANCELLED;
  }

  /** Whether the whole amount is captured and nothing of it cancelled. */
  public boolean isPaid() {
    return known == Known.PAID;
  }

  /** Shows both; of the gateway's word only what looks like one, for it may be any text. */
  @Override
  public String toString() {
    return known + " (" + (gatewayWord.matches("[A-Za-z_-]{1,24}") ? gatewayWord : "?") + ")";
  }
}
