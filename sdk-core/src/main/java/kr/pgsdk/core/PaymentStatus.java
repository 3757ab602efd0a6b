package kr.pgsdk.core;

import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;

/**
 * Where a payment stands: a constant the SDK knows, and the gateway's own word for it.
 *
 * @param known what the SDK makes of it; {@code UNKNOWN} for anything it doesn't know, and unknown
 *     is never paid
 * @param gatewayWord the gateway's word, unchanged, such as {@code paid} or {@code DONE}
 */
public record PaymentStatus(Known known, String gatewayWord) implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  /** What the SDK makes of a gateway's word. The set may grow. */
  public enum Known {
    /** Captured, and nothing of it cancelled; nothing in the payment contradicts this. */
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
     * A virtual account was issued, and there is no deposit yet. {@link Payment#virtualAccount} is
     * there, with its number.
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

  /** Whether the whole amount is captured and nothing of it cancelled. */
  public boolean isPaid() {
    return known == Known.PAID;
  }

  /** Shows both; the gateway's word only if it looks like a word, because it may be any text. */
  @Override
  public String toString() {
    return known + " (" + (gatewayWord.matches("[A-Za-z_-]{1,24}") ? gatewayWord : "?") + ")";
  }
}
