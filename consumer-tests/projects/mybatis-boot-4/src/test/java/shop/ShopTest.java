package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.Checkout;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.spring.Checkouts;
import kr.pgsdk.spring.test.PgSandbox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Each mapper call of the handler is part of the transaction that marks the shop as told. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@PgSandbox
class ShopTest {
  @Autowired Sandbox sandbox;
  @Autowired Shop shop;
  @Autowired Purchases purchases;
  @Autowired Checkouts checkouts;
  @Autowired DurablePayments payments;
  @Autowired PlatformTransactionManager manager;
  @LocalServerPort int port;

  private final HttpClient browser = HttpClient.newHttpClient();

  private OrderId ordered() {
    OrderId id = OrderId.random();
    purchases.add(id.value(), 15_000);
    assertThat(checkouts.open(id, "toss")).get().isInstanceOf(Checkout.Ready.class);
    return id;
  }

  private String authenticated(OrderId id) {
    BrowserReturn back = sandbox.buyer().onToss().authenticate(id, Money.krw(15_000));
    return "/pg/return/toss?" + sandbox.buyer().onToss().successQuery(back);
  }

  private void returns(String address) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + address)).build();
    assertThat(browser.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(303);
  }

  @Test
  void whatTheMapperWrites_commitsWithTheDelivery() throws Exception {
    OrderId id = ordered();
    returns(authenticated(id));
    assertThat(purchases.state(id.value())).isEqualTo("PAID");
  }

  @Test
  void handlerThrows_theMappersWriteIsRolledBack_andMadeLater() throws Exception {
    OrderId id = ordered();
    String address = authenticated(id);
    shop.outOfStock = true;
    returns(address);
    assertThat(purchases.state(id.value())).isEqualTo("NEW");
    shop.outOfStock = false;
    returns(address);
    payments.resume(Duration.ofSeconds(5));
    assertThat(purchases.state(id.value())).isEqualTo("PAID");
    assertThat(sandbox.toss().ledger(id).captures()).isEqualTo(1);
  }

  @Test
  void refundRequestedBesideAMapper_isRolledBackWithIt() throws Exception {
    OrderId id = ordered();
    returns(authenticated(id));
    new TransactionTemplate(manager)
        .executeWithoutResult(
            status -> {
              purchases.become(id.value(), "RETURNED");
              payments.requestRefund(Refund.full(id.value(), id, "returned").build());
              status.setRollbackOnly();
            });
    assertThat(purchases.state(id.value())).isEqualTo("PAID");
    assertThat(payments.refundState(id.value())).isEmpty();
  }
}
