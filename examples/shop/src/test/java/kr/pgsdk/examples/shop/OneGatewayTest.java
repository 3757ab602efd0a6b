package kr.pgsdk.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Base64;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.examples.shop.sandbox.Gateways;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.SandboxWebhook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A shop with the keys of PortOne V2 alone, as the environment gives them: two accounts there. */
@Tag("slow")
class OneGatewayTest {
  @Test
  void keysOfPortOne_noSandbox_noOtherGateway_andAPaymentThere() throws Exception {
    try (Sandbox gateway = Sandbox.start();
        ConfigurableApplicationContext shop = start(gateway)) {
      String port = shop.getEnvironment().getRequiredProperty("local.server.port");
      Visitor visitor = new Visitor(Integer.parseInt(port));
      assertThat(shop.getBeansOfType(Sandbox.class)).isEmpty();
      assertThat(visitor.get("/try").statusCode()).isEqualTo(404);
      assertThat(charges(visitor, "toss").statusCode()).isEqualTo(400);
      assertThat(visitor.get("/points").body())
          .contains("<span>포트원</span>", "<span>tearoom</span>")
          .doesNotContain("??");
      String pay = charges(visitor, "portone").headers().firstValue("Location").orElseThrow();
      pay = pay.substring(pay.indexOf("/orders/"));
      assertThat(visitor.get(pay).body())
          .contains("data-gateway=\"portone\"", gateway.portOneStoreId());
      String order = pay.replace("/pay", "");
      OrderId id = OrderId.of(order.replace("/orders/", ""));

      BrowserReturn back = gateway.buyer().onPortOne().pay(id, Money.krw(10_000));

      SandboxWebhook webhook = gateway.portOne().webhooks(back.paymentId()).get(0);
      assertThat(visitor.hook("/pg/webhooks/portone", webhook).statusCode()).isEqualTo(200);
      assertThat(visitor.postWithout("/pg/webhooks/portone", webhook.text()).statusCode())
          .isBetween(400, 499);
      String query = gateway.buyer().onPortOne().redirectQuery(back);
      assertThat(visitor.get("/pg/return/portone?" + query).statusCode()).isEqualTo(303);
      assertThat(visitor.get(order).body()).contains("data-standing=\"PAID\"");
    }
  }

  private static HttpResponse<String> charges(Visitor visitor, String account) throws Exception {
    return visitor.post("/points", "amount", "10000", "account", account, "method", "CARD");
  }

  private static ConfigurableApplicationContext start(Sandbox gateway) {
    SpringApplication shop = new SpringApplication(Shop.class);
    shop.addInitializers(new Gateways());
    return shop.run(
        "--server.port=0",
        "--spring.datasource.url=jdbc:h2:mem:one-gateway;DB_CLOSE_DELAY=-1",
        "--shop.operator.password=" + ShopTest.PASSWORD,
        "--shop.sealing-key=" + Base64.getEncoder().encodeToString(new byte[32]),
        "--pgsdk.portone.webhook-secrets=" + gateway.portOneWebhookSecret(),
        "--pgsdk.portone.api-secret=" + gateway.portOneApiSecret(),
        "--pgsdk.portone.store-id=" + gateway.portOneStoreId(),
        "--pgsdk.portone.channel-key=" + gateway.portOneChannelKey(),
        "--pgsdk.portone.base-url=" + gateway.portOneUrl(),
        "--pgsdk.portone.script-url=" + gateway.portOneScriptUrl(),
        "--pgsdk.merchants.tearoom.portone.api-secret=" + gateway.portOneApiSecret(),
        "--pgsdk.merchants.tearoom.portone.store-id=" + gateway.portOneStoreId());
  }
}
