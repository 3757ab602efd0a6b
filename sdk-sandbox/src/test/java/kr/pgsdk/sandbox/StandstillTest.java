package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.internal.time.Environment;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.durable.Sealer;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.database.Pool;
import kr.pgsdk.durable.store.JdbcPaymentStore;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.iamport.IamportOpener;
import kr.pgsdk.portone.PortOneOpener;
import kr.pgsdk.toss.TossOpener;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A machine that stood still, as it sees itself: all at once it is minutes later. */
@Timeout(120)
class StandstillTest {
  private final OrderId order = OrderId.random();
  private final AtomicLong lost = new AtomicLong();

  /** The text of the refund is sealed right before it is sent: there the machine stands still. */
  private final class StandsStill implements Sealer {
    final AtomicBoolean armed = new AtomicBoolean();

    @Override
    public String seal(String text) {
      if (armed.getAndSet(false)) {
        lost.addAndGet(Duration.ofMinutes(3).toNanos());
      }
      return text;
    }

    @Override
    public String open(String sealed) {
      return sealed;
    }
  }

  private PaymentGateway gateway(Sandbox sandbox, Shop at) {
    Environment real = Environment.system();
    Environment here =
        new Environment(
            real.clock(),
            () -> real.nanoTime().getAsLong() + lost.get(),
            real.sleeper(),
            real.random());
    return switch (at) {
      case IAMPORT -> IamportOpener.in(Gateways.iamport(sandbox), here).build();
      case TOSS -> TossOpener.in(Gateways.toss(sandbox), here).build();
      case PORTONE -> PortOneOpener.in(Gateways.portOne(sandbox), here).build();
    };
  }

  @ParameterizedTest
  @EnumSource
  void itStoodStillBeforeItSentARefund_itSendsNothing_andAnotherServerDoes(Shop at) {
    Pool database = Pool.of(Database.H2.open(), 4);
    StandsStill sealer = new StandsStill();
    try (Sandbox sandbox = Sandbox.start();
        DurableShop other = DurableShop.open(database, at, sandbox);
        PaymentGateway gateway = gateway(sandbox, at);
        DurablePayments stopped =
            DurablePayments.builder(
                    JdbcPaymentStore.builder(database).build(), (event, delivery) -> {})
                .account("main", gateway)
                .sealer(sealer)
                .build()) {
      other.payments.open(OpenOrder.builder(order, DurableShop.PRICE).orderName("T-shirt").build());
      BrowserReturn back = at.checkout(sandbox, order, DurableShop.PRICE);
      other.payments.returned(DurableShop.back(at, back));
      stopped.requestRefund(Refund.partial("r1", order, Money.krw(5_000), "returned").build());
      sealer.armed.set(true);
      stopped.resume(Duration.ofSeconds(30));
      assertThat(sealer.armed).isFalse();
      assertThat(at.server(sandbox).ledger(order).refunds()).isZero();
      other.letTimePass();
      other.letTimePass();
      assertThat(other.payments.refundState("r1").orElseThrow().state())
          .isEqualTo(RefundRow.State.DONE);
      assertThat(at.server(sandbox).ledger(order).refunds()).isEqualTo(1);
      assertThat(other.booked()).containsExactly("OrderPaid 15000", "MoneyReturned -5000");
    }
  }
}
