package kr.pgsdk.core.internal.flow;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import kr.pgsdk.core.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * The charges whose outcome this gateway object doesn't know yet, and those it knows, by their
 * order; the orders that a response has called captured; and whose turn it is to charge an order.
 * Remembers the newest 10,000 of each. Thread-safe.
 */
final class OpenCharges {
  /** One call at a time charges an order. */
  final OrderTurns turns = new OrderTurns();

  private final Guard guard = new Guard();
  private final Map<OrderId, Sent> doubts = new NewestMap<>();
  private final Map<OrderId, Sent> decided = new NewestMap<>();
  private final Set<OrderId> captured = Collections.newSetFromMap(new NewestMap<>());

  /**
   * A charge that was sent.
   *
   * @param key by what the gateway recognises a repetition
   * @param mark what tells it from another of the same order
   */
  record Sent(@Nullable String key, String mark) {}

  /** Returns the charge of this order that is in doubt; null if none is. */
  @Nullable Sent inDoubt(OrderId order) {
    return guard.find(() -> doubts.get(order));
  }

  /** Notes that a charge is about to be sent; one of the order that is in doubt stays. */
  void begin(OrderId order, Sent sent) {
    guard.run(() -> doubts.putIfAbsent(order, sent));
  }

  /** Notes that nothing came of the charge of this order. */
  void end(OrderId order) {
    guard.run(() -> doubts.remove(order));
  }

  /**
   * Notes that an order is charged or declined: a lookup that is behind doesn't show it yet.
   *
   * @param sent by what this object sent it, if it did; else any
   */
  void decide(OrderId order, Sent sent) {
    guard.run(
        () -> {
          Sent doubted = doubts.remove(order);
          decided.putIfAbsent(order, doubted != null ? doubted : sent);
        });
  }

  /** Returns how an order was charged or declined; null if this object doesn't know that it was. */
  @Nullable Sent decided(OrderId order) {
    return guard.find(() -> decided.get(order));
  }

  /** Notes that a response has said of this order that it is captured, or was. */
  void capture(OrderId order) {
    guard.run(() -> captured.add(order));
  }

  /** Whether a response has said so. */
  boolean isCaptured(OrderId order) {
    return guard.test(() -> captured.contains(order));
  }
}
