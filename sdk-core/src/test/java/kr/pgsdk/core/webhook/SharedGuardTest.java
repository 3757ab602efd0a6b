package kr.pgsdk.core.webhook;

import static kr.pgsdk.core.webhook.FakeGateway.PRICE;
import static kr.pgsdk.core.webhook.FakeGateway.TERMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentStatus.Known;
import org.junit.jupiter.api.Test;

/** Two processes of a shop with one table between them. */
class SharedGuardTest {
  private static final UntrustedPayment NAMED =
      UntrustedPayment.of(TERMS, PaymentId.of("imp_1"), OrderId.of("order_1"), null);

  private final HandClock clock = new HandClock();
  private final Map<String, TableGuard.Row> table = TableGuard.table();
  private final FakeGateway gateway = new FakeGateway();
  private final List<Confirmation> handed = new ArrayList<>();
  private Runnable inShop = () -> {};

  private static final class HandClock extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** A process that starts now: it remembers nothing itself. */
  private PaymentInbox process() {
    return PaymentInbox.of(
        gateway,
        new TableGuard(table, clock),
        order -> Optional.of(PRICE),
        outcome -> {
          inShop.run();
          handed.add(outcome);
        });
  }

  @Test
  void handledByOneProcess_isARepeatForTheOther() {
    gateway.show("imp_1", "order_1", Known.PAID, 0);

    assertThat(process().receive(NAMED)).isEqualTo(Reception.HANDLED);
    assertThat(process().receive(NAMED)).isEqualTo(Reception.REPEATED);
    gateway.show("imp_1", "order_1", Known.CANCELLED, 15_000);
    assertThat(process().receive(NAMED)).isEqualTo(Reception.HANDLED);
    assertThat(handed).hasSize(2);
  }

  @Test
  void whileOneProcessWorks_theOtherIsToldToComeAgain() {
    gateway.show("imp_1", "order_1", Known.PAID, 0);
    inShop = () -> assertThat(process().receive(NAMED)).isEqualTo(Reception.BUSY);

    assertThat(process().receive(NAMED)).isEqualTo(Reception.HANDLED);
    assertThat(handed).hasSize(1);
  }

  @Test
  void processThatDied_isFollowedWhenItsLeaseIsOver() {
    gateway.show("imp_1", "order_1", Known.PAID, 0);
    assertThat(new TableGuard(table, clock).take("iamport order_1")).isPresent();

    assertThat(process().receive(NAMED)).isEqualTo(Reception.BUSY);
    clock.now = clock.now.plus(Duration.ofSeconds(61));
    assertThat(process().receive(NAMED)).isEqualTo(Reception.HANDLED);
  }

  @Test
  void processThatWasTooSlow_isToldSo_andWhatTheOtherDidStands() {
    gateway.show("imp_1", "order_1", Known.PAID, 0);
    inShop =
        () -> {
          inShop = () -> {};
          clock.now = clock.now.plus(Duration.ofSeconds(61));
          gateway.show("imp_1", "order_1", Known.CANCELLED, 15_000);
          assertThat(process().receive(NAMED)).isEqualTo(Reception.HANDLED);
        };
    PaymentInbox slow = process();

    assertThatIllegalStateException().isThrownBy(() -> slow.receive(NAMED));

    assertThat(process().receive(NAMED)).isEqualTo(Reception.REPEATED);
  }
}
