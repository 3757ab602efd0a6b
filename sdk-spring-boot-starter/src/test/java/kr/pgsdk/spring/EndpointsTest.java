package kr.pgsdk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.Checkout;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.SandboxWebhook;
import kr.pgsdk.spring.ShopApp.TestShop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A shop that has set its keys and written one bean, as browsers and gateways see it. */
class EndpointsTest {
  private static RunningShop running;
  private static TestShop shop;

  @BeforeAll
  static void start() {
    running = new RunningShop(ShopApp.class);
    shop = running.bean(TestShop.class);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static OrderId opened(String merchant) {
    OrderId id = shop.put(15_000, merchant);
    assertThat(running.bean(Checkouts.class).open(id)).get().isInstanceOf(Checkout.Ready.class);
    return id;
  }

  @Test
  void page_hasScriptKeyAndArguments_withTheReturnAddressOfThisRequest() {
    OrderId id = shop.put(15_000, "toss");
    String page = running.get("/pay/" + id).body();
    assertThat(page)
        .startsWith("https://js.tosspayments.com/v2/standard test_ck_page {")
        .contains(
            "\"orderId\":\"" + id + "\"",
            "\"successUrl\":\"" + running.url() + "/pg/return/toss?order=" + id + "\"");
  }

  @Test
  void tossReturns_isConfirmedToldOnceAndSentOn() {
    OrderId id = opened("toss");
    BrowserReturn back = running.sandbox.buyer().onToss().authenticate(id, Money.krw(15_000));
    String query = running.sandbox.buyer().onToss().successQuery(back);
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> answer = running.get("/pg/return/toss?" + query);
      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(answer.headers().firstValue("location"))
          .hasValue("/orders/" + id + "?payment=paid");
    }
    assertThat(shop.told(id)).containsExactly("OrderPaid");
    assertThat(running.sandbox.toss().ledger(id).captures()).isEqualTo(1);
  }

  @Test
  void shopsOwnPageAfterAPayment_orAPageThatIsNone_andThePaymentStands() {
    OrderId id = opened("toss");
    BrowserReturn back = running.sandbox.buyer().onToss().authenticate(id, Money.krw(15_000));
    String query = running.sandbox.buyer().onToss().successQuery(back);
    try {
      shop.pageAfter.set("/thanks/{broken}");
      HttpResponse<String> broken = running.get("/pg/return/toss?" + query);
      assertThat(broken.statusCode()).isEqualTo(500);
      assertThat(broken.body()).contains("Please don't pay again").doesNotContain("broken");
      assertThat(shop.told(id)).containsExactly("OrderPaid");
      shop.pageAfter.set("/감사/" + id);
      assertThat(running.get("/pg/return/toss?" + query).headers().firstValue("location"))
          .hasValue("/%EA%B0%90%EC%82%AC/" + id);
    } finally {
      shop.pageAfter.set(null);
    }
  }

  @Test
  void iamportReturnsByRedirectAndByCallback() {
    OrderId id = opened("iamport");
    BrowserReturn back = running.sandbox.buyer().onIamport().pay(id, Money.krw(15_000));
    String query = "imp_uid=" + back.paymentId() + "&merchant_uid=" + id + "&imp_success=true";
    assertThat(running.get("/pg/return/iamport?" + query).headers().firstValue("location"))
        .hasValue("/orders/" + id + "?payment=paid");
    byte[] json =
        ("{\"imp_uid\":\"" + back.paymentId() + "\",\"merchant_uid\":\"" + id + "\"}")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(running.post("/pg/return/iamport", "application/json", json).statusCode())
        .isEqualTo(303);
    assertThat(
            running
                .post(
                    "/pg/return/iamport",
                    "application/x-www-form-urlencoded",
                    query.getBytes(StandardCharsets.UTF_8))
                .statusCode())
        .isEqualTo(303);
    assertThat(shop.told(id)).containsExactly("OrderPaid");
  }

