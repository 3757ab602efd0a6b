package kr.pgsdk.examples.shop.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kr.pgsdk.examples.shop.Shop;
import kr.pgsdk.examples.shop.ShopTest;
import kr.pgsdk.examples.shop.sandbox.Gateways;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A shop that finds another gateway's key beside its stored payments, as after a copy of the
 * database: nothing is sent until a person says that the key is a new one of the same merchant.
 */
@Tag("slow")
class AdoptFlowTest {
  @Test
  void anotherKey_isListed_sendsNothing_andIsAdopted() {
    try (Browser browser = Browser.start()) {
      start().close(); // its sandbox had other keys
      try (ConfigurableApplicationContext shop = start()) {
        String address =
            "http://localhost:" + shop.getEnvironment().getProperty("local.server.port");
        browser.open(address + "/operator");
        browser.type("[name=username]", "operator");
        browser.type("[name=password]", ShopTest.PASSWORD);
        browser.submit("main form button");
        browser.open(address + "/operator/attention");
        browser.shows("[data-kind=ACCOUNT_CHANGED]");
        browser.keepPicture("operator-adopt");
        for (String gateway : List.of("Iamport", "Toss", "PortOne V2")) {
          assertThat(browser.has("[data-kind=ACCOUNT_CHANGED]")).as(gateway).isTrue();
          browser.submit("[data-kind=ACCOUNT_CHANGED] form button");
        }
        assertThat(browser.has("[data-kind=ACCOUNT_CHANGED]")).isFalse();
      }
    }
  }

  private static ConfigurableApplicationContext start() {
    SpringApplication shop = new SpringApplication(Shop.class);
    shop.addInitializers(new Gateways());
    return shop.run(
        "--server.port=0",
        "--shop.operator.password=" + ShopTest.PASSWORD,
        "--spring.datasource.url=jdbc:h2:mem:adopt;DB_CLOSE_DELAY=-1",
        "--pgsdk.store.shop=adopt");
  }
}
