package kr.pgsdk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.FaultKind;
import kr.pgsdk.spring.ShopApp.TestShop;
import org.junit.jupiter.api.Test;

/** Many buyers at once, a gateway that takes its time, and a small pool of connections. */
class ManyBuyersTest {
  private static final int BUYERS = 60;

  /** With a connection held during a call, 60 buyers would need 60 of them for a second. */
  @Test
  void poolOfFour_isEnough() throws Exception {
    ExecutorService browsers = Executors.newFixedThreadPool(BUYERS);
    try (RunningShop running =
        new RunningShop(
            ShopApp.class,
            "spring.datasource.hikari.maximum-pool-size=4",
            "spring.datasource.hikari.connection-timeout=3000")) {
      TestShop shop = running.bean(TestShop.class);
      List<OrderId> orders = Stream.generate(() -> shop.put(15_000, "toss")).limit(BUYERS).toList();
      orders.forEach(running.bean(Checkouts.class)::open);
      running
          .sandbox
          .toss()
          .inject(
              Fault.of(FaultKind.SLOW_BODY)
                  .size(500)
                  .time(Duration.ofMillis(500))
                  .on("POST", "/v1/payments/confirm")
                  .always());
      List<Callable<Integer>> returns =
          orders.stream().<Callable<Integer>>map(id -> () -> returned(running, id)).toList();
      for (Future<Integer> status : browsers.invokeAll(returns)) {
        assertThat(status.get()).isEqualTo(303);
      }
      for (OrderId id : orders) {
        assertThat(shop.told(id)).containsExactly("OrderPaid");
      }
    } finally {
      browsers.shutdown();
    }
  }

  private static int returned(RunningShop running, OrderId id) {
    BrowserReturn back = running.sandbox.buyer().onToss().authenticate(id, Money.krw(15_000));
    return running
        .get("/pg/return/toss?" + running.sandbox.buyer().onToss().successQuery(back))
        .statusCode();
  }
}
