package kr.pgsdk.toss.payouts;

import kr.pgsdk.core.OpenEnum;

/** What kind of business a seller is, in Toss's words; the others aren't documented. */
public final class TossBusinessType extends OpenEnum {
  /** A sole proprietor. */
  public static final TossBusinessType INDIVIDUAL_BUSINESS = of("INDIVIDUAL_BUSINESS");

  private TossBusinessType(String text) {
    super(text);
  }

  /** Returns the one with this word, also one that isn't documented. */
  public static TossBusinessType of(String text) {
    return new TossBusinessType(text);
  }
}
