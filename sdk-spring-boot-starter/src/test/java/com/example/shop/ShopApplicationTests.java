package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.spring.test.PgSandbox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.web.client.RestClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@PgSandbox
class ShopApplicationTests {
  @Autowired Sandbox sandbox;
  @Autowired Orders orders;
  @Autowired Payments payments;

  @Test
  void buyerPaysAndIsRefunded(@Value("http://localhost:${local.server.port}") String shop) {
    RestClient browser = RestClient.create(shop);
    OrderId id = orders.create().get("id");
    browser.post().uri("/orders/{id}/pay/toss", id).retrieve().toBodilessEntity();
    BrowserReturn back = sandbox.buyer().onToss().authenticate(id, Money.krw(15_000));
    String query = sandbox.buyer().onToss().successQuery(back);
    browser.get().uri("/pg/return/toss?" + query).retrieve().toBodilessEntity();
    assertThat(orders.state(id.value())).isEqualTo("PAID");
    assertThat(payments.refund(id)).isEqualTo("DONE");
    assertThat(orders.state(id.value())).isEqualTo("REFUNDED");
  }
}
