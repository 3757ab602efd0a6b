package kr.pgsdk.core;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import kr.pgsdk.core.error.PaymentException;
import org.jspecify.annotations.Nullable;

/** Why the gateway didn't do what it was asked: its code, and its own words. */
public final class Refusal implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private final @Nullable String code;
  private final @Nullable String message;
  private final OptionalInt httpStatus;
  private final @Nullable String traceId;
  private final boolean retryable;

  private Refusal(
      @Nullable String code,
      @Nullable String message,
      OptionalInt httpStatus,
      @Nullable String traceId,
      boolean retryable) {
    this.code = code;
    this.message = message;
    this.httpStatus = Objects.requireNonNull(httpStatus, "httpStatus");
    this.traceId = traceId;
    this.retryable = retryable;
  }

  /** The refusal that {@code exception} reports. */
  public static Refusal of(PaymentException exception) {
    return new Refusal(
        exception.gatewayCode().orElse(null),
        exception.gatewayMessage().orElse(null),
        exception.httpStatus(),
        exception.traceId().orElse(null),
        exception.isRetryable());
  }

  static Refusal of(
      @Nullable String code,
      @Nullable String message,
      @Nullable Integer httpStatus,
      @Nullable String traceId,
      boolean retryable) {
    OptionalInt status = httpStatus == null ? OptionalInt.empty() : OptionalInt.of(httpStatus);
    return new Refusal(code, message, status, traceId, retryable);
  }

  /** The failure a looked up payment carries: final, and without an HTTP status of its own. */
  public static Refusal ofFailure(@Nullable String code, @Nullable String message) {
    return new Refusal(code, message, OptionalInt.empty(), null, false);
  }

  /** The gateway's error code, such as {@code REJECT_CARD_COMPANY}; Iamport's is a number. */
  public Optional<String> code() {
    return Optional.ofNullable(code);
  }

  /** The gateway's message, redacted; usually Korean. Its text changes without notice. */
  public Optional<String> message() {
    return Optional.ofNullable(message);
  }

  /** The status of the response; empty if the refusal was read from a looked up payment. */
  public OptionalInt httpStatus() {
    return httpStatus;
  }

  /** The id that the gateway's support asks for. */
  public Optional<String> traceId() {
    return Optional.ofNullable(traceId);
  }

  /** Whether the same call may succeed later. */
  public boolean retryable() {
    return retryable;
  }

  /** Shows the code; only {@link #message()} has the gateway's own words. */
  @Override
  public String toString() {
    return "Refusal[" + code + ", retryable=" + retryable + "]";
  }

  @Serial
  private Object writeReplace() {
    return SerializedForm.of(
        SerializedForm.Kind.REFUSAL,
        code,
        message,
        httpStatus.isPresent() ? (Integer) httpStatus.getAsInt() : null,
        traceId,
        retryable);
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw SerializedForm.notThis();
  }
}
