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
    /** All responses about this payment are lost for now. */
    ALL_ANSWERS_LOST,
    /** No webhook about it arrives. */
    NO_WEBHOOK,
    /** Each webhook about it arrives twice. */
    TWO_WEBHOOKS,
    /** The shop's confirm comes after the window's time. */
    TOO_LATE,
    /** The page tells the shop its own price, not the tampered one. */
    HIDDEN_AMOUNT
  }

  /** Lets what shall go wrong between gateway and shop go wrong, before it can. */
  void goWrong(ShopLine line, PaymentId id) {
    switch (fault) {
      case ANSWER_LOST, ALL_ANSWERS_LOST -> line.loseAnswers(id, fault == Fault.ALL_ANSWERS_LOST);
      case NO_WEBHOOK -> line.sendWebhooks(id, 0);
      case TWO_WEBHOOKS -> line.sendWebhooks(id, 2);
      case NONE, TOO_LATE, HIDDEN_AMOUNT -> {}
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
