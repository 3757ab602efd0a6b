package kr.pgsdk.core;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Settings for one call, or a group of calls, that differ from the gateway's; see {@code with}. */
public final class CallOptions {
  // They are the SDK's to set or leave out: a second credential or length, or another coding of the
  // body, would make the request another one.
  private static final Set<String> RESERVED =
      Set.of(
          "accept",
          "accept-encoding",
          "authorization",
          "connection",
          "content-encoding",
          "content-length",
          "content-type",
          "cookie",
          "expect",
          "host",
          "http2-settings",
          "idempotency-key",
          "keep-alive",
          "proxy-authorization",
          "proxy-connection",
          "range",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "user-agent",
          "x-imptokenheader");

  private final @Nullable Duration deadline;
  private final @Nullable Integer attempts;
  private final Map<String, String> headers;

  private CallOptions(Builder builder) {
    this.deadline = builder.deadline;
    this.attempts = builder.attempts;
    this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(builder.headers));
  }

  /** Starts options that change nothing. */
  public static Builder builder() {
    return new Builder();
  }

  /** How long a whole call may take, with retries, token and lookups. */
  public Optional<Duration> deadline() {
    return Optional.ofNullable(deadline);
  }

  /** How often a request may be sent that may be repeated at all. */
  public OptionalInt attempts() {
    return attempts == null ? OptionalInt.empty() : OptionalInt.of(attempts);
  }

  /** Headers added to every request, by name. Unmodifiable. */
  public Map<String, String> headers() {
    return headers;
  }

  /** Shows names of headers, not their values. */
  @Override
  public String toString() {
    return "CallOptions[deadline="
        + deadline
        + ", attempts="
        + attempts
        + ", headers="
        + headers.keySet()
        + "]";
  }

  /** Builds {@link CallOptions}. */
  public static final class Builder {
    private @Nullable Duration deadline;
    private @Nullable Integer attempts;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Builder() {}

    /**
     * How long a whole call may take, with retries, token and lookups.
     *
     * @throws IllegalArgumentException if it isn't positive
     */
    public Builder deadline(Duration deadline) {
      if (deadline.isNegative() || deadline.isZero()) {
        throw new IllegalArgumentException("deadline must be positive: " + deadline);
      }
      this.deadline = deadline;
      return this;
    }

    /**
     * How often a request may be sent that may be repeated at all; 1 means no repetition. The SDK
     * never repeats a request that must not be repeated, whatever is set here. A request for a
     * token serves all callers, so it has the gateway's own number of attempts.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Builder attempts(int attempts) {
      if (attempts < 1) {
        throw new IllegalArgumentException("attempts must be at least 1: " + attempts);
      }
      this.attempts = attempts;
      return this;
    }

    /**
     * A header added to every request but Iamport's for a token, which all calls share. A gateway
     * with options that name headers sends these in place of those of earlier options.
     *
     * @throws IllegalArgumentException if the name isn't an HTTP token or is one of the SDK's own,
     *     such as {@code Authorization} and {@code Idempotency-Key}, or the value isn't visible
     *     ASCII and spaces
     */
    public Builder header(String name, String value) {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(value, "value");
      if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")) {
        throw new IllegalArgumentException(
            "a header's name must be an HTTP token: letters, digits and dashes");
      }
      if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException(
            "the header "
                + name
                + " is the SDK's own: credentials come with the gateway, an idempotency key with its"
                + " request");
      }
      if (!value.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
        throw new IllegalArgumentException(
            "the value of header " + name + " must be visible ASCII and spaces");
      }
      headers.put(name, value);
      return this;
    }

    /** Returns the options. */
    public CallOptions build() {
      return new CallOptions(this);
    }
  }
}
