package kr.pgsdk.examples.shop.goods;

import java.util.List;
import java.util.function.IntSupplier;
import kr.pgsdk.examples.shop.buyer.Buyer;
import kr.pgsdk.examples.shop.orders.Problem;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Buyers' carts: in the database, so that every server has them. */
@Repository
class Cart {
  static final int MOST_OF_ONE = 20;

  private final JdbcClient jdbc;
  private final Products products;

  Cart(JdbcClient jdbc, Products products) {
    this.jdbc = jdbc;
    this.products = products;
  }

  /** Some of a product, at its price of today. */
  record Line(Product product, int quantity) {
    public long amount() {
      return product.price() * quantity;
    }
  }

  List<Line> lines(Buyer buyer) {
    return jdbc.sql(
            """
            select l.product_id, l.quantity from shop_cart_line l
              join shop_product p on p.product_id = l.product_id
             where l.buyer_id = ? order by p.place
            """)
        .param(buyer.id())
        .query(
            (row, number) ->
                new Line(
                    products.find(row.getString("product_id")).orElseThrow(),
                    row.getInt("quantity")))
        .list();
  }

  static long total(List<Line> lines) {
    return lines.stream().mapToLong(Line::amount).sum();
  }

  /** Puts more of a product into the cart, at most {@value #MOST_OF_ONE} of it. */
  void add(Buyer buyer, String productId, int quantity) {
    String id = known(productId);
    write(
        () ->
            jdbc.sql(
                    """
                    update shop_cart_line
                       set quantity = case when quantity > ? then ? else quantity + ? end
                     where buyer_id = ? and product_id = ?
                    """)
                .params(MOST_OF_ONE - quantity, MOST_OF_ONE, quantity, buyer.id(), id)
                .update(),
        () -> insert(buyer, id, quantity));
  }

  /** Sets how many of a product are in the cart; none takes it out. */
  void set(Buyer buyer, String productId, int quantity) {
    String id = known(productId);
    if (quantity < 0 || quantity > MOST_OF_ONE) {
      throw Problem.BAD_INPUT.toException();
    }
    if (quantity == 0) {
      jdbc.sql("delete from shop_cart_line where buyer_id = ? and product_id = ?")
          .params(buyer.id(), id)
          .update();
      return;
    }
    write(
        () ->
            jdbc.sql("update shop_cart_line set quantity = ? where buyer_id = ? and product_id = ?")
                .params(quantity, buyer.id(), id)
                .update(),
        () -> insert(buyer, id, quantity));
  }

  private String known(String productId) {
    return products.find(productId).orElseThrow(Problem.NOT_FOUND::toException).id();
  }

  private void insert(Buyer buyer, String productId, int quantity) {
    jdbc.sql("insert into shop_cart_line (buyer_id, product_id, quantity) values (?, ?, ?)")
        .params(buyer.id(), productId, quantity)
        .update();
  }

  /** Each statement by itself: of two clicks at once, both may find no line to change. */
  private static void write(IntSupplier update, Runnable insert) {
    if (update.getAsInt() > 0) {
      return;
    }
    try {
      insert.run();
    } catch (DuplicateKeyException e) {
      int unused = update.getAsInt();
    }
  }

  /** Takes these lines out; false if another request has done so. */
  boolean empty(Buyer buyer, List<Line> lines) {
    return jdbc.sql("delete from shop_cart_line where buyer_id = ?").param(buyer.id()).update()
        == lines.size();
  }
}
