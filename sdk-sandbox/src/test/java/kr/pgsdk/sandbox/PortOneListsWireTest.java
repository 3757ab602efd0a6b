package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** PortOne's lists, and the payments that a shop's server makes, over the wire. */
class PortOneListsWireTest {
  private static final Money PRICE = Money.krw(1_000);

  private final Sandbox sandbox = Sandbox.start();
  private final PortOneBuyer buyer = sandbox.buyer().onPortOne();
  private final Wire portOne = Wire.portOne(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  private Wire.Reply list(String json) throws IOException {
    return portOne.get("/payments?requestBody=" + URLEncoder.encode(json, StandardCharsets.UTF_8));
  }

  private static String search(String field, String value) {
    return "{\"filter\":{\"textSearch\":[{\"field\":\"%s\",\"value\":\"%s\"}]}}"
        .formatted(field, value);
  }

  private static int count(Wire.Reply page) {
    return ((List<?>) page.at("items")).size();
  }

  @Test
  void pages_newestFirst_inBounds() throws IOException {
    for (int i = 0; i < 12; i++) {
      buyer.pay(OrderId.of("order00" + (10 + i)), PRICE);
      sandbox.clock().advance(Duration.ofSeconds(1));
    }
    Wire.Reply first = list("{}");
    assertThat(count(first)).isEqualTo(10);
    assertThat(first.at("page.totalCount")).isEqualTo("12");
    assertThat(first.at("items.0.id")).isEqualTo("order0021");
    Wire.Reply second = list("{\"page\":{\"number\":1,\"size\":10}}");
    assertThat(count(second)).isEqualTo(2);
    assertThat(list("{\"filter\":{\"sortOrder\":\"ASC\"}}").at("items.0.id"))
        .isEqualTo("order0010");
    assertThat(list("{\"page\":{\"number\":60,\"size\":1000}}").at("type"))
        .isEqualTo("INVALID_REQUEST");
  }

  @Test
  void statusFilter_hasAnotherWordForPending() throws IOException {
    buyer.payLater(OrderId.of("order0001"), PRICE);
    buyer.payInTestChannel(OrderId.of("order0002"), PRICE);
    assertThat(list("{\"filter\":{\"status\":[\"PENDING\"]}}").at("items.0.status"))
        .isEqualTo("PAY_PENDING");
    assertThat(count(list("{\"filter\":{\"status\":[\"PAY_PENDING\"]}}"))).isZero();
    assertThat(list("{\"filter\":{\"isTest\":true}}").at("items.0.id")).isEqualTo("order0002");
    assertThat(count(list("{\"filter\":{\"version\":\"V1\"}}"))).isZero();
    sandbox.clock().advance(Duration.ofDays(91));
    assertThat(count(list("{}"))).isZero();
  }

  @Test
  void searchByTransaction_wholeOrInParts() throws IOException {
    BrowserReturn back = buyer.pay(OrderId.of("order0001"), PRICE);
    buyer.pay(OrderId.of("order0002"), PRICE);
    String id = back.paymentId().value();
    assertThat(list(search("TX_ID", id)).at("items.0.id")).isEqualTo("order0001");
    assertThat(count(list(search("TX_ID", id.substring(0, 20))))).isZero();
    sandbox.switches().on(Switch.PORTONE_TX_ID_MATCHES_PARTS);
    assertThat(count(list(search("TX_ID", id.substring(0, 20))))).isEqualTo(1);
  }

  @Test
  void paymentsOfV1_shownIfTheSwitchIsOn_asTheDescriptionSays() throws IOException {
    BrowserReturn paid = sandbox.buyer().onIamport().pay(OrderId.of("order-v1"), PRICE);
    sandbox.buyer().onIamport().refuse(OrderId.of("refused-v1"), PRICE);
    assertThat(count(list("{}"))).isZero();
    assertThat(portOne.get("/payments/order-v1").status()).isEqualTo(404);
    sandbox.switches().on(Switch.PORTONE_SHOWS_V1_PAYMENTS);
    Wire.Reply found = portOne.get("/payments/order-v1");
    assertThat(found.at("version")).isEqualTo("V1");
    assertThat(found.at("transactionId")).isEqualTo(paid.paymentId().value());
    PortOneShapes shapes = PortOneShapes.read();
    assertThat(shapes.differences("GET", "/payments/order-v1", found.json())).isEmpty();
    Wire.Reply both = list("{\"filter\":{\"version\":\"V1\"}}");
    assertThat(count(both)).isEqualTo(2);
    assertThat(shapes.differences("GET", "/payments", both.json())).isEmpty();
    assertThat(list(search("TX_ID", paid.paymentId().value())).at("items.0.id"))
        .isEqualTo("order-v1");
    assertThat(portOne.post("/payments/order-v1/cancel", "{\"reason\":\"r\"}").at("type"))
        .isEqualTo("PAYMENT_NOT_FOUND");
  }

  @Test
  void getWithABody_isReadAsRequestBodyIs() throws IOException {
    buyer.pay(OrderId.of("order0001"), PRICE);
    buyer.refuse(OrderId.of("order0002"), PRICE);
    URI url = URI.create(sandbox.portOneUrl());
    String body = "{\"filter\":{\"status\":[\"FAILED\"]}}";
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      OutputStream out = socket.getOutputStream();
      String head =
          "GET /payments HTTP/1.1\r\nHost: x\r\nAuthorization: PortOne %s\r\nContent-Length: %d\r\n\r\n"
              .formatted(sandbox.portOneApiSecret(), body.length());
      out.write((head + body).getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      StringBuilder answer = new StringBuilder();
      while (!answer.toString().endsWith("}}")) {
        int next = in.read();
        assertThat(next).as("the answer " + answer + " goes on").isNotNegative();
        answer.append((char) next);
      }
      assertThat(answer).contains("200 OK", "order0002").doesNotContain("order0001");
    }
    assertThat(sandbox.portOne().journal().last().method()).isEqualTo("GET");
  }

  @Test
  void cursors_goOn_wherePageBefore() throws IOException {
    for (int i = 0; i < 3; i++) {
      buyer.pay(OrderId.of("order000" + i), PRICE);
    }
    String path = "/payments-by-cursor?requestBody=";
    Wire.Reply first =
        portOne.get(path + URLEncoder.encode("{\"size\":2}", StandardCharsets.UTF_8));
    assertThat(first.at("items.0.payment.id")).isEqualTo("order0000");
    String next = "{\"size\":2,\"cursor\":\"" + first.at("items.1.cursor") + "\"}";
    Wire.Reply second = portOne.get(path + URLEncoder.encode(next, StandardCharsets.UTF_8));
    assertThat(count(second)).isEqualTo(1);
    assertThat(second.at("items.0.payment.id")).isEqualTo("order0002");
  }

  @Test
  void attempts_eachWithItsOwnId() throws IOException {
    OrderId order = OrderId.of("order0001");
    BrowserReturn refused = buyer.refuse(order, PRICE);
    BrowserReturn paid = buyer.pay(order, PRICE);
    Wire.Reply reply = portOne.get("/payments/order0001/transactions");
    assertThat(reply.at("items.0.id")).isEqualTo(refused.paymentId().value());
    assertThat(reply.at("items.0.status")).isEqualTo("FAILED");
    assertThat(reply.at("items.1.id")).isEqualTo(paid.paymentId().value());
  }

  // ---- charges

  private Wire.Reply charge(String order, Object key) throws IOException {
    return portOne.post(
        "/payments/" + order + "/billing-key",
        "{\"billingKey\":\"%s\",\"orderName\":\"T\",\"amount\":{\"total\":1000},\"currency\":\"KRW\"}"
            .formatted(key));
  }

  @Test
  void charge_paysOnce_declinedIs502AndFailed() throws IOException {
    String good = buyer.issueBillingKey(TestCard.GOOD);
    assertThat((String) charge("order0001", good).at("payment.pgTxId")).isNotBlank();
    assertThat(charge("order0001", good).at("type")).isEqualTo("ALREADY_PAID");
    assertThat(portOne.get("/payments/order0001").at("billingKey")).isEqualTo(good);
    assertThat(sandbox.portOne().ledger(OrderId.of("order0001")).captures()).isEqualTo(1);

    Wire.Reply declined = charge("order0002", buyer.issueBillingKey(TestCard.OVER_LIMIT));
    assertThat(declined.status()).isEqualTo(502);
    assertThat(declined.at("pgCode")).isEqualTo(TestCard.OVER_LIMIT.tossCode());
    assertThat(portOne.get("/payments/order0002").at("status")).isEqualTo("FAILED");
    assertThat(charge("order0002", good).status()).isEqualTo(200);
    assertThat(charge("order0003", "x").at("type")).isEqualTo("BILLING_KEY_NOT_FOUND");
    portOne.delete("/billing-keys/" + good);
    assertThat(charge("order0003", good).at("type")).isEqualTo("BILLING_KEY_ALREADY_DELETED");
    assertThat(portOne.delete("/billing-keys/" + good).at("type"))
        .isEqualTo("BILLING_KEY_ALREADY_DELETED");
  }

  @Test
  void schedule_paysAtItsTime_canBeRevokedBefore() throws IOException {
    String key = buyer.issueBillingKey(TestCard.GOOD);
    String time = sandbox.clock().instant().plus(Duration.ofHours(1)).toString();
    String body =
        ("{\"payment\":{\"billingKey\":\"%s\",\"orderName\":\"T\",\"amount\":{\"total\":1000},"
                + "\"currency\":\"KRW\"},\"timeToPay\":\"%s\"}")
            .formatted(key, time);
    portOne.post("/payments/order0001/schedule", body);
    assertThat(portOne.post("/payments/order0001/schedule", body).at("type"))
        .isEqualTo("PAYMENT_SCHEDULE_ALREADY_EXISTS");
    assertThat(charge("order0001", key).at("type")).isEqualTo("PAYMENT_SCHEDULE_ALREADY_EXISTS");
    assertThat(portOne.delete("/billing-keys/" + key).at("type"))
        .isEqualTo("PAYMENT_SCHEDULE_ALREADY_EXISTS");
    Object second = portOne.post("/payments/order0002/schedule", body).at("schedule.id");
    String revoke = "{\"scheduleIds\":[\"" + second + "\"]}";
    assertThat(portOne.send("DELETE", "/payment-schedules", revoke).at("revokedScheduleIds.0"))
        .isEqualTo(second);
    assertThat(portOne.send("DELETE", "/payment-schedules", revoke).at("type"))
        .isEqualTo("PAYMENT_SCHEDULE_ALREADY_REVOKED");
    assertThat(portOne.get("/payments/order0001").at("type")).isEqualTo("PAYMENT_NOT_FOUND");
    sandbox.clock().advance(Duration.ofHours(1));
    assertThat(portOne.get("/payments/order0001").at("status")).isEqualTo("PAID");
    assertThat(portOne.get("/payments/order0002").at("type")).isEqualTo("PAYMENT_NOT_FOUND");
    assertThat(portOne.post("/payments/order0001/schedule", body).status()).isEqualTo(400);
  }

  @Test
  void instantAccount_waitsForADeposit() throws IOException {
    Wire.Reply reply =
        portOne.post(
            "/payments/order0001/instant",
            ("{\"channelKey\":\"%s\",\"orderName\":\"T\",\"amount\":{\"total\":1000},"
                    + "\"currency\":\"KRW\",\"method\":{\"virtualAccount\":{\"bank\":\"KOOKMIN\","
                    + "\"expiry\":{\"validHours\":2},\"option\":{\"type\":\"NORMAL\"}}}}")
                .formatted(sandbox.portOneChannelKey()));
    assertThat((String) reply.at("payment.paidAt")).isNotBlank();
    assertThat(portOne.get("/payments/order0001").at("method.bank")).isEqualTo("KOOKMIN");
    assertThat(sandbox.portOne().ledger(OrderId.of("order0001")).captures()).isZero();
  }

  @Test
  void examples_answerWithoutALifeOfTheirOwn() throws IOException {
    assertThat(portOne.get("/platform/partners/x").status()).isEqualTo(200);
    assertThat(portOne.get("/platform/partners").json()).containsKey("items");
    assertThat(Wire.to(sandbox.portOneUrl()).get("/banks").status()).isEqualTo(200);
    assertThat(Wire.to(sandbox.portOneUrl()).get("/platform/partners").status()).isEqualTo(401);
  }
}
