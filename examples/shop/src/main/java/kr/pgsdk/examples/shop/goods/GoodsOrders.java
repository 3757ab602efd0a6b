package kr.pgsdk.examples.shop.goods;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import kr.pgsdk.examples.shop.buyer.Buyer;
import kr.pgsdk.examples.shop.orders.Fulfilment;
import kr.pgsdk.examples.shop.orders.Order;
import kr.pgsdk.examples.shop.orders.OrderKind;
import kr.pgsdk.examples.shop.orders.Orders;
import kr.pgsdk.examples.shop.orders.PayBy;
import kr.pgsdk.examples.shop.orders.Problem;
import kr.pgsdk.examples.shop.points.Points;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders of goods: their stock is reserved while the buyer pays. */
@Service
class GoodsOrders implements Fulfilment {
  private static final Duration HOLD = Duration.ofMinutes(30);

  private final JdbcClient jdbc;
  private final Orders orders;
  private final Products products;
  private final Cart cart;
  private final Points points;
  private final MessageSource messages;

  GoodsOrders(
      JdbcClient jdbc,
      Orders orders,
      Products products,
      Cart cart,
      Points points,
      MessageSource messages) {
    this.jdbc = jdbc;
    this.orders = orders;
    this.products = products;
    this.cart = cart;
    this.points = points;
    this.messages = messages;
  }

  /** Where the goods go, and how they are paid. */
  record Wish(String receiver, String address, long points, PayBy payBy) {}

  /** Turns the cart into an order: stock and points are set aside with it, or nothing is. */
  @Transactional
  public Order place(Buyer buyer, Wish wish, Locale locale) {
    List<Cart.Line> lines = cart.lines(buyer);
    if (lines.isEmpty()) {
      throw Problem.EMPTY_CART.toException();
    }
    long total = Cart.total(lines);
    if (wish.points() > total) {
      throw Problem.BAD_INPUT.toException();
    }
    if (!cart.empty(buyer, lines)) { // a second click on the same cart
      throw Problem.EMPTY_CART.toException();
    }
    // Always in one order, so that two buyers of the same goods can't block each other.
    lines.stream()
        .sorted(Comparator.comparing(line -> line.product().id()))
        .forEach(line -> products.reserve(line.product().id(), line.quantity()));
    Order order =
        orders.add(
            buyer,
            new Orders.Draft(
                OrderKind.GOODS,
                title(lines, locale),
                total,
                wish.points(),
                wish.payBy(),
                wish.receiver(),
                wish.address(),
                HOLD));
    points.hold(order);
    lines.forEach(line -> add(order, line));
    return order;
  }

  private void add(Order order, Cart.Line line) {
    jdbc.sql(
            """
            insert into shop_order_line (order_id, product_id, quantity, unit_price)
            values (?, ?, ?, ?)
            """)
        .params(order.id(), line.product().id(), line.quantity(), line.product().price())
        .update();
  }

  private String title(List<Cart.Line> lines, Locale locale) {
    String first = lines.get(0).product().name(locale);
    return lines.size() == 1
        ? first
        : messages.getMessage("goods.title", new Object[] {first, lines.size() - 1}, locale);
  }

  @Override
  public OrderKind kind() {
    return OrderKind.GOODS;
  }

  @Override
  public List<Content> contents(Order order, Locale locale) {
    return sold(order).stream().map(sold -> content(sold, locale)).toList();
  }

  private Content content(Sold sold, Locale locale) {
    String name = products.find(sold.product()).map(one -> one.name(locale)).orElse("");
    String detail = messages.getMessage("goods.quantity", new Object[] {sold.quantity()}, locale);
    return new Content(name, detail, sold.unitPrice() * sold.quantity());
  }

  @Override
  public void deliver(Order order) {
    each(order, products::sell);
  }

  @Override
  public void withdraw(Order order) {
    each(order, (product, quantity) -> products.sell(product, -quantity));
  }

  @Override
  public void release(Order order) {
    each(order, products::unreserve);
  }

  private void each(Order order, BiConsumer<String, Integer> change) {
    sold(order).forEach(sold -> change.accept(sold.product(), sold.quantity()));
  }

  private List<Sold> sold(Order order) {
    return jdbc.sql("select * from shop_order_line where order_id = ? order by product_id")
        .param(order.id())
        .query(
            (row, number) ->
                new Sold(
                    row.getString("product_id"), row.getInt("quantity"), row.getLong("unit_price")))
        .list();
  }

  private record Sold(String product, int quantity, long unitPrice) {}
}
