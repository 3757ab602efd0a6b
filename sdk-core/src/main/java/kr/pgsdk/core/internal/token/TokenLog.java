package kr.pgsdk.core.internal.token;

import kr.pgsdk.core.error.PaymentException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a token cache tells its operator. A logging library may throw, when its disk is full or a
 * class of its is missing: whatever it throws stays here, for a payment goes on all the same.
 */
final class TokenLog {
  private static final Logger CACHE = LoggerFactory.getLogger(TokenCache.class);
  private static final Logger STORE = LoggerFactory.getLogger(GuardedStore.class);

  private final String gateway;

  TokenLog(String gateway) {
    this.gateway = gateway;
  }

  /**
   * Aloud if an operator must act before the token runs out: what may pass by itself is no alarm.
   */
  void notRefreshed(RuntimeException e) {
    String line =
        "{}: the token could not be refreshed ahead of its expiry and will be tried again: {}";
    String why = e instanceof PaymentException ? e.getMessage() : e.getClass().getName();
    if (e instanceof PaymentException failure && failure.isRetryable()) {
      quietly(() -> CACHE.debug(line, gateway, why));
    } else {
      quietly(() -> CACHE.warn(line, gateway, why));
    }
  }

  /** The store could not be {@code done}: read, or written. */
  void storePassedOver(String done, String why) {
    String line = "{}: the token store could not be {} and is passed over this time: {}";
    quietly(() -> STORE.warn(line, gateway, done, why));
  }

  void closedWhileStoreAsked() {
    quietly(() -> STORE.debug("{}: closed while the token store was asked", gateway));
  }

  private static void quietly(Runnable logging) {
    try {
      logging.run();
    } catch (Exception | Error e) {
      // There is nobody left to tell.
    }
  }
}
