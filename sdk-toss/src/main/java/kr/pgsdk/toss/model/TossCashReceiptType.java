package kr.pgsdk.toss.model;

import kr.pgsdk.core.OpenEnum;

/** For what a cash receipt is, in Toss's words. */
public final class TossCashReceiptType extends OpenEnum {
  /** For a person's income tax deduction. */
  public static final TossCashReceiptType INCOME_DEDUCTION = of("소득공제");

  /** For a business, as proof of an expense. */
  public static final TossCashReceiptType EXPENSE_PROOF = of("지출증빙");

  /** None is issued; in the request for a virtual account only. */
  public static final TossCashReceiptType NONE = of("미발행");

  private TossCashReceiptType(String text) {
    super(text);
  }

  /** Returns the type with this word, also one that isn't documented. */
  public static TossCashReceiptType of(String text) {
    return new TossCashReceiptType(text);
  }
}
