package kr.pgsdk.core.error;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is known about an error besides its kind; absent unless set. For gateways. */
public final class ErrorDetails {
  final String gateway;
  final @Nullable Integer httpStatus;
  final @Nullable String gatewayCode;
  final @Nullable String gatewayMessage;
  final @Nullable String traceId;
  final boolean retryable;
  final @Nullable Duration retryAfter;
  final @Nullable Throwable cause;

  private ErrorDetails(Builder builder) {
    this.gateway = builder.gateway;
    this.httpStatus = builder.httpStatus;
    this.gatewayCode = builder.gatewayCode;
    this.gatewayMessage = builder.gatewayMessage;
    this.traceId = builder.traceId;
    this.retryable = builder.retryable;
    this.retryAfter = builder.retryAfter;
    this.cause = builder.cause;
  }

  /** Starts details with the gateway's short name, such as {@code toss}. */
  public static Builder builder(String gateway) {
    return new Builder(gateway);
  }

  /** Builds {@link ErrorDetails}. Messages must have been redacted before. */
  public static final class Builder {
    private final String gateway;
    private @Nullable Integer httpStatus;
    private @Nullable String gatewayCode;
    private @Nullable String gatewayMessage;
    private @Nullable String traceId;
    private boolean retryable;
    private @Nullable Duration retryAfter;
    private @Nullable Throwable cause;

    private Builder(String gateway) {
      this.gateway = Objects.requireNonNull(gateway, "gateway");
    }

    /** The status of the answer. */
    public Builder httpStatus(int httpStatus) {
      this.httpStatus = httpStatus;
      return this;
    }

    /** The gateway's code. */
    public Builder gatewayCode(@Nullable String gatewayCode) {
      this.gatewayCode = gatewayCode;
      return this;
    }

    /** The gateway's message, redacted. */
    public Builder gatewayMessage(@Nullable String gatewayMessage) {
      this.gatewayMessage = gatewayMessage;
      return this;
    }

    /** What the gateway's support asks for. */
    public Builder traceId(@Nullable String traceId) {
      this.traceId = traceId;
      return this;
    }

    /** Whether the same call may succeed later. */
    public Builder retryable(boolean retryable) {
      this.retryable = retryable;
      return this;
    }

    /** How long the gateway asks to wait. */
    public Builder retryAfter(@Nullable Duration retryAfter) {
      this.retryAfter = retryAfter;
      return this;
    }

    /** What led to it. */
    public Builder cause(@Nullable Throwable cause) {
      this.cause = cause;
      return this;
    }

    /** Returns the details. */
    public ErrorDetails build() {
      return new ErrorDetails(this);
    }
  }
}
