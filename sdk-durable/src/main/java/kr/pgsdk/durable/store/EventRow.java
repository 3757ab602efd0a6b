package kr.pgsdk.durable.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order's history.
 *
 * @param what a closed word such as {@code CAPTURE_STARTED}
 * @param actor who did it, if a person
 * @param detail ids and reasons; never a payload
 */
public record EventRow(
    String orderId, Instant at, String what, @Nullable String actor, @Nullable String detail) {}
