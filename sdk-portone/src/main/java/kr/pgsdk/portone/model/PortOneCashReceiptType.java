package kr.pgsdk.portone.model;

import kr.pgsdk.core.OpenEnum;

/** For what a cash receipt is. */
public final class PortOneCashReceiptType extends OpenEnum {
  /** For a person's income tax deduction. */
  public static final PortOneCashReceiptType PERSONAL = of("PERSONAL");

  /** For a business, as proof of an expense. */
  public static final PortOneCashReceiptType CORPORATE = of("CORPORATE");

  /** None is issued; in requests for a payment only. */
  public static final PortOneCashReceiptType NO_RECEIPT = of("NO_RECEIPT");

  private PortOneCashReceiptType(String text) {
    super(text);
  }

  /** Returns the one with this word, also one that isn't documented. */
  public static PortOneCashReceiptType of(String text) {
    return new PortOneCashReceiptType(text);
  }
}
