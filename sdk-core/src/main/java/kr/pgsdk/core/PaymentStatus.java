package kr.pgsdk.core;

import java.util.Objects;

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
    /** Captured, and nothing of it cancelled. */
    PAID,
    /** Captured, and a part of it cancelled: not a paid payment any more. */
    PARTIALLY_CANCELLED,
    /** Nothing is left of it, or it was given up before anything was captured. */
    CANCELLED,
    /** The checkout was opened; nothing was paid. */
    READY,
    /** The buyer has been authenticated; nothing is captured until the payment is confirmed. */
    IN_PROGRESS,
    /** A virtual account was issued and nobody has paid into it yet. */
    WAITING_FOR_DEPOSIT,
    /** Refused or aborted; nothing was captured. */
    FAILED,
    /** Not finished in time; nothing was captured. */
    EXPIRED,
    /** A word or a combination this SDK doesn't know. Never paid. */
    UNKNOWN
  }

  /** Refuses null. */
  public PaymentStatus {
    Objects.requireNonNull(known, "known");
    Objects.requireNonNull(gatewayWord, "gatewayWord");
  }

  /**
   * The status of a payment whose gateway calls it paid: paid needs the word <em>and</em> the whole
   * amount.
   *
   * @param balance what the gateway says can still be cancelled
   */
  public static PaymentStatus ofPaidWord(String word, Money amount, Money balance) {
    return new PaymentStatus(ofMoney(amount, balance, Known.PAID), word);
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
