package kr.pgsdk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.transport.SenderContext;
import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.durable.Checkout;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.JournalEntry;
import kr.pgsdk.spring.ShopApp.TestShop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What an operator sees of a shop: health, what waits, metrics, spans. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class) // health looks at the calls before
class OperatorTest {
  private static RunningShop running;
  private static TestShop shop;

  @BeforeAll
  static void start() {
    running =
        new RunningShop(
            App.class,
            "management.endpoints.web.exposure.include=*",
            "management.endpoint.health.show-details=always");
    shop = running.bean(TestShop.class);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Configuration(proxyBeanMethods = false)
  @Import(ShopApp.class)
  static class App {
    @Bean
    Tracer tracer() {
      return new Tracer();
    }
  }

  /** Does what a tracer does: a header when the call begins, a span when it ends. */
  static final class Tracer implements ObservationHandler<SenderContext<Object>> {
    final List<String> spans = new ArrayList<>();

    @Override
    public void onStart(SenderContext<Object> context) {
      context.getSetter().set(context.getCarrier(), "traceparent", "00-a-b-01");
    }

    @Override
    public void onStop(SenderContext<Object> context) {
      spans.add(
          context.getContextualName()
              + " "
              + context.getLowCardinalityKeyValue("outcome").getValue());
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
      return context instanceof SenderContext<?> && context.getName().equals("pgsdk.call");
    }
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
  void call_isASpanWithItsHeaders_andATimer() {
    paid();
    assertThat(running.bean(Tracer.class).spans).contains("toss confirm Confirmed");
    JournalEntry confirm =
        running.sandbox.toss().journal().entries().stream()
            .filter(entry -> entry.path().equals("/v1/payments/confirm"))
            .findFirst()
            .orElseThrow();
    assertThat(confirm.header("traceparent")).contains("00-a-b-01");
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
  @Order(3)
  void health_isThatOfTheLastCalls_andSendsNothing() {
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
