package kr.pgsdk.examples.shop.goods;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import kr.pgsdk.examples.shop.orders.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of products: what is on the shelf, and what of that is reserved. */
@Repository
class Products {
  private final JdbcClient jdbc;

  Products(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Product> all() {
    return jdbc.sql("select * from shop_product order by place").query(Products::product).list();
  }

  Optional<Product> find(String id) {
    return jdbc.sql("select * from shop_product where product_id = ?")
        .param(id)
        .query(Products::product)
        .optional();
  }

  /** Reserves for an order that may be paid; throws if too few are left. */
  void reserve(String id, int quantity) {
    int reserved =
        jdbc.sql(
                """
                update shop_product set reserved = reserved + ?
                 where product_id = ? and stock - reserved >= ?
                """)
            .params(quantity, id, quantity)
            .update();
    if (reserved == 0) {
      throw Problem.SOLD_OUT.toException();
    }
  }

  void unreserve(String id, int quantity) {
    jdbc.sql("update shop_product set reserved = reserved - ? where product_id = ?")
        .params(quantity, id)
        .update();
  }

  /** What was reserved leaves the shelf; a quantity below zero comes back to it, reserved. */
  void sell(String id, int quantity) {
    jdbc.sql(
            """
            update shop_product set stock = stock - ?, reserved = reserved - ? where product_id = ?
            """)
        .params(quantity, quantity, id)
        .update();
  }

  private static Product product(ResultSet row, int number) throws SQLException {
    return new Product(
        row.getString("product_id"),
        row.getString("name_ko"),
        row.getString("name_en"),
        row.getString("note_ko"),
        row.getString("note_en"),
        row.getLong("price"),
        row.getLong("stock") - row.getLong("reserved"));
  }
}
