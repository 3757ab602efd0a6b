package kr.pgsdk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.http.CallListener;
import kr.pgsdk.durable.Delivery;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.PaymentEvent;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.spring.jpa.MoneyConverter;
import kr.pgsdk.spring.jpa.WonConverter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A shop on JPA, with an open entity manager in view as Spring Boot has it by default. */
class JpaShopTest {
  private static RunningShop running;

  @BeforeAll
  static void start() {
    running =
        new RunningShop(
            App.class,
            "spring.autoconfigure.exclude=",
            "spring.jpa.hibernate.ddl-auto=create",
            "spring.datasource.hikari.maximum-pool-size=2",
            "spring.datasource.hikari.connection-timeout=5000");
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Entity
  @Table(name = "shop_order")
  static class ShopOrder {
    @Id String id;
    String state;
    OrderId orderId;
    PaymentId paymentId;

    @Convert(converter = WonConverter.class)
    Money price;

    @Convert(converter = MoneyConverter.class)
    Money deposit;

    ShopOrder() {}
  }

  /** A return is accepted: the refund is requested when that has committed. */
  record Accepted(OrderId orderId, String refundId) {}

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @AutoConfigurationPackage
  static class App {
    @Bean
    JpaShop shop(EntityManager entities) {
      return new JpaShop(entities);
    }

    @Bean
    Returns returns(
        EntityManager entities, DurablePayments payments, PlatformTransactionManager m) {
      return new Returns(entities, payments, m);
    }

    @Bean
    PayController payController(Checkouts checkouts) {
      return new PayController(checkouts);
    }

    @Bean
    HeldConnections heldConnections(ObjectProvider<HikariDataSource> pool) {
      return new HeldConnections(pool, ConcurrentHashMap.newKeySet());
    }
  }

  record JpaShop(EntityManager entities) implements PgShop {
    @Override
    public Optional<OpenOrder> order(OrderId id) {
      return Optional.ofNullable(entities.find(ShopOrder.class, id.value()))
          .map(order -> OpenOrder.builder(id, Money.krw(15_000)).account("toss").build());
    }

    @Override
    public void paymentChanged(PaymentEvent event, Delivery delivery) {
      // Changed through the entity alone: Hibernate writes it when the transaction is flushed.
      entities.find(ShopOrder.class, event.orderId().value()).state =
          event.getClass().getSimpleName();
    }
  }

  static class Returns {
    private final DurablePayments payments;
    private final EntityManager entities;
    private final TransactionTemplate transaction;

    Returns(EntityManager entities, DurablePayments payments, PlatformTransactionManager manager) {
      this.payments = payments;
      this.entities = entities;
      this.transaction = new TransactionTemplate(manager);
    }

    void put(OrderId id) {
      transaction.executeWithoutResult(
          status -> {
            ShopOrder order = new ShopOrder();
            order.id = id.value();
            order.state = "new";
            order.orderId = id;
            order.paymentId = PaymentId.of("key_" + id);
            order.price = Money.krw(15_000);
            order.deposit = Money.krw(5_000);
            entities.persist(order);
          });
    }

    String state(OrderId id) {
      return read(id).state;
    }

    ShopOrder read(OrderId id) {
      return transaction.execute(s -> entities.find(ShopOrder.class, id.value()));
    }

    void accept(ApplicationEventPublisher events, Accepted accepted) {
      transaction.executeWithoutResult(status -> events.publishEvent(accepted));
    }

    void request(Refund refund, boolean commits) {
      transaction.executeWithoutResult(
          status -> {
            payments.requestRefund(refund);
            if (!commits) {
              status.setRollbackOnly();
            }
          });
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void accepted(Accepted accepted) {
      payments.requestRefund(
          Refund.full(accepted.refundId(), accepted.orderId(), "item returned").build());
    }
  }

  @RestController
  record PayController(Checkouts checkouts) {
    @GetMapping("/pay/{id}")
    String pay(@PathVariable("id") OrderId id) {
      return checkouts.open(id).orElseThrow().getClass().getSimpleName();
    }

    @GetMapping("/payments/{id}")
    String payment(@PathVariable("id") PaymentId id) {
      return id.value();
    }
  }

  /** How many connections of the pool were in use at a call of a gateway. */
  record HeldConnections(ObjectProvider<HikariDataSource> pool, Set<Integer> seen)
      implements CallListener {
    @Override
    public void callStarted(String gateway, String call) {
      seen.add(pool.getObject().getHikariPoolMXBean().getActiveConnections());
    }
  }

  private static OrderId paid() {
    OrderId id = OrderId.random();
    running.bean(Returns.class).put(id);
    assertThat(running.get("/pay/" + id).body()).isEqualTo("Ready");
    BrowserReturn back = running.sandbox.buyer().onToss().authenticate(id, Money.krw(15_000));
    String query = running.sandbox.buyer().onToss().successQuery(back);
    assertThat(running.get("/pg/return/toss?" + query).statusCode()).isEqualTo(303);
    return id;
  }

  private static Optional<RefundRow.State> refund(String id) {
    return running.bean(DurablePayments.class).refundState(id).map(view -> view.state());
  }

  @Test
  void entityChangedByTheHandler_isWritten_andNoConnectionIsHeldDuringACall() {
    OrderId id = paid();
    assertThat(running.bean(Returns.class).state(id)).isEqualTo("OrderPaid");
    assertThat(running.bean(HeldConnections.class).seen()).containsExactly(0);
  }

  @Test
  void refundJoinsTheTransactionOfJpa() {
    OrderId id = paid();
    Returns returns = running.bean(Returns.class);
    returns.request(Refund.full("rolled-back", id, "returned").build(), false);
    assertThat(refund("rolled-back")).isEmpty();
    returns.request(Refund.full("committed", id, "returned").build(), true);
    assertThat(refund("committed")).hasValue(RefundRow.State.NEW);
    running.bean(DurablePayments.class).resume(Duration.ofSeconds(5));
    assertThat(refund("committed")).hasValue(RefundRow.State.DONE);
    assertThat(returns.state(id)).isEqualTo("MoneyReturned");
    assertThat(running.sandbox.toss().ledger(id).refunds()).isEqualTo(1);
  }

  /** Spring still reports the transaction there; an INSERT that joined it would be lost. */
  @Test
  void refundRequestedInAnAfterCommitListener_isThere() {
    OrderId id = paid();
    running.bean(Returns.class).accept(running.context, new Accepted(id, "after-commit"));
    assertThat(refund("after-commit")).hasValue(RefundRow.State.NEW);
  }

  @Test
  void idsAreParameters_andWhatIsNoneIsA400() {
    assertThat(running.get("/payments/key_1").body()).isEqualTo("key_1");
    assertThat(running.get("/payments/%00").statusCode()).isEqualTo(400);
    assertThat(running.get("/pay/%00").statusCode()).isEqualTo(400);
  }

  @Test
  void valuesAreColumns() {
    OrderId id = OrderId.random();
    running.bean(Returns.class).put(id);
    JdbcTemplate jdbc = running.bean(JdbcTemplate.class);
    assertThat(
            jdbc.queryForMap(
                "select order_id, payment_id, price, deposit from shop_order where id=?",
                id.value()))
        .containsEntry("ORDER_ID", id.value())
        .containsEntry("PAYMENT_ID", "key_" + id)
        .containsEntry("PRICE", 15_000L)
        .containsEntry("DEPOSIT", "5000 KRW");
    ShopOrder read = running.bean(Returns.class).read(id);
    assertThat(read.orderId).isEqualTo(id);
    assertThat(read.paymentId).isEqualTo(PaymentId.of("key_" + id));
    assertThat(read.price).isEqualTo(Money.krw(15_000));
    assertThat(read.deposit).isEqualTo(Money.krw(5_000));
  }

  @Test
  void gatewaysOfAllMerchants_areBeansAndInTheRegistry() {
    assertThat(running.bean(Merchants.class).all())
        .extracting(Merchant::name)
        .isEqualTo(List.of("toss", "iamport", "portone"));
    assertThat(running.context.getBean("tossGateway"))
        .isSameAs(running.bean(Merchants.class).get("toss").gateway());
  }
}
