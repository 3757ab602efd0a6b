package kr.pgsdk.durable.store;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kr.pgsdk.durable.store.MemoryTables.CancelKey;
import kr.pgsdk.durable.store.MemoryTables.LeasedWork;
import kr.pgsdk.durable.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;

/** A transaction on a copy of the tables, which replaces them if it commits. */
final class MemorySession implements StoreSession {
  private static final int LONGEST_HISTORY = 200;

  private final MemoryTables tables;
  private final Instant now;

  MemorySession(MemoryTables tables, InstantSource clock) {
    this.tables = tables;
    this.now = Instant.ofEpochMilli(clock.millis());
  }

  MemoryTables tables() {
    return tables;
  }

  @Override
  public Connection connection() {
    throw new UnsupportedOperationException("a store in memory has no connection");
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public void insertOrder(OrderRow order) {
    tables.orders.putIfAbsent(order.orderId(), order);
  }

  @Override
  public Optional<OrderRow> lockOrder(String orderId) {
    return order(orderId);
  }

  @Override
  public Optional<OrderRow> order(String orderId) {
    return Optional.ofNullable(tables.orders.get(orderId));
  }

  @Override
  public void updateOrder(OrderRow order) {
    tables.orders.replace(order.orderId(), order);
  }

  @Override
  public void deleteOrder(String orderId) {
    for (PaymentRow payment : payments(orderId)) {
      cancels(payment.key()).forEach(cancel -> tables.cancels.remove(CancelKey.of(cancel)));
      tables.payments.remove(payment.key());
    }
    for (RefundRow refund : refunds(orderId)) {
      tables.work.remove(new WorkKey(WorkKey.Kind.REFUND, refund.refundId()));
      tables.refunds.remove(refund.refundId());
    }
    tables.events.removeIf(event -> event.orderId().equals(orderId));
    tables.work.remove(new WorkKey(WorkKey.Kind.ORDER, orderId));
    tables.work.remove(new WorkKey(WorkKey.Kind.EFFECTS, orderId));
    tables.orders.remove(orderId);
  }

  @Override
  public List<OrderRow> endedBefore(Instant before, int max) {
    return tables.orders.values().stream()
        .filter(o -> o.state() == OrderRow.State.PAID || o.state() == OrderRow.State.CLOSED)
        .filter(o -> !o.isUndelivered() && o.updatedAt().isBefore(before))
        .filter(o -> refunds(o.orderId()).stream().allMatch(r -> r.state().isEnd()))
        .sorted(Comparator.comparing(OrderRow::updatedAt))
        .limit(max)
        .toList();
  }

  @Override
  public List<OrderRow> failing(int minFailures, int max) {
    return tables.orders.values().stream()
        .filter(order -> order.delivered().failures() >= minFailures)
        .sorted(Comparator.comparing(OrderRow::updatedAt))
        .limit(max)
        .toList();
  }

  @Override
  public List<PaymentRow> payments(String orderId) {
    return tables.payments.values().stream()
        .filter(payment -> payment.orderId().equals(orderId))
        .toList();
  }

  @Override
  public List<PaymentRow> misplaced(int max) {
    return tables.payments.values().stream().filter(PaymentRow::isMisplaced).limit(max).toList();
  }

  @Override
  public List<PaymentRow> paid(TimeSlice slice) {
    return tables.payments.values().stream()
        .filter(row -> row.key().account().equals(slice.account()) && row.paidAt() != null)
        .filter(row -> slice.has(Objects.requireNonNull(row.paidAt()), row.key().paymentId()))
        .sorted(Comparator.comparing(PaymentRow::paidAt).thenComparing(r -> r.key().paymentId()))
        .limit(slice.max())
        .toList();
  }

  @Override
  public Optional<PaymentRow> payment(PaymentKey key) {
    return Optional.ofNullable(tables.payments.get(key));
  }

  @Override
  public void savePayment(PaymentRow payment) {
    tables.payments.put(payment.key(), payment);
  }

  @Override
  public List<CancelRow> cancels(PaymentKey key) {
    return tables.cancels.values().stream().filter(row -> row.payment().equals(key)).toList();
  }

  @Override
  public void saveCancel(CancelRow cancel) {
    CancelRow known = tables.cancels.get(CancelKey.of(cancel));
    String owner = known == null ? cancel.refundId() : known.refundId();
    tables.cancels.put(CancelKey.of(cancel), owned(cancel, owner));
  }

  private static CancelRow owned(CancelRow cancel, @Nullable String refundId) {
    return new CancelRow(
        cancel.payment(), cancel.rowKey(), cancel.amount(), cancel.state(), refundId);
  }

  @Override
  public boolean claimCancel(CancelRow cancel, String refundId) {
    CancelRow known = tables.cancels.get(CancelKey.of(cancel));
    if (known == null || (known.refundId() != null && !known.refundId().equals(refundId))) {
      return false;
    }
    boolean hasAnother =
        tables.cancels.values().stream()
            .anyMatch(row -> refundId.equals(row.refundId()) && !row.equals(known));
    if (hasAnother) {
      throw new StoreException(Kind.DUPLICATE, refundId + " has a cancel already", null);
    }
    tables.cancels.put(CancelKey.of(known), owned(known, refundId));
    return true;
  }

  @Override
  public void insertRefund(RefundRow refund) {
    tables.refunds.putIfAbsent(refund.refundId(), refund);
  }

  @Override
  public Optional<RefundRow> refund(String refundId) {
    return Optional.ofNullable(tables.refunds.get(refundId));
  }

  @Override
  public Optional<RefundRow> lockRefund(String refundId) {
    return refund(refundId);
  }

  @Override
  public void updateRefund(RefundRow refund) {
    boolean taken =
        refund.slot() != null
            && tables.refunds.values().stream()
                .anyMatch(
                    other ->
                        !other.refundId().equals(refund.refundId())
                            && refund.slot().equals(other.slot()));
    if (taken) {
      throw new StoreException(Kind.DUPLICATE, "another refund of the payment is in flight", null);
    }
    tables.refunds.replace(refund.refundId(), refund);
  }

  @Override
  public List<RefundRow> refunds(String orderId) {
    return tables.refunds.values().stream().filter(r -> r.orderId().equals(orderId)).toList();
  }

  @Override
  public List<RefundRow> refundsIn(List<RefundRow.State> states, int max) {
    return tables.refunds.values().stream()
        .filter(refund -> states.contains(refund.state()))
        .limit(max)
        .toList();
  }

  @Override
  public List<RefundRow> refunded(TimeSlice slice) {
    return tables.refunds.values().stream()
        .filter(row -> row.state() == RefundRow.State.DONE && row.kind() == RefundRow.Kind.REFUND)
        .filter(row -> row.payment() != null && row.payment().account().equals(slice.account()))
        .filter(row -> row.endedAt() != null && slice.has(row.endedAt(), row.refundId()))
        .sorted(Comparator.comparing(RefundRow::endedAt).thenComparing(RefundRow::refundId))
        .limit(slice.max())
        .toList();
  }

  @Override
  public void insertWork(WorkKey key, @Nullable Instant dueAt) {
    tables.work.putIfAbsent(key, new LeasedWork(new WorkRow(key, dueAt, 0, 0, 0), 0));
  }

  @Override
  public void schedule(WorkKey key, @Nullable Instant dueAt) {
    change(key, work -> new WorkRow(key, dueAt, work.hints(), work.fence(), work.tries()));
  }

  @Override
  public boolean scheduleDelivered(OrderRow delivered, @Nullable Instant dueAt) {
    WorkKey key = new WorkKey(WorkKey.Kind.ORDER, delivered.orderId());
    boolean hinted =
        work(key).filter(this::isDue).isPresent()
            && !delivered.updatedAt().equals(work(key).orElseThrow().dueAt());
    if (!hinted) {
      schedule(key, dueAt);
    }
    return true;
  }

  @Override
  public void hint(WorkKey key) {
    change(key, work -> new WorkRow(key, now, work.hints() + 1, work.fence(), 0));
  }

  private void change(WorkKey key, java.util.function.UnaryOperator<WorkRow> change) {
    tables.work.computeIfPresent(
        key, (k, work) -> new LeasedWork(change.apply(work.row()), work.leaseUntil()));
  }

  @Override
  public List<WorkRow> due(int max) {
    return tables.work.values().stream()
        .filter(work -> isDue(work.row()) && work.leaseUntil() <= now.toEpochMilli())
        .map(LeasedWork::row)
        .sorted(Comparator.comparing(row -> Objects.requireNonNull(row.dueAt())))
        .limit(max)
        .toList();
  }

  private boolean isDue(WorkRow row) {
    return row.dueAt() != null && !row.dueAt().isAfter(now);
  }

  @Override
  public Optional<WorkRow> work(WorkKey key) {
    return Optional.ofNullable(tables.work.get(key)).map(LeasedWork::row);
  }

  @Override
  public boolean lease(WorkRow work, Duration lease, String owner) {
    LeasedWork known = tables.work.get(work.key());
    if (known == null
        || known.row().fence() != work.fence()
        || known.leaseUntil() > now.toEpochMilli()) {
      return false;
    }
    WorkRow row = known.row();
    WorkRow leased = new WorkRow(row.key(), row.dueAt(), row.hints(), row.fence() + 1, row.tries());
    tables.work.put(work.key(), new LeasedWork(leased, now.plus(lease).toEpochMilli()));
    return true;
  }

  @Override
  public boolean release(WorkRow leased, @Nullable Instant dueAt, int tries) {
    LeasedWork known = tables.work.get(leased.key());
    if (known == null || known.row().fence() != leased.fence()) {
      return false;
    }
    WorkRow row = known.row();
    boolean hinted = row.hints() != leased.hints();
    WorkRow released =
        new WorkRow(
            row.key(), hinted ? row.dueAt() : dueAt, row.hints(), row.fence(), hinted ? 0 : tries);
    tables.work.put(leased.key(), new LeasedWork(released, 0));
    return true;
  }

  @Override
  public WorkCounts workCounts() {
    List<Instant> due =
        tables.work.values().stream()
            .map(LeasedWork::row)
            .filter(this::isDue)
            .map(row -> Objects.requireNonNull(row.dueAt()))
            .sorted()
            .toList();
    return new WorkCounts(due.size(), due.isEmpty() ? null : due.get(0));
  }

  @Override
  public Map<RefundRow.State, RefundCount> refundCounts() {
    Map<RefundRow.State, RefundCount> counts = new EnumMap<>(RefundRow.State.class);
    for (RefundRow refund : tables.refunds.values()) {
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

  @Override
  public void addEvent(EventRow event) {
    tables.events.add(event);
  }

  @Override
  public List<EventRow> events(String orderId) {
    List<EventRow> all =
        tables.events.stream().filter(event -> event.orderId().equals(orderId)).toList();
    return all.subList(Math.max(0, all.size() - LONGEST_HISTORY), all.size());
  }

  @Override
  public void addSeen(String eventId) {
    if (tables.seen.putIfAbsent(eventId, now) != null) {
      throw new StoreException(Kind.DUPLICATE, "the event was noted before", null);
    }
  }

  @Override
  public int deleteSeen(Instant before, int max) {
    List<String> old =
        tables.seen.entrySet().stream()
            .filter(event -> event.getValue().isBefore(before))
            .sorted(Map.Entry.comparingByValue())
            .limit(max)
            .map(Map.Entry::getKey)
            .toList();
    old.forEach(tables.seen::remove);
    return old.size();
  }

  @Override
  public boolean isSeen(String eventId) {
    return tables.seen.containsKey(eventId);
  }

  @Override
  public Optional<String> fingerprint(String account) {
    return Optional.ofNullable(tables.fingerprints.get(account));
  }

  @Override
  public void insertFingerprint(String account, String fingerprint) {
    tables.fingerprints.putIfAbsent(account, fingerprint);
  }

  @Override
  public void saveFingerprint(String account, String fingerprint) {
    tables.fingerprints.put(account, fingerprint);
  }

  @Override
  public Optional<TokenRow> token(String account) {
    return Optional.ofNullable(tables.tokens.get(account));
  }

  @Override
  public void saveToken(TokenRow token) {
    tables.tokens.put(token.account(), token);
  }
}
