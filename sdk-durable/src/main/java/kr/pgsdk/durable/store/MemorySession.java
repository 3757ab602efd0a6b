package kr.pgsdk.durable.store;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.pgsdk.durable.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;

/** A transaction on a store in memory. */
final class MemorySession implements StoreSession {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
  private static final Duration SHORT_WAIT = Duration.ofSeconds(2);

  private final MemoryTransaction transaction;

  MemorySession(MemoryTransaction transaction) {
    this.transaction = transaction;
  }

  private MemoryTables tables() {
    return transaction.tables();
  }

  @Override
  public Connection connection() {
    throw new UnsupportedOperationException("a store in memory has no connection");
  }

  @Override
  public Instant now() {
    return transaction.now();
  }

  @Override
  public void deleteOrder(String orderId) {
    transaction.run(all -> all.deleteOrder(orderId));
  }

  @Override
  public void insertOrder(OrderRow order) {
    transaction.run(all -> all.orders().insert(order));
  }

  @Override
  public Optional<OrderRow> lockOrder(String orderId) {
    return lockOrder(orderId, LONGEST_WAIT);
  }

  @Override
  public Optional<OrderRow> lockOrderSoon(String orderId) {
    return lockOrder(orderId, SHORT_WAIT);
  }

  private Optional<OrderRow> lockOrder(String orderId, Duration longest) {
    transaction.lock("order " + orderId, longest, Kind.BUSY);
    return tables().orders().find(orderId);
  }

  @Override
  public Optional<OrderRow> order(String orderId) {
    return tables().orders().find(orderId);
  }

  @Override
  public void updateOrder(OrderRow order) {
    transaction.run(all -> all.orders().update(order));
  }

  @Override
  public List<OrderRow> endedBefore(Instant before, int max) {
    return tables().orders().endedBefore(before, max, tables().refunds());
  }

  @Override
  public List<OrderRow> capturing(Instant takenBefore, int max) {
    return tables().orders().capturing(takenBefore, max);
  }

  @Override
  public WorkCounts captureCounts(Instant takenBefore) {
    return tables().orders().captureCounts(takenBefore);
  }

  @Override
  public List<OrderRow> failing(int minFailures, int max) {
    return tables().orders().failing(minFailures, max);
  }

  @Override
  public List<PaymentRow> payments(String orderId) {
    return tables().payments().ofOrder(orderId);
  }

  @Override
  public List<PaymentRow> misplaced(int max) {
    return tables().payments().misplaced(max);
  }

  @Override
  public List<PaymentRow> awaitingDeposit(int max) {
    return tables().payments().awaitingDeposit(max);
  }

  @Override
  public List<PaymentRow> paid(TimeSlice slice) {
    return tables().payments().paid(slice);
  }

  @Override
  public Optional<PaymentRow> payment(PaymentKey key) {
    return tables().payments().find(key);
  }

  @Override
  public void savePayment(PaymentRow payment) {
    transaction.run(all -> all.payments().save(payment));
  }

  @Override
  public List<CancelRow> cancels(PaymentKey key) {
    return tables().payments().cancels(key);
  }

  @Override
  public void saveCancel(CancelRow cancel) {
    transaction.run(all -> all.payments().saveCancel(cancel));
  }

  @Override
  public void deleteCancel(CancelRow cancel) {
    transaction.run(all -> all.payments().deleteCancel(cancel));
  }

  @Override
  public boolean claimCancel(CancelRow cancel, String refundId) {
    return transaction.write(all -> all.payments().claimCancel(cancel, refundId));
  }

  @Override
  public void insertRefund(RefundRow refund) {
    transaction.run(all -> all.refunds().insert(refund));
  }

  @Override
  public Optional<RefundRow> refund(String refundId) {
    return tables().refunds().find(refundId);
  }

  @Override
  public Optional<RefundRow> lockRefund(String refundId) {
    transaction.lock("refund " + refundId, LONGEST_WAIT, Kind.TRANSIENT);
    return tables().refunds().find(refundId);
  }

  @Override
  public void updateRefund(RefundRow refund) {
    transaction.run(all -> all.refunds().update(refund));
  }

  @Override
  public List<RefundRow> refunds(String orderId) {
    return tables().refunds().ofOrder(orderId);
  }

  @Override
  public List<RefundRow> refundsIn(List<RefundRow.State> states, int max) {
    return tables().refunds().in(states, max);
  }

  @Override
  public List<RefundRow> alarmedRefunds(int max) {
    return tables().refunds().alarmed(max);
  }

  @Override
  public List<RefundRow> refunded(TimeSlice slice) {
    return tables().refunds().refunded(slice);
  }

  @Override
  public void insertWork(WorkKey key, @Nullable Instant dueAt) {
    transaction.run(all -> all.work().insert(key, dueAt));
  }

  @Override
  public void schedule(WorkKey key, @Nullable Instant dueAt) {
    transaction.run(all -> all.work().schedule(key, dueAt));
  }

  @Override
  public boolean scheduleDelivered(OrderRow delivered, @Nullable Instant dueAt) {
    Instant at = now();
    return transaction.write(all -> all.work().scheduleDelivered(delivered, dueAt, at));
  }

  @Override
  public boolean hint(WorkKey key, @Nullable PaymentKey named) {
    Instant at = now();
    return transaction.write(all -> all.work().hint(key, named, at));
  }

  @Override
  public List<WorkRow> due(int max) {
    return tables().work().due(max, now());
  }

  @Override
  public Optional<WorkRow> work(WorkKey key) {
    return tables().work().find(key);
  }

  @Override
  public boolean lease(WorkRow row, Duration lease, String owner) {
    Instant at = now();
    return transaction.write(all -> all.work().lease(row, lease, at));
  }

  @Override
  public boolean release(WorkRow leased, @Nullable Instant dueAt, int tries, boolean looked) {
    return transaction.write(all -> all.work().release(leased, dueAt, tries, looked));
  }

  @Override
  public List<WorkRow> failingWork(int minTries, int max) {
    return tables().work().failing(minTries, max);
  }

  @Override
  public WorkCounts workCounts() {
    return tables().work().counts(now());
  }

  @Override
  public Map<RefundRow.State, RefundCount> refundCounts() {
    return tables().refunds().counts();
  }

  @Override
  public void addEvent(EventRow event) {
    transaction.run(all -> all.events().add(event));
  }

  @Override
  public List<EventRow> events(String orderId) {
    return tables().events().ofOrder(orderId);
  }

  @Override
  public void addSeen(String eventId) {
    Instant at = now();
    transaction.run(all -> all.events().addSeen(eventId, at));
  }

  @Override
  public int deleteSeen(Instant before, int max) {
    return transaction.write(all -> all.events().deleteSeen(before, max));
  }

  @Override
  public boolean isSeen(String eventId) {
    return tables().events().isSeen(eventId);
  }

  @Override
  public Optional<String> fingerprint(String account) {
    return tables().accounts().fingerprint(account);
  }

  @Override
  public void insertFingerprint(String account, String fingerprint) {
    transaction.run(all -> all.accounts().insertFingerprint(account, fingerprint));
  }

  @Override
  public void saveFingerprint(String account, String fingerprint) {
    transaction.run(all -> all.accounts().saveFingerprint(account, fingerprint));
  }

  @Override
  public Optional<TokenRow> token(String account) {
    return tables().accounts().token(account);
  }

  @Override
  public void saveToken(TokenRow token) {
    transaction.run(all -> all.accounts().saveToken(token));
  }
}
