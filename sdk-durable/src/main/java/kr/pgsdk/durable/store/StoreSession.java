package kr.pgsdk.durable.store;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One transaction over the tables of one shop. Ids are compared byte for byte. Rows are read and
 * written by their primary key, but for the lists, which lock nothing.
 */
public interface StoreSession {
  /** The connection of the transaction. */
  Connection connection();

  /** The database's clock. */
  Instant now();

  /** Inserts an order, unless it is there. */
  void insertOrder(OrderRow order);

  /**
   * Reads an order and locks it until the transaction ends.
   *
   * @throws StoreException of kind BUSY if another transaction has had it for 5 s
   */
  Optional<OrderRow> lockOrder(String orderId);

  /**
   * As {@link #lockOrder}, for whom nobody waits long: a buyer, or a server that finds another at
   * the same work.
   *
   * @throws StoreException of kind BUSY if another transaction has had it for 2 s
   */
  Optional<OrderRow> lockOrderSoon(String orderId);

  /** Reads an order without a lock. */
  Optional<OrderRow> order(String orderId);

  /** Writes an order that this transaction has locked. */
  void updateOrder(OrderRow order);

  /** Deletes an order with all that belongs to it. */
  void deleteOrder(String orderId);

  /**
   * Orders that have ended (paid or closed), are delivered and have no open refund and none with an
   * alarm, and were last changed before; at most {@code max}, the oldest first.
   */
  List<OrderRow> endedBefore(Instant before, int max);

  /** Orders whose capture slot was taken before, and is still held; the oldest first. */
  List<OrderRow> capturing(Instant takenBefore, int max);

  /** Counts them, and says since when the oldest slot is held. */
  WorkCounts captureCounts(Instant takenBefore);

  /** Orders that wait for a person because their handler keeps failing. */
  List<OrderRow> failing(int minFailures, int max);

  /** All payments of an order, those that changed longest ago first. */
  List<PaymentRow> payments(String orderId);

  /** Payments that hold money, don't pay their order, and aren't kept by a person's decision. */
  List<PaymentRow> misplaced(int max);

  /** Payments whose deposit their order awaits, those that are due first at their head. */
  List<PaymentRow> awaitingDeposit(int max);

  /** Payments that were paid in a time; ids are those of the payments. */
  List<PaymentRow> paid(TimeSlice slice);

  /** One payment. */
  Optional<PaymentRow> payment(PaymentKey key);

  /** Inserts a payment or replaces it. */
  void savePayment(PaymentRow payment);

  /** The cancels of a payment that were seen so far. */
  List<CancelRow> cancels(PaymentKey key);

  /** Inserts a cancel, or replaces its state; who claimed it stays. */
  void saveCancel(CancelRow cancel);

  /** Forgets a cancel that the gateway shows as another one by now. */
  void deleteCancel(CancelRow cancel);

  /**
   * Claims a cancel for a refund.
   *
   * @return false if it is another refund's
   * @throws StoreException of kind DUPLICATE if the refund has another cancel already
   */
  boolean claimCancel(CancelRow cancel, String refundId);

  /** Inserts a refund, unless there is one with its id. */
  void insertRefund(RefundRow refund);

  /** Reads a refund without a lock. */
  Optional<RefundRow> refund(String refundId);

  /** Reads a refund and locks it until the transaction ends. */
  Optional<RefundRow> lockRefund(String refundId);

  /**
   * Writes a refund that this transaction has locked.
   *
   * @throws StoreException of kind DUPLICATE if another refund of the payment is in flight
   */
  void updateRefund(RefundRow refund);

  /** All refunds of an order. */
  List<RefundRow> refunds(String orderId);

  /** Refunds in these states, the oldest first. */
  List<RefundRow> refundsIn(List<RefundRow.State> states, int max);

  /** Refunds with an alarm, the oldest first. */
  List<RefundRow> alarmedRefunds(int max);

  /** Refunds of money that were done in a time; ids are those of the refunds. */
  List<RefundRow> refunded(TimeSlice slice);

  /** Inserts a piece of work, unless it is there. */
  void insertWork(WorkKey key, @Nullable Instant dueAt);

  /**
   * Makes a piece of work due at a time; null for idle. While a hint waits for its look, it is only
   * made due sooner.
   */
  void schedule(WorkKey key, @Nullable Instant dueAt);

  /**
   * Makes an order's work due at a time, null for idle, if the order is marked as delivered up to
   * its version: a handler that swallowed a failure may have lost the whole transaction. What is
   * due since another moment than the order's last change, such as a hint, stays due.
   *
   * @return false if the mark is gone
   */
  boolean scheduleDelivered(OrderRow delivered, @Nullable Instant dueAt);

  /**
   * Makes a piece of work due now, counts the hint, and remembers the payment it names. One
   * statement, which waits for no order's lock.
   *
   * @param named null if it names none
   * @return false if there is no such work
   */
  boolean hint(WorkKey key, @Nullable PaymentKey named);

  /** As {@link #hint(WorkKey, PaymentKey)}, and names no payment. */
  default boolean hint(WorkKey key) {
    return hint(key, null);
  }

  /** What is due and not leased, the longest due first. */
  List<WorkRow> due(int max);

  /** Reads a piece of work. */
  Optional<WorkRow> work(WorkKey key);

  /**
   * Leases a piece of work that nobody has leased since it was read. The leased row's fence is one
   * higher than the one that was read.
   */
  boolean lease(WorkRow work, Duration lease, String owner);

  /**
   * Ends a lease and says when the work is due next; null for idle. A hint that came meanwhile
   * leaves it due, as if it had not been worked on.
   *
   * @param leased as it was read, its fence that of the lease
   * @param looked whether what was hinted has been looked into; else it waits for the next look
   * @return false if the lease was lost: another server has it, and nothing was changed
   */
  boolean release(WorkRow leased, @Nullable Instant dueAt, int tries, boolean looked);

  /** Work that has failed so often in a row, the next due first. */
  List<WorkRow> failingWork(int minTries, int max);

  /** Counts what is due, leased or not, and says since when the oldest is. */
  WorkCounts workCounts();

  /** Counts refunds by state. */
  Map<RefundRow.State, RefundCount> refundCounts();

  /** Adds a line to the history of an order, which keeps its last 200. */
  void addEvent(EventRow event);

  /** The history of an order, the oldest line first; at most 200. */
  List<EventRow> events(String orderId);

  /**
   * Notes an event that has no order.
   *
   * @throws StoreException of kind DUPLICATE if it was noted before
   */
  void addSeen(String eventId);

  /**
   * Forgets events that were noted before, at most {@code max}.
   *
   * @return how many
   */
  int deleteSeen(Instant before, int max);

  /** Whether an event is noted. */
  boolean isSeen(String eventId);

  /** The fingerprint of an account's credentials. */
  Optional<String> fingerprint(String account);

  /** Inserts it, unless the account has one. */
  void insertFingerprint(String account, String fingerprint);

  /** Inserts or replaces it. */
  void saveFingerprint(String account, String fingerprint);

  /** A stored token. */
  Optional<TokenRow> token(String account);

  /** Inserts or replaces it. */
  void saveToken(TokenRow token);
}
