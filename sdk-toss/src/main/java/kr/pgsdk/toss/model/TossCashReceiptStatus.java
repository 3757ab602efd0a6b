package kr.pgsdk.toss.model;

import kr.pgsdk.core.OpenEnum;

/** How far the issue of a cash receipt has come. */
public final class TossCashReceiptStatus extends OpenEnum {
  /** The tax office hasn't answered yet; it does so within two days. */
  public static final TossCashReceiptStatus IN_PROGRESS = of("IN_PROGRESS");

  /** It is issued, or cancelled. */
  public static final TossCashReceiptStatus COMPLETED = of("COMPLETED");

  /** The tax office refused. */
  public static final TossCashReceiptStatus FAILED = of("FAILED");

  private TossCashReceiptStatus(String text) {
    super(text);
  }

  /** Returns the status with this word, also one that isn't documented. */
  public static TossCashReceiptStatus of(String text) {
    return new TossCashReceiptStatus(text);
  }
}
