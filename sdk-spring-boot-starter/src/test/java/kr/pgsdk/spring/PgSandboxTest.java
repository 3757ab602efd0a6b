package kr.pgsdk.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.sandbox.Fault;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.spring.ShopApp.TestShop;
import kr.pgsdk.spring.test.PgSandbox;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestPropertySource;

/** What {@code @PgSandbox} sets, what it makes anew after each test, and the webhooks it sends. */
@SpringBootTest(classes = ShopApp.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@PgSandbox(webhooks = true)
@TestPropertySource(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:pg-sandbox",
      "spring.autoconfigure.exclude=" + RunningShop.WITHOUT_JPA,
      "pgsdk.toss.secret-key=live_sk_of_the_shops_own_file",
      "pgsdk.toss.base-url=https://api.tosspayments.com"
    })
@TestMethodOrder(MethodOrderer.OrderAnnotation.class) // the second looks at what the first left
class PgSandboxTest {
  @Autowired Sandbox sandbox;
  @Autowired TestShop shop;
  @Autowired Merchants merchants;
  @Autowired Checkouts checkouts;

  private void asksToss() {
    merchants.get("toss").gateway().find(PaymentLookup.byOrderId(OrderId.random()));
  }

  @Test
  @Order(1)
  void faultsSwitchesAndClock_areSetByOneTest() {
    sandbox.toss().inject(Fault.html(500).always());
    sandbox.switches().on(Switch.TOSS_REFUNDS_LATER);
    sandbox.clock().advance(Duration.ofDays(3));
    assertThatThrownBy(this::asksToss).isInstanceOf(PaymentException.class);
    assertThat(sandbox.toss().journal().count()).isPositive();
  }

  @Test
  @Order(2)
  void nothingOfItIsLeft_inTheNext_whateverTheShopsOwnFilesSay() {
    assertThat(sandbox.toss().journal().count()).isZero();
    assertThat(sandbox.switches().isOn(Switch.TOSS_REFUNDS_LATER)).isFalse();
    assertThat(sandbox.clock().instant()).isBefore(Instant.now().plus(Duration.ofDays(1)));
    asksToss();
    assertThat(sandbox.toss().journal().count()).isEqualTo(1);
  }

  @Test
  @Order(3)
  void webhooks_arriveByThemselves_atEachGateway() {
    for (String merchant : new String[] {"iamport", "portone"}) {
      OrderId id = shop.put(15_000, merchant);
      checkouts.open(id);
      if (merchant.equals("iamport")) {
        sandbox.buyer().onIamport().pay(id, Money.krw(15_000));
      } else {
        sandbox.buyer().onPortOne().pay(id, Money.krw(15_000));
      }
      long end = System.nanoTime() + Duration.ofSeconds(100).toNanos();
      while (shop.told(id).isEmpty() && System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      assertThat(shop.told(id)).as(merchant).containsExactly("OrderPaid");
    }
  }
}
