package kr.pgsdk.examples.shop.points;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.examples.shop.buyer.Buyer;
import kr.pgsdk.examples.shop.orders.Fulfilment;
import kr.pgsdk.examples.shop.orders.Order;
import kr.pgsdk.examples.shop.orders.OrderKind;
import kr.pgsdk.examples.shop.orders.Orders;
import kr.pgsdk.examples.shop.orders.PayBy;
import kr.pgsdk.examples.shop.orders.Problem;
import kr.pgsdk.examples.shop.points.Points.What;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/** Orders for points. */
@Service
class PointsOrders implements Fulfilment {
  static final List<Long> AMOUNTS = List.of(10_000L, 30_000L, 50_000L, 100_000L);
  private static final Duration HOLD = Duration.ofMinutes(30);

  private final Orders orders;
  private final Points points;
  private final MessageSource messages;

  PointsOrders(Orders orders, Points points, MessageSource messages) {
    this.orders = orders;
    this.points = points;
    this.messages = messages;
  }

  Order place(Buyer buyer, long amount, PayBy payBy, Locale locale) {
    if (!AMOUNTS.contains(amount)) {
      throw Problem.BAD_INPUT.toException();
    }
    String title = messages.getMessage("points.title", new Object[] {amount}, locale);
    return orders.add(
        buyer, new Orders.Draft(OrderKind.POINTS, title, amount, 0, payBy, "", null, HOLD));
  }

  @Override
  public OrderKind kind() {
    return OrderKind.POINTS;
  }

  @Override
  public List<Content> contents(Order order, Locale locale) {
    return List.of(new Content(order.title(), "", order.total()));
  }

  @Override
  public void deliver(Order order) {
    points.book(order, What.CHARGED, entry("charged", order), order.total());
  }

  /** Whoever has spent them by now has a debt. */
  @Override
  public void withdraw(Order order) {
    points.book(order, What.REVOKED, entry("withdrawn", order), -order.total());
  }

  @Override
  public void release(Order order) {}

  /** They were taken back before the money. */
  @Override
  public void takeBack(Order order) {}

  @Override
  public void givenBackElsewhere(Order order, long won) {
    points.book(order, What.REVOKED, entry("elsewhere", order), -won);
  }

  /** A deposit may be withdrawn and come again: the payments tell each change once. */
  private static String entry(String what, Order order) {
    return what + ":" + OrderId.random().value() + ":" + order.id();
  }
}
