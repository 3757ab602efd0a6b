package kr.pgsdk.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Sandbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The operator reads in their own language what the SDK has written in ids and codes. */
@ShopTest
class OperatorsWordsTest {
  @LocalServerPort int port;
  @Autowired Sandbox sandbox;

  private Visitor buyer;
  private Visitor operator;

  @BeforeEach
  void arrive() throws Exception {
    buyer = new Visitor(port);
    operator = new Visitor(port);
    operator.post("/operator/login", "username", "operator", "password", ShopTest.PASSWORD);
  }

  private OrderId order() throws Exception {
    String made =
        buyer
            .post("/points", "amount", "10000", "account", "toss", "method", "CARD")
            .headers()
            .firstValue("Location")
            .orElseThrow();
    buyer.get(made.replaceFirst("^http://[^/]+", "")); // the payment window
    return OrderId.of(made.replaceAll(".*/orders/|/pay", ""));
  }

  private PaymentId paid(OrderId order) throws Exception {
    BrowserReturn back = sandbox.buyer().onToss().authenticate(order, Money.krw(10_000));
    buyer.get("/pg/return/toss?" + sandbox.buyer().onToss().successQuery(back));
    return back.paymentId();
  }

  private String page(OrderId order) throws Exception {
    return operator.get("/operator/orders/" + order).body();
  }

  private static String history(String page) {
    return page.replaceFirst("(?s).*id=\"history\"", "").replaceFirst("(?s)</ul>.*", "");
  }

  /** Asks for the page until it says so: a refund is sent a moment after it was asked for. */
  private String pageThatSays(OrderId order, String words) throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(100));
    String page = page(order);
    while (!page.contains(words) && Instant.now().isBefore(end)) {
      page = page(order);
    }
    assertThat(page).contains(words);
    return page;
  }

  @Test
  void historyOfAPaidAndRefundedOrder_isKorean() throws Exception {
    OrderId order = order();
    PaymentId payment = paid(order);
    operator.post("/operator/orders/" + order + "/refund", "amount", "4000", "reason", "as agreed");
    assertThat(history(pageThatSays(order, "환불됨</span>")))
        .contains("토스페이먼츠 " + payment + ": 결제됨", "환불을 부탁함")
        .doesNotContain("lang=\"en\"", "KRW", "CONFIRMED", "refund ");
    assertThat(history(operator.get("/operator/orders/" + order + "?lang=en").body()))
        .contains("Toss Payments " + payment + ": paid", "Refund asked for")
        .doesNotContain("CONFIRMED");
  }

  @Test
  void orderThatTheBuyerGaveUp_saysSo() throws Exception {
    OrderId order = order();
    buyer.post("/orders/" + order + "/give-up", "x", "1");
    assertThat(history(page(order))).contains("구매자가 그만둠").doesNotContain("lang=\"en\"");
  }

  /** The gateway's code and reason stand as they are, the SDK's English apart. */
  @Test
  void refusedRefund_showsWhatTheGatewaySays_andTheSdksEnglishAside() throws Exception {
    OrderId order = order();
    PaymentId payment = paid(order);
    sandbox.toss().refuseRefunds(payment, "NOT_CANCELABLE_PAYMENT");
    operator.post("/operator/orders/" + order + "/refund", "amount", "", "reason", "as agreed");
    String page = pageThatSays(order, "거절됨");
    assertThat(page)
        .contains("<span class=\"code\">NOT_CANCELABLE_PAYMENT</span>", "SDK의 설명(영어)")
        .doesNotContain("The gateway's reason", "The gateway&#39;s reason");
    assertThat(history(page)).contains("환불이 거절됨").doesNotContain("lang=\"en\"");
    assertThat(operator.get("/operator/refunds").body())
        .contains("<span class=\"code\">NOT_CANCELABLE_PAYMENT</span>")
        .doesNotContain("The gateway&#39;s reason");
  }

  /** Somebody paid at the gateway for an order that the shop never had. */
  @Test
  void dayThatDiffers_saysInKoreanWhatToDo() throws Exception {
    sandbox.buyer().onIamport().pay(OrderId.random(), Money.krw(7_000));
    assertThat(operator.get("/operator/reconcile?account=iamport").body())
        .contains("가게가 모르는 결제", "7,000원", "가게의 것이 아니면 콘솔에서 취소해 주세요.")
        .contains("<summary>SDK의 설명(영어)</summary><span lang=\"en\">captured at ")
        .doesNotContain("7000 KRW");
  }
}
