package kr.pgsdk.core.auth;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Where several processes of one merchant share a token, such as a row in a database. Without a
 * store, each process asks for its own token; Iamport then gives the same token to all.
 *
 * <p>A store may be slow, hang, fail or hold an invalid token: that costs a request to the gateway,
 * never a payment. If the store throws, the SDK logs it and continues as if nothing were stored. It
 * does the same if the store needs more than a second, or more than a quarter of the time left
 * until the deadline: then the SDK interrupts the store's thread, and doesn't use the store again
 * until its method has returned.
 *
 * <p>Both methods may block. The SDK calls them one at a time, on a separate daemon thread: that
 * thread has neither the caller's transaction nor its thread locals. The token is a secret: store
 * it as one.
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
