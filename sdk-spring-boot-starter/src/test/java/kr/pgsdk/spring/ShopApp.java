package kr.pgsdk.spring;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.Arrival;
import kr.pgsdk.durable.Checkout;
import kr.pgsdk.durable.Delivery;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.PaymentEvent;
import kr.pgsdk.toss.webhook.TossEvent;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A small shop, on the JdbcTemplate: its orders stand in a table, and so does what it delivers. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class ShopApp {
  @Bean
  TestShop shop(JdbcTemplate jdbc) {
    return new TestShop(jdbc);
  }

  @RestController
  record PayController(Checkouts checkouts) {
    @GetMapping("/pay/{id}")
    String pay(@PathVariable("id") String id) {
      CheckoutPage page =
          checkouts.page((Checkout.Ready) checkouts.open(OrderId.of(id)).orElseThrow());
      return page.scriptUrl() + " " + page.publicKey() + " " + page.json();
    }
  }

  static final class TestShop implements PgShop {
    final JdbcTemplate jdbc;
    final AtomicReference<RuntimeException> failing = new AtomicReference<>();
    final AtomicReference<String> pageAfter = new AtomicReference<>();

    TestShop(JdbcTemplate jdbc) {
      this.jdbc = jdbc;
      jdbc.execute("create table orders (id varchar(64) primary key, price int, merchant text)");
      jdbc.execute("create table told (id varchar(64), event varchar(40))");
    }

    OrderId put(int price, String merchant) {
      OrderId id = OrderId.random();
      jdbc.update("insert into orders values (?, ?, ?)", id.value(), price, merchant);
      return id;
    }

    @Override
    public Optional<OpenOrder> order(OrderId id) {
      return jdbc
          .query(
              "select price, merchant from orders where id=?",
              (row, n) ->
                  OpenOrder.builder(id, Money.krw(row.getInt(1)))
                      .orderName("T-shirt")
                      .account(row.getString(2))
                      .build(),
              id.value())
          .stream()
          .findFirst();
    }

    @Override
    public void paymentChanged(PaymentEvent event, Delivery delivery) {
      jdbc.update(
          "insert into told values (?, ?)",
          event.orderId().value(),
          event.getClass().getSimpleName());
      RuntimeException failure = failing.get();
      if (failure != null) {
        throw failure;
      }
    }

    @Override
    public Optional<String> pageAfter(Optional<OrderId> id, Arrival arrival) {
      return Optional.ofNullable(pageAfter.get());
    }

    @Override
    public void signedEvent(String merchant, TossEvent event, Delivery delivery) {
      jdbc.update("insert into told values ('event', ?)", event.eventType());
    }

    List<String> told(OrderId id) {
      return jdbc.queryForList("select event from told where id=?", String.class, id.value());
    }
  }
}