  @Test
  void buyerGivesUpAtToss_whoNamesNoOrder_isSentToTheOrderOfTheAddress() {
    OrderId id = opened("toss");
    assertThat(
            running
                .get("/pg/return/toss?order=" + id + "&code=PAY_PROCESS_CANCELED&message=x")
                .headers()
                .firstValue("location"))
        .hasValue("/orders/" + id + "?payment=not-started");
    assertThat(shop.told(id)).isEmpty();
  }

  @Test
  void webhook_isAnsweredAndLookedAtAtOnce() throws Exception {
    OrderId id = opened("iamport");
    BrowserReturn back = running.sandbox.buyer().onIamport().pay(id, Money.krw(15_000));
    for (SandboxWebhook webhook : running.sandbox.iamport().webhooks(back.paymentId())) {
      assertThat(running.post("/pg/webhooks/iamport", webhook).statusCode()).isEqualTo(200);
    }
    Instant end = Instant.now().plusSeconds(20);
    while (shop.told(id).isEmpty() && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
    }
    assertThat(shop.told(id)).containsExactly("OrderPaid");
  }

  @Test
  void portOneReturnsWithAToken_itCaptures_andIsToldOnce() {
    OrderId id = opened("portone");
    BrowserReturn back = running.sandbox.buyer().onPortOne().authenticate(id, Money.krw(15_000));
    String query = running.sandbox.buyer().onPortOne().redirectQuery(back);
    for (int i = 0; i < 2; i++) {
      assertThat(running.get("/pg/return/portone?" + query).headers().firstValue("location"))
          .hasValue("/orders/" + id + "?payment=paid");
    }
    assertThat(shop.told(id)).containsExactly("OrderPaid");
    assertThat(running.sandbox.portOne().ledger(id).captures()).isEqualTo(1);
  }

  @Test
  void portOnesWebhook_signed_isLookedAtAtOnce_andAForgedOneNever() throws Exception {
    OrderId id = opened("portone");
    BrowserReturn back = running.sandbox.buyer().onPortOne().pay(id, Money.krw(15_000));
    SandboxWebhook paid = running.sandbox.portOne().webhooks(back.paymentId()).get(0);
    int forged = running.post("/pg/webhooks/portone", "application/json", paid.body()).statusCode();
    assertThat(forged).isBetween(400, 403);
    assertThat(shop.told(id)).isEmpty();
    assertThat(running.post("/pg/webhooks/portone", paid).statusCode()).isEqualTo(200);
    Instant end = Instant.now().plusSeconds(20);
    while (shop.told(id).isEmpty() && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
    }
    assertThat(shop.told(id)).containsExactly("OrderPaid");
  }

  @Test
  void signedEvent_isToldOnce_andAForgedOneNever() {
    SandboxWebhook signed = running.sandbox.tossPayoutWebhook("payout-1", "COMPLETED");
    for (int i = 0; i < 2; i++) {
      assertThat(running.post("/pg/webhooks/toss", signed).statusCode()).isEqualTo(200);
    }
    assertThat(shop.told(OrderId.of("event"))).containsExactly("payout.changed");
    byte[] unsigned = signed.body();
    assertThat(running.post("/pg/webhooks/toss", "application/json", unsigned).statusCode())
        .isEqualTo(401);
    assertThat(shop.told(OrderId.of("event"))).hasSize(1);
  }

  @Test
  void iamportsToken_isSharedThroughTheDatabase() {
    running.bean(Merchants.class).get("iamport").gateway().getToken();
    assertThat(
            shop.jdbc.queryForObject(
                "select count(*) from pay_token where account='iamport'", Integer.class))
        .isEqualTo(1);
  }

