package kr.pgsdk.durable;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import kr.pgsdk.core.error.PaymentException;
import org.jspecify.annotations.Nullable;

/**
 * Accounts whose gateway fails again and again within one round of {@code resume}: what is due for
 * them waits, and what is due for the others goes on.
 */
final class Outages {
  private static final int MOST_FAILURES_IN_A_ROW = 3;

  private final Map<String, Failures> failures = new HashMap<>();

  private int storeFailures;

  private record Failures(int inARow, PaymentException last) {}

  /** Whether an account or the store has failed since it worked last. */
  boolean any() {
    return !failures.isEmpty() || storeFailures > 0;
  }

  /** What one of these accounts failed with, so that it isn't asked any more; null if none is. */
  @Nullable PaymentException of(Set<String> accounts) {
    for (String account : accounts) {
      Failures known = failures.get(account);
      if (known != null && known.inARow() >= MOST_FAILURES_IN_A_ROW) {
        return known.last();
      }
    }
    return null;
  }

  void failed(Set<String> accounts, PaymentException why) {
    for (String account : accounts) {
      Failures known = failures.get(account);
      failures.put(account, new Failures(known == null ? 1 : known.inARow() + 1, why));
    }
  }

  void worked(Set<String> accounts) {
    failures.keySet().removeAll(accounts);
    storeFailures = 0;
  }

  void storeFailed() {
    storeFailures++;
  }

  /** Whether the store has failed so often in a row that the round ends. */
  boolean isStoreDown() {
    return storeFailures >= MOST_FAILURES_IN_A_ROW;
  }
}
