package kr.pgsdk.core.webhook;

/**
 * Thrown for a webhook, a redirect or a confirm request that must not be processed: it is
 * unreadable, too large or ambiguous, or its sender or signature is wrong. Answer with {@link
 * #httpStatus()} and do nothing else.
 *
 * <p>The message names the rule that was broken and the field; it never holds a body, a secret or a
 * value that came in, so it may be logged.
 */
public final class RejectedRequestException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int httpStatus;

  /** Returns a refusal; a shop's own checks may throw one too. */
  public RejectedRequestException(int httpStatus, String message) {
    super(message);
    this.httpStatus = httpStatus;
  }

  /**
   * What to answer the sender: 400 for what can't be read, 401 for a signature that is missing,
   * wrong or out of its time, 403 for a source address that isn't the gateway's, 413 for too much
   * of a body, a header or parameters, 414 for too long a query, 415 for a content type or charset
   * the gateway doesn't use.
   */
  public int httpStatus() {
    return httpStatus;
  }
}
