package kr.pgsdk.durable.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The orders of a store in memory. */
final class MemoryOrders {
  private final Map<String, OrderRow> orders;

  MemoryOrders() {
    this.orders = new LinkedHashMap<>();
  }

  MemoryOrders(MemoryOrders other) {
    this.orders = new LinkedHashMap<>(other.orders);
  }

  void insert(OrderRow order) {
    orders.putIfAbsent(order.orderId(), order);
  }

  Optional<OrderRow> find(String orderId) {
    return Optional.ofNullable(orders.get(orderId));
  }

  void update(OrderRow order) {
    orders.replace(order.orderId(), order);
  }

  void delete(String orderId) {
    orders.remove(orderId);
  }

  List<OrderRow> endedBefore(Instant before, int max, MemoryRefunds refunds) {
    return orders.values().stream()
        .filter(o -> o.state() == OrderRow.State.PAID || o.state() == OrderRow.State.CLOSED)
        .filter(o -> !o.isUndelivered() && o.updatedAt().isBefore(before))
        .filter(
            o ->
                refunds.ofOrder(o.orderId()).stream()
                    .allMatch(refund -> refund.state().isEnd() && refund.alarm() == null))
        .sorted(Comparator.comparing(OrderRow::updatedAt))
        .limit(max)
        .toList();
  }

  List<OrderRow> capturing(Instant takenBefore, int max) {
    return orders.values().stream()
        .filter(order -> order.slot() != null && slotSince(order).isBefore(takenBefore))
        .sorted(Comparator.comparing(MemoryOrders::slotSince))
        .limit(max)
        .toList();
  }

  WorkCounts captureCounts(Instant takenBefore) {
    List<OrderRow> overdue = capturing(takenBefore, Integer.MAX_VALUE);
    return new WorkCounts(overdue.size(), overdue.isEmpty() ? null : slotSince(overdue.get(0)));
  }

  private static Instant slotSince(OrderRow order) {
    return Objects.requireNonNull(order.slot()).since();
  }

  List<OrderRow> failing(int minFailures, int max) {
    return orders.values().stream()
        .filter(order -> order.delivered().failures() >= minFailures)
        .sorted(Comparator.comparing(OrderRow::updatedAt))
        .limit(max)
        .toList();
  }
}
