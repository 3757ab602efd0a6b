package kr.pgsdk.core.error;

/**
 * An answer that can't be read: empty, truncated, not the gateway's JSON, a required field missing
 * or of the wrong type. From reads only; a call that moves money ends in {@link
 * OutcomeUnknownException} instead. Check the base URL and what stands between (a proxy, a
 * maintenance page).
 */
public final class MalformedResponseException extends PaymentException {
  private static final long serialVersionUID = 1L;

  /** Made by the SDK. */
  public MalformedResponseException(String message, ErrorDetails details) {
    super(message, details);
  }
}
