package kr.pgsdk.core.error;

import kr.pgsdk.core.internal.access.ErrorDetails;

/**
 * An answer that can't be read: empty, truncated, not the gateway's JSON, a required field missing
 * or of the wrong type. From reads only; a call that moves money ends in {@link
 * OutcomeUnknownException} instead. Check the base URL; a proxy or a maintenance page may have
 * answered.
 */
public final class MalformedResponseException extends PaymentException {
  private static final long serialVersionUID = 1L;

  MalformedResponseException(String message, ErrorDetails details) {
    super(message, details);
  }
}
