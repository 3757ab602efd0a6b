package kr.pgsdk.durable.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The work of a store in memory and its leases. */
final class MemoryWork {
  private final Map<WorkKey, Leased> work;

  /** A piece of work, and until when it is leased. */
  private record Leased(WorkRow row, Instant until) {}

  MemoryWork() {
    this.work = new LinkedHashMap<>();
  }

  MemoryWork(MemoryWork other) {
    this.work = new LinkedHashMap<>(other.work);
  }

  void insert(WorkKey key, @Nullable Instant dueAt) {
    work.putIfAbsent(key, new Leased(new WorkRow(key, dueAt, 0, 0, 0), Instant.EPOCH));
  }

  void schedule(WorkKey key, @Nullable Instant dueAt) {
    change(key, row -> new WorkRow(key, dueAt, row.hints(), row.fence(), row.tries()));
  }

  /** A transaction in memory is lost as a whole or not at all: the mark is there. */
  boolean scheduleDelivered(OrderRow delivered, @Nullable Instant dueAt, Instant now) {
    change(
        new WorkKey(WorkKey.Kind.ORDER, delivered.orderId()),
        row -> {
          boolean hinted = isDue(row, now) && !delivered.updatedAt().equals(row.dueAt());
          Instant next = hinted ? row.dueAt() : dueAt;
          return new WorkRow(row.key(), next, row.hints(), row.fence(), row.tries());
        });
    return true;
  }

  void hint(WorkKey key, Instant now) {
    change(key, row -> new WorkRow(key, now, row.hints() + 1, row.fence(), 0));
  }

  private void change(WorkKey key, UnaryOperator<WorkRow> change) {
    work.computeIfPresent(
        key, (k, leased) -> new Leased(change.apply(leased.row()), leased.until()));
  }

  List<WorkRow> due(int max, Instant now) {
    return work.values().stream()
        .filter(leased -> isDue(leased.row(), now) && !leased.until().isAfter(now))
        .map(Leased::row)
        .sorted(Comparator.comparing(row -> Objects.requireNonNull(row.dueAt())))
        .limit(max)
        .toList();
  }

  private static boolean isDue(WorkRow row, Instant now) {
    return row.dueAt() != null && !row.dueAt().isAfter(now);
  }

  Optional<WorkRow> find(WorkKey key) {
    return Optional.ofNullable(work.get(key)).map(Leased::row);
  }

  boolean lease(WorkRow row, Duration lease, Instant now) {
    Leased known = work.get(row.key());
    if (known == null || known.row().fence() != row.fence() || known.until().isAfter(now)) {
      return false;
    }
    WorkRow before = known.row();
    WorkRow leased =
        new WorkRow(
            before.key(), before.dueAt(), before.hints(), before.fence() + 1, before.tries());
    work.put(row.key(), new Leased(leased, now.plus(lease)));
    return true;
  }

  boolean release(WorkRow leased, @Nullable Instant dueAt, int tries) {
    Leased known = work.get(leased.key());
    if (known == null || known.row().fence() != leased.fence()) {
      return false;
    }
    WorkRow row = known.row();
    boolean hinted = row.hints() != leased.hints();
    WorkRow released =
        new WorkRow(
            row.key(), hinted ? row.dueAt() : dueAt, row.hints(), row.fence(), hinted ? 0 : tries);
    work.put(leased.key(), new Leased(released, Instant.EPOCH));
    return true;
  }

  List<WorkRow> failing(int minTries, int max) {
    return work.values().stream()
        .map(Leased::row)
        .filter(row -> row.dueAt() != null && row.tries() >= minTries)
        .sorted(Comparator.comparing(row -> Objects.requireNonNull(row.dueAt())))
        .limit(max)
        .toList();
  }

  WorkCounts counts(Instant now) {
    List<Instant> due =
        work.values().stream()
            .map(Leased::row)
            .filter(row -> isDue(row, now))
            .map(row -> Objects.requireNonNull(row.dueAt()))
            .sorted()
            .toList();
    return new WorkCounts(due.size(), due.isEmpty() ? null : due.get(0));
  }

  void delete(WorkKey key) {
    work.remove(key);
  }
}
