package kr.pgsdk.durable.store;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A transaction on a database. Each group of tables has a class of its own; what a row holds is
 * {@link JdbcRows}'s to say.
 */
final class JdbcSession implements StoreSession {
  private static final long FEW = 50; // changes, with a line each at most

  private final Sql sql;
  private final Dialect dialect;
  private final JdbcOrders orders;
  private final JdbcPayments payments;
  private final JdbcRefunds refunds;
  private final JdbcWork work;
  private final JdbcEvents events;
  private final JdbcAccounts accounts;
  private final JdbcClock clock;
  private @Nullable OrderRow locked;

  JdbcSession(Connection connection, Dialect dialect, Tables tables, String shop) {
    this.sql = new Sql(connection, dialect);
    this.dialect = dialect;
    this.clock = new JdbcClock(sql, dialect);
    this.orders = new JdbcOrders(of(tables.orders(), shop));
    this.payments = new JdbcPayments(of(tables.payments(), shop), of(tables.cancels(), shop));
    this.refunds = new JdbcRefunds(of(tables.refunds(), shop));
    this.work = new JdbcWork(of(tables.work(), shop));
    this.events = new JdbcEvents(of(tables.events(), shop), of(tables.seen(), shop));
    this.accounts = new JdbcAccounts(of(tables.accounts(), shop), of(tables.tokens(), shop));
  }

  private JdbcTable of(Table table, String shop) {
    return new JdbcTable(sql, dialect, table, shop);
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
    List<RefundRow> refundsOfOrder = refunds.ofOrder(orderId);
    payments.deleteOfOrder(orderId);
    refunds.deleteOfOrder(orderId);
    events.deleteOfOrder(orderId);
    orders.delete(orderId);
    refundsOfOrder.forEach(row -> work.delete(new WorkKey(WorkKey.Kind.REFUND, row.refundId())));
    work.delete(new WorkKey(WorkKey.Kind.ORDER, orderId));
    work.delete(new WorkKey(WorkKey.Kind.EFFECTS, orderId));
  }

  @Override
  public void insertOrder(OrderRow order) {
    orders.insert(order);
  }

  @Override
  public Optional<OrderRow> lockOrder(String orderId) {
    return locked(orders.lock(orderId, clock.with(JdbcRows::order)));
  }

  @Override
  public Optional<OrderRow> lockOrderSoon(String orderId) {
    return locked(orders.lockSoon(orderId, clock.with(JdbcRows::order)));
  }

  private Optional<OrderRow> locked(Optional<OrderRow> order) {
    locked = order.orElse(locked);
    return order;
  }

  @Override
  public Optional<OrderRow> order(String orderId) {
    return orders.find(orderId);
  }

  @Override
  public void updateOrder(OrderRow order) {
    orders.update(order);
  }

  @Override
  public List<OrderRow> endedBefore(Instant before, int max) {
    return orders.endedBefore(before, max, refunds.tableName());
  }

  @Override
  public List<OrderRow> capturing(Instant takenBefore, int max) {
    return orders.capturing(takenBefore, max);
  }

  @Override
  public WorkCounts captureCounts(Instant takenBefore) {
    return orders.captureCounts(takenBefore);
  }

  @Override
  public List<OrderRow> failing(int minFailures, int max) {
    return orders.failing(minFailures, max);
  }

  @Override
  public List<PaymentRow> payments(String orderId) {
    return payments.ofOrder(orderId);
  }

  @Override
  public List<PaymentRow> misplaced(int max) {
    return payments.misplaced(max);
  }

  @Override
  public List<PaymentRow> awaitingDeposit(int max) {
    return payments.awaitingDeposit(max);
  }

  @Override
  public List<PaymentRow> paid(TimeSlice slice) {
    return payments.paid(slice);
  }

  @Override
  public Optional<PaymentRow> payment(PaymentKey key) {
    return payments.find(key);
  }

  @Override
  public void savePayment(PaymentRow payment) {
    payments.save(payment);
  }

