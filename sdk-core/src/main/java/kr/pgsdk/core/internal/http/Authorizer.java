package kr.pgsdk.core.internal.http;

import java.time.Duration;
import kr.pgsdk.core.auth.AuthToken;
import org.jspecify.annotations.Nullable;

/** Where requests get their credential from. */
public interface Authorizer {
  /**
   * The credential that the next request carries if it is at hand, else null. Never blocks.
   *
   * @param now what the monotonic clock says
   */
  default @Nullable AuthToken fresh(long now) {
    return null;
  }

  /** The credential that the next request carries; may block and fetch. */
  AuthToken token(Duration timeLeft);

  /**
   * The gateway answered 401 to this credential.
   *
   * @return whether another one is worth a second request
   */
  boolean rejected(AuthToken token);

  /** Ends whoever waits for a credential. */
  void close();

  /** A credential that is always the same. */
  static Authorizer fixed(AuthToken token) {
    return new Authorizer() {
      @Override
      public AuthToken fresh(long now) {
        return token;
      }

      @Override
      public AuthToken token(Duration timeLeft) {
        return token;
      }

      @Override
      public boolean rejected(AuthToken rejected) {
        return false;
      }

      @Override
      public void close() {}
    };
  }
}
