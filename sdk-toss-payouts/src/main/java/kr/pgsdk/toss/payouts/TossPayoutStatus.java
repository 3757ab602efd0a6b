package kr.pgsdk.toss.payouts;

import kr.pgsdk.core.OpenEnum;

/** What became of a payout, in Toss's words. Those before the end aren't documented. */
public final class TossPayoutStatus extends OpenEnum {
  /** It was paid out. */
  public static final TossPayoutStatus COMPLETED = of("COMPLETED");

  /** It wasn't paid out. */
  public static final TossPayoutStatus FAILED = of("FAILED");

  private TossPayoutStatus(String text) {
    super(text);
  }

  /** Returns the one with this word, also one that isn't documented. */
  public static TossPayoutStatus of(String text) {
    return new TossPayoutStatus(text);
  }
}
