package kr.pgsdk.iamport.certification;

import kr.pgsdk.core.OpenEnum;

/** How a person proves that a phone is theirs. */
public final class IamportVerificationMethod extends OpenEnum {
  /** By a number in a text message. */
  public static final IamportVerificationMethod SMS = of("SMS");

  /** In the carrier's app. */
  public static final IamportVerificationMethod APP = of("APP");

  private IamportVerificationMethod(String text) {
    super(text);
  }

  /** Returns the method with this word, also one that isn't documented. */
  public static IamportVerificationMethod of(String text) {
    return new IamportVerificationMethod(text);
  }
}
