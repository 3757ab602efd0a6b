package kr.pgsdk.iamport.payco;

import kr.pgsdk.core.OpenEnum;

/** How far a Payco order is. */
public final class IamportPaycoOrderStatus extends OpenEnum {
  /** The goods are on their way. */
  public static final IamportPaycoOrderStatus DELIVERY_START = of("DELIVERY_START");

  /** The purchase is confirmed. */
  public static final IamportPaycoOrderStatus PURCHASE_DECISION = of("PURCHASE_DECISION");

  /** The order is cancelled. */
  public static final IamportPaycoOrderStatus CANCELED = of("CANCELED");

  private IamportPaycoOrderStatus(String text) {
    super(text);
  }

  /** Returns the status with this word, also one that isn't documented. */
  public static IamportPaycoOrderStatus of(String text) {
    return new IamportPaycoOrderStatus(text);
  }
}
