package kr.pgsdk.sandbox.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a payment looked before its last changes. Guarded by the simulation's lock. */
public final class Past {
  private static final int MOST = 32;

  private record Look(Instant until, Map<String, @Nullable Object> shown) {}

  private final Deque<Look> looks = new ArrayDeque<>();

  /** Notes how it looks until {@code now}, just before it changes. */
  public void remember(Instant now, Map<String, @Nullable Object> shown) {
    looks.addLast(new Look(now, shown));
    if (looks.size() > MOST) {
      looks.removeFirst();
    }
  }

  /** How it looked {@code age} before {@code now}; null if it has not changed since. */
  public @Nullable Map<String, @Nullable Object> at(Instant now, Duration age) {
    if (age.isZero()) {
      return null;
    }
    Instant then = now.minus(age);
    for (Look look : looks) {
      if (look.until().isAfter(then)) {
        return look.shown();
      }
    }
    return null;
  }
}
