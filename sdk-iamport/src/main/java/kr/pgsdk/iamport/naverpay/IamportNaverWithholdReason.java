package kr.pgsdk.iamport.naverpay;

import kr.pgsdk.core.OpenEnum;

/** Why a return is held. */
public final class IamportNaverWithholdReason extends OpenEnum {
  /** The buyer owes the delivery of the return. */
  public static final IamportNaverWithholdReason RETURN_DELIVERYFEE = of("RETURN_DELIVERYFEE");

  /** The buyer owes another cost; Naver writes the word with three E. */
  public static final IamportNaverWithholdReason EXTRAFEE = of("EXTRAFEEE");

  /** The buyer owes both. */
  public static final IamportNaverWithholdReason RETURN_DELIVERYFEE_AND_EXTRAFEE =
      of("RETURN_DELIVERYFEE_AND_EXTRAFEEE");

  /** The goods did not come back. */
  public static final IamportNaverWithholdReason RETURN_PRODUCT_NOT_DELIVERED =
      of("RETURN_PRODUCT_NOT_DELIVERED");

  /** Another reason; the default. */
  public static final IamportNaverWithholdReason ETC = of("ETC");

  private IamportNaverWithholdReason(String text) {
    super(text);
  }

  /** Returns the reason with this word, also one that isn't documented. */
  public static IamportNaverWithholdReason of(String text) {
    return new IamportNaverWithholdReason(text);
  }
}
