package kr.pgsdk.durable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;

/**
 * What the shop's operator does, by a page, a job or a console: sees what waits for a person and
 * ends it, compares the store with the gateway's list, measures, and deletes. Moves no money. Comes
 * from {@link DurablePayments#operator}. Thread-safe.
 */
public final class ShopOperator {
  private final Parts parts;
  private final Runnable wake;

  ShopOperator(Parts parts, Runnable wake) {
    this.parts = parts;
    this.wake = wake;
  }

  /**
   * What waits for a person, with the reason.
   *
   * @param max how many at most; one or more
   */
  public List<Attention> attention(int max) {
    if (max < 1) {
      throw new IllegalArgumentException("max must be at least 1: " + max);
    }
    return parts.views.attention(max);
  }

  /** What is due, and how many refunds stand where. */
  public Stats stats() {
    return parts.views.stats();
  }

  /**
   * Ends a refund in doubt by what a person found in the gateway's console, or takes one off the
   * list that was refused, given up, or is contradicted by the gateway; as {@link
   * Resolution#NOT_DONE} also one that hasn't been sent, and then isn't. It is recorded. Saying the
   * same again changes nothing and is logged. Proof of the gateway's that comes later wins over a
   * person: it is recorded, and the refund is on the list again. Moves no money.
   *
   * @param by who, in 1 to 60 characters
   * @throws IllegalArgumentException if there is no such refund
   * @throws IllegalStateException if it needs no person, may still be executed, or the gateway
   *     shows the opposite; also inside a transaction
   */
  public void resolve(String refundId, Resolution resolution, String by, String note) {
    parts.requireNoTransaction();
    Objects.requireNonNull(refundId, "refundId");
    Objects.requireNonNull(resolution, "resolution");
    Ids.person(by);
    Ids.note(note);
    parts.decisions.resolve(refundId, resolution, by, note);
  }

  /**
   * Takes money that was captured twice, too late, or of a wrong amount off the list of what waits
   * for a person: the shop keeps it, or has given it back outside the gateway. It is recorded.
   * Saying it again changes nothing. Moves no money.
   *
   * @param by who, in 1 to 60 characters
   * @throws IllegalStateException if the payment holds no misplaced money, if a refund that may be
   *     of it hasn't ended, or inside a transaction
   */
  public void keep(OrderId orderId, PaymentId paymentId, String by, String note) {
    parts.requireNoTransaction();
    Ids.person(by);
    Ids.note(note);
    parts.decisions.keep(orderId, paymentId, by, note);
  }

  /**
   * Says that an account's credentials are a new key of the same merchant. Until then nothing is
   * sent for the account, and {@link #attention} lists it: the database could be a copy of another
   * shop's, or of the live one beside test keys. It is logged.
   *
   * @param by who, in 1 to 60 characters
   * @throws IllegalArgumentException if no account has this name
   * @throws IllegalStateException if the gateway doesn't tell its credentials apart, or inside a
   *     transaction
   */
  public void adopt(String account, String by) {
    parts.requireNoTransaction();
    Ids.person(by);
    parts.fingerprints.adopt(parts.accounts.named(account), by);
    wake.run();
  }

  /**
   * Compares what an account's gateway lists of one day in Korea with the store: captures, amounts,
   * refunds and status. What differs is looked up first, so that the store learns what it has
   * missed; what differs still is in the stream, and its order is looked at again by {@code
   * resume}. Nothing else is changed, no money moves, and the handler isn't called.
   *
   * <p>The list is read as the stream is; nothing is sent before, and no connection is held during
   * a call. Close the stream, with try-with-resources; one that is read to its end closes itself.
   * It is sequential, and for one thread. Which payments were listed is kept in memory, some 200
   * bytes each. Reading it throws what {@link kr.pgsdk.core.TransactionList#on} throws, or a {@code
   * StoreException}, and then the report isn't whole.
   *
   * <p>A gateway may list a movement late: read a day after it has ended, and again on the next two
   * days.
   *
   * @param account its name; it was added with its list
   * @param seoulDay the day in {@code Asia/Seoul}
   * @throws IllegalStateException inside a transaction, if the account has no list, or if its
   *     stored payments were made with other credentials
   * @throws IllegalArgumentException if the day hasn't begun by the database's clock
   */
  public Stream<Discrepancy> reconcile(String account, LocalDate seoulDay) {
    parts.requireNoTransaction();
    Ids.time(Reconciler.startOf(seoulDay));
    return parts.reconciler.reconcile(account, seoulDay);
  }

  /**
   * Deletes orders that ended before, are told, and have no open refund, and the marks of {@link
   * DurablePayments#once} that are older, the oldest first; call it again until it returns 0. An
   * event whose mark is gone counts as new.
   *
   * @return how many
   */
  public int purge(Instant before) {
    parts.requireNoTransaction();
    return parts.retention.purge(Ids.time(before));
  }

  /**
   * Deletes all that is stored of one order, whose buyer asked for it.
   *
   * @throws IllegalStateException if it hasn't ended
   */
  public void erase(OrderId orderId) {
    parts.requireNoTransaction();
    parts.retention.erase(orderId);
  }
}
