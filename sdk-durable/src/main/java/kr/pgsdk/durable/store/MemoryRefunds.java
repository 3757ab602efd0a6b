package kr.pgsdk.durable.store;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.pgsdk.durable.store.StoreException.Kind;

/** The refunds of a store in memory. */
final class MemoryRefunds {
  private final Map<String, RefundRow> refunds;

  MemoryRefunds() {
    this.refunds = new LinkedHashMap<>();
  }

  MemoryRefunds(MemoryRefunds other) {
    this.refunds = new LinkedHashMap<>(other.refunds);
  }

  void insert(RefundRow refund) {
    refunds.putIfAbsent(refund.refundId(), refund);
  }

  Optional<RefundRow> find(String refundId) {
    return Optional.ofNullable(refunds.get(refundId));
  }

  void update(RefundRow refund) {
    boolean taken =
        refund.slot() != null
            && refunds.values().stream()
                .anyMatch(
                    other ->
                        !other.refundId().equals(refund.refundId())
                            && refund.slot().equals(other.slot()));
    if (taken) {
      throw new StoreException(Kind.DUPLICATE, "another refund of the payment is in flight", null);
    }
    refunds.replace(refund.refundId(), refund);
  }

  List<RefundRow> ofOrder(String orderId) {
    return refunds.values().stream().filter(r -> r.orderId().equals(orderId)).toList();
  }

  List<RefundRow> in(List<RefundRow.State> states, int max) {
    return refunds.values().stream()
        .filter(refund -> states.contains(refund.state()))
        .limit(max)
        .toList();
  }

  List<RefundRow> alarmed(int max) {
    return refunds.values().stream().filter(refund -> refund.alarm() != null).limit(max).toList();
  }

  List<RefundRow> refunded(TimeSlice slice) {
    return refunds.values().stream()
        .filter(row -> row.state() == RefundRow.State.DONE && row.kind() == RefundRow.Kind.REFUND)
        .filter(row -> row.payment() != null && row.payment().account().equals(slice.account()))
        .filter(row -> row.endedAt() != null && slice.has(row.endedAt(), row.refundId()))
        .sorted(Comparator.comparing(RefundRow::endedAt).thenComparing(RefundRow::refundId))
        .limit(slice.max())
        .toList();
  }

  Map<RefundRow.State, RefundCount> counts() {
    Map<RefundRow.State, RefundCount> counts = new EnumMap<>(RefundRow.State.class);
    for (RefundRow refund : refunds.values()) {
      counts.merge(
          refund.state(),
          new RefundCount(1, refund.createdAt()),
          (a, b) ->
              new RefundCount(
                  a.count() + b.count(),
                  a.oldest().isBefore(b.oldest()) ? a.oldest() : b.oldest()));
    }
    return counts;
  }

  void deleteOfOrder(String orderId) {
    refunds.values().removeIf(refund -> refund.orderId().equals(orderId));
  }
}
