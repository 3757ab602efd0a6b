package kr.pgsdk.toss.payouts;

import kr.pgsdk.core.OpenEnum;

/** When a payout is made, in Toss's words. */
public final class TossPayoutSchedule extends OpenEnum {
  /** At once. */
  public static final TossPayoutSchedule EXPRESS = of("EXPRESS");

  /** On a day. */
  public static final TossPayoutSchedule SCHEDULED = of("SCHEDULED");

  private TossPayoutSchedule(String text) {
    super(text);
  }

  /** Returns the one with this word, also one that isn't documented. */
  public static TossPayoutSchedule of(String text) {
    return new TossPayoutSchedule(text);
  }
}
