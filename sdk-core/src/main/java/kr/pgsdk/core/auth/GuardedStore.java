package kr.pgsdk.core.auth;

import java.util.Objects;
import java.util.Optional;
import kr.pgsdk.core.auth.TokenStore.StoredToken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The user's token store, if any: whatever it throws is logged and counts as nothing stored. */
final class GuardedStore {
  private static final Logger LOG = LoggerFactory.getLogger(GuardedStore.class);

  private final String gateway;
  private final @Nullable TokenStore store;

  GuardedStore(String gateway, @Nullable TokenStore store) {
    this.gateway = gateway;
    this.store = store;
  }

  @Nullable StoredToken load() {
    if (store == null) {
      return null;
    }
    try {
      // A null in place of an empty Optional is one more way for a store to be broken.
      return Objects.requireNonNullElse(store.load(), Optional.<StoredToken>empty()).orElse(null);
    } catch (Exception e) {
      warn("read", e);
      return null;
    }
  }

  void save(StoredToken token) {
    if (store == null) {
      return;
    }
    try {
      store.save(token);
    } catch (Exception e) {
      warn("written", e);
    }
  }

  // Exception, not RuntimeException: a store in Kotlin throws checked ones undeclared. The message
  // stays out of the log, because databases like to quote the value they choked on.
  private void warn(String done, Exception e) {
    if (e instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    try {
      LOG.warn(
          "{}: the token store could not be {} and is passed over this time: {}",
          gateway,
          done,
          e.getClass().getName());
    } catch (RuntimeException broken) {
      // A logging library may throw when its disk is full; a payment goes on all the same.
    }
  }
}
