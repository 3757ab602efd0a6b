package kr.pgsdk.iamport.schedule;

import kr.pgsdk.core.OpenEnum;

/** What an executed schedule became. */
public final class IamportScheduledPaymentStatus extends OpenEnum {
  /** It was paid. */
  public static final IamportScheduledPaymentStatus PAID = of("paid");

  /** The card was declined. */
  public static final IamportScheduledPaymentStatus FAILED = of("failed");

  /** It was paid, and cancelled later. */
  public static final IamportScheduledPaymentStatus CANCELLED = of("cancelled");

  private IamportScheduledPaymentStatus(String text) {
    super(text);
  }

  /** Returns the status with this word, also one that isn't documented. */
  public static IamportScheduledPaymentStatus of(String text) {
    return new IamportScheduledPaymentStatus(text);
  }
}
