package kr.pgsdk.durable;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kr.pgsdk.durable.store.WorkKey;

/**
 * Work that this version can't read: it isn't leased again for a while, and doesn't hide the other
 * work. Until then a server of the later version has it, or nobody has.
 */
final class LaterVersions {
  private static final long WHILE = Duration.ofMinutes(10).toNanos();

  private final Map<WorkKey, Long> since = new ConcurrentHashMap<>();

  void add(WorkKey key, long nanoTime) {
    since.put(key, nanoTime);
  }

  boolean has(WorkKey key) {
    return since.containsKey(key);
  }

  /** How many there are now. */
  int count(long nanoTime) {
    since.values().removeIf(at -> nanoTime - at > WHILE);
    return since.size();
  }
}
