package kr.pgsdk.durable.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** The history of a shop's orders, and the events that have no order, within a transaction. */
final class JdbcEvents {
  private static final int LONGEST_HISTORY = 200;

  private final JdbcTable events;
  private final JdbcTable seen;
  private int added;

  JdbcEvents(JdbcTable events, JdbcTable seen) {
    this.events = events;
    this.seen = seen;
  }

  /**
   * The lines of one transaction have one moment; their ids keep their order.
   *
   * @param few whether the order surely has few lines, so that none is to be dropped
   */
  void add(EventRow event, boolean few) {
    if (!few) {
      dropOldest(event.orderId());
    }
    events.insert(
        JdbcRows.list(
            events.shop(),
            event.orderId(),
            id(),
            event.at(),
            event.what(),
            event.actor(),
            event.detail()));
  }

  /** One by its key after the other: a range would lock its gaps too. */
  private void dropOldest(String orderId) {
    events
        .list(
            "order_id=? order by at desc, event_id desc limit 100 offset " + (LONGEST_HISTORY - 1),
            row -> row.getString("event_id"),
            orderId)
        .forEach(eventId -> events.delete(orderId, eventId));
  }

  private String id() {
    return String.format("%04d", added++) + UUID.randomUUID().toString().replace("-", "");
  }

  List<EventRow> ofOrder(String orderId) {
    List<EventRow> newest =
        events.list(
            "order_id=? order by at desc, event_id desc limit " + LONGEST_HISTORY,
            JdbcRows::event,
            orderId);
    List<EventRow> oldestFirst = new ArrayList<>(newest);
    Collections.reverse(oldestFirst);
    return oldestFirst;
  }

  void deleteOfOrder(String orderId) {
    events.deleteAll("order_id=?", orderId);
  }

  void addSeen(String eventId, Instant now) {
    seen.insert(JdbcRows.list(seen.shop(), eventId, now));
  }

  boolean isSeen(String eventId) {
    return seen.find(row -> true, eventId).isPresent();
  }

  /** One by its key after the other: a range would lock its gaps too. */
  int deleteSeen(Instant before, int max) {
    List<String> ids =
        seen.list("at<? order by at limit " + max, row -> row.getString("event_id"), before);
    return ids.stream().mapToInt(seen::delete).sum();
  }
}
