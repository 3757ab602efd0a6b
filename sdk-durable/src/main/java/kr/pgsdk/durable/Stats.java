package kr.pgsdk.durable;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import kr.pgsdk.durable.store.RefundCount;
import kr.pgsdk.durable.store.RefundRow;

/**
 * The numbers that an operator watches.
 *
 * @param due pieces of work that are due now
 * @param oldestDue since when the oldest is
 * @param capturesInDoubt orders of which it isn't known whether a payment was captured
 * @param oldestCaptureInDoubt since when the oldest is in doubt
 * @param refunds how many refunds are in each state, and the oldest of each
 */
public record Stats(
    long due,
    Optional<Instant> oldestDue,
    long capturesInDoubt,
    Optional<Instant> oldestCaptureInDoubt,
    Map<RefundRow.State, RefundCount> refunds) {}
