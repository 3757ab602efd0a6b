package kr.pgsdk.core.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What the thread's logging context (MDC) says during a call. The keys are documented in
 * docs/logging.md; whatever the application had under them comes back afterwards.
 */
final class LogContext {
  private static final List<String> KEYS =
      List.of("pg.gateway", "pg.call", "pg.orderId", "pg.paymentId");

  private final @Nullable String[] before = new @Nullable String[KEYS.size()];

  private LogContext() {}

  /** Sets the keys, in their order; null for what isn't known. */
  static LogContext enter(@Nullable String... values) {
    LogContext context = new LogContext();
    for (int i = 0; i < context.before.length; i++) {
      context.before[i] = MDC.get(KEYS.get(i));
      set(i, values[i]);
    }
    return context;
  }

  /** Sets everything back. */
  void leave() {
    for (int i = 0; i < before.length; i++) {
      set(i, before[i]);
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
