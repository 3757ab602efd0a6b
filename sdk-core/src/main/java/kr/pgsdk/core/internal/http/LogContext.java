package kr.pgsdk.core.internal.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What the thread's logging context (MDC) says during a call. The keys are documented in
 * docs/operations.md; whatever the application had under them comes back afterwards.
 */
final class LogContext {
  private static final List<String> KEYS =
      List.of("pg.gateway", "pg.call", "pg.orderId", "pg.paymentId");

  private LogContext() {}

  /**
   * Sets the keys, in their order; null for what isn't known.
   *
   * @param values holds what was there before, afterwards
   * @return false if the logging library failed, perhaps with some of them set; the failure is
   *     ignored
   */
  static boolean swap(@Nullable String[] values) {
    try {
      for (int i = 0; i < values.length; i++) {
        String before = MDC.get(KEYS.get(i));
        set(i, values[i]);
        values[i] = before;
      }
      return true;
    } catch (Exception | Error e) { // see Observer.quietly
      return false;
    }
  }

  private static void set(int key, @Nullable String value) {
    if (value == null) {
      MDC.remove(KEYS.get(key));
    } else {
      MDC.put(KEYS.get(key), value);
    }
  }
}
