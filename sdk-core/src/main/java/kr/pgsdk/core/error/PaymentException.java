package kr.pgsdk.core.error;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import org.jspecify.annotations.Nullable;

/**
 * A payment call failed. The subtype and {@link #isRetryable()} say what the caller may do now.
 *
 * <p>{@link #getMessage()} is the SDK's own sentence, with the HTTP status and the gateway's code.
 * The gateway's own words are in {@link #gatewayMessage()} only. Neither holds a credential, a
 * token, a card number or a whole body.
 */
public abstract sealed class PaymentException extends RuntimeException
    permits GatewayException,
        AuthenticationException,
        TransportException,
        OutcomeUnknownException,
        MalformedResponseException,
        VerificationException {
  private static final long serialVersionUID = 1L;

  static {
    Errors.grant(new ExceptionFactory());
  }

  private final String gateway;
  private final @Nullable Integer httpStatus;
  private final @Nullable String gatewayCode;
  private final @Nullable String gatewayMessage;
  private final @Nullable String traceId;
  private final boolean retryable;
  private final @Nullable Duration retryAfter;
  private final boolean ownRefusal;

  PaymentException(String message, ErrorDetails details) {
    super(message, details.cause());
    this.gateway = details.gateway();
    this.httpStatus = details.httpStatus();
    this.gatewayCode = details.gatewayCode();
    this.gatewayMessage = details.gatewayMessage();
    this.traceId = details.traceId();
    this.retryable = details.retryable();
    this.retryAfter = details.retryAfter();
    this.ownRefusal = details.ownRefusal();
  }

  /** Whether the gateway refuses in its own words, whatever the HTTP status. */
  boolean isOwnRefusal() {
    return ownRefusal;
  }

  /** Whether the caller may make the same call again, which may then succeed. */
  public boolean isRetryable() {
    return retryable;
  }

  /** How long to wait before that, if known. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** The gateway's short name: {@code iamport}, {@code toss} or {@code portone}. */
  public String gateway() {
    return gateway;
  }

  /** The status of the response; empty if there was none. */
  public OptionalInt httpStatus() {
    return httpStatus == null ? OptionalInt.empty() : OptionalInt.of(httpStatus);
  }

  /** The gateway's error code, such as {@code NOT_FOUND_PAYMENT}; Iamport's is a number. */
  public Optional<String> gatewayCode() {
    return Optional.ofNullable(gatewayCode);
  }

  /** The gateway's own words, redacted; usually Korean. Never branch on them. */
  public Optional<String> gatewayMessage() {
    return Optional.ofNullable(gatewayMessage);
  }

  /** The id of the request, which Toss's support asks for; only Toss gives one. */
  public Optional<String> traceId() {
    return Optional.ofNullable(traceId);
  }
}
