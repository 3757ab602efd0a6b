package kr.pgsdk.durable.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work and its lease.
 *
 * @param dueAt when to take it up; null for idle
 * @param hints counts the reasons to look: one that comes during the work keeps it due
 * @param fence counts the leases: an old holder is recognised by it
 */
public record WorkRow(WorkKey key, @Nullable Instant dueAt, long hints, long fence, int tries) {}
