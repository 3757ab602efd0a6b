package kr.pgsdk.iamport.paymentwall;

import kr.pgsdk.core.OpenEnum;

/** How far a delivery is. */
public final class IamportPaymentwallStatus extends OpenEnum {
  /** The order was placed. */
  public static final IamportPaymentwallStatus ORDER_PLACED = of("order_placed");

  /** The goods were sent. */
  public static final IamportPaymentwallStatus ORDER_SHIPPED = of("order_shipped");

  /** The goods are on their way. */
  public static final IamportPaymentwallStatus DELIVERING = of("delivering");

  /** The goods arrived. */
  public static final IamportPaymentwallStatus DELIVERED = of("delivered");

  private IamportPaymentwallStatus(String text) {
    super(text);
  }

  /** Returns the status with this word, also one that isn't documented. */
  public static IamportPaymentwallStatus of(String text) {
    return new IamportPaymentwallStatus(text);
  }
}
