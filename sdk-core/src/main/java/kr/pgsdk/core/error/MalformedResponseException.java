package kr.pgsdk.core.error;

import kr.pgsdk.core.internal.access.ErrorDetails;

/**
 * The response can't be read: it is empty, truncated, or not the gateway's JSON, or a required
 * field is missing or has the wrong type. Only reads throw it; a call that moves money throws
 * {@link OutcomeUnknownException} instead. Check the base URL, and whether a proxy or a maintenance
 * page answered.
 */
public final class MalformedResponseException extends PaymentException {
  private static final long serialVersionUID = 1L;

  MalformedResponseException(String message, ErrorDetails details) {
    super(message, details);
  }
}
