package kr.pgsdk.durable.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How much work is due, and since when the oldest is. */
public record WorkCounts(long due, @Nullable Instant oldest) {}
