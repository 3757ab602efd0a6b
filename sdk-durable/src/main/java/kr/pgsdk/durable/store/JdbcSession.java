package kr.pgsdk.durable.store;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.durable.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;

/** A transaction on a database. What a row holds is {@link JdbcRows}'s to say. */
final class JdbcSession implements StoreSession {
  private static final int LONGEST_HISTORY = 200;

  private final Sql sql;
  private final Dialect dialect;
  private final Tables tables;
  private final String shop;
  private @Nullable Instant now;

  JdbcSession(Connection connection, Dialect dialect, Tables tables, String shop) {
    this.sql = new Sql(connection, dialect);
    this.dialect = dialect;
    this.tables = tables;
    this.shop = shop;
  }

  @Override
  public Connection connection() {
    return sql.connection();
  }

  /** Asked once a transaction, with the first row that is locked where there is one. */
  @Override
  public Instant now() {
    Instant known = now;
    if (known == null) {
      known = sql.list("select " + dialect.now() + " as now", JdbcSession::clock).get(0);
      now = known;
    }
    return known;
  }

  private static Instant clock(java.sql.ResultSet row) throws java.sql.SQLException {
    return Sql.requiredTime(row, "now");
  }

  @Override
  public void insertOrder(OrderRow order) {
    insertIfAbsent(tables.orders(), JdbcRows.values(shop, order));
  }

  @Override
  public Optional<OrderRow> lockOrder(String orderId) {
    return sql.one(
        locking(tables.orders()),
        row -> {
          now = clock(row);
          return JdbcRows.order(row);
        },
        shop,
        orderId);
  }

  private String locking(Table table) {
    return "select t.*, "
        + dialect.now()
        + " as now from "
        + table.name()
        + " t"
        + table.byKey()
        + " for update";
  }

  @Override
  public Optional<OrderRow> order(String orderId) {
    Table orders = tables.orders();
    return sql.one(orders.select() + orders.byKey(), JdbcRows::order, shop, orderId);
  }

  @Override
  public void updateOrder(OrderRow order) {
    update(tables.orders(), JdbcRows.values(shop, order));
  }

  @Override
  public void deleteOrder(String orderId) {
    List<PaymentRow> payments = payments(orderId);
    for (PaymentRow payment : payments) {
      sql.update(
          tables.cancels().delete() + " where shop=? and account=? and payment_id=?",
          shop,
          payment.key().account(),
          payment.key().paymentId());
    }
    for (RefundRow refund : refunds(orderId)) {
      deleteWork(WorkKey.Kind.REFUND, refund.refundId());
    }
    for (Table table :
        List.of(tables.payments(), tables.refunds(), tables.events(), tables.orders())) {
      sql.update(table.delete() + " where shop=? and order_id=?", shop, orderId);
    }
    deleteWork(WorkKey.Kind.ORDER, orderId);
    deleteWork(WorkKey.Kind.EFFECTS, orderId);
  }

  private void deleteWork(WorkKey.Kind kind, String subject) {
    sql.update(tables.work().delete() + tables.work().byKey(), shop, kind, subject);
  }

  @Override
  public List<OrderRow> endedBefore(Instant before, int max) {
    return sql.list(
        tables.orders().select()
            + " where shop=? and updated_at<? and state in ('PAID','CLOSED')"
            + " and delivered_version=version and not exists (select 1 from "
            + tables.refunds().name()
            + " r where r.shop=? and r.order_id="
            + tables.orders().name()
            + ".order_id and r.state in ('NEW','IN_FLIGHT','UNKNOWN','PENDING'))"
            + " order by updated_at limit "
            + max,
        JdbcRows::order,
        shop,
        before,
        shop);
  }

  @Override
  public List<OrderRow> failing(int minFailures, int max) {
    return sql.list(
        tables.orders().select()
            + " where shop=? and handler_failures>=? and state in "
            + Sql.words(OrderRow.State.class)
            + " order by updated_at limit "
            + max,
        JdbcRows::order,
        shop,
        minFailures);
  }