  @Test
  void handlerThrows_itsWritesAreGone_andItIsToldAgain() {
    OrderId id = opened("toss");
    BrowserReturn back = running.sandbox.buyer().onToss().authenticate(id, Money.krw(15_000));
    String query = running.sandbox.buyer().onToss().successQuery(back);
    shop.failing.set(new IllegalStateException("no stock"));
    try {
      assertThat(running.get("/pg/return/toss?" + query).statusCode()).isEqualTo(303);
      assertThat(shop.told(id)).isEmpty();
    } finally {
      shop.failing.set(null);
    }
    assertThat(running.get("/pg/return/toss?" + query).statusCode()).isEqualTo(303);
    running.bean(DurablePayments.class).resume(Duration.ofSeconds(1));
    assertThat(shop.told(id)).containsExactly("OrderPaid");
    assertThat(running.sandbox.toss().ledger(id).captures()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/pg/return/nobody?orderId=1",
        "/pg/return/toss",
        "/pg/return/toss?paymentKey=a",
        "/pg/return/toss?paymentKey=a&orderId=%00&amount=1",
        "/pg/return/toss?paymentKey=a&paymentKey=b&orderId=order_1&amount=1",
        "/pg/return/toss?paymentKey=a&orderId=order_1&amount=-1",
        "/pg/return/toss?paymentKey=%3Cscript%3E&orderId=order_1&amount=1",
        "/pg/return/toss?paymentKey=a&orderId=order_1&amount=99999999999999999999",
        "/pg/return/toss?paymentKey=a&orderId=order_1&amount=1e9",
        "/pg/return/toss?paymentKey=%FF%FE&orderId=order_1&amount=1",
        "/pg/return/toss?code=%3Cscript%3E&message=%3Cscript%3E&orderId=order_1",
        "/pg/return/toss?order=%3Cscript%3Ealert(1)%3C/script%3E",
        "/pg/return/iamport",
        "/pg/return/iamport?imp_uid=imp_1&merchant_uid=unknown",
        "/pg/return/iamport?imp_uid=imp_1&imp_uid=imp_2"
      })
  void wrongReturn_isAPlainPage(String path) {
    HttpResponse<String> answer = running.get(path);
    assertThat(answer.statusCode()).isBetween(400, 499);
    assertThat(answer.body())
        .contains("This address isn't right")
        .doesNotContain("script", "order_1", "Exception", "null");
  }

  @Test
  void wrongWebhook_isA4xxWithoutABody() {
    byte[] huge = new byte[300_000];
    assertThat(running.post("/pg/webhooks/toss", "application/json", huge))
        .satisfies(
            answer -> {
              assertThat(answer.statusCode()).isEqualTo(413);
              assertThat(answer.body()).isEmpty();
            });
    assertThat(running.post("/pg/webhooks/toss", "application/json", new byte[0]).statusCode())
        .isEqualTo(400);
    assertThat(running.post("/pg/webhooks/nobody", "application/json", huge).statusCode())
        .isEqualTo(404);
    assertThat(running.post("/pg/webhooks/iamport", "text/xml", new byte[] {'<'}).statusCode())
        .isBetween(400, 499);
    assertThat(running.get("/pg/webhooks/toss").statusCode()).isEqualTo(405);
  }

  @ParameterizedTest
  @CsvSource({
    "multipart/form-data, x",
    "multipart/form-data; boundary=b, --b",
    "application/x-www-form-urlencoded, a=%zz&a=1&a=2",
    "application/json; charset=nothing, {}",
    "application/json, '{\"eventType\":\"PAYMENT_STATUS_CHANGED\"}'",
    "application/json, '[[[[[[[['",
    "application/json, '{\"data\":{\"paymentKey\":\"a\",\"paymentKey\":\"b\"}}'",
    "text/plain, '\u0000'"
  })
  void strangeBody_isA4xxAtEachEndpoint(String type, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    for (String path : new String[] {"/pg/webhooks/", "/pg/return/"}) {
      for (String merchant : new String[] {"toss", "iamport"}) {
        HttpResponse<String> answer = running.post(path + merchant, type, bytes);
        assertThat(answer.statusCode()).as(type + " to " + path + merchant).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("Exception", "boundary", "paymentKey");
      }
    }
  }
}
