package kr.pgsdk.examples.shop.points;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import kr.pgsdk.examples.shop.buyer.Buyer;
import kr.pgsdk.examples.shop.orders.Order;
import kr.pgsdk.examples.shop.orders.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Balances and their ledger. An entry's id says what it is for: the same is never booked twice. */
@Repository
public class Points {
  private final JdbcClient jdbc;
  private final Clock clock;

  Points(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Why a balance changed. */
  public enum What {
    /** Bought. */
    CHARGED,
    /** Set aside for an order, and spent with it. */
    HELD,
    /** The order ended unpaid. */
    RELEASED,
    /** The order was refunded. */
    RETURNED,
    /** The charge was refunded. */
    REVOKED,
    /** A charge's refund wasn't made after all. */
    RESTORED
  }

  /** A line of the ledger. */
  public record Entry(What what, long amount, Instant at, String orderId) {}

  /** What a buyer may spend. */
  public long balance(Buyer buyer) {
    return jdbc.sql("select balance from shop_points where buyer_id = ?")
        .param(buyer.id())
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /** A buyer's ledger, the newest first. */
  public List<Entry> entries(Buyer buyer, int max) {
    return jdbc.sql("select * from shop_points_entry where buyer_id = ? order by at desc limit ?")
        .params(buyer.id(), max)
        .query(
            (row, number) ->
                new Entry(
                    What.valueOf(row.getString("what")),
                    row.getLong("amount"),
                    Instant.ofEpochMilli(row.getLong("at")),
                    row.getString("order_id")))
        .list();
  }

  /**
   * Sets the points of a new order aside, so that two tabs can't spend them twice.
   *
   * @throws kr.pgsdk.examples.shop.orders.ProblemException if the balance is too small
   */
  @Transactional
  public void hold(Order order) {
    take(order, What.HELD, "held:" + order.id(), order.points());
  }

  /** Gives back what was set aside for an order that ended unpaid. */
  @Transactional
  public void release(Order order) {
    book(order, What.RELEASED, "released:" + order.id(), order.points());
  }

  /** Gives back points of a paid order. */
  @Transactional
  public void giveBack(Order order, String refundId, long amount) {
    book(order, What.RETURNED, "returned:" + refundId, amount);
  }

  /** Takes back charged points before their money is refunded. */
  @Transactional
  public void revoke(Order order, String refundId, long amount) {
    take(order, What.REVOKED, "revoked:" + refundId, amount);
  }

  /** Gives revoked points again: their money stays here after all. */
  @Transactional
  public void restore(Order order, String refundId, long amount) {
    book(order, What.RESTORED, "restored:" + refundId, amount);
  }

  /** Books a change that nobody can refuse; below zero it may leave a debt. */
  void book(Order order, What what, String entryId, long amount) {
    if (amount == 0) {
      return;
    }
    jdbc.sql(
            """
            insert into shop_points (buyer_id, balance) select ?, 0 from (select 1 as one) o
             where not exists (select 1 from shop_points where buyer_id = ?)
            """)
        .params(order.buyer(), order.buyer())
        .update();
    jdbc.sql("update shop_points set balance = balance + ? where buyer_id = ?")
        .params(amount, order.buyer())
        .update();
    enter(order, what, entryId, amount);
  }

  private void take(Order order, What what, String entryId, long amount) {
    if (amount == 0) {
      return;
    }
    int taken =
        jdbc.sql("update shop_points set balance = balance - ? where buyer_id = ? and balance >= ?")
            .params(amount, order.buyer(), amount)
            .update();
    if (taken == 0) {
      throw Problem.TOO_FEW_POINTS.toException();
    }
    enter(order, what, entryId, -amount);
  }

  private void enter(Order order, What what, String entryId, long amount) {
    jdbc.sql(
            """
            insert into shop_points_entry (entry_id, buyer_id, order_id, what, amount, at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(entryId, order.buyer(), order.id(), what.name(), amount, clock.millis())
        .update();
  }
}
