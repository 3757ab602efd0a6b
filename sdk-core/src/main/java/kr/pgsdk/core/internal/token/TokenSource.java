package kr.pgsdk.core.internal.token;

import java.time.Duration;
import java.util.Objects;

/** Fetches a token from a gateway: one request, no cache. For gateways. */
@FunctionalInterface
public interface TokenSource {
  /**
   * Asks the gateway for a token.
   *
   * @param timeLeft how long the asking may take
   * @throws kr.pgsdk.core.error.PaymentException if there is none to be had
   */
  IssuedToken fetch(Duration timeLeft);

  /**
   * A token fresh from the gateway.
   *
   * @param token the secret
   * @param lifetime how long it lives from the moment the gateway answered, by the gateway's own
   *     clock; zero or less if it came expired
   */
  record IssuedToken(String token, Duration lifetime) {
    /** Refuses null. */
    public IssuedToken {
      Objects.requireNonNull(token, "token");
      Objects.requireNonNull(lifetime, "lifetime");
    }

    /** Shows the lifetime alone. */
    @Override
    public String toString() {
      return "IssuedToken[***, lifetime=" + lifetime + "]";
    }
  }
}
