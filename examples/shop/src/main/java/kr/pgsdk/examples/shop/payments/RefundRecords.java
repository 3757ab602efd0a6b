package kr.pgsdk.examples.shop.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.examples.shop.orders.Order;
import kr.pgsdk.examples.shop.payments.RefundRecord.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of refunds. */
@Repository
class RefundRecords {
  private static final int ID_LENGTH = 32; // sdk-durable takes no longer one

  private final JdbcClient jdbc;
  private final Clock clock;

  RefundRecords(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  static String newId() {
    return OrderId.random().value().substring(0, ID_LENGTH);
  }

  RefundRecord add(Order order, long card, long points, String reason, String by) {
    RefundRecord refund =
        new RefundRecord(
            newId(), order.id(), card, points, reason, by, State.ASKED, clock.instant());
    jdbc.sql(
            """
            insert into shop_refund (refund_id, order_id, card, points, reason, asked_by, state,
              asked_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            refund.id(),
            refund.orderId(),
            card,
            points,
            reason,
            by,
            State.ASKED.name(),
            refund.at().toEpochMilli())
        .update();
    return refund;
  }

  /** Ends a refund that was asked for; false if that has been done already. */
  boolean end(RefundRecord refund, State as) {
    return jdbc.sql("update shop_refund set state = ? where refund_id = ? and state = 'ASKED'")
            .params(as.name(), refund.id())
            .update()
        == 1;
  }

  Optional<RefundRecord> find(String refundId) {
    return jdbc.sql("select * from shop_refund where refund_id = ?")
        .param(refundId)
        .query(RefundRecords::refund)
        .optional();
  }

  List<RefundRecord> of(String orderId) {
    return jdbc.sql("select * from shop_refund where order_id = ? order by asked_at, refund_id")
        .param(orderId)
        .query(RefundRecords::refund)
        .list();
  }

  List<RefundRecord> open(int max) {
    return jdbc.sql("select * from shop_refund where state = 'ASKED' order by asked_at limit ?")
        .param(max)
        .query(RefundRecords::refund)
        .list();
  }

  private static RefundRecord refund(ResultSet row, int number) throws SQLException {
    return new RefundRecord(
        row.getString("refund_id"),
        row.getString("order_id"),
        row.getLong("card"),
        row.getLong("points"),
        row.getString("reason"),
        row.getString("asked_by"),
        State.valueOf(row.getString("state")),
        Instant.ofEpochMilli(row.getLong("asked_at")));
  }
}