  @Override
  public List<PaymentRow> payments(String orderId) {
    return sql.list(
        tables.payments().select() + " where shop=? and order_id=? order by seen_at, payment_id",
        JdbcRows::payment,
        shop,
        orderId);
  }

  @Override
  public List<PaymentRow> misplaced(int max) {
    return sql.list(
        tables.payments().select()
            + " where shop=? and balance>0 and role not in ('PAYS','KEPT') and role in "
            + Sql.words(PaymentRow.Role.class)
            + " and status in "
            + Sql.words(Known.class)
            + " order by seen_at limit "
            + max,
        JdbcRows::payment,
        shop);
  }

  @Override
  public List<PaymentRow> paid(TimeSlice slice) {
    return sql.list(
        tables.payments().slice("paid_at", "payment_id", "", slice.max()),
        JdbcRows::payment,
        JdbcRows.parameters(shop, slice));
  }

  @Override
  public Optional<PaymentRow> payment(PaymentKey key) {
    return sql.one(
        tables.payments().select() + tables.payments().byKey(),
        JdbcRows::payment,
        shop,
        key.account(),
        key.paymentId());
  }

  @Override
  public void savePayment(PaymentRow payment) {
    upsert(tables.payments(), JdbcRows.values(shop, payment), List.of());
  }

  @Override
  public List<CancelRow> cancels(PaymentKey key) {
    return sql.list(
        tables.cancels().select() + " where shop=? and account=? and payment_id=? order by row_key",
        JdbcRows::cancel,
        shop,
        key.account(),
        key.paymentId());
  }

  @Override
  public void saveCancel(CancelRow cancel) {
    upsert(tables.cancels(), JdbcRows.values(shop, cancel), List.of("refund_id"));
  }

  @Override
  public boolean claimCancel(CancelRow cancel, String refundId) {
    int claimed =
        sql.update(
            "update "
                + tables.cancels().name()
                + " set refund_id=?"
                + tables.cancels().byKey()
                + " and refund_id is null",
            refundId,
            shop,
            cancel.payment().account(),
            cancel.payment().paymentId(),
            cancel.rowKey());
    return claimed == 1 || refundId.equals(cancel.refundId());
  }

  @Override
  public void insertRefund(RefundRow refund) {
    insertIfAbsent(tables.refunds(), JdbcRows.values(shop, refund));
  }

  @Override
  public Optional<RefundRow> refund(String refundId) {
    Table refunds = tables.refunds();
    return sql.one(refunds.select() + refunds.byKey(), JdbcRows::refund, shop, refundId);
  }

  @Override
  public Optional<RefundRow> lockRefund(String refundId) {
    return sql.one(
        locking(tables.refunds()),
        row -> {
          now = clock(row);
          return JdbcRows.refund(row);
        },
        shop,
        refundId);
  }

  @Override
  public void updateRefund(RefundRow refund) {
    update(tables.refunds(), JdbcRows.values(shop, refund));
  }

  @Override
  public List<RefundRow> refunds(String orderId) {
    return sql.list(
        tables.refunds().select() + " where shop=? and order_id=? order by created_at, refund_id",
        JdbcRows::refund,
        shop,
        orderId);
  }

  @Override
  public List<RefundRow> refundsIn(List<RefundRow.State> states, int max) {
    return sql.list(
        tables.refunds().select()
            + " where shop=? and state in ("
            + states.stream().map(state -> "'" + state + "'").collect(Collectors.joining(","))
            + ") and kind in "
            + Sql.words(RefundRow.Kind.class)
            + " order by created_at limit "
            + max,
        JdbcRows::refund,
        shop);
  }

  @Override
  public List<RefundRow> refunded(TimeSlice slice) {
    return sql.list(
        tables
            .refunds()
            .slice("ended_at", "refund_id", " and state='DONE' and kind='REFUND'", slice.max()),
        JdbcRows::refund,
        JdbcRows.parameters(shop, slice));
  }

