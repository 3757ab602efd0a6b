package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.Arrival;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.database.Pool;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A pool of one connection, and a gateway that takes its time. */
@Timeout(120)
class DurablePoolTest {
  private static final int BUYERS = 50;

  @ParameterizedTest
  @EnumSource
  void fiftyBuyersWaitForTheGateway_andTheOneConnectionIsFree(Shop at) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(BUYERS);
    try (Sandbox sandbox = Sandbox.start();
        DurableShop shop = DurableShop.open(Pool.of(Database.POSTGRESQL.open(), 1), at, sandbox)) {
      shop.gateway.getToken(); // so that no request for one is held
      List<BrowserReturn> backs = new ArrayList<>();
      for (int i = 0; i < BUYERS; i++) {
        OrderId order = OrderId.random();
        shop.payments.open(
            OpenOrder.builder(order, DurableShop.PRICE).orderName("T-shirt").build());
        backs.add(at.checkout(sandbox, order, DurableShop.PRICE));
      }
      InjectedFault slow =
          at.server(sandbox).inject(Fault.of(FaultKind.STALL_BEFORE_EXECUTION).always());
      List<Future<Arrival>> arrivals = new ArrayList<>();
      for (BrowserReturn back : backs) {
        arrivals.add(threads.submit(() -> shop.payments.returned(DurableShop.back(at, back))));
      }
      slow.awaitHeld(BUYERS, Duration.ofSeconds(30));
      for (BrowserReturn back : backs) { // one connection is enough for all who come meanwhile
        assertThat(shop.payments.notified(DurableShop.webhook(at, back))).isEqualTo(200);
      }
      slow.release();
      for (Future<Arrival> arrival : arrivals) {
        assertThat(arrival.get()).isInstanceOf(Arrival.Paid.class);
      }
      assertThat(shop.booked()).hasSize(BUYERS).containsOnly("OrderPaid 15000");
    } finally {
      threads.shutdownNow();
    }
  }
}
