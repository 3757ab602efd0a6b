package kr.pgsdk.core.error;

import kr.pgsdk.core.internal.access.ErrorDetails;

/**
 * There was no response, and no money moved. A call that moves money throws this only if nothing
 * was sent, or if nothing of what was sent was executed. If {@link #isRetryable()}, the call may be
 * made again; if not, something must be mended first: a trust store, a certificate, a proxy's
 * login. The message names it.
 */
public final class TransportException extends PaymentException {
  private static final long serialVersionUID = 1L;

  TransportException(String message, ErrorDetails details) {
    super(message, details);
  }
}
