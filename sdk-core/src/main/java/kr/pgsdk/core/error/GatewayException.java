package kr.pgsdk.core.error;

import kr.pgsdk.core.internal.access.ErrorDetails;

/**
 * The gateway refused definitely, so the request was not executed. {@code isRetryable()} says
 * whether calling later may help.
 */
public final class GatewayException extends PaymentException {
  private static final long serialVersionUID = 1L;

  GatewayException(String message, ErrorDetails details) {
    super(message, details);
  }
}
