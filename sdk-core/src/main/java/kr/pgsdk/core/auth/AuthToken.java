package kr.pgsdk.core.auth;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The credential that a request carries in its {@code Authorization} header. */
public final class AuthToken {
  private final String scheme;
  private final String value;
  private final String headerValue;
  private final @Nullable Instant expiresAt;

  private AuthToken(String scheme, String value, @Nullable Instant expiresAt) {
    this.scheme = Objects.requireNonNull(scheme, "scheme");
    this.value = Objects.requireNonNull(value, "value");
    this.headerValue = scheme.isEmpty() ? value : scheme.concat(" ").concat(value);
    this.expiresAt = expiresAt;
  }

  /** A credential that never expires. */
  public static AuthToken of(String scheme, String value) {
    return new AuthToken(scheme, value, null);
  }

  /** A credential that expires, by this machine's wall clock. */
  public static AuthToken of(String scheme, String value, Instant expiresAt) {
    return new AuthToken(scheme, value, Objects.requireNonNull(expiresAt, "expiresAt"));
  }

  /**
   * The scheme of the header: {@code Bearer}, {@code Basic}, {@code PortOne}, or empty for the
   * token alone.
   */
  public String scheme() {
    return scheme;
  }

  /** The secret itself. Keep it out of logs. */
  public String value() {
    return value;
  }

  /** The value of the {@code Authorization} header: scheme and secret. Keep it out of logs. */
  public String headerValue() {
    return headerValue;
  }

  /** When it expires; empty if never. */
  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  /** Shows scheme and expiry; never the secret. */
  @Override
  public String toString() {
    return "AuthToken[" + scheme + " ***, expiresAt=" + expiresAt + "]";
  }
}
