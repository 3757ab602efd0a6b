package kr.pgsdk.toss.model;

import kr.pgsdk.core.OpenEnum;

/** How far a cancel has come, in Toss's words. Overseas wallets alone have others than done. */
public final class TossCancelStatus extends OpenEnum {
  /** Toss has asked the wallet, and waits for its response. */
  public static final TossCancelStatus IN_PROGRESS = of("IN_PROGRESS");

  /** Cancelled. */
  public static final TossCancelStatus DONE = of("DONE");

  /** The wallet has refused: nothing was cancelled. */
  public static final TossCancelStatus ABORTED = of("ABORTED");

  private TossCancelStatus(String text) {
    super(text);
  }

  /** Returns the one with this word, also one that isn't documented. */
  public static TossCancelStatus of(String text) {
    return new TossCancelStatus(text);
  }
}
