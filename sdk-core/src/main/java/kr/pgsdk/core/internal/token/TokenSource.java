package kr.pgsdk.core.internal.token;

import java.time.Duration;
import java.util.Objects;
import kr.pgsdk.core.internal.text.Texts;

/** Fetches a token from a gateway: one request, no cache. */
@FunctionalInterface
public interface TokenSource {
  /**
   * Asks the gateway for a token.
   *
   * @param timeLeft how long this may take
   * @throws kr.pgsdk.core.error.PaymentException if there is none to be had
   */
  IssuedToken fetch(Duration timeLeft);

  /**
   * A token of the gateway's.
   *
   * @param token the secret
   * @param lifetime how long it lives from now on: zero if it came expired, a year at most
   */
  record IssuedToken(String token, Duration lifetime) {
    /** Common servers refuse a request with a longer header line, whoever sends it. */
    private static final int MAX_LENGTH = 4096;

    private static final Duration YEAR = Duration.ofDays(365);

    /** Takes any lifetime for one between zero and a year. */
    public IssuedToken {
      Objects.requireNonNull(token, "token");
      lifetime = lifetime.isNegative() ? Duration.ZERO : lifetime;
      lifetime = lifetime.compareTo(YEAR) > 0 ? YEAR : lifetime;
    }

    /** Whether it can be the value of a header. */
    boolean isSendable() {
      return Texts.isVisibleAscii(token, MAX_LENGTH);
    }

    /** Shows the lifetime alone. */
    @Override
    public String toString() {
      return "IssuedToken[***, lifetime=" + lifetime + "]";
    }
  }
}
