package kr.pgsdk.durable.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/** What is committed of a store in memory, and the locks of its rows. */
final class MemoryDatabase {
  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();
  private MemoryTables committed = MemoryTables.empty();

  ReentrantLock lock(String row) {
    return locks.computeIfAbsent(row, name -> new ReentrantLock());
  }

  /** What is committed; nobody changes it any more. */
  synchronized MemoryTables committed() {
    return committed;
  }

  /** Replaces what is committed; whatever the change throws, nothing happens. */
  synchronized void commit(UnaryOperator<MemoryTables> change) {
    committed = change.apply(committed);
  }
}
