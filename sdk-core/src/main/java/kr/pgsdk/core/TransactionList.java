package kr.pgsdk.core;

import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * A gateway's own list of what moved, for comparing it with the shop's records. Moves no money.
 * Thread-safe.
 */
@FunctionalInterface
public interface TransactionList {
  /**
   * Returns the captures and cancels of one day in Korea, in no promised order.
   *
   * <p>Pages are fetched as they are read, each with a deadline of its own; nothing is sent before.
   * Close the stream, with try-with-resources; one that is read to its end closes itself. It is
   * sequential, and for one thread. Reading it throws what a lookup throws, and then the list isn't
   * whole.
   *
   * <p>A gateway may list a movement late, and a payment that changes while its page is fetched may
   * be missing: read a day after it has ended, and once more some days later.
   *
   * @param seoulDay the day in {@code Asia/Seoul}
   */
  Stream<Transaction> on(LocalDate seoulDay);
}
