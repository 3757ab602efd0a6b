package kr.pgsdk.durable.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work and its lease.
 *
 * @param dueAt when to take it up; null for idle
 * @param hints counts the reasons to look: one that comes during the work keeps it due
 * @param hinted whether a hint came since the last look
 * @param named the payments that hints have named since then
 * @param fence counts the leases: an old holder is recognised by it
 */
public record WorkRow(
    WorkKey key,
    @Nullable Instant dueAt,
    long hints,
    boolean hinted,
    List<PaymentKey> named,
    long fence,
    int tries) {
  /** Work that nobody has given a hint about. */
  public WorkRow(WorkKey key, @Nullable Instant dueAt) {
    this(key, dueAt, 0, false, List.of(), 0, 0);
  }

  /** Copies the list. */
  public WorkRow {
    named = List.copyOf(named);
  }

  /** Returns this as the server that has leased it holds it. */
  public WorkRow leased() {
    return new WorkRow(key, dueAt, hints, hinted, named, fence + 1, tries);
  }
}
