package kr.pgsdk.durable.store;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A transaction on a database. */
final class JdbcSession implements StoreSession {
  private static final long FEW = 50; // changes, with a line each at most

  private final Sql sql;
  private final JdbcClock clock;
  private final JdbcTables tables;
  private @Nullable OrderRow locked;

  JdbcSession(Connection connection, Dialect dialect, Tables tables, String shop) {
    this.sql = new Sql(connection, dialect);
    this.clock = new JdbcClock(sql, dialect);
    this.tables = JdbcTables.of(sql, dialect, tables, shop);
  }

  @Override
  public Connection connection() {
    return sql.connection();
  }

  @Override
  public Instant now() {
    return clock.now();
  }

  @Override
  public void deleteOrder(String orderId) {
    tables.deleteOrder(orderId);
  }

  @Override
  public void insertOrder(OrderRow order) {
    tables.orders().insert(order);
  }

  @Override
  public Optional<OrderRow> lockOrder(String orderId) {
    return locked(tables.orders().lock(orderId, clock.with(JdbcRows::order)));
  }

  @Override
  public Optional<OrderRow> lockOrderSoon(String orderId) {
    return locked(tables.orders().lockSoon(orderId, clock.with(JdbcRows::order)));
  }

  private Optional<OrderRow> locked(Optional<OrderRow> order) {
    locked = order.orElse(locked);
    return order;
  }

  @Override
  public Optional<OrderRow> order(String orderId) {
    return tables.orders().find(orderId);
  }

  @Override
  public void updateOrder(OrderRow order) {
    tables.orders().update(order);
  }

  @Override
  public List<OrderRow> endedBefore(Instant before, int max) {
    return tables.orders().endedBefore(before, max, tables.refunds().tableName());
  }

  @Override
  public List<OrderRow> capturing(Instant takenBefore, int max) {
    return tables.orders().capturing(takenBefore, max);
  }

  @Override
  public WorkCounts captureCounts(Instant takenBefore) {
    return tables.orders().captureCounts(takenBefore);
  }

  @Override
  public List<OrderRow> failing(int minFailures, int max) {
    return tables.orders().failing(minFailures, max);
  }

  @Override
  public List<PaymentRow> payments(String orderId) {
    return tables.payments().ofOrder(orderId);
  }

  @Override
  public List<PaymentRow> misplaced(int max) {
    return tables.payments().misplaced(max);
  }

  @Override
  public List<PaymentRow> awaitingDeposit(int max) {
    return tables.payments().awaitingDeposit(max);
  }

  @Override
  public List<PaymentRow> paid(TimeSlice slice) {
    return tables.payments().paid(slice);
  }

  @Override
  public Optional<PaymentRow> payment(PaymentKey key) {
    return tables.payments().find(key);
  }

  @Override
  public void savePayment(PaymentRow payment) {
    tables.payments().save(payment);
  }

  @Override
  public List<CancelRow> cancels(PaymentKey key) {
    return tables.payments().cancels(key);
  }

  @Override
  public void saveCancel(CancelRow cancel) {
    tables.payments().saveCancel(cancel);
  }

  @Override
  public void deleteCancel(CancelRow cancel) {
    tables.payments().deleteCancel(cancel);
  }

  @Override
  public boolean claimCancel(CancelRow cancel, String refundId) {
    return tables.payments().claimCancel(cancel, refundId);
  }

  @Override
  public void insertRefund(RefundRow refund) {
    tables.refunds().insert(refund);
  }

  @Override
  public Optional<RefundRow> refund(String refundId) {
    return tables.refunds().find(refundId);
  }

  @Override
  public Optional<RefundRow> lockRefund(String refundId) {
    return tables.refunds().lock(refundId, clock.with(JdbcRows::refund));
  }

  @Override
  public void updateRefund(RefundRow refund) {
    tables.refunds().update(refund);
  }

  @Override
  public List<RefundRow> refunds(String orderId) {
    return tables.refunds().ofOrder(orderId);
  }

  @Override
  public List<RefundRow> refundsIn(List<RefundRow.State> states, int max) {
    return tables.refunds().in(states, max);
  }

  @Override
  public List<RefundRow> alarmedRefunds(int max) {
    return tables.refunds().alarmed(max);
  }

  @Override
  public List<RefundRow> refunded(TimeSlice slice) {
    return tables.refunds().refunded(slice);
  }

  @Override
  public void insertWork(WorkKey key, @Nullable Instant dueAt) {
    tables.work().insert(key, dueAt);
  }

  @Override
  public void schedule(WorkKey key, @Nullable Instant dueAt) {
    tables.work().schedule(key, dueAt);
  }

  @Override
  public boolean scheduleDelivered(OrderRow delivered, @Nullable Instant dueAt) {
    return tables.work().scheduleDelivered(delivered, dueAt, tables.orders().tableName(), now());
  }

  @Override
  public boolean hint(WorkKey key, @Nullable PaymentKey named) {
    return tables.work().hint(key, named);
  }

  @Override
  public List<WorkRow> due(int max) {
    return tables.work().due(max);
  }

  @Override
  public Optional<WorkRow> work(WorkKey key) {
    return tables.work().find(key);
  }

  @Override
  public boolean lease(WorkRow row, Duration lease, String owner) {
    return tables.work().lease(row, lease, owner);
  }

  @Override
  public boolean release(WorkRow leased, @Nullable Instant dueAt, int tries, boolean looked) {
    return tables.work().release(leased, dueAt, tries, looked);
  }

  @Override
  public List<WorkRow> failingWork(int minTries, int max) {
    return tables.work().failing(minTries, max);
  }

  @Override
  public WorkCounts workCounts() {
    return tables.work().counts();
  }

  @Override
  public Map<RefundRow.State, RefundCount> refundCounts() {
    return tables.refunds().counts();
  }

  @Override
  public void addEvent(EventRow event) {
    OrderRow order = locked;
    boolean few = order != null && order.orderId().equals(event.orderId()) && order.version() < FEW;
    tables.events().add(event, few);
  }

  @Override
  public List<EventRow> events(String orderId) {
    return tables.events().ofOrder(orderId);
  }

  @Override
  public void addSeen(String eventId) {
    tables.events().addSeen(eventId, now());
  }

  @Override
  public int deleteSeen(Instant before, int max) {
    return tables.events().deleteSeen(before, max);
  }

  @Override
  public boolean isSeen(String eventId) {
    return tables.events().isSeen(eventId);
  }

  @Override
  public Optional<String> fingerprint(String account) {
    return tables.accounts().fingerprint(account);
  }

  @Override
  public void insertFingerprint(String account, String fingerprint) {
    tables.accounts().insertFingerprint(account, fingerprint);
  }

  @Override
  public void saveFingerprint(String account, String fingerprint) {
    tables.accounts().saveFingerprint(account, fingerprint);
  }

  @Override
  public Optional<TokenRow> token(String account) {
    return tables.accounts().token(account);
  }

  @Override
  public void saveToken(TokenRow token) {
    tables.accounts().saveToken(token);
  }
}
