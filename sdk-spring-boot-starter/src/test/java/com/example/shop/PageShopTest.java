package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import kr.pgsdk.core.OrderId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.client.RestClient;

/** Runs the page's test with the page's files, which lie in a folder of their own here. */
@TestPropertySource(
    locations = "classpath:com/example/shop/application.properties",
    properties = {
      "spring.datasource.url=jdbc:h2:mem:page-shop",
      "spring.sql.init.schema-locations=classpath:com/example/shop/schema.sql",
      "spring.web.resources.static-locations=classpath:com/example/shop/static/"
    })
class PageShopTest extends ShopApplicationTests {
  @Test
  void pageAndItsArguments_atBothGateways(
      @Value("http://localhost:${local.server.port}") String url) {
    RestClient browser = RestClient.create(url);
    assertThat(browser.get().uri("/index.html").retrieve().body(String.class))
        .contains("IMP.request_pay");
    OrderId id = orders.create().get("id");
    assertThat(browser.post().uri("/orders/" + id + "/pay/iamport").retrieve().body(String.class))
        .contains(sandbox.iamportScriptUrl(), sandbox.iamportUserCode(), "\"amount\":15000")
        .contains(url + "/pg/return/iamport?order=" + id);
    assertThat(browser.post().uri("/orders/" + id + "/pay/nobody").retrieve().body(String.class))
        .isEqualTo("{}");
    assertThat(payments.pay(OrderId.of("unknown"), "toss")).isEmpty();
  }
}
