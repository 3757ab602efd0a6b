package kr.pgsdk.sandbox.window;

import java.math.BigDecimal;
import kr.pgsdk.core.PaymentId;
import org.jspecify.annotations.Nullable;

/**
 * What the buyer did in the window, and what shall go wrong.
 *
 * @param end how the buyer ended it
 * @param method {@code CARD}, {@code EASY_PAY} or {@code VIRTUAL_ACCOUNT}
 * @param with the card company, wallet or bank
 * @param months of instalments; 0 for none
 * @param code why it is refused, where it is
 * @param amount what the page was tampered with to ask for; null for the shop's own
 * @param fault something that goes wrong afterwards; {@code NONE} for nothing
 */
record Choice(
    End end,
    String method,
    String with,
    int months,
    String code,
    @Nullable BigDecimal amount,
    Fault fault) {

  /** How the buyer ends it. */
  enum End {
    /** Pays, as far as the window goes. */
    PAY,
    /** Is refused in the window. */
    FAIL,
    /** Is let through by the window, and refused at the shop's confirm. */
    REFUSED_LATER,
    /** Closes the window. */
    CLOSE,
    /** Pays, and the browser dies before it is back at the shop. */
    LEAVE
  }

  /** What goes wrong. */
  enum Fault {
    /** Nothing. */
    NONE,
    /** The answer to the shop's next confirm of this payment is lost. */
    ANSWER_LOST,
    /** All answers about this payment are lost for now. */
    ALL_ANSWERS_LOST,
    /** The shop's confirm comes after the window's time. */
    TOO_LATE,
    /** The page tells the shop its own price, not the tampered one. */
    HIDDEN_AMOUNT
  }

  /** Loses the answers that shall be lost. */
  void loseAnswers(LostAnswers answers, PaymentId id) {
    if (fault == Fault.ANSWER_LOST || fault == Fault.ALL_ANSWERS_LOST) {
      answers.lose(id, fault == Fault.ALL_ANSWERS_LOST);
    }
  }

  /**
   * Reads what the window sent.
   *
   * @throws IllegalArgumentException if it isn't one of its own messages
   */
  static Choice of(Fields sent) {
    BigDecimal months = sent.number("months");
    return new Choice(
        End.valueOf(sent.text("end", "")),
        sent.text("method", "CARD"),
        sent.text("with", ""),
        months == null ? 0 : months.intValueExact(),
        sent.text("code", ""),
        sent.number("amount"),
        Fault.valueOf(sent.text("fault", "NONE")));
  }
}
