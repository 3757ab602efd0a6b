package kr.pgsdk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.IamportBuyer;
import kr.pgsdk.sandbox.JournalEntry;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.SandboxWebhook;
import kr.pgsdk.spring.ShopApp.TestShop;
import kr.pgsdk.spring.web.PgWebhooks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A shop that sets what mostly stays as it is, and switches off what can be. */
class PropertiesTest {
  private static Sandbox others;
  private static RunningShop running;
  private static TestShop shop;

  @BeforeAll
  static void start() {
    others = Sandbox.start(); // where the merchants with names are
    running =
        new RunningShop(
            App.class,
            "pgsdk.merchants.books.toss.secret-key=" + others.tossSecretKey(),
            "pgsdk.merchants.books.toss.client-key=" + others.tossClientKey(),
            "pgsdk.merchants.books.toss.base-url=" + others.tossUrl(),
            "pgsdk.merchants.books.toss.script-url=" + others.tossScriptUrl(),
            "pgsdk.merchants.wine.iamport.api-key=" + others.iamportKey(),
            "pgsdk.merchants.wine.iamport.api-secret=" + others.iamportSecret(),
            "pgsdk.merchants.wine.iamport.imp-code=" + others.iamportUserCode(),
            "pgsdk.merchants.wine.iamport.channel-key=channel-key-of-wine",
            "pgsdk.merchants.wine.iamport.tier=TEA",
            "pgsdk.merchants.wine.iamport.accept-test-payments=true",
            "pgsdk.merchants.wine.iamport.base-url=" + others.iamportUrl(),
            "pgsdk.http.user-agent=tea-house/7",
            "pgsdk.http.traceparent=false",
            "pgsdk.webhooks.enabled=false",
            "pgsdk.webhooks.check-source=true",
            "pgsdk.webhooks.more-sources=127.0.0.0/8",
            "pgsdk.returns.path=/back",
            "pgsdk.returns.base-url=https://shop.example",
            "pgsdk.returns.page=/done?o={orderId}&r={outcome}",
            "pgsdk.store.table-prefix=billing_",
            "pgsdk.store.shop=tea-house",
            "pgsdk.resume.enabled=false",
            "management.health.pgsdk.enabled=false",
            "management.endpoint.pgsdk.access=none",
            "management.endpoint.health.show-details=always",
            "management.endpoints.web.exposure.include=*");
    shop = running.bean(TestShop.class);
  }

  @AfterAll
  static void stop() {
    running.close();
    others.close();
  }

  @Configuration(proxyBeanMethods = false)
  @Import(ShopApp.class)
  static class App {
    @RestController
    record Hooks(PgWebhooks webhooks) {
      @PostMapping("/hooks/wine")
      ResponseEntity<Void> hook(HttpServletRequest request) {
        return webhooks.receive("wine", request);
      }
    }
  }

  private static BrowserReturn paidAtBooks(OrderId id) {
    return others.buyer().onToss().authenticate(id, Money.krw(15_000));
  }

  @Test
  void merchantByName_hasItsOwnPageGatewayReturnAndAccount() {
    OrderId id = shop.put(15_000, "books");
    assertThat(running.get("/pay/" + id).body())
        .startsWith(others.tossScriptUrl() + " " + others.tossClientKey() + " {")
        .contains("\"successUrl\":\"https://shop.example/back/books?order=" + id + "\"");
    String query = others.buyer().onToss().successQuery(paidAtBooks(id));
    assertThat(running.get("/pg/return/books?" + query).statusCode()).isEqualTo(404);
    HttpResponse<String> answer = running.get("/back/books?" + query);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location")).hasValue("/done?o=" + id + "&r=paid");
    assertThat(shop.told(id)).containsExactly("OrderPaid");
    assertThat(others.toss().ledger(id).captures()).isEqualTo(1);
    assertThat(running.sandbox.toss().journal().entries("POST", "/v1/payments/confirm")).isEmpty();
    assertThat(shop.jdbc.queryForList("select account from billing_payment", String.class))
        .contains("books");
  }

