package kr.pgsdk.iamport.model;

import kr.pgsdk.core.OpenEnum;

/** What was sold; phone payments and some payment companies have to know. */
public final class IamportProductType extends OpenEnum {
  /** Goods that are sent. */
  public static final IamportProductType REAL = of("real");

  /** Content that is downloaded or watched. */
  public static final IamportProductType DIGITAL = of("digital");

  private IamportProductType(String text) {
    super(text);
  }

  /** Returns the type with this word, also one that isn't documented. */
  public static IamportProductType of(String text) {
    return new IamportProductType(text);
  }
}
