package kr.pgsdk.iamport.naverpay;

import kr.pgsdk.core.OpenEnum;

/** What kind of review. */
public final class IamportNaverReviewType extends OpenEnum {
  /** A title alone. */
  public static final IamportNaverReviewType GENERAL = of("general");

  /** A title and a text. */
  public static final IamportNaverReviewType PREMIUM = of("premium");

  private IamportNaverReviewType(String text) {
    super(text);
  }

  /** Returns the kind with this word, also one that isn't documented. */
  public static IamportNaverReviewType of(String text) {
    return new IamportNaverReviewType(text);
  }
}
