package kr.pgsdk.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Sandbox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A buyer who is back after the ten minutes that Toss gives a confirm. */
@Tag("slow")
@ShopTest
class LateReturnTest {
  @LocalServerPort int port;
  @Autowired Sandbox sandbox;
  @Autowired DurablePayments payments;

  @Test
  void nothingIsCaptured_theBuyerIsToldSo_andTheNextPaymentPays() throws Exception {
    Visitor buyer = new Visitor(port);
    String pay =
        buyer
            .post("/points", "amount", "10000", "account", "toss", "method", "CARD")
            .headers()
            .firstValue("Location")
            .orElseThrow()
            .replaceFirst("^http://[^/]+", "");
    buyer.get(pay); // the payment window
    OrderId order = OrderId.of(pay.replaceAll(".*/orders/|/pay", ""));

    BrowserReturn late = sandbox.buyer().onToss().letExpire(order, Money.krw(10_000));
    awaitTheWebhook(order);
    HttpResponse<String> back = returns(buyer, late);
    assertThat(back.headers().firstValue("Location").orElse("")).contains("came=refused");
    assertThat(buyer.get("/orders/" + order).body()).contains("data-standing=\"OPEN\"");

    returns(buyer, sandbox.buyer().onToss().authenticate(order, Money.krw(10_000)));
    assertThat(buyer.get("/orders/" + order).body()).contains("data-standing=\"PAID\"");
    assertThat(sandbox.toss().ledger(order).captures()).isEqualTo(1);
  }

  private void awaitTheWebhook(OrderId order) {
    Instant end = Instant.now().plus(Duration.ofSeconds(100));
    while (!isKnownAsExpired(order) && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
    }
    assertThat(isKnownAsExpired(order)).isTrue();
  }

  private boolean isKnownAsExpired(OrderId order) {
    return payments.order(order).stream()
        .flatMap(known -> known.payments().stream())
        .anyMatch(payment -> payment.status() == PaymentStatus.Known.EXPIRED);
  }

  private HttpResponse<String> returns(Visitor buyer, BrowserReturn back) throws Exception {
    return buyer.get("/pg/return/toss?" + sandbox.buyer().onToss().successQuery(back));
  }
}
