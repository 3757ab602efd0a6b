package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every answer that PortOne's server makes has the fields that the description demands of it. */
class PortOneAnswersTest {
  private static final Money PRICE = Money.krw(1_000);
  private static final String AMOUNT =
      "\"orderName\":\"T\",\"amount\":{\"total\":1000},\"currency\":\"KRW\"";

  private final Sandbox sandbox = Sandbox.start();
  private final PortOneBuyer buyer = sandbox.buyer().onPortOne();
  private final Wire portOne = Wire.portOne(sandbox);
  private final List<String> wrong = new ArrayList<>();
  private PortOneShapes shapes;

  @BeforeEach
  void read() throws IOException {
    shapes = PortOneShapes.read();
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private Wire.Reply see(String method, String path, String body) throws IOException {
    Wire.Reply reply = portOne.send(method, path, body);
    assertThat(reply.status()).as(method + " " + path + " " + reply.body()).isEqualTo(200);
    wrong.addAll(shapes.differences(method, path, reply.json()));
    return reply;
  }

  private Wire.Reply get(String path) throws IOException {
    return see("GET", path, null);
  }

  private Wire.Reply post(String path, String body) throws IOException {
    return see("POST", path, body);
  }

  private static String asked(String json) {
    return "?requestBody=" + URLEncoder.encode(json, StandardCharsets.UTF_8);
  }

  @Test
  void everyOperation_everyStatus() throws IOException {
    payments();
    charges();
    otherOperations();
    assertThat(wrong).isEmpty();
    assertThat(shapes.unseen()).as("operations that no answer was seen of").isEmpty();
  }

  private void payments() throws IOException {
    buyer.abandon(OrderId.of("ready00001"), PRICE);
    buyer.refuse(OrderId.of("failed0001"), PRICE);
    BrowserReturn pending = buyer.payLater(OrderId.of("pending001"), PRICE);
    buyer.settlePending(buyer.payLater(OrderId.of("pending002"), PRICE).paymentId(), false);
    assertThat(pending.orderId().value()).isEqualTo("pending001");
    buyer.chooseVirtualAccount(OrderId.of("account001"), PRICE);
    post("/payments/manual0001/pre-register", "{\"totalAmount\":1000}");
    BrowserReturn manual = buyer.authenticate(OrderId.of("manual0001"), PRICE);
    post(
        "/payments/manual0001/confirm",
        "{\"paymentToken\":\"" + buyer.paymentToken(manual) + "\"}");
    BrowserReturn paid = buyer.pay(OrderId.of("paid000001"), PRICE);
    buyer.dispute(paid.paymentId(), "r");
    buyer.pay(OrderId.of("part000001"), PRICE);
    post("/payments/part000001/cancel", "{\"reason\":\"r\",\"amount\":300}");
    buyer.pay(OrderId.of("gone000001"), PRICE);
    post("/payments/gone000001/cancel", "{\"reason\":\"r\"}");
    sandbox.switches().on(Switch.PORTONE_REFUNDS_LATER);
    buyer.pay(OrderId.of("later00001"), PRICE);
    Wire.Reply later = post("/payments/later00001/cancel", "{\"reason\":\"r\",\"amount\":5}");
    get("/payments/later00001");
    post("/payments/later00001/cancellations/" + later.at("cancellation.id") + "/stop", "{}");
    sandbox.switches().off(Switch.PORTONE_REFUNDS_LATER);
    buyer.chooseVirtualAccount(OrderId.of("closed0001"), PRICE);
    post("/payments/closed0001/virtual-account/close", "");
    BrowserReturn deposited = buyer.chooseVirtualAccount(OrderId.of("deposit001"), PRICE);
    buyer.deposit(deposited.paymentId());
    post(
        "/payments/deposit001/cancel",
        "{\"reason\":\"r\",\"refundAccount\":"
            + "{\"bank\":\"SHINHAN\",\"number\":\"110\",\"holderName\":\"K\"}}");
    for (Object id : items(get("/payments" + asked("{\"page\":{\"size\":100}}")))) {
      get("/payments/" + id);
      get("/payments/" + id + "/transactions");
    }
    get("/payments-by-cursor");
    get("/payment-events-by-cursor");
  }

  private static List<Object> items(Wire.Reply page) {
    List<Object> ids = new ArrayList<>();
    for (int i = 0; i < ((List<?>) page.at("items")).size(); i++) {
      ids.add(page.at("items." + i + ".id"));
    }
    assertThat(ids).hasSizeGreaterThan(10);
    return ids;
  }

  private void charges() throws IOException {
    String channel = "\"channelKey\":\"" + sandbox.portOneChannelKey() + "\"";
    String card =
        "{\"card\":{\"credential\":{\"number\":\"%s\",\"expiryYear\":\"30\",\"expiryMonth\":\"12\"}}}"
            .formatted(TestCard.GOOD.number());
    post(
        "/payments/instant001/instant", "{" + AMOUNT + "," + channel + ",\"method\":" + card + "}");
    Wire.Reply issued = post("/billing-keys", "{" + channel + ",\"method\":" + card + "}");
    Object key = issued.at("billingKeyInfo.billingKey");
    String byKey = "{" + AMOUNT + ",\"billingKey\":\"" + key + "\"}";
    post("/payments/charge0001/billing-key", byKey);
    String time = sandbox.clock().instant().plus(Duration.ofHours(1)).toString();
    String scheduled = "{\"payment\":" + byKey + ",\"timeToPay\":\"" + time + "\"}";
    post("/payments/schedule01/schedule", scheduled);
    Wire.Reply second = post("/payments/schedule02/schedule", scheduled);
    Object revoked = second.at("schedule.id");
    get("/payment-schedules/" + revoked);
    see("DELETE", "/payment-schedules", "{\"scheduleIds\":[\"" + revoked + "\"]}");
    sandbox.clock().advance(Duration.ofHours(2));
    assertThat(get("/payment-schedules").at("items.0.status")).isEqualTo("SUCCEEDED");
    assertThat(get("/payments/schedule01").at("scheduleId")).isNotNull();

    String token = buyer.agreeToBillingKey(TestCard.GOOD);
    post("/billing-keys/confirm", "{\"billingIssueToken\":\"" + token + "\"}");
    String both = buyer.agreeToBillingKeyAndPayment(OrderId.of("first00001"), PRICE, TestCard.GOOD);
    post(
        "/billing-keys/confirm-issue-and-pay",
        "{\"billingIssueToken\":\"" + both + "\",\"totalAmount\":1000}");
    assertThat(get("/payments/first00001").at("status")).isEqualTo("PAID");
    get("/billing-keys/" + key);
    see("DELETE", "/billing-keys/" + key, null);
    get("/billing-keys/" + key);
    get("/billing-keys");
  }

  private void otherOperations() throws IOException {
    post(
        "/cash-receipts",
        "{\"paymentId\":\"paid000001\","
            + AMOUNT
            + ",\"type\":\"PERSONAL\",\"customer\":{\"identityNumber\":\"01012345678\"},"
            + "\"channelKey\":\""
            + sandbox.portOneChannelKey()
            + "\"}");
    get("/payments/paid000001/cash-receipt");
    get("/payments/paid000001");
    post("/payments/paid000001/cash-receipt/cancel", "");
    get("/payments/paid000001/cash-receipt");
    get("/payments/paid000001");
    get("/cash-receipts");

    String person =
        "{\"channelKey\":\"%s\",\"customer\":{\"name\":\"K\",\"phoneNumber\":\"010\","
                .formatted(sandbox.portOneChannelKey())
            + "\"ipAddress\":\"::1\"},\"operator\":\"SKT\",\"method\":\"SMS\"}";
    post("/identity-verifications/id1/send", person);
    get("/identity-verifications/id1");
    post("/identity-verifications/id1/resend", "");
    post("/identity-verifications/id1/confirm", "{\"otp\":\"000000\"}");
    buyer.verifyIdentity("id2", "K");
    get("/identity-verifications");

    String logistics =
        "{\"logistics\":{\"company\":\"CJ\",\"invoiceNumber\":\"1\","
            + "\"sentAt\":\"2026-01-01T00:00:00Z\"}}";
    post("/payments/paid000001/escrow/logistics", logistics);
    get("/payments/paid000001");
    see("PATCH", "/payments/paid000001/escrow/logistics", logistics);
    post("/payments/paid000001/escrow/complete", "{}");
    get("/payments/paid000001");
    post("/payments/paid000001/capture", "{}");
    post("/payments/paid000001/register-store-receipt", "{\"items\":[{\"name\":\"T\"}]}");
    get("/banks");

    Wire.Reply login =
        post("/login/api-secret", "{\"apiSecret\":\"" + sandbox.portOneApiSecret() + "\"}");
    post("/token/refresh", "{\"refreshToken\":\"" + login.at("refreshToken") + "\"}");

    try (WebhookShop shop = WebhookShop.start(200)) {
      sandbox.portOne().sendWebhooksTo(shop.url());
      buyer.pay(OrderId.of("hooked0001"), PRICE);
      shop.await(2);
      post("/payments/hooked0001/resend-webhook", "{}");
      shop.await(3);
      get("/payments/hooked0001");
    }
  }
}
