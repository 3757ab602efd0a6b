package kr.pgsdk.core.internal;

import org.jspecify.annotations.Nullable;

/** There is no whole answer; says whether the gateway may have seen the request. */
public final class ExchangeFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean sent;
  private final @Nullable Integer status;

  /**
   * Makes an exception.
   *
   * @param sent whether any of the request may have been written to a connection
   * @param status the answer's status, if the answer broke off after it
   */
  public ExchangeFailedException(boolean sent, @Nullable Integer status, Throwable cause) {
    super(cause);
    this.sent = sent;
    this.status = status;
  }

  /** Whether any of the request may have been written to a connection. */
  boolean sent() {
    return sent;
  }

  /** The answer's status, if the answer broke off after it. */
  @Nullable Integer status() {
    return status;
  }
}
