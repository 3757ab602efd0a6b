package kr.pgsdk.core.internal.flow;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets its oldest entry when it has more than 10,000. Not thread-safe. */
final class NewestMap<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;
  private static final int CAPACITY = 10_000;

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > CAPACITY;
  }
}
