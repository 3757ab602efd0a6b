package kr.pgsdk.core;

import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * A gateway's own list of captures and cancels, to compare it with the shop's records. Moves no
 * money. Thread-safe.
 */
@FunctionalInterface
public interface TransactionList {
  /**
   * Returns the captures and cancels of one day in Korea, in no promised order.
   *
   * <p>The SDK fetches each page when you read it, with a deadline for each page; before that it
   * sends nothing. Close the stream, with try-with-resources; a stream that is read to its end
   * closes itself. The stream is sequential, and for one thread. Reading it throws the exceptions
   * of a lookup; then the list isn't complete.
   *
   * <p>A gateway may list a capture or a cancel late, and a payment that changes while its page is
   * fetched may be missing: read a day after it has ended, and once more some days later.
   *
   * @param seoulDay the day in {@code Asia/Seoul}
   */
  Stream<Transaction> on(LocalDate seoulDay);
}
