package kr.pgsdk.durable.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.pgsdk.durable.store.StoreException.Kind;

/** The history of a store's orders in memory, and the events that have no order. */
final class MemoryEvents {
  private static final int LONGEST_HISTORY = 200;

  private final List<EventRow> events;
  private final Map<String, Instant> seen;

  MemoryEvents() {
    this.events = new ArrayList<>();
    this.seen = new HashMap<>();
  }

  MemoryEvents(MemoryEvents other) {
    this.events = new ArrayList<>(other.events);
    this.seen = new HashMap<>(other.seen);
  }

  void add(EventRow event) {
    events.add(event);
    List<EventRow> all = events.stream().filter(e -> e.orderId().equals(event.orderId())).toList();
    if (all.size() > LONGEST_HISTORY) {
      events.remove(all.get(0));
    }
  }

  List<EventRow> ofOrder(String orderId) {
    return events.stream().filter(event -> event.orderId().equals(orderId)).toList();
  }

  void deleteOfOrder(String orderId) {
    events.removeIf(event -> event.orderId().equals(orderId));
  }

  void addSeen(String eventId, Instant now) {
    if (seen.putIfAbsent(eventId, now) != null) {
      throw new StoreException(Kind.DUPLICATE, "the event was noted before", null);
    }
  }

  boolean isSeen(String eventId) {
    return seen.containsKey(eventId);
  }

  int deleteSeen(Instant before, int max) {
    List<String> old =
        seen.entrySet().stream()
            .filter(event -> event.getValue().isBefore(before))
            .sorted(Map.Entry.comparingByValue())
            .limit(max)
            .map(Map.Entry::getKey)
            .toList();
    old.forEach(seen::remove);
    return old.size();
  }
}
