package kr.pgsdk.durable.store;

import java.time.Instant;

/**
 * A page of an account's rows in a time, ordered by their moment and then by their id.
 *
 * @param from the first moment
 * @param afterId of the first moment, only rows with a greater id; empty for all
 * @param until the moment after the last
 * @param max how many rows at most
 */
public record TimeSlice(String account, Instant from, String afterId, Instant until, int max) {
  /** Returns the next page, behind the last row of this one. */
  public TimeSlice after(Instant moment, String id) {
    return new TimeSlice(account, moment, id, until, max);
  }

  /** Whether a row belongs to it or to a page behind it. */
  boolean has(Instant moment, String id) {
    return moment.isBefore(until)
        && (moment.isAfter(from) || (moment.equals(from) && id.compareTo(afterId) > 0));
  }
}
