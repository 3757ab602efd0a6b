package kr.pgsdk.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * The requests that reached one gateway, in order of arrival: also those that were cut, refused or
 * left without an answer. Thread-safe.
 */
public final class Journal {
  private final List<JournalEntry> entries = new ArrayList<>();
  private long lastId;

  Journal() {}

  synchronized JournalEntry add(LongFunction<JournalEntry> arrival) {
    JournalEntry entry = arrival.apply(++lastId);
    entries.add(entry);
    return entry;
  }

  /** Every request since the start or the last {@link #clear}. */
  public synchronized List<JournalEntry> entries() {
    return List.copyOf(entries);
  }

  /** The requests with this method whose path starts with {@code pathPrefix}. */
  public List<JournalEntry> entries(String method, String pathPrefix) {
    return entries().stream()
        .filter(entry -> entry.method().equals(method) && entry.path().startsWith(pathPrefix))
        .toList();
  }

  /** How many requests arrived. */
  public synchronized int count() {
    return entries.size();
  }

  /** How many requests arrived with this method and a path that starts with {@code pathPrefix}. */
  public int count(String method, String pathPrefix) {
    return entries(method, pathPrefix).size();
  }

  /**
   * The request that arrived last.
   *
   * @throws IllegalStateException if none did
   */
  public synchronized JournalEntry last() {
    if (entries.isEmpty()) {
      throw new IllegalStateException("no request has arrived");
    }
    return entries.get(entries.size() - 1);
  }

  /** Forgets all requests; the numbering goes on. */
  public synchronized void clear() {
    entries.clear();
  }

  @Override
  public String toString() {
    return "Journal" + entries();
  }
}
