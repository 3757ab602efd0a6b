package kr.pgsdk.durable;

/**
 * What a run of {@code resume} did.
 *
 * @param orders looked at or delivered
 * @param refunds sent or looked at
 * @param failed pieces of work that couldn't be finished now, and are due again later
 */
public record Resumed(int orders, int refunds, int failed) {}
