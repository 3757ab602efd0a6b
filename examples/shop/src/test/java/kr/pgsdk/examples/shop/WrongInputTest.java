package kr.pgsdk.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Sandbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What nobody's browser sends by itself ends in a plain page, and nothing is delivered by it. */
@ShopTest
class WrongInputTest {
  private static final String HUGE = "9".repeat(4_000);
  private static final String SCRIPT = "<script>alert(1)</script>";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Sandbox sandbox;

  private Visitor visitor;
  private long orders;

  @BeforeEach
  void arrive() {
    visitor = new Visitor(port);
    orders = orders();
  }

  static Stream<Arguments> forms() {
    String way = "&account=toss&method=CARD";
    return Stream.of(
        Arguments.of("/cart", ""),
        Arguments.of("/cart", "product=sejak"),
        Arguments.of("/cart", "product=sejak&quantity=0"),
        Arguments.of("/cart", "product=sejak&quantity=-1"),
        Arguments.of("/cart", "product=sejak&quantity=" + HUGE),
        Arguments.of("/cart", "product=sejak&quantity=1&quantity=2"),
        Arguments.of("/cart", "product=nothing&quantity=1"),
        Arguments.of("/cart", "product=" + HUGE + "&quantity=1"),
        Arguments.of("/cart/change", "product=sejak&quantity=21"),
        Arguments.of("/order", "receiver=a&address=b" + way), // an empty cart
        Arguments.of("/points", "amount=1" + way),
        Arguments.of("/points", "amount=10000&account=toss"),
        Arguments.of("/points", "amount=10000&account=nobody&method=CARD"),
        Arguments.of("/points", "amount=10000&account=toss&method=GOLD"),
        Arguments.of("/points", "amount=10000&amount=10000" + way),
        Arguments.of("/gatherings/evening", "seat=Z9&name=a&account=toss&method=CARD"),
        Arguments.of("/gatherings/evening", "seat=A1&name=%20&account=toss&method=CARD"),
        Arguments.of("/gatherings/evening", "seat=A1&name=a%0Ab&account=toss&method=CARD"),
        Arguments.of("/gatherings/evening", "seat=A1&name=" + "n".repeat(31) + way),
        Arguments.of("/gatherings/evening", "seat=A1&name=a&account=nobody&method=CARD"),
        Arguments.of("/gatherings/nothing", "seat=A1&name=a&account=toss&method=CARD"),
        Arguments.of("/orders/nothing/give-up", "x=1"),
        Arguments.of("/orders/nothing/cancel", "x=1"),
        Arguments.of("/orders/nothing/misplaced-deposit", "x=1"),
        Arguments.of("/orders/nothing/pay-by", way));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void badForm_isRefused_andMakesNoOrder(String path, String form) throws Exception {
    Answers.plain(visitor.postForm(path, form), "");
    assertThat(orders()).isEqualTo(orders);
  }

  @Test
  void formOfAnotherSite_isRefused() throws Exception {
    HttpResponse<String> answer =
        visitor.postWithout("/points", "amount=10000&account=toss&method=CARD");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(orders()).isEqualTo(orders);
  }

  @Test
  void anotherBuyersOrder_doesntExist() throws Exception {
    String order = charges(visitor);
    Visitor other = new Visitor(port);
    assertThat(visitor.get(order).statusCode()).isEqualTo(200);
    for (String path : new String[] {order, order + "/pay", order + "/receipt"}) {
      assertThat(other.get(path).statusCode()).as(path).isEqualTo(404);
    }
    for (String path : new String[] {"/give-up", "/cancel", "/misplaced-deposit"}) {
      assertThat(other.post(order + path, "x", "1").statusCode()).as(path).isEqualTo(404);
    }
    assertThat(visitor.get(order).body()).contains("data-standing=\"OPEN\"");
  }

  @Test
  void scriptInANameOrQuery_isShownAsText() throws Exception {
    visitor.post("/cart", "product", "sejak", "quantity", "1");
    String order =
        location(
                visitor.post(
                    "/order",
                    "receiver",
                    SCRIPT,
                    "address",
                    SCRIPT,
                    "account",
                    "toss",
                    "method",
                    "CARD"))
            .replace("/pay", "");
    assertThat(visitor.get(order).body()).contains("&lt;script&gt;alert(1)").doesNotContain(SCRIPT);
    assertThat(visitor.get(order + "/pay").body()).doesNotContain(SCRIPT);
    assertThat(visitor.get("/?lang=%3Cscript%3E").statusCode()).isEqualTo(200);
    assertThat(visitor.get(order + "?came=%3Cscript%3E").body()).doesNotContain("data-came");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/operator",
        "/operator/orders/1",
        "/operator/refunds",
        "/operator/attention",
        "/operator/reconcile"
      })
  void operatorsPages_needALogIn(String path) throws Exception {
    HttpResponse<String> answer = visitor.get(path);
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(location(answer)).isEqualTo("/operator/login");
  }