  @Override
  public void insertWork(WorkKey key, @Nullable Instant dueAt) {
    insertIfAbsent(
        tables.work(), JdbcRows.list(shop, key.kind(), key.subject(), dueAt, 0L, 0L, 0L, null, 0));
  }

  @Override
  public void schedule(WorkKey key, @Nullable Instant dueAt) {
    sql.update(
        "update " + tables.work().name() + " set due_at=?" + tables.work().byKey(),
        dueAt,
        shop,
        key.kind(),
        key.subject());
  }

  @Override
  public boolean scheduleDelivered(OrderRow delivered, @Nullable Instant dueAt) {
    return sql.update(
            "update "
                + tables.work().name()
                + " set due_at=case when due_at<=? and due_at<>? then due_at else ? end"
                + tables.work().byKey()
                + " and exists (select 1 from "
                + tables.orders().name()
                + " where shop=? and order_id=? and delivered_version=?)",
            now(),
            delivered.updatedAt(),
            dueAt,
            shop,
            WorkKey.Kind.ORDER,
            delivered.orderId(),
            shop,
            delivered.orderId(),
            delivered.delivered().version())
        == 1;
  }

  @Override
  public void hint(WorkKey key) {
    sql.update(
        "update "
            + tables.work().name()
            + " set hints=hints+1, tries=0, due_at="
            + dialect.now()
            + tables.work().byKey(),
        shop,
        key.kind(),
        key.subject());
  }

  @Override
  public List<WorkRow> due(int max) {
    return sql.list(
        tables.work().select()
            + " where shop=? and due_at<="
            + dialect.now()
            + " and lease_until<="
            + dialect.now()
            + " and kind in "
            + Sql.words(WorkKey.Kind.class)
            + " order by due_at limit "
            + max,
        JdbcRows::work,
        shop);
  }

  @Override
  public Optional<WorkRow> work(WorkKey key) {
    return sql.one(
        tables.work().select() + tables.work().byKey(),
        JdbcRows::work,
        shop,
        key.kind(),
        key.subject());
  }

  @Override
  public boolean lease(WorkRow work, java.time.Duration lease, String owner) {
    return sql.update(
            "update "
                + tables.work().name()
                + " set fence=fence+1, owner=?, lease_until="
                + dialect.now()
                + "+?"
                + tables.work().byKey()
                + " and fence=? and lease_until<="
                + dialect.now(),
            owner,
            lease.toMillis(),
            shop,
            work.key().kind(),
            work.key().subject(),
            work.fence())
        == 1;
  }

  @Override
  public boolean release(WorkRow leased, @Nullable Instant dueAt, int tries) {
    String ended = "update " + tables.work().name() + " set lease_until=0, tries=?";
    String mine = tables.work().byKey() + " and fence=?";
    int released =
        sql.update(
            ended + ", due_at=?" + mine + " and hints=?",
            tries,
            dueAt,
            shop,
            leased.key().kind(),
            leased.key().subject(),
            leased.fence(),
            leased.hints());
    return released == 1
        || sql.update(
                ended + mine, 0, shop, leased.key().kind(), leased.key().subject(), leased.fence())
            == 1;
  }

  @Override
  public WorkCounts workCounts() {
    return sql.list(
            "select count(*) as due, min(due_at) as oldest from "
                + tables.work().name()
                + " where shop=? and due_at<="
                + dialect.now()
                + " and kind in "
                + Sql.words(WorkKey.Kind.class),
            row -> new WorkCounts(row.getLong("due"), Sql.time(row, "oldest")),
            shop)
        .get(0);
  }

  @Override
  public Map<RefundRow.State, RefundCount> refundCounts() {
    Map<RefundRow.State, RefundCount> counts = new EnumMap<>(RefundRow.State.class);
    sql.list(
        "select state, count(*) as many, min(created_at) as oldest from "
            + tables.refunds().name()
            + " where shop=? and state in "
            + Sql.words(RefundRow.State.class)
            + " group by state",
        row ->
            counts.put(
                Sql.word(RefundRow.State.class, row, "state"),
                new RefundCount(row.getLong("many"), Sql.requiredTime(row, "oldest"))),
        shop);
    return counts;
  }

