package kr.pgsdk.core.error;

import kr.pgsdk.core.internal.access.ErrorDetails;

/**
 * The gateway doesn't accept the credentials. Calling again won't help: check key and secret, and
 * that they belong to this merchant and environment.
 */
public final class AuthenticationException extends PaymentException {
  private static final long serialVersionUID = 1L;

  AuthenticationException(String message, ErrorDetails details) {
    super(message, details);
  }
}
