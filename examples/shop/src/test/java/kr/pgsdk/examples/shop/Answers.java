package kr.pgsdk.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the shop may answer to wrong input, and what must be as before. */
final class Answers {
  private Answers() {}

  /** A plain page with a 4xx. */
  static void plain(HttpResponse<String> answer, String as) {
    assertThat(answer.statusCode()).as(as).isBetween(400, 499);
    assertThat(answer.body()).as(as).contains("<h1");
    harmless(answer, as);
  }

  /** No failure of the shop's, and nothing that is its own business. */
  static void harmless(HttpResponse<String> answer, String as) {
    assertThat(answer.statusCode()).as(as).isLessThan(500);
    assertThat(answer.body())
        .as(as)
        .doesNotContain("<script>alert(", "Exception", "kr.pgsdk", "org.springframework", "at java")
        .doesNotContain("timestamp", "Tomcat");
  }

  /** What may change by a buyer's or operator's good request alone. */
  static Map<String, Object> state(JdbcClient jdbc) {
    return jdbc.sql(
            """
            select (select count(*) from shop_order) as orders,
              (select count(*) from shop_order where state <> 'OPEN') as over,
              (select sum(stock - reserved) from shop_product) as stock,
              (select count(*) from shop_refund) as refunds,
              (select count(*) from pay_refund) as sent,
              (select sum(quantity) from shop_cart_line) as carts,
              (select count(*) from shop_seat where order_id is not null) as seats,
              (select count(*) from pay_event where actor is not null) as decisions
            """)
        .query()
        .singleRow();
  }
}
