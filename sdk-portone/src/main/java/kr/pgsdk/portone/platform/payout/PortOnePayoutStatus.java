package kr.pgsdk.portone.platform.payout;

import kr.pgsdk.core.OpenEnum;

/** How far a payout is. */
public final class PortOnePayoutStatus extends OpenEnum {
  /** It is to be made. */
  public static final PortOnePayoutStatus PREPARED = of("PREPARED");

  /** It is to be made at its time. */
  public static final PortOnePayoutStatus SCHEDULED = of("SCHEDULED");

  /** It is being made. */
  public static final PortOnePayoutStatus PROCESSING = of("PROCESSING");

  /** It is made. */
  public static final PortOnePayoutStatus SUCCEEDED = of("SUCCEEDED");

  /** It is confirmed. */
  public static final PortOnePayoutStatus CONFIRMED = of("CONFIRMED");

  /** It failed. */
  public static final PortOnePayoutStatus FAILED = of("FAILED");

  /** It was stopped. */
  public static final PortOnePayoutStatus STOPPED = of("STOPPED");

  /** It was cancelled. */
  public static final PortOnePayoutStatus CANCELLED = of("CANCELLED");

  private PortOnePayoutStatus(String text) {
    super(text);
  }

  /** Returns the one with this word, also one that isn't documented. */
  public static PortOnePayoutStatus of(String text) {
    return new PortOnePayoutStatus(text);
  }
}
