package kr.pgsdk.iamport.paymentwall;

import kr.pgsdk.core.OpenEnum;

/** What is delivered. */
public final class IamportPaymentwallProductType extends OpenEnum {
  /** Goods that are sent. */
  public static final IamportPaymentwallProductType PHYSICAL = of("physical");

  /** Content that is downloaded or watched. */
  public static final IamportPaymentwallProductType DIGITAL = of("digital");

  private IamportPaymentwallProductType(String text) {
    super(text);
  }

  /** Returns the type with this word, also one that isn't documented. */
  public static IamportPaymentwallProductType of(String text) {
    return new IamportPaymentwallProductType(text);
  }
}
