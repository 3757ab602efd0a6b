package kr.pgsdk.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongFunction;

/**
 * The requests that reached one gateway, in order of arrival: also those that were cut, refused or
 * left without a response. The newest 10,000 are kept, and neither listed nor counted are any older
 * ones; to count more than that, use {@link JournalEntry#id} or {@link #clear}. Thread-safe.
 */
public final class Journal {
  private static final int KEPT = 10_000;

  private final Deque<JournalEntry> entries = new ArrayDeque<>();
  private long lastId;

  Journal() {}

  synchronized JournalEntry add(LongFunction<JournalEntry> arrival) {
    JournalEntry entry = arrival.apply(++lastId);
    entries.addLast(entry);
    if (entries.size() > KEPT) {
      entries.removeFirst();
    }
    return entry;
  }

  /** The requests since the start or the last {@link #clear}. */
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
    return entries.getLast();
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
