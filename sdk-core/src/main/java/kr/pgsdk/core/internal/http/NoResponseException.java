package kr.pgsdk.core.internal.http;

/** There is no whole response; says whether the gateway may have seen the request. */
public final class NoResponseException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean sent;
  private final int status;

  /**
   * Makes an exception.
   *
   * @param sent whether any of the request may have been written to a connection
   * @param status the response's status, if the response broke off after it; else 0
   */
  public NoResponseException(boolean sent, int status, Throwable cause) {
    super(cause);
    this.sent = sent;
    this.status = status;
  }

  /** Whether any of the request may have been written to a connection. */
  boolean sent() {
    return sent;
  }

  /** The response's status, if the response broke off after it; else 0. */
  int status() {
    return status;
  }
}
