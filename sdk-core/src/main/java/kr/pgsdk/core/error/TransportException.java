package kr.pgsdk.core.error;

import kr.pgsdk.core.internal.access.ErrorDetails;

/**
 * There was no answer, and what was asked has surely not been done: from a call that moves money,
 * nothing was sent or nothing of it was executed; from a read, nothing can have moved. The call may
 * be made again.
 */
public final class TransportException extends PaymentException {
  private static final long serialVersionUID = 1L;

  TransportException(String message, ErrorDetails details) {
    super(message, details);
  }
}
