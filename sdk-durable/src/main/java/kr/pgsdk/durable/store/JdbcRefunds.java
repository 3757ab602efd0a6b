package kr.pgsdk.durable.store;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The refunds of a shop, within a transaction. */
final class JdbcRefunds {
  /** A word of a later version is no word of ours. */
  private static final String READABLE =
      "kind in "
          + Sql.words(RefundRow.Kind.class)
          + " and (alarm is null or alarm in "
          + Sql.words(RefundRow.Alarm.class)
          + ")";

  private final JdbcTable refunds;

  JdbcRefunds(JdbcTable refunds) {
    this.refunds = refunds;
  }

  String tableName() {
    return refunds.name();
  }

  void insert(RefundRow refund) {
    refunds.insertIfAbsent(JdbcRows.values(refund));
  }

  Optional<RefundRow> find(String refundId) {
    return refunds.find(JdbcRows::refund, refundId);
  }

  /** Locks a refund and reads it; {@code reader} gets the clock too. */
  Optional<RefundRow> lock(String refundId, Sql.Reader<RefundRow> reader) {
    return refunds.lock(reader, refundId);
  }

  void update(RefundRow refund) {
    refunds.update(JdbcRows.values(refund));
  }

  List<RefundRow> ofOrder(String orderId) {
    return refunds.list("order_id=? order by created_at, refund_id", JdbcRows::refund, orderId);
  }

  List<RefundRow> in(List<RefundRow.State> states, int max) {
    return refunds.list(
        "state in ("
            + states.stream().map(state -> "'" + state + "'").collect(Collectors.joining(","))
            + ") and "
            + READABLE
            + " order by created_at limit "
            + max,
        JdbcRows::refund);
  }

  List<RefundRow> alarmed(int max) {
    return refunds.list(
        "alarm in "
            + Sql.words(RefundRow.Alarm.class)
            + " and state in "
            + Sql.words(RefundRow.State.class)
            + " and kind in "
            + Sql.words(RefundRow.Kind.class)
            + " order by created_at limit "
            + max,
        JdbcRows::refund);
  }

  List<RefundRow> refunded(TimeSlice slice) {
    return refunds.slice(
        "ended_at",
        "refund_id",
        " and state='DONE' and kind='REFUND' and " + READABLE,
        slice,
        JdbcRows::refund);
  }

  Map<RefundRow.State, RefundCount> counts() {
    Map<RefundRow.State, RefundCount> counts = new EnumMap<>(RefundRow.State.class);
    refunds.select(
        "state, count(*) as many, min(created_at) as oldest",
        "state in " + Sql.words(RefundRow.State.class) + " group by state",
        row ->
            counts.put(
                Sql.word(RefundRow.State.class, row, "state"),
                new RefundCount(row.getLong("many"), Sql.requiredTime(row, "oldest"))));
    return counts;
  }

  void deleteOfOrder(String orderId) {
    refunds.deleteAll("order_id=?", orderId);
  }
}
