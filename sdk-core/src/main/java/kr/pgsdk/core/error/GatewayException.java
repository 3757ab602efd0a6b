package kr.pgsdk.core.error;

/**
 * The gateway refused, definitely: what was asked has not been done. {@code isRetryable()} says
 * whether it may be done later.
 */
public final class GatewayException extends PaymentException {
  private static final long serialVersionUID = 1L;

  /** Made by the SDK. */
  public GatewayException(String message, ErrorDetails details) {
    super(message, details);
  }
}