  @Override
  public List<CancelRow> cancels(PaymentKey key) {
    return payments.cancels(key);
  }

  @Override
  public void saveCancel(CancelRow cancel) {
    payments.saveCancel(cancel);
  }

  @Override
  public void deleteCancel(CancelRow cancel) {
    payments.deleteCancel(cancel);
  }

  @Override
  public boolean claimCancel(CancelRow cancel, String refundId) {
    return payments.claimCancel(cancel, refundId);
  }

  @Override
  public void insertRefund(RefundRow refund) {
    refunds.insert(refund);
  }

  @Override
  public Optional<RefundRow> refund(String refundId) {
    return refunds.find(refundId);
  }

  @Override
  public Optional<RefundRow> lockRefund(String refundId) {
    return refunds.lock(refundId, clock.with(JdbcRows::refund));
  }

  @Override
  public void updateRefund(RefundRow refund) {
    refunds.update(refund);
  }

  @Override
  public List<RefundRow> refunds(String orderId) {
    return refunds.ofOrder(orderId);
  }

  @Override
  public List<RefundRow> refundsIn(List<RefundRow.State> states, int max) {
    return refunds.in(states, max);
  }

  @Override
  public List<RefundRow> alarmedRefunds(int max) {
    return refunds.alarmed(max);
  }

  @Override
  public List<RefundRow> refunded(TimeSlice slice) {
    return refunds.refunded(slice);
  }

  @Override
  public void insertWork(WorkKey key, @Nullable Instant dueAt) {
    work.insert(key, dueAt);
  }

  @Override
  public void schedule(WorkKey key, @Nullable Instant dueAt) {
    work.schedule(key, dueAt);
  }

  @Override
  public boolean scheduleDelivered(OrderRow delivered, @Nullable Instant dueAt) {
    return work.scheduleDelivered(delivered, dueAt, orders.tableName(), now());
  }

  @Override
  public boolean hint(WorkKey key, @Nullable PaymentKey named) {
    return work.hint(key, named);
  }

  @Override
  public List<WorkRow> due(int max) {
    return work.due(max);
  }

  @Override
  public Optional<WorkRow> work(WorkKey key) {
    return work.find(key);
  }

  @Override
  public boolean lease(WorkRow row, Duration lease, String owner) {
    return work.lease(row, lease, owner);
  }

  @Override
  public boolean release(WorkRow leased, @Nullable Instant dueAt, int tries, boolean looked) {
    return work.release(leased, dueAt, tries, looked);
  }

  @Override
  public List<WorkRow> failingWork(int minTries, int max) {
    return work.failing(minTries, max);
  }

  @Override
  public WorkCounts workCounts() {
    return work.counts();
  }

  @Override
  public Map<RefundRow.State, RefundCount> refundCounts() {
    return refunds.counts();
  }

  @Override
  public void addEvent(EventRow event) {
    OrderRow order = locked;
    boolean few = order != null && order.orderId().equals(event.orderId()) && order.version() < FEW;
    events.add(event, few);
  }

  @Override
  public List<EventRow> events(String orderId) {
    return events.ofOrder(orderId);
  }

  @Override
  public void addSeen(String eventId) {
    events.addSeen(eventId, now());
  }

  @Override
  public int deleteSeen(Instant before, int max) {
    return events.deleteSeen(before, max);
  }

  @Override
  public boolean isSeen(String eventId) {
    return events.isSeen(eventId);
  }

  @Override
  public Optional<String> fingerprint(String account) {
    return accounts.fingerprint(account);
  }

  @Override
  public void insertFingerprint(String account, String fingerprint) {
    accounts.insertFingerprint(account, fingerprint);
  }

  @Override
  public void saveFingerprint(String account, String fingerprint) {
    accounts.saveFingerprint(account, fingerprint);
  }

  @Override
  public Optional<TokenRow> token(String account) {
    return accounts.token(account);
  }

  @Override
  public void saveToken(TokenRow token) {
    accounts.saveToken(token);
  }
}
