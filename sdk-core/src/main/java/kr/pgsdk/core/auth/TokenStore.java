package kr.pgsdk.core.auth;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Where several processes of one merchant share a token, such as a row in a database. Without one,
 * each process asks for its own; Iamport then hands out the same token to all.
 *
 * <p>A store may be slow, hang, fail or hold rubbish: that costs a request to the gateway, never a
 * payment. What it throws is logged and taken as "nothing stored"; so is a response that takes
 * longer than a second, or than a quarter of what is left of the call's deadline: then its thread
 * is interrupted, and the store isn't asked again until it has come back.
 *
 * <p>Both methods may block. They are called one at a time, on a daemon thread of their own and not
 * on the caller's: transactions and thread locals of the caller aren't there. The token is a
 * secret: store it as one.
 */
public interface TokenStore {
  /** Returns what was saved last, if anything. */
  Optional<StoredToken> load();

  /** Saves a token in place of the one before. */
  void save(StoredToken token);

  /**
   * A token and when it expires by the wall clock of the machine that saved it. It is trusted for
   * 30 minutes at most, however far away the expiry.
   *
   * @param token the secret
   * @param expiresAt the moment from which it is refused
   */
  record StoredToken(String token, Instant expiresAt) {
    /** Refuses null. */
    public StoredToken {
      Objects.requireNonNull(token, "token");
      Objects.requireNonNull(expiresAt, "expiresAt");
    }

    /** Shows the expiry alone. */
    @Override
    public String toString() {
      return "StoredToken[***, expiresAt=" + expiresAt + "]";
    }
  }
}
