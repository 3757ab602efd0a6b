package kr.pgsdk.durable.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The work of a shop and its leases, within a transaction. */
final class JdbcWork {
  /**
   * Work that isn't idle. The lower bound keeps a database that sorts nulls first from reading all
   * idle rows of its index before the first that is due.
   */
  private static final String SCHEDULED = "due_at>=0 and kind in " + Sql.words(WorkKey.Kind.class);

  private static final long NEVER = Long.MAX_VALUE;

  private final JdbcTable work;

  JdbcWork(JdbcTable work) {
    this.work = work;
  }

  void insert(WorkKey key, @Nullable Instant dueAt) {
    work.insertIfAbsent(JdbcRows.list(key.kind(), key.subject(), dueAt, 0L, null, 0L, 0L, null, 0));
  }

  /** A hint that waits for its look may come between any read and this: it isn't put off. */
  void schedule(WorkKey key, @Nullable Instant dueAt) {
    if (dueAt == null) {
      work.change(
          "due_at=case when hinted is null then null else due_at end",
          "",
          work.shop(),
          key.kind(),
          key.subject());
      return;
    }
    work.change(
        "due_at=case when hinted is null or due_at>? then ? else due_at end",
        "",
        dueAt,
        dueAt,
        work.shop(),
        key.kind(),
        key.subject());
  }

  boolean scheduleDelivered(
      OrderRow delivered, @Nullable Instant dueAt, String orders, Instant now) {
    return work.change(
        "due_at=case when hinted is not null and due_at<=? then due_at"
            + " when due_at<=? and due_at<>? then due_at else ? end",
        " and exists (select 1 from "
            + orders
            + " where shop=? and order_id=? and delivered_version=?)",
        dueAt == null ? NEVER : dueAt,
        now,
        delivered.updatedAt(),
        dueAt,
        work.shop(),
        WorkKey.Kind.ORDER,
        delivered.orderId(),
        work.shop(),
        delivered.orderId(),
        delivered.delivered().version());
  }

  boolean hint(WorkKey key, @Nullable PaymentKey payment) {
    String named = Named.text(payment);
    return work.change(
        "hints=hints+1, tries=0, due_at="
            + work.now()
            + ", hinted=case when char_length(coalesce(hinted,''))<=?"
            + " then concat(replace(coalesce(hinted,''),?,''),coalesce(?,'')) else hinted end",
        "",
        Named.LONGEST - named.length(),
        named,
        named,
        work.shop(),
        key.kind(),
        key.subject());
  }

  List<WorkRow> due(int max) {
    return work.list(
        SCHEDULED
            + " and due_at<="
            + work.now()
            + " and lease_until<="
            + work.now()
            + " order by due_at limit "
            + max,
        JdbcRows::work);
  }

  Optional<WorkRow> find(WorkKey key) {
    return work.find(JdbcRows::work, key.kind(), key.subject());
  }

  boolean lease(WorkRow row, Duration lease, String owner) {
    return work.change(
        "fence=fence+1, owner=?, lease_until=" + work.now() + "+?",
        " and fence=? and lease_until<=" + work.now(),
        owner,
        lease.toMillis(),
        work.shop(),
        row.key().kind(),
        row.key().subject(),
        row.fence());
  }

  boolean release(WorkRow leased, @Nullable Instant dueAt, int tries, boolean looked) {
    WorkKey key = leased.key();
    boolean released =
        work.change(
            "lease_until=0, tries=?, due_at=?" + (looked ? ", hinted=null" : ""),
            " and fence=? and hints=?",
            tries,
            dueAt,
            work.shop(),
            key.kind(),
            key.subject(),
            leased.fence(),
            leased.hints());
    // A hint that came meanwhile leaves it due.
    return released
        || work.change(
            "lease_until=0, tries=0",
            " and fence=?",
            work.shop(),
            key.kind(),
            key.subject(),
            leased.fence());
  }

  List<WorkRow> failing(int minTries, int max) {
    return work.list(
        SCHEDULED + " and tries>=? order by due_at limit " + max, JdbcRows::work, minTries);
  }

  WorkCounts counts() {
    return work.select(
            "count(*) as due, min(due_at) as oldest",
            SCHEDULED + " and due_at<=" + work.now(),
            row -> new WorkCounts(row.getLong("due"), Sql.time(row, "oldest")))
        .get(0);
  }

  void delete(WorkKey key) {
    work.delete(key.kind(), key.subject());
  }
}
