package kr.pgsdk.iamport.naverpay;

import kr.pgsdk.core.OpenEnum;

/**
 * Why an order is cancelled or goods go back. A cancel takes the first seven, a return all of them.
 */
public final class IamportNaverReason extends OpenEnum {
  /** There are none left. */
  public static final IamportNaverReason SOLD_OUT = of("SOLD_OUT");

  /** The delivery is late. */
  public static final IamportNaverReason DELAYED_DELIVERY = of("DELAYED_DELIVERY");

  /** The buyer is not satisfied; the default of a cancel. */
  public static final IamportNaverReason PRODUCT_UNSATISFIED = of("PRODUCT_UNSATISFIED");

  /** The buyer no longer wants them; the default of a return. */
  public static final IamportNaverReason INTENT_CHANGED = of("INTENT_CHANGED");

  /** Another colour or size is wanted. */
  public static final IamportNaverReason COLOR_AND_SIZE = of("COLOR_AND_SIZE");

  /** Something else was meant. */
  public static final IamportNaverReason WRONG_ORDER = of("WRONG_ORDER");

  /** The description was wrong. */
  public static final IamportNaverReason INCORRECT_INFO = of("INCORRECT_INFO");

  /** Goods were missing in the delivery. */
  public static final IamportNaverReason DROPPED_DELIVERY = of("DROPPED_DELIVERY");

  /** The goods are broken. */
  public static final IamportNaverReason BROKEN = of("BROKEN");

  /** Other goods were delivered. */
  public static final IamportNaverReason WRONG_DELIVERY = of("WRONG_DELIVERY");

  /** Another option was delivered. */
  public static final IamportNaverReason WRONG_OPTION = of("WRONG_OPTION");

  private IamportNaverReason(String text) {
    super(text);
  }

  /** Returns the reason with this word, also one that isn't documented. */
  public static IamportNaverReason of(String text) {
    return new IamportNaverReason(text);
  }
}
