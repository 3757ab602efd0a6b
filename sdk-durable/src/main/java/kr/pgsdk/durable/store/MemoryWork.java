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
import java.util.stream.Collectors;
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
    work.putIfAbsent(key, new Leased(new WorkRow(key, dueAt), Instant.EPOCH));
  }

  void schedule(WorkKey key, @Nullable Instant dueAt) {
    change(key, row -> isKept(row, dueAt) ? row : due(row, dueAt));
  }

  /** A hint that waits for its look isn't put off. */
  private static boolean isKept(WorkRow row, @Nullable Instant dueAt) {
    return row.hinted() && row.dueAt() != null && (dueAt == null || !row.dueAt().isAfter(dueAt));
  }

  private static WorkRow due(WorkRow row, @Nullable Instant dueAt) {
    return new WorkRow(
        row.key(), dueAt, row.hints(), row.hinted(), row.named(), row.fence(), row.tries());
  }

  /** A transaction in memory is lost as a whole or not at all: the mark is there. */
  boolean scheduleDelivered(OrderRow delivered, @Nullable Instant dueAt, Instant now) {
    change(
        new WorkKey(WorkKey.Kind.ORDER, delivered.orderId()),
        row -> {
          boolean other = isDue(row, now) && !delivered.updatedAt().equals(row.dueAt());
          return other || isKept(row, dueAt) ? row : due(row, dueAt);
        });
    return true;
  }

  boolean hint(WorkKey key, @Nullable PaymentKey payment, Instant now) {
    change(
        key,
        row -> {
          String before = row.named().stream().map(Named::text).collect(Collectors.joining());
          List<PaymentKey> named = Named.keys(Named.with(before, payment));
          return new WorkRow(key, now, row.hints() + 1, true, named, row.fence(), 0);
        });
    return work.containsKey(key);
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
    work.put(row.key(), new Leased(known.row().leased(), now.plus(lease)));
    return true;
  }

  boolean release(WorkRow leased, @Nullable Instant dueAt, int tries, boolean looked) {
    Leased known = work.get(leased.key());
    if (known == null || known.row().fence() != leased.fence()) {
      return false;
    }
    WorkRow row = known.row();
    boolean later = row.hints() != leased.hints();
    boolean hinted = row.hinted() && (later || !looked);
    WorkRow released =
        new WorkRow(
            row.key(),
            later ? row.dueAt() : dueAt,
            row.hints(),
            hinted,
            hinted ? row.named() : List.of(),
            row.fence(),
            later ? 0 : tries);
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
