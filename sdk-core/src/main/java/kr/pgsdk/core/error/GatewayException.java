package kr.pgsdk.core.error;

import kr.pgsdk.core.internal.access.ErrorDetails;

/**
 * The gateway refused, definitely: what was asked has not been done. {@code isRetryable()} says
 * whether it may be done later.
 */
public final class GatewayException extends PaymentException {
  private static final long serialVersionUID = 1L;

  GatewayException(String message, ErrorDetails details) {
    super(message, details);
  }
}
