package kr.pgsdk.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PrepareRequest;
import kr.pgsdk.durable.Checkout;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.store.MemoryPaymentStore;
import kr.pgsdk.durable.store.PaymentStore;
import kr.pgsdk.durable.store.StoredTokens;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.spring.ShopApp.TestShop;
import kr.pgsdk.spring.web.PgReturns;
import kr.pgsdk.spring.web.PgWebhooks;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossSecretKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;

/** A shop that has a bean of its own in the place of each of the starter's. */
class OwnBeansTest {
  private static RunningShop running;

  @BeforeAll
  static void start() {
    running = new RunningShop(App.class);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Configuration(proxyBeanMethods = false)
  @Import(ShopApp.class)
  static class App {
    final List<String> called = new ArrayList<>();

    @Bean
    Merchants merchants() {
      TossGateway books = TossGateway.builder(TossSecretKey.of("test_sk_books")).build();
      return new Merchants(
          List.of(Merchant.builder("books", books).publicKey("test_ck_b").build()));
    }

    @Bean
    PaymentStore store() {
      return MemoryPaymentStore.create();
    }

    @Bean
    DurablePayments payments(PaymentStore store, Merchants merchants) {
      return DurablePayments.builder(store, (event, delivery) -> {})
          .account("books", merchants.get("books").gateway())
          .build();
    }

    @Bean
    Checkouts checkouts(DurablePayments payments, Merchants merchants) {
      return new Checkouts() {
        @Override
        public Optional<Checkout> open(OrderId orderId) {
          OpenOrder order = OpenOrder.builder(orderId, Money.krw(1_000)).orderName("Book").build();
          return Optional.of(payments.open(order));
        }

        @Override
        public Optional<Checkout> open(OrderId orderId, String merchant) {
          return open(orderId);
        }

        @Override
        public CheckoutPage page(Checkout.Ready ready) {
          return CheckoutPage.of(merchants.get(ready.account()), ready.preparation());
        }
      };
    }

    @Bean
    TokenStores tokenStores(PaymentStore store) {
      return merchant -> StoredTokens.of(store, "shared");
    }

    @Bean
    ResumeJob resumeJob() {
      return () -> called.add("wake");
    }

    @Bean
    PgReturns returns() {
      return (merchant, request) -> ResponseEntity.ok("back from " + merchant);
    }

    @Bean
    PgWebhooks webhooks(ResumeJob job) {
      return (merchant, request) -> {
        job.wake();
        return ResponseEntity.accepted().build();
      };
    }

    @Bean
    ReturnAddress returnAddress() {
      return (merchant, order) -> Optional.of("https://shop.example/done");
    }
  }

  @Test
  void eachIsTheShops() {
    List.of(
            Merchants.class,
            PaymentStore.class,
            DurablePayments.class,
            Checkouts.class,
            TokenStores.class,
            ResumeJob.class,
            PgReturns.class,
            PgWebhooks.class,
            ReturnAddress.class)
        .forEach(type -> assertThat(running.context.getBeanNamesForType(type)).hasSize(1));
    OrderId id = OrderId.random();
    assertThat(running.get("/pay/" + id).body())
        .startsWith("https://js.tosspayments.com/v2/standard test_ck_b {")
        .contains("\"value\":1000");
    assertThat(running.get("/pg/return/anything").body()).isEqualTo("back from anything");
    assertThat(running.post("/pg/webhooks/books", "text/plain", new byte[0]).statusCode())
        .isEqualTo(202);
    assertThat(running.bean(App.class).called).containsExactly("wake");
    assertThat(running.bean(TestShop.class).told(id)).isEmpty();
    assertThat(running.bean(DurablePayments.class).resume(Duration.ofMillis(1)).failed()).isZero();
  }

  /** The gateways are replaced by their names, and what makes the others has nothing to replace. */
  @Test
  void everyBeanOfTheStarter_staysAwayForTheShops() {
    List<String> fixed = new ArrayList<>();
    new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("kr.pgsdk.spring")
        .forEach(
            type ->
                type.getMethods().stream()
                    .filter(method -> method.isAnnotatedWith(Bean.class))
                    .filter(method -> !method.isAnnotatedWith(ConditionalOnMissingBean.class))
                    .map(JavaMethod::getName)
                    .forEach(fixed::add));
    assertThat(fixed).containsExactly("pgGatewayFactory");
  }

  @Test
  void pageWithoutItsKey_namesTheProperty() {
    try (Sandbox sandbox = Sandbox.start();
        TossGateway toss = TossGateway.builder(TossSecretKey.of(sandbox.tossSecretKey())).build()) {
      Merchant merchant = Merchant.builder("toss", toss).build();
      PrepareRequest request =
          PrepareRequest.builder(OrderId.random(), Money.krw(1_000)).orderName("Book").build();
      assertThatThrownBy(CheckoutPage.of(merchant, toss.prepare(request))::publicKey)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("client-key of the merchant toss");
      assertThatThrownBy(() -> new Merchants(List.of(merchant, merchant)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("toss");
    }
  }
}
