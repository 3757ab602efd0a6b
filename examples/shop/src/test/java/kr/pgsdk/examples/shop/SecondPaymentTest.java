package kr.pgsdk.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.IamportBuyer;
import kr.pgsdk.sandbox.Ledger;
import kr.pgsdk.sandbox.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two windows that both charge: at Iamport the gateway itself doesn't keep them from it. */
@ShopTest
@Timeout(100)
class SecondPaymentTest {
  @LocalServerPort int port;
  @Autowired Sandbox sandbox;
  @Autowired DurablePayments payments;

  @Test
  void secondPaymentOfAnOrder_goesBackByItself_andPointsComeOnce() throws Exception {
    Visitor visitor = new Visitor(port);
    String pay =
        visitor
            .post("/points", "amount", "10000", "account", "iamport", "method", "CARD")
            .headers()
            .firstValue("Location")
            .orElseThrow();
    String order = pay.substring(pay.indexOf("/orders/"), pay.lastIndexOf("/pay"));
    OrderId id = OrderId.of(order.substring("/orders/".length()));
    assertThat(visitor.get(order + "/pay").statusCode()).isEqualTo(200);
    IamportBuyer buyer = sandbox.buyer().onIamport();
    BrowserReturn first = buyer.abandon(id, Money.krw(10_000));
    BrowserReturn second = buyer.abandon(id, Money.krw(10_000));
    for (BrowserReturn window : List.of(first, second)) {
      buyer.payAfterAll(window.paymentId());
      assertThat(visitor.get("/pg/return/iamport?" + buyer.redirectQuery(window)).statusCode())
          .isEqualTo(303);
    }
    Ledger ledger = sandbox.iamport().ledger(id);
    while (ledger.refunds() == 0) {
      payments.resume(Duration.ofSeconds(5));
      ledger = sandbox.iamport().ledger(id);
    }
    assertThat(ledger.captures()).isEqualTo(2);
    assertThat(ledger.refunds()).isEqualTo(1);
    assertThat(visitor.get(order).body()).contains("data-standing=\"PAID\"");
    assertThat(visitor.get("/points").body()).contains("10,000P").doesNotContain("20,000P");
  }
}
