package kr.pgsdk.durable.store;

import java.time.Instant;

/** How many refunds are in a state, and when the oldest was requested. */
public record RefundCount(long count, Instant oldest) {}
