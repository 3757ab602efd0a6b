package kr.pgsdk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.Checkout;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.spring.ShopApp.TestShop;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The starter on each database: what the job, the endpoints and the handler write there. */
@Tag("slow")
class DatabasesTest {
  @ParameterizedTest
  @EnumSource
  void shopBuysAndRefunds_atBothGateways(Database database) {
    try (RunningShop running =
        new RunningShop(
            ShopApp.class,
            "spring.datasource.url=" + database.create(),
            "pgsdk.resume.every=100ms",
            "management.endpoints.web.exposure.include=*")) {
      for (String merchant : new String[] {"toss", "iamport"}) {
        OrderId id = running.bean(TestShop.class).put(15_000, merchant);
        assertThat(running.bean(Checkouts.class).open(id)).get().isInstanceOf(Checkout.Ready.class);
        assertThat(running.get("/pg/return/" + merchant + "?" + paid(running, merchant, id)))
            .returns(303, answer -> answer.statusCode());
        assertThat(running.bean(TestShop.class).told(id)).containsExactly("OrderPaid");

        requestRefund(running, "lost-" + merchant, id, false);
        requestRefund(running, "kept-" + merchant, id, true);
        long end = System.nanoTime() + Duration.ofSeconds(100).toNanos();
        while (running.bean(TestShop.class).told(id).size() < 2 && System.nanoTime() < end) {
          Thread.onSpinWait(); // the job sends it, and tells the shop
        }
        assertThat(running.bean(TestShop.class).told(id))
            .containsExactlyInAnyOrder("OrderPaid", "MoneyReturned");
        DurablePayments payments = running.bean(DurablePayments.class);
        assertThat(payments.refundState("kept-" + merchant))
            .hasValueSatisfying(
                refund -> assertThat(refund.state()).isEqualTo(RefundRow.State.DONE));
        assertThat(payments.refundState("lost-" + merchant)).isEmpty();
      }
      assertThat(running.get("/actuator/pgsdk").body()).contains("\"depositsAwaited\":[]");
    }
  }

  private static String paid(RunningShop running, String merchant, OrderId id) {
    if (merchant.equals("toss")) {
      BrowserReturn back = running.sandbox.buyer().onToss().authenticate(id, Money.krw(15_000));
      return running.sandbox.buyer().onToss().successQuery(back);
    }
    BrowserReturn back = running.sandbox.buyer().onIamport().pay(id, Money.krw(15_000));
    return running.sandbox.buyer().onIamport().redirectQuery(back);
  }

  private static void requestRefund(
      RunningShop running, String refund, OrderId id, boolean commits) {
    new TransactionTemplate(running.bean(PlatformTransactionManager.class))
        .executeWithoutResult(
            status -> {
              running
                  .bean(DurablePayments.class)
                  .requestRefund(Refund.full(refund, id, "returned").build());
              if (!commits) {
                status.setRollbackOnly();
              }
            });
  }
}
