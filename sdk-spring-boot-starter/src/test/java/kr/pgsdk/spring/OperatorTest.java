package kr.pgsdk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.durable.Checkout;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.FaultKind;
import kr.pgsdk.spring.ShopApp.TestShop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What an operator sees of a shop: health, what waits, metrics. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class) // health looks at the calls before
class OperatorTest {
  private static RunningShop running;
  private static TestShop shop;

  @BeforeAll
  static void start() {
    running =
        new RunningShop(
            ShopApp.class,
            "management.endpoints.web.exposure.include=*",
            "management.endpoint.health.show-details=always");
    shop = running.bean(TestShop.class);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static OrderId paid() {
    OrderId id = shop.put(15_000, "toss");
    assertThat(running.bean(Checkouts.class).open(id)).get().isInstanceOf(Checkout.Ready.class);
    BrowserReturn back = running.sandbox.buyer().onToss().authenticate(id, Money.krw(15_000));
    running.get("/pg/return/toss?" + running.sandbox.buyer().onToss().successQuery(back));
    assertThat(shop.told(id)).containsExactly("OrderPaid");
    return id;
  }

  @Test
  @Order(1)
  void call_isATimer_andWhatWaitsAGauge() {
    paid();
    assertThat(
            running
                .get(
                    "/actuator/metrics/pgsdk.call?tag=gateway:toss&tag=call:confirm"
                        + "&tag=outcome:Confirmed")
                .body())
        .contains("\"statistic\":\"COUNT\",\"value\":1.0");
    assertThat(running.get("/actuator/metrics/pgsdk.due").body()).contains("\"value\":0.0");
    assertThat(running.get("/actuator/metrics/pgsdk.refunds?tag=state:UNKNOWN").body())
        .contains("\"value\":0.0");
  }

  @Test
  @Order(2)
  void endpoint_listsWhatWaits_withoutTheReasonOrTheBuyer() {
    OrderId id = paid();
    running
        .bean(DurablePayments.class)
        .requestRefund(Refund.full("refund-1", id, "Hong Gildong changed his mind").build());
    String body = running.get("/actuator/pgsdk").body();
    assertThat(body)
        .contains("\"refundId\":\"refund-1\"", "\"state\":\"NEW\"", "\"orderId\":\"" + id + "\"")
        .contains("\"capturesInDoubt\":0", "\"attention\":[]")
        .doesNotContain("Hong");
  }

  @Test
  @Order(2)
  void endpoint_listsOrdersThatAwaitADeposit_withoutTheAccount() {
    OrderId id = shop.put(15_000, "toss");
    running.bean(Checkouts.class).open(id);
    BrowserReturn back =
        running.sandbox.buyer().onToss().chooseVirtualAccount(id, Money.krw(15_000));
    String query = running.sandbox.buyer().onToss().successQuery(back);
    assertThat(running.get("/pg/return/toss?" + query).headers().firstValue("location"))
        .hasValue("/orders/" + id + "?payment=awaiting-deposit");
    String body = running.get("/actuator/pgsdk").body();
    assertThat(body)
        .containsPattern(
            "\"depositsAwaited\":\\[\\{\"orderId\":\""
                + id
                + "\",\"merchant\":\"toss\",\"amount\":\"15000 KRW\",\"until\":\"20[^\"]+Z\"}]")
        .doesNotContain(String.valueOf(back.paymentId()));
  }

  /** The answer to the confirm is lost, and no lookup is answered. */
  @Test
  @Order(2)
  void endpoint_listsAnOrderInDoubt() {
    OrderId id = shop.put(15_000, "toss");
    running.bean(Checkouts.class).open(id);
    BrowserReturn back = running.sandbox.buyer().onToss().authenticate(id, Money.krw(15_000));
    running.sandbox.toss().inject(Fault.of(FaultKind.ANSWER_LOST).on("POST", "/v1").always());
    running.sandbox.toss().inject(Fault.html(500).on("GET", "/v1").always());
    String query = running.sandbox.buyer().onToss().successQuery(back);
    assertThat(running.get("/pg/return/toss?" + query).headers().firstValue("location"))
        .hasValue("/orders/" + id + "?payment=under-way");
    running.sandbox.toss().clearFaults();
    assertThat(running.get("/actuator/pgsdk").body())
        .contains("\"ordersInDoubt\":[{")
        .containsPattern("ordersInDoubt\":\\[[^\\]]*\"" + id + "\"");
    running.get("/pg/return/toss?" + query);
    assertThat(shop.told(id)).containsExactly("OrderPaid");
    assertThat(running.get("/actuator/pgsdk").body()).contains("\"ordersInDoubt\":[]");
  }

  @Test
  @Order(3)
  void health_isThatOfTheLastCalls_andSendsNothing() {
    paid();
    int sent = running.sandbox.toss().journal().entries().size();
    assertThat(running.get("/actuator/health").body()).contains("\"last\":\"Confirmed\"");
    assertThat(running.get("/actuator/health").statusCode()).isEqualTo(200);
    assertThat(running.sandbox.toss().journal().entries()).hasSize(sent);

    running.sandbox.toss().inject(Fault.html(500).always());
    for (int i = 0; i < 3; i++) {
      OrderId id = OrderId.random();
      try {
        running.bean(Merchants.class).get("toss").gateway().find(PaymentLookup.byOrderId(id));
      } catch (PaymentException e) {
        // As expected of a gateway that is down.
      }
    }
    assertThat(running.get("/actuator/health").statusCode()).isEqualTo(503);
  }
}
