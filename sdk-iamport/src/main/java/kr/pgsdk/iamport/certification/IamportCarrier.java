package kr.pgsdk.iamport.certification;

import kr.pgsdk.core.OpenEnum;

/** The mobile carrier of a phone. */
public final class IamportCarrier extends OpenEnum {
  /** SK Telecom. */
  public static final IamportCarrier SKT = of("SKT");

  /** KT. */
  public static final IamportCarrier KT = of("KT");

  /** LG U+. */
  public static final IamportCarrier LGT = of("LGT");

  private IamportCarrier(String text) {
    super(text);
  }

  /** Returns the carrier with this word, also one that isn't documented. */
  public static IamportCarrier of(String text) {
    return new IamportCarrier(text);
  }
}
