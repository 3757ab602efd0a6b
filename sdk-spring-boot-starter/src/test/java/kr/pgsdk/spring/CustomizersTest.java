package kr.pgsdk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.core.http.CallEvent;
import kr.pgsdk.core.http.CallListener;
import kr.pgsdk.durable.DurableListener;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.PaymentEvent;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.durable.Sealer;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.SandboxWebhook;
import kr.pgsdk.spring.ShopApp.TestShop;
import kr.pgsdk.toss.TossScript;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** A shop's beans that change, hear or serve what the starter makes. */
class CustomizersTest {
  private static RunningShop running;
  private static TestShop shop;
  private static Heard heard;

  @BeforeAll
  static void start() {
    running = new RunningShop(App.class);
    shop = running.bean(TestShop.class);
    heard = running.bean(Heard.class);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  /** What the shop's own beans were told. */
  static final class Heard implements CallListener, DurableListener {
    final List<String> customized = new CopyOnWriteArrayList<>();
    final List<String> calls = new CopyOnWriteArrayList<>();
    final List<String> delivered = new CopyOnWriteArrayList<>();
    final Set<String> threads = ConcurrentHashMap.newKeySet();

    @Override
    public void callEnded(CallEvent call) {
      calls.add(call.gateway() + " " + call.call() + " " + call.outcome());
    }

    @Override
    public void delivered(PaymentEvent event) {
      delivered.add(event.orderId() + " " + event.getClass().getSimpleName());
      threads.add(Thread.currentThread().getName());
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(ShopApp.class)
  static class App {
    @Bean
    Heard heard() {
      return new Heard();
    }

    @Bean
    TossCustomizer toss(Heard heard) {
      return (merchant, gateway) -> {
        heard.customized.add(merchant);
        gateway.script(TossScript.V1);
      };
    }

    @Bean
    IamportCustomizer iamport(Heard heard) {
      return (merchant, gateway) -> {
        heard.customized.add(merchant);
        gateway.channelKey("channel-key-by-bean");
      };
    }

    @Bean
    PortOneCustomizer portone(Heard heard) {
      return (merchant, gateway) -> heard.customized.add(merchant);
    }

    @Bean
    DurableCustomizer durable(Heard heard) {
      return payments -> {
        heard.customized.add("durable");
        payments.refundPaidAfterClose();
      };
    }

    @Bean
    Sealer sealer() {
      return new Sealer() {
        @Override
        public String seal(String text) {
          return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String open(String sealed) {
          return new String(Base64.getDecoder().decode(sealed), StandardCharsets.UTF_8);
        }
      };
    }

    @Bean
    TaskScheduler pgsdkScheduler() {
      ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
      scheduler.setThreadNamePrefix("shops-own-");
      return scheduler;
    }
  }

  private static void await(BooleanSupplier over) {
    long end = System.nanoTime() + Duration.ofSeconds(100).toNanos();
    while (!over.getAsBoolean() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(over.getAsBoolean()).isTrue();
  }

  private static OrderId opened(String merchant) {
    OrderId id = shop.put(15_000, merchant);
    assertThat(running.get("/pay/" + id).statusCode()).isEqualTo(200);
    return id;
  }

  @Test
  void customizersOfEachGateway_changeIt() {
    assertThat(heard.customized).containsExactlyInAnyOrder("toss", "iamport", "portone", "durable");
    assertThat(running.get("/pay/" + shop.put(15_000, "toss")).body())
        .as("the older script has two arguments")
        .contains("{\"requestPayment\":[\"카드\",{");
    assertThat(running.get("/pay/" + shop.put(15_000, "iamport")).body())
        .contains("\"channelKey\":\"channel-key-by-bean\"");
  }

  @Test
  void callListener_hearsTheCalls_besideTheStartersOwn() {
    OrderId id = opened("toss");
    BrowserReturn back = running.sandbox.buyer().onToss().authenticate(id, Money.krw(15_000));
    running.get("/pg/return/toss?" + running.sandbox.buyer().onToss().successQuery(back));
    assertThat(heard.calls).contains("toss confirm Confirmed");
    assertThat(heard.delivered).contains(id + " OrderPaid");
  }

  @Test
  void job_runsOnTheShopsScheduler() {
    OrderId id = opened("iamport");
    BrowserReturn paid = running.sandbox.buyer().onIamport().pay(id, Money.krw(15_000));
    SandboxWebhook webhook = running.sandbox.iamport().webhooks(paid.paymentId()).get(0);
    assertThat(running.post("/pg/webhooks/iamport", webhook).statusCode()).isEqualTo(200);
    await(() -> heard.delivered.contains(id + " OrderPaid"));
    assertThat(heard.threads).anyMatch(name -> name.startsWith("shops-own-"));
    assertThat(heard.threads).noneMatch(name -> name.startsWith("pgsdk-resume-"));
  }

  @Test
  void refundAccount_isStoredSealedAlone() {
    OrderId id = opened("toss");
    running
        .bean(DurablePayments.class)
        .requestRefund(
            Refund.full("sealed-1", id, "returned")
                .refundAccount(RefundAccount.of("20", "110123456789", "Hong"))
                .build());
    assertThat(
            shop.jdbc.queryForObject(
                "select details from pay_refund where refund_id = 'sealed-1'", String.class))
        .doesNotContain("110123456789")
        .satisfies(
            stored ->
                assertThat(new String(Base64.getDecoder().decode(stored), StandardCharsets.UTF_8))
                    .contains("110123456789"));
  }

  @Test
  void durableCustomizer_decides_thatLateMoneyGoesBack() {
    OrderId id = opened("iamport");
    DurablePayments payments = running.bean(DurablePayments.class);
    payments.close(id, "over");
    BrowserReturn late = running.sandbox.buyer().onIamport().pay(id, Money.krw(15_000));
    running.post(
        "/pg/webhooks/iamport", running.sandbox.iamport().webhooks(late.paymentId()).get(0));
    await(() -> running.sandbox.iamport().ledger(id).refunds() == 1);
  }
}