  @Override
  public void addEvent(EventRow event) {
    sql.update(
        tables.events().insert(),
        shop,
        event.orderId(),
        UUID.randomUUID().toString(),
        event.at(),
        event.what(),
        event.actor(),
        event.detail());
  }

  @Override
  public List<EventRow> events(String orderId) {
    List<EventRow> newest =
        sql.list(
            tables.events().select()
                + " where shop=? and order_id=? order by at desc limit "
                + LONGEST_HISTORY,
            JdbcRows::event,
            shop,
            orderId);
    List<EventRow> oldestFirst = new ArrayList<>(newest);
    java.util.Collections.reverse(oldestFirst);
    return oldestFirst;
  }

  @Override
  public void addSeen(String eventId) {
    sql.update(tables.seen().insert(), shop, eventId, now());
  }

  /** One by its key after the other: a range would lock its gaps too. */
  @Override
  public int deleteSeen(Instant before, int max) {
    Table seen = tables.seen();
    List<String> ids =
        sql.list(
            seen.select() + " where shop=? and at<? order by at limit " + max,
            row -> row.getString("event_id"),
            shop,
            before);
    return ids.stream().mapToInt(id -> sql.update(seen.delete() + seen.byKey(), shop, id)).sum();
  }

  @Override
  public boolean isSeen(String eventId) {
    Table seen = tables.seen();
    return sql.one(seen.select() + seen.byKey(), row -> true, shop, eventId).isPresent();
  }

  @Override
  public Optional<String> fingerprint(String account) {
    return sql.one(
        tables.accounts().select() + tables.accounts().byKey(),
        row -> row.getString("fingerprint"),
        shop,
        account);
  }

  @Override
  public void insertFingerprint(String account, String fingerprint) {
    insertIfAbsent(tables.accounts(), JdbcRows.list(shop, account, fingerprint));
  }

  @Override
  public void saveFingerprint(String account, String fingerprint) {
    upsert(tables.accounts(), JdbcRows.list(shop, account, fingerprint), List.of());
  }

  @Override
  public Optional<TokenRow> token(String account) {
    return sql.one(
        tables.tokens().select() + tables.tokens().byKey(), JdbcRows::token, shop, account);
  }

  @Override
  public void saveToken(TokenRow token) {
    upsert(
        tables.tokens(),
        JdbcRows.list(shop, token.account(), token.token(), token.expiresAt()),
        List.of());
  }

  private void insertIfAbsent(Table table, List<@Nullable Object> values) {
    try {
      sql.update(dialect.insertIfAbsent(table), values.toArray());
    } catch (StoreException e) {
      if (dialect != Dialect.H2 || e.kind() != Kind.DUPLICATE) {
        throw e;
      }
    }
  }

  /** H2 has no such statement; there a refused insert doesn't end the transaction. */
  private void upsert(Table table, List<@Nullable Object> values, List<String> staying) {
    if (dialect != Dialect.H2) {
      sql.update(dialect.upsert(table, staying), values.toArray());
      return;
    }
    try {
      sql.update(table.insert(), values.toArray());
    } catch (StoreException e) {
      if (e.kind() != Kind.DUPLICATE) {
        throw e;
      }
      Table replaced =
          new Table(
              table.name(),
              table.keys(),
              table.values().stream().filter(c -> !staying.contains(c)).toList());
      List<@Nullable Object> kept = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        if (!staying.contains(table.columns().get(i))) {
          kept.add(values.get(i));
        }
      }
      update(replaced, kept);
    }
  }

  private void update(Table table, List<@Nullable Object> values) {
    int keys = table.keys().size();
    List<@Nullable Object> valuesThenKey = new ArrayList<>(values.subList(keys, values.size()));
    valuesThenKey.addAll(values.subList(0, keys));
    sql.update(table.update(), valuesThenKey.toArray());
  }
}
