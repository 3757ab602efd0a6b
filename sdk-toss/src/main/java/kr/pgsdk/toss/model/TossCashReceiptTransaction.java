package kr.pgsdk.toss.model;

import kr.pgsdk.core.OpenEnum;

/** Whether a cash receipt is one, or the cancel of one. */
public final class TossCashReceiptTransaction extends OpenEnum {
  /** A receipt. */
  public static final TossCashReceiptTransaction CONFIRM = of("CONFIRM");

  /** The cancel of a receipt. */
  public static final TossCashReceiptTransaction CANCEL = of("CANCEL");

  private TossCashReceiptTransaction(String text) {
    super(text);
  }

  /** Returns the kind with this word, also one that isn't documented. */
  public static TossCashReceiptTransaction of(String text) {
    return new TossCashReceiptTransaction(text);
  }
}
