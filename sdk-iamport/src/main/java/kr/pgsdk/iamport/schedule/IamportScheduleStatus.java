package kr.pgsdk.iamport.schedule;

import kr.pgsdk.core.OpenEnum;

/** How far a scheduled payment is. */
public final class IamportScheduleStatus extends OpenEnum {
  /** Its time hasn't come. */
  public static final IamportScheduleStatus SCHEDULED = of("scheduled");

  /** It was tried: the payment may be paid or failed. */
  public static final IamportScheduleStatus EXECUTED = of("executed");

  /** It was taken back. */
  public static final IamportScheduleStatus REVOKED = of("revoked");

  private IamportScheduleStatus(String text) {
    super(text);
  }

  /** Returns the status with this word, also one that isn't documented. */
  public static IamportScheduleStatus of(String text) {
    return new IamportScheduleStatus(text);
  }
}
