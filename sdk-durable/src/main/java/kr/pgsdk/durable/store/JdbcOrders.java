package kr.pgsdk.durable.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kr.pgsdk.durable.store.StoreException.Kind;

/** The orders of a shop, within a transaction. */
final class JdbcOrders {
  private final JdbcTable orders;

  JdbcOrders(JdbcTable orders) {
    this.orders = orders;
  }

  String tableName() {
    return orders.name();
  }

  void insert(OrderRow order) {
    orders.insertIfAbsent(JdbcRows.values(order));
  }

  Optional<OrderRow> find(String orderId) {
    return orders.find(JdbcRows::order, orderId);
  }

  /** Locks an order and reads it; {@code reader} gets the clock too. */
  Optional<OrderRow> lock(String orderId, Sql.Reader<OrderRow> reader) {
    return busyIfLocked(orderId, () -> orders.lock(reader, orderId));
  }

  /** As {@link #lock}, and waits for 2 s only. */
  Optional<OrderRow> lockSoon(String orderId, Sql.Reader<OrderRow> reader) {
    return busyIfLocked(orderId, () -> orders.lockSoon(reader, orderId));
  }

  /** Waiting again would take as long again: a handler may hold the row for minutes. */
  private static <T> T busyIfLocked(String orderId, Supplier<T> locking) {
    try {
      return locking.get();
    } catch (StoreException e) {
      if (e.getCause() instanceof SQLException cause && SqlErrors.isTimeout(cause)) {
        throw new StoreException(
            Kind.BUSY, "order " + orderId + " is locked: its handler may be at work on it", e);
      }
      throw e;
    }
  }

  void update(OrderRow order) {
    orders.update(JdbcRows.values(order));
  }

  void delete(String orderId) {
    orders.delete(orderId);
  }

  List<OrderRow> endedBefore(Instant before, int max, String refunds) {
    return orders.list(
        "updated_at<? and state in ('PAID','CLOSED') and delivered_version=version"
            + " and not exists (select 1 from "
            + refunds
            + " r where r.shop=? and r.order_id="
            + orders.name()
            + ".order_id and (r.alarm is not null or"
            + " r.state in ('NEW','IN_FLIGHT','UNKNOWN','PENDING')))"
            + " order by updated_at limit "
            + max,
        JdbcRows::order,
        before,
        orders.shop());
  }

  List<OrderRow> capturing(Instant takenBefore, int max) {
    return orders.list(
        "slot_since<? and slot_payment is not null and state in "
            + Sql.words(OrderRow.State.class)
            + " order by slot_since limit "
            + max,
        JdbcRows::order,
        takenBefore);
  }

  WorkCounts captureCounts(Instant takenBefore) {
    return orders
        .select(
            "count(*) as due, min(slot_since) as oldest",
            "slot_payment is not null and slot_since<?",
            row -> new WorkCounts(row.getLong("due"), Sql.time(row, "oldest")),
            takenBefore)
        .get(0);
  }

  List<OrderRow> failing(int minFailures, int max) {
    return orders.list(
        "handler_failures>=? and state in "
            + Sql.words(OrderRow.State.class)
            + " order by updated_at limit "
            + max,
        JdbcRows::order,
        minFailures);
  }
}
