package kr.pgsdk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.FaultKind;
import kr.pgsdk.spring.ShopApp.TestShop;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Many buyers at once, who open their checkouts and return, gateways that take their time, and a
 * small pool of connections: with a connection held during a call, the pool would serve four buyers
 * at a time, and the others would time out.
 */
class ManyBuyersTest {
  /** Four at a time would take fifteen seconds; a connection is waited for no longer than eight. */
  @Test
  void poolOfFour_isEnoughForSixtyBuyers() throws Exception {
    assertAllPay(60, Duration.ofSeconds(1), Duration.ofSeconds(8));
  }

  /**
   * Four at a time would take ten minutes; the fifth would have no connection after ten seconds.
   */
  @Test
  @Tag("slow")
  void poolOfFour_isEnoughForTwoHundredBuyers_whileTheGatewaysTakeTwelveSeconds() throws Exception {
    assertAllPay(200, Duration.ofSeconds(12), Duration.ofSeconds(10));
  }

  private static void assertAllPay(int buyers, Duration gatewaysTake, Duration longestWait)
      throws Exception {
    ExecutorService browsers = Executors.newFixedThreadPool(buyers);
    try (RunningShop running =
        new RunningShop(
            ShopApp.class,
            "spring.datasource.hikari.maximum-pool-size=4",
            "spring.datasource.hikari.connection-timeout=" + longestWait.toMillis(),
            "server.tomcat.threads.max=" + buyers)) {
      TestShop shop = running.bean(TestShop.class);
      List<OrderId> orders = new ArrayList<>();
      List<Callable<Integer>> visits = new ArrayList<>();
      for (int i = 0; i < buyers; i++) {
        String merchant = i % 2 == 0 ? "toss" : "iamport";
        OrderId id = shop.put(15_000, merchant);
        orders.add(id);
        visits.add(
            () -> {
              assertThat(running.get("/pay/" + id).statusCode()).isEqualTo(200);
              String query = paid(running, merchant, id);
              return running.get("/pg/return/" + merchant + "?" + query).statusCode();
            });
      }
      Fault slow = Fault.of(FaultKind.SLOW_BODY).size(500).time(gatewaysTake);
      running.sandbox.toss().inject(slow.on("POST", "/v1/payments/confirm").always());
      running.sandbox.iamport().inject(slow.on("POST", "/payments/prepare").always());
      running.sandbox.iamport().inject(slow.on("GET", "/payments").always());
      long begun = System.nanoTime();
      for (Future<Integer> status : browsers.invokeAll(visits)) {
        assertThat(status.get()).isEqualTo(303);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(gatewaysTake);
      for (OrderId id : orders) {
        assertThat(shop.told(id)).containsExactly("OrderPaid");
      }
    } finally {
      browsers.shutdown();
    }
  }

  private static String paid(RunningShop running, String merchant, OrderId id) {
    if (merchant.equals("toss")) {
      BrowserReturn back = running.sandbox.buyer().onToss().authenticate(id, Money.krw(15_000));
      return running.sandbox.buyer().onToss().successQuery(back);
    }
    BrowserReturn back = running.sandbox.buyer().onIamport().pay(id, Money.krw(15_000));
    return running.sandbox.buyer().onIamport().redirectQuery(back);
  }
}
