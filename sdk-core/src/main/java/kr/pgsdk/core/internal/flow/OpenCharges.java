package kr.pgsdk.core.internal.flow;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import kr.pgsdk.core.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * The charges whose outcome this gateway object doesn't know yet, and those it knows, by their
 * order; the orders that an answer has called captured; and whose turn it is to charge an order.
 * Remembers the newest 10,000 of each. Thread-safe.
 */
final class OpenCharges {
  private static final int CAPACITY = 10_000;

  /** One call at a time charges an order. */
  final OrderTurns turns = new OrderTurns();

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<OrderId, Sent> doubts = new LinkedHashMap<>();
  private final Map<OrderId, Sent> decided = new LinkedHashMap<>();
  private final Set<OrderId> captured = new LinkedHashSet<>();

  /**
   * A charge that was sent.
   *
   * @param key by what the gateway recognises a repetition
   * @param mark what tells it from another of the same order
   */
  record Sent(@Nullable String key, String mark) {}

  /** Returns the charge of this order that is in doubt; null if none is. */
  @Nullable Sent inDoubt(OrderId order) {
    lock.lock();
    try {
      return doubts.get(order);
    } finally {
      lock.unlock();
    }
  }

  /** Notes that a charge is about to be sent; one of the order that is in doubt stays. */
  void begin(OrderId order, Sent sent) {
    lock.lock();
    try {
      doubts.putIfAbsent(order, sent);
      forgetOldest(doubts.keySet());
    } finally {
      lock.unlock();
    }
  }

  /** Notes that nothing came of the charge of this order. */
  void end(OrderId order) {
    lock.lock();
    try {
      doubts.remove(order);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Notes that an order is charged or declined: a lookup that is behind doesn't show it yet.
   *
   * @param sent by what this object sent it, if it did; else any
   */
  void decide(OrderId order, Sent sent) {
    lock.lock();
    try {
      Sent doubted = doubts.remove(order);
      decided.putIfAbsent(order, doubted != null ? doubted : sent);
      forgetOldest(decided.keySet());
    } finally {
      lock.unlock();
    }
  }

  /** Returns how an order was charged or declined; null if this object doesn't know that it was. */
  @Nullable Sent decided(OrderId order) {
    lock.lock();
    try {
      return decided.get(order);
    } finally {
      lock.unlock();
    }
  }

  /** Notes that an answer has said of this order that it is captured, or was. */
  void capture(OrderId order) {
    lock.lock();
    try {
      captured.add(order);
      forgetOldest(captured);
    } finally {
      lock.unlock();
    }
  }

  /** Whether an answer has said so. */
  boolean isCaptured(OrderId order) {
    lock.lock();
    try {
      return captured.contains(order);
    } finally {
      lock.unlock();
    }
  }

  private static void forgetOldest(Collection<OrderId> orders) {
    if (orders.size() > CAPACITY) {
      orders.remove(orders.iterator().next());
    }
  }
}
