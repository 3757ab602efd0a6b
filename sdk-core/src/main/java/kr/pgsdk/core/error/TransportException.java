package kr.pgsdk.core.error;

import kr.pgsdk.core.internal.access.ErrorDetails;

/**
 * There was no response, and no money moved. A call that moves money throws this only if it sent
 * nothing, or if nothing that it sent was executed. If {@link #isRetryable()}, you may call again.
 * If not, repair the cause first: a trust store, a certificate, a proxy's login. The message names
 * the cause.
 */
public final class TransportException extends PaymentException {
  private static final long serialVersionUID = 1L;

  TransportException(String message, ErrorDetails details) {
    super(message, details);
  }
}
