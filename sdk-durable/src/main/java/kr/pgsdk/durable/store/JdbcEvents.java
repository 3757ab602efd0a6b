package kr.pgsdk.durable.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The history of a shop's orders, and the events that have no order, within a transaction. */
final class JdbcEvents {
  private static final int LONGEST_HISTORY = 200;

  private final JdbcTable events;
  private final JdbcTable seen;

  JdbcEvents(JdbcTable events, JdbcTable seen) {
    this.events = events;
    this.seen = seen;
  }

  /**
   * Adds a line. The database numbers the lines as they come: a clock's times may be equal, and may
   * go back.
   *
   * @param few whether the order surely has few lines, so that none is to be dropped
   */
  void add(EventRow event, boolean few) {
    if (!few) {
      dropOldest(event.orderId());
    }
    events.insert(
        JdbcRows.list(event.orderId(), event.at(), event.what(), event.actor(), event.detail()));
  }

  /** One by its key after the other: a range would lock its gaps too. */
  private void dropOldest(String orderId) {
    events
        .list(
            "order_id=? order by line desc limit 100 offset " + (LONGEST_HISTORY - 1),
            row -> row.getLong("line"),
            orderId)
        .forEach(line -> events.deleteAll("order_id=? and line=?", orderId, line));
  }

  List<EventRow> ofOrder(String orderId) {
    List<EventRow> newest =
        events.list(
            "order_id=? order by line desc limit " + LONGEST_HISTORY, JdbcRows::event, orderId);
    List<EventRow> oldestFirst = new ArrayList<>(newest);
    Collections.reverse(oldestFirst);
    return oldestFirst;
  }

  void deleteOfOrder(String orderId) {
    events.deleteAll("order_id=?", orderId);
  }

  void addSeen(String eventId, Instant now) {
    seen.insert(JdbcRows.list(eventId, now));
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
