package kr.pgsdk.core.webhook;

/** What became of something that came in, and what to answer its sender. */
public enum Reception {
  /** It was new, and was handed on. */
  HANDLED(200),
  /** The payment stands where it stood when it was last handed on: nothing was done. */
  REPEATED(200),
  /** It names an order that the shop doesn't know: nothing was done. */
  NOT_OURS(200),
  /** The gateway knows no such payment: a forgery, or a test call. Nothing was done. */
  UNKNOWN_PAYMENT(404),
  /** It names a payment of one order and another order: a forgery. Nothing was done. */
  MISLEADING(400),
  /**
   * The gateway still shows less than was announced, or less than was handled before. What it shows
   * was handed on if it was new; the rest must be sent again.
   */
  NOT_YET(503),
  /** Another thread or process works on this very order: must be sent again. */
  BUSY(503);

  private final int httpStatus;

  Reception(int httpStatus) {
    this.httpStatus = httpStatus;
  }

  /**
   * What to answer. 503 makes the gateway send it again: Toss up to 7 times within four days;
   * Iamport only if its support has switched that on.
   */
  public int httpStatus() {
    return httpStatus;
  }
}