  @Test
  void returnsAndWebhooks_thatNoGatewaySends_deliverNothing() throws Exception {
    String order = charges(visitor);
    String id = order.substring("/orders/".length());
    Answers.plain(visitor.get("/pg/return/toss"), "");
    Answers.plain(visitor.get("/pg/return/nobody?paymentKey=1&orderId=" + id + "&amount=1"), "");
    visitor.get("/pg/return/toss?paymentKey=forged_1&orderId=" + id + "&amount=10000");
    visitor.get("/pg/return/iamport?imp_uid=imp_1&merchant_uid=" + id);
    visitor.get("/pg/return/portone?paymentId=" + id + "&txId=1&paymentToken=forged");
    visitor.postWithout("/pg/webhooks/toss", SCRIPT);
    visitor.postWithout("/pg/webhooks/portone", "{\"type\":\"Transaction.Paid\"}");
    visitor.postWithout("/pg/webhooks/iamport", "imp_uid=imp_1&merchant_uid=" + id);
    assertThat(visitor.get(order).body()).doesNotContain("data-standing=\"PAID\"");
    assertThat(visitor.get("/points").body()).contains(">0P<");
  }

  @Test
  void paymentOfAnotherOrder_doesntPayThisOne() throws Exception {
    String order = charges(visitor);
    OrderId other = OrderId.random();
    BrowserReturn cheap = sandbox.buyer().onToss().authenticate(other, Money.krw(100));
    String id = order.substring("/orders/".length());
    HttpResponse<String> answer =
        visitor.get(
            "/pg/return/toss?paymentKey="
                + cheap.paymentId().value()
                + "&orderId="
                + id
                + "&amount=10000");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(visitor.get(order).body()).doesNotContain("data-standing=\"PAID\"");
    assertThat(sandbox.toss().ledger(cheap.paymentId()).captures()).isZero();
  }

  @Test
  void twoOfTheLastOne_oneIsSold() throws Exception {
    Visitor second = new Visitor(port);
    for (Visitor each : new Visitor[] {visitor, second}) {
      each.post("/cart", "product", "tray", "quantity", "1");
    }
    String[] form = {
      "receiver", "a", "address", "b", "account", "toss", "method", "VIRTUAL_ACCOUNT"
    };
    String order = location(visitor.post("/order", form)).replace("/pay", "");
    assertThat(second.post("/order", form).statusCode()).isEqualTo(409);
    visitor.post(order + "/give-up", "x", "1");
    assertThat(second.post("/order", form).statusCode()).isEqualTo(302);
  }

  private String charges(Visitor buyer) throws Exception {
    String pay =
        location(buyer.post("/points", "amount", "10000", "account", "toss", "method", "CARD"));
    assertThat(buyer.get(pay).statusCode()).isEqualTo(200);
    return pay.replace("/pay", "");
  }

  private static String location(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .orElseThrow(() -> new AssertionError(answer.statusCode() + ": " + answer.body()))
        .replaceFirst("^http://[^/]+", "");
  }

  private long orders() {
    return jdbc.sql("select count(*) from shop_order").query(Long.class).single();
  }
}
