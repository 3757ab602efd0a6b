package kr.pgsdk.examples.shop.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.examples.shop.buyer.Buyer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of orders. */
@Repository
public class Orders {
  private final JdbcClient jdbc;
  private final Clock clock;

  Orders(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A new order's content.
   *
   * @param hold how long what it reserves is held for it
   */
  public record Draft(
      OrderKind kind,
      String title,
      long total,
      long points,
      PayBy payBy,
      String receiver,
      @Nullable String address,
      Duration hold) {}

  /** Adds an order, which the buyer may pay from now on. */
  public Order add(Buyer buyer, Draft draft) {
    OrderId id = OrderId.random();
    Instant now = clock.instant();
    jdbc.sql(
            """
            insert into shop_order (order_id, buyer_id, kind, title, total, points, price, account,
              method, state, receiver, address, captured, returned, price_returned, points_returned,
              settled, created_at, expires_at)
            values (:id, :buyer, :kind, :title, :total, :points, :price, :account,
              :method, 'OPEN', :receiver, :address, 0, 0, 0, 0, false, :created, :expires)
            """)
        .param("id", id.value())
        .param("buyer", buyer.id())
        .param("kind", draft.kind().name())
        .param("title", draft.title())
        .param("total", draft.total())
        .param("points", draft.points())
        .param("price", draft.total() - draft.points())
        .param("account", draft.payBy().account())
        .param("method", draft.payBy().method().name())
        .param("receiver", draft.receiver())
        .param("address", draft.address())
        .param("created", now.toEpochMilli())
        .param("expires", now.plus(draft.hold()).toEpochMilli())
        .update();
    return find(id.value()).orElseThrow();
  }

  /** Returns an order, whoever's it is. */
  public Optional<Order> find(String id) {
    return jdbc.sql("select * from shop_order where order_id = ?")
        .param(id)
        .query(Orders::order)
        .optional()
        .filter(order -> order.id().equals(id)); // MariaDB compares without case
  }

  /**
   * Returns an order of a buyer.
   *
   * @throws ProblemException if it is another's, or there is none
   */
  public Order of(Buyer buyer, String id) {
    return find(id)
        .filter(order -> order.buyer().equals(buyer.id()))
        .orElseThrow(Problem.NOT_FOUND::toException);
  }

  /** Returns an order and locks it until the transaction ends. */
  public Optional<Order> lock(String id) {
    return jdbc.sql("select * from shop_order where order_id = ? for update")
        .param(id)
        .query(Orders::order)
        .optional();
  }

  /** A buyer's orders, the newest first. */
  public List<Order> ofBuyer(Buyer buyer, int max) {
    return jdbc.sql(
            "select * from shop_order where buyer_id = ? order by created_at desc, order_id limit ?")
        .params(buyer.id(), max)
        .query(Orders::order)
        .list();
  }

  /** Everybody's orders, the newest first. */
  public List<Order> newest(int skip, int max) {
    return jdbc.sql("select * from shop_order order by created_at desc, order_id limit ? offset ?")
        .params(max, skip)
        .query(Orders::order)
        .list();
  }

  /** Orders whose time is over, and orders that ended and aren't closed for the gateway yet. */
  public List<Order> due(int max) {
    return jdbc.sql(
            """
            select * from shop_order where state in ('OPEN', 'HELD') and settled = false
               and expires_at <= ?
            union all
            select * from shop_order where state = 'ENDED' and settled = false
            limit ?
            """)
        .params(clock.millis(), max)
        .query(Orders::order)
        .list();
  }

  /** Writes another way to pay. */
  public void payBy(Order order, PayBy payBy) {
    jdbc.sql("update shop_order set account = ?, method = ? where order_id = ? and state = 'OPEN'")
        .params(payBy.account(), payBy.method().name(), order.id())
        .update();
  }

  /** Moves an order on. */
  public void move(Order order, OrderState to) {
    jdbc.sql("update shop_order set state = ? where order_id = ?")
        .params(to.name(), order.id())
        .update();
  }

  /** Writes which payment pays an order. */
  public void paidBy(Order order, @Nullable String paymentId) {
    jdbc.sql("update shop_order set state = 'PAID', payment_id = ? where order_id = ?")
        .param(paymentId)
        .param(order.id())
        .update();
  }

  /** Writes what the gateway has taken in and given back, as the event's totals say. */
  public void book(Order order, long captured, long returned) {
    jdbc.sql("update shop_order set captured = ?, returned = ? where order_id = ?")
        .params(captured, returned, order.id())
        .update();
  }

  /** Writes that a part of the price went back. */
  public void priceReturned(Order order, long more) {
    jdbc.sql("update shop_order set price_returned = price_returned + ? where order_id = ?")
        .params(more, order.id())
        .update();
  }

  /** Writes that points went back. */
  public void pointsReturned(Order order, long more) {
    jdbc.sql("update shop_order set points_returned = points_returned + ? where order_id = ?")
        .params(more, order.id())
        .update();
  }

  /** Writes that nothing is captured for an ended order any more. */
  public void settled(Order order) {
    jdbc.sql("update shop_order set settled = true where order_id = ?").param(order.id()).update();
  }

  /** Writes that a payment's outcome isn't known yet, or that it is known now. */
  public void asking(String id, boolean asking) {
    jdbc.sql("update shop_order set asking_since = ? where order_id = ?")
        .param(asking ? clock.millis() : null)
        .param(id)
        .update();
  }

  private static Order order(ResultSet row, int number) throws SQLException {
    return new Order(
        row.getString("order_id"),
        row.getString("buyer_id"),
        OrderKind.valueOf(row.getString("kind")),
        row.getString("title"),
        row.getLong("total"),
        row.getLong("points"),
        row.getLong("price"),
        new PayBy(row.getString("account"), PayBy.Method.valueOf(row.getString("method"))),
        OrderState.valueOf(row.getString("state")),
        row.getString("receiver"),
        row.getString("address"),
        row.getString("payment_id"),
        row.getLong("captured"),
        row.getLong("returned"),
        row.getLong("price_returned"),
        row.getLong("points_returned"),
        Optional.ofNullable(row.getObject("asking_since", Long.class))
            .map(Instant::ofEpochMilli)
            .orElse(null),
        Instant.ofEpochMilli(row.getLong("created_at")),
        Instant.ofEpochMilli(row.getLong("expires_at")));
  }
}
