package kr.pgsdk.durable.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import kr.pgsdk.durable.store.StoreException.Kind;

/**
 * A transaction on a copy of the tables. What others have committed meanwhile stays: then its
 * writes are made again upon that, and it fails if one of them has another result.
 */
@SuppressWarnings("ReferenceEquality") // what was committed since is another object
final class MemoryTransaction {
  private final MemoryDatabase database;
  private final InstantSource clock;
  private final List<Write<?>> writes = new ArrayList<>();
  private final List<ReentrantLock> locked = new ArrayList<>();
  private MemoryTables base;
  private MemoryTables tables;
  private Instant now;

  private record Write<R>(Function<MemoryTables, R> change, R result) {
    boolean isSameOn(MemoryTables tables) {
      return Objects.equals(change.apply(tables), result);
    }
  }

  MemoryTransaction(MemoryDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.base = database.committed();
    this.tables = base;
    this.now = Instant.ofEpochMilli(clock.millis());
  }

  /** When the transaction began or locked a row last. */
  Instant now() {
    return now;
  }

  /** As it was committed when the transaction began or locked a row last, with its own writes. */
  MemoryTables tables() {
    return tables;
  }

  <R> R write(Function<MemoryTables, R> change) {
    if (tables == base) {
      tables = base.copy();
    }
    R result = change.apply(tables);
    writes.add(new Write<>(change, result));
    return result;
  }

  void run(Consumer<MemoryTables> change) {
    write(
        all -> {
          change.accept(all);
          return true;
        });
  }

  /**
   * Waits for a row, and reads what is committed by then.
   *
   * @param otherwise what is thrown if another transaction has had it for that long
   */
  void lock(String row, Duration longest, Kind otherwise) {
    ReentrantLock lock = database.lock(row);
    try {
      if (!lock.tryLock(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new StoreException(otherwise, row + " is locked for too long", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException(Kind.OTHER, "interrupted while waiting for " + row, e);
    }
    locked.add(lock);
    MemoryTables committed = database.committed();
    if (committed != base) {
      tables = on(committed);
      base = committed;
    }
    now = Instant.ofEpochMilli(clock.millis());
  }

  private MemoryTables on(MemoryTables committed) {
    if (writes.isEmpty()) {
      return committed;
    }
    MemoryTables copy = committed.copy();
    for (Write<?> write : writes) {
      if (!write.isSameOn(copy)) {
        throw new StoreException(Kind.TRANSIENT, "another transaction was faster", null);
      }
    }
    return copy;
  }

  void commit() {
    if (!writes.isEmpty()) {
      database.commit(committed -> committed == base ? tables : on(committed));
    }
  }

  void unlock() {
    locked.forEach(ReentrantLock::unlock);
    locked.clear();
  }
}
