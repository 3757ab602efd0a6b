package kr.pgsdk.toss.settlement;

import kr.pgsdk.core.OpenEnum;

/** What a fee is for. */
public final class TossFeeType extends OpenEnum {
  /** The fee of every payment. */
  public static final TossFeeType BASE = of("BASE");

  /** For a discount on installments. */
  public static final TossFeeType INSTALLMENT_DISCOUNT = of("INSTALLMENT_DISCOUNT");

  /** For installments. */
  public static final TossFeeType INSTALLMENT = of("INSTALLMENT");

  /** For points that were credited. */
  public static final TossFeeType POINT_SAVING = of("POINT_SAVING");

  /** Anything else. */
  public static final TossFeeType ETC = of("ETC");

  private TossFeeType(String text) {
    super(text);
  }

  /** Returns the type with this word, also one that isn't documented. */
  public static TossFeeType of(String text) {
    return new TossFeeType(text);
  }
}