  @Test
  void paymentOfATestChannel_countsWhereItIsAccepted_andIsOfTheSubMerchant() {
    OrderId accepted = shop.put(15_000, "wine");
    running.get("/pay/" + accepted);
    BrowserReturn back = others.buyer().onIamport().payInTestChannel(accepted, Money.krw(15_000));
    running.get("/back/wine?" + others.buyer().onIamport().redirectQuery(back));
    assertThat(shop.told(accepted)).containsExactly("OrderPaid");
    assertThat(others.iamport().journal().entries("POST", "/payments/prepare"))
        .isNotEmpty()
        .allMatch(request -> request.header("Tier").orElse("").equals("TEA"));

    OrderId other = shop.put(15_000, "iamport");
    running.get("/pay/" + other);
    IamportBuyer tester = running.sandbox.buyer().onIamport();
    BrowserReturn test = tester.payInTestChannel(other, Money.krw(15_000));
    running.get("/back/iamport?" + tester.redirectQuery(test));
    assertThat(shop.told(other)).isEmpty();
  }

  @Test
  void requests_haveTheApplicationsName_andNoTrace() {
    OrderId id = shop.put(15_000, "books");
    running.get("/pay/" + id);
    running.get("/back/books?" + others.buyer().onToss().successQuery(paidAtBooks(id)));
    List<JournalEntry> sent = others.toss().journal().entries("POST", "/v1/payments/confirm");
    assertThat(sent)
        .isNotEmpty()
        .allSatisfy(
            request -> {
              assertThat(request.header("user-agent").orElse("")).startsWith("tea-house/7 ");
              assertThat(request.header("traceparent")).isEmpty();
            });
  }

  @Test
  void tables_haveTheGivenPrefix() {
    assertThat(
            shop.jdbc.queryForList(
                "select lower(table_name) from information_schema.tables", String.class))
        .contains("billing_order", "billing_refund")
        .doesNotContain("pay_order");
  }

  /** Without endpoint and job: an own controller notes it, and some other server takes it up. */
  @Test
  void webhooks_goToAnOwnControllerAlone_andWaitForTheJob() {
    OrderId id = shop.put(15_000, "wine");
    assertThat(running.get("/pay/" + id).body()).contains("channel-key-of-wine");
    BrowserReturn paid = others.buyer().onIamport().pay(id, Money.krw(15_000));
    SandboxWebhook webhook = others.iamport().webhooks(paid.paymentId()).get(0);
    assertThat(running.post("/pg/webhooks/wine", webhook).statusCode()).isEqualTo(404);
    assertThat(running.post("/hooks/wine", webhook).statusCode()).isEqualTo(200);
    assertThat(running.context.getBeanProvider(ResumeJob.class).getIfAvailable()).isNull();
    assertThat(shop.told(id)).isEmpty();
    running.bean(DurablePayments.class).resume(Duration.ofSeconds(5));
    assertThat(shop.told(id)).containsExactly("OrderPaid");
    byte[] odd = "{}".getBytes(StandardCharsets.UTF_8);
    assertThat(running.post("/hooks/wine", "application/json", odd).statusCode())
        .as("let in by more-sources, and then read")
        .isEqualTo(400);
  }

  /** Nothing is answered as taken that isn't written: the gateway sends it again. */
  @Test
  void whileTheStoreIsAway_aWebhookIsA503_andAReturnAPlainPage() {
    OrderId id = shop.put(15_000, "books");
    running.get("/pay/" + id);
    String query = others.buyer().onToss().successQuery(paidAtBooks(id));
    byte[] hook =
        ("{\"imp_uid\":\"imp_1\",\"merchant_uid\":\"" + id + "\",\"status\":\"paid\"}")
            .getBytes(StandardCharsets.UTF_8);
    shop.jdbc.execute("alter table billing_order rename to billing_away");
    shop.jdbc.execute("alter table billing_work rename to billing_work_away");
    try {
      assertThat(running.post("/hooks/wine", "application/json", hook).statusCode()).isEqualTo(503);
      HttpResponse<String> answer = running.get("/back/books?" + query);
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("<h1>").doesNotContain("billing", "SQL", "Exception");
    } finally {
      shop.jdbc.execute("alter table billing_work_away rename to billing_work");
      shop.jdbc.execute("alter table billing_away rename to billing_order");
    }
    assertThat(shop.told(id)).isEmpty();
    assertThat(running.get("/back/books?" + query).statusCode()).isEqualTo(303);
    assertThat(shop.told(id)).containsExactly("OrderPaid");
  }

  @Test
  void healthAndEndpoint_areAway() {
    assertThat(running.get("/actuator/health").body()).contains("\"db\"").doesNotContain("pgsdk");
    assertThat(running.get("/actuator/pgsdk").statusCode()).isEqualTo(404);
  }
}
