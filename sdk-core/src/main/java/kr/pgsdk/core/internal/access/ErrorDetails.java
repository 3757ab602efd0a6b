package kr.pgsdk.core.internal.access;

import java.time.Duration;
import java.util.Objects;
import kr.pgsdk.core.error.PaymentException;
import org.jspecify.annotations.Nullable;

/**
 * What is known about an error besides its kind; absent unless set.
 *
 * @param gateway the gateway's short name, such as {@code toss}
 * @param gatewayMessage redacted
 * @param ownRefusal whether it is a refusal in the gateway's own words, whatever the HTTP status
 */
public record ErrorDetails(
    String gateway,
    @Nullable Integer httpStatus,
    @Nullable String gatewayCode,
    @Nullable String gatewayMessage,
    @Nullable String traceId,
    boolean retryable,
    @Nullable Duration retryAfter,
    boolean ownRefusal,
    @Nullable Throwable cause) {

  public static Builder builder(String gateway) {
    return new Builder(gateway);
  }

  /** Starts the details of an error that follows from another one, which is its cause. */
  public static Builder after(PaymentException e) {
    Builder builder =
        builder(e.gateway())
            .gatewayCode(e.gatewayCode().orElse(null))
            .gatewayMessage(e.gatewayMessage().orElse(null))
            .traceId(e.traceId().orElse(null))
            .retryable(e.isRetryable())
            .retryAfter(e.retryAfter().orElse(null))
            .cause(e);
    return e.httpStatus().isEmpty() ? builder : builder.httpStatus(e.httpStatus().getAsInt());
  }

  public static final class Builder {
    private final String gateway;
    private @Nullable Integer httpStatus;
    private @Nullable String gatewayCode;
    private @Nullable String gatewayMessage;
    private @Nullable String traceId;
    private boolean retryable;
    private @Nullable Duration retryAfter;
    private boolean ownRefusal;
    private @Nullable Throwable cause;

    private Builder(String gateway) {
      this.gateway = Objects.requireNonNull(gateway, "gateway");
    }

    public Builder httpStatus(int httpStatus) {
      this.httpStatus = httpStatus;
      return this;
    }

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

    public Builder retryAfter(@Nullable Duration retryAfter) {
      this.retryAfter = retryAfter;
      return this;
    }

    /**
     * Says that the gateway refuses in its own words: a 409 or a 5xx that answers the request, and
     * leaves no doubt about this sending.
     */
    public Builder ownRefusal() {
      this.ownRefusal = true;
      return this;
    }

    public Builder cause(@Nullable Throwable cause) {
      this.cause = cause;
      return this;
    }

    public ErrorDetails build() {
      return new ErrorDetails(
          gateway,
          httpStatus,
          gatewayCode,
          gatewayMessage,
          traceId,
          retryable,
          retryAfter,
          ownRefusal,
          cause);
    }
  }
}
