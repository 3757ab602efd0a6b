package kr.pgsdk.core;

import kr.pgsdk.core.internal.text.Texts;

/**
 * How the buyer is to pay. Each gateway's script has its own words for the constants; any other
 * word is passed to the script unchanged, such as {@code KAKAOPAY} or {@code kakaopay}.
 */
public final class CheckoutMethod extends OpenEnum {
  /** By card; at Toss in the window for cards and easy payments. */
  public static final CheckoutMethod CARD = of("CARD");

  /** By a transfer from the buyer's bank account, at once. */
  public static final CheckoutMethod TRANSFER = of("TRANSFER");

  /** By a deposit into an account that is issued for this order. */
  public static final CheckoutMethod VIRTUAL_ACCOUNT = of("VIRTUAL_ACCOUNT");

  /** On the buyer's telephone bill. */
  public static final CheckoutMethod MOBILE_PHONE = of("MOBILE_PHONE");

  private CheckoutMethod(String word) {
    super(word);
  }

  /**
   * Returns a method by the script's own word, or by the name of a constant.
   *
   * @throws IllegalArgumentException if it is blank or has control characters
   */
  public static CheckoutMethod of(String word) {
    return new CheckoutMethod(Texts.line(word, "method"));
  }
}
