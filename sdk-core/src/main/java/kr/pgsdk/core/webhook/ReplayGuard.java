package kr.pgsdk.core.webhook;

import java.util.Optional;

/**
 * Lets one at a time work on a subject, and remembers what of it has been handled. Thread-safe.
 *
 * <p>{@link #inMemory()} serves one process, and forgets: at a restart everything, and beyond its
 * capacity what it handled longest ago. Orders that hold or held money have a capacity of their
 * own, so that no number of failed tries or other events takes their place; only more such orders
 * do. What was forgotten is handed on once more, so what a shop does must bear that, as it must
 * when a process dies between the work and {@link Turn#complete}.
 *
 * <p>With several processes, implement this over the shop's database: one row a subject with the
 * columns {@code state}, {@code owner} and {@code leased_until}. {@link #take} inserts the row if
 * it is missing and sets owner and lease where there is no owner or the lease is over; {@link
 * Turn#complete} sets the state and clears the owner, {@link Turn#close} clears the owner, both
 * only where the owner is still this turn's. Every turn has an owner of its own, such as a new
 * UUID; the state is read after the update that took the row.
 *
 * <p>{@link Turn#complete} is called when the shop's work has returned. If the shop has committed
 * by then, a process that dies in between does the work again. It is done once only if the caller
 * opens a transaction around the whole of {@code receive}, {@code settle} or {@code look}; the
 * shop's changes, complete and close happen in it; take commits on a connection of its own, so that
 * others see the lease; and the sender is answered after the commit. After a rollback the lease
 * runs out by itself. What isn't in that database, such as a mail, can still happen twice.
 */
public interface ReplayGuard {
  /**
   * How many orders with money {@link #inMemory()} remembers, and how many other subjects: about 25
   * MB for each of the two, if every order has one payment.
   */
  int DEFAULT_CAPACITY = 100_000;

  /** Returns a guard for one process that remembers {@link #DEFAULT_CAPACITY} of each kind. */
  static ReplayGuard inMemory() {
    return inMemory(DEFAULT_CAPACITY);
  }

  /**
   * Returns a guard for one process.
   *
   * @param capacity how many orders that hold or held money it remembers, and how many other
   *     subjects; those being worked on don't count
   * @throws IllegalArgumentException if it is less than 1
   */
  static ReplayGuard inMemory(int capacity) {
    return new MemoryReplayGuard(capacity);
  }

  /**
   * Takes the turn for a subject. While another has it this waits, a few seconds at most: the
   * gateway waits for the answer (Toss 10 s).
   *
   * @param subject at most 300 characters
   * @return empty if another still has it, or the thread was interrupted (the flag is kept)
   */
  Optional<Turn> take(String subject);

  /**
   * Does {@code work} unless it was done for this subject before: for an event that has no order
   * among others, such as a Toss webhook that names no payment, by its {@code deliveryId()}. If the
   * work throws, nothing is remembered, and the event can come in again.
   *
   * <p>Anyone can send an unsigned event, and so fill a guard: give these one of their own.
   *
   * @return {@code HANDLED}, {@code REPEATED} or {@code BUSY}
   */
  default Reception once(String subject, Runnable work) {
    try (Turn turn = take(subject).orElse(null)) {
      if (turn == null) {
        return Reception.BUSY;
      }
      if (turn.handled().isPresent()) {
        return Reception.REPEATED;
      }
      work.run();
      turn.complete("done");
      return Reception.HANDLED;
    }
  }

  /** The right to work on a subject. For one thread; close it. */
  interface Turn extends AutoCloseable {
    /** What {@link #complete} was given last for this subject; empty if nothing is remembered. */
    Optional<String> handled();

    /**
     * Remembers that the work is done, and ends the turn.
     *
     * @param state what to remember: a few hundred characters as a rule, about 100 to 250 for each
     *     payment of the order that holds or held money, and at most 2,000 for all others. Never
     *     cut it short: what is cut off is handed on again
     * @throws IllegalStateException if the turn is over: another may have done the work as well, so
     *     undo it if you can
     */
    void complete(String state);

    /**
     * Ends the turn; without {@link #complete} nothing new is remembered, and it can be retried.
     */
    @Override
    void close();
  }
}
