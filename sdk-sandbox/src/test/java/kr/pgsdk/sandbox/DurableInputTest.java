package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.durable.Resolution;
import kr.pgsdk.durable.database.Database;
import kr.pgsdk.durable.database.Pool;
import kr.pgsdk.durable.store.RefundRow.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What no database could store, and no verb could mean, is refused before anything is done. */
class DurableInputTest {
  private static final String LONG = "x".repeat(61);

  private final OrderId order = OrderId.random();
  private final PaymentId payment = PaymentId.of("p");
  private Sandbox sandbox;
  private DurableShop shop;
  private DurablePayments payments;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start();
    shop = DurableShop.open(Pool.of(Database.H2.open(), 2), Shop.TOSS, sandbox);
    payments = shop.payments;
    payments.open(OpenOrder.builder(order, DurableShop.PRICE).orderName("T-shirt").build());
    payments.refund(Refund.full("r1", order, "not paid").build());
  }

  @AfterEach
  void stop() {
    shop.close();
    sandbox.close();
  }

  @Test
  void wordsAreRefused_andNothingIsWritten() {
    refused(
        () -> payments.resolve("r1", Resolution.DONE, " ", "n"),
        () -> payments.resolve("r1", Resolution.DONE, LONG, "n"),
        () -> payments.resolve("r1", Resolution.DONE, "kim", "a\0b"),
        () -> payments.keep(order, payment, LONG, "n"),
        () -> payments.adopt("main", ""),
        () -> payments.close(order, "bell\u0007"),
        () -> payments.once(" e", delivery -> {}),
        () -> payments.once("e ", delivery -> {}));
    missing(
        () -> payments.resolve("r1", null, "kim", "n"),
        () -> payments.resolve("r1", Resolution.DONE, null, "n"),
        () -> payments.resolve("r1", Resolution.DONE, "kim", null),
        () -> payments.adopt("main", null),
        () -> payments.close(order, null),
        () -> payments.once("e", null),
        () -> payments.refundState(null),
        () -> payments.requestRefund(null, Refund.full("r2", order, "back").build()));
    assertThat(payments.refundState("r1").orElseThrow().state()).isEqualTo(State.REFUSED);
    assertThat(payments.order(order).orElseThrow().history()).hasSize(2);
    assertThat(payments.once("e", delivery -> {})).isTrue();
  }

  @Test
  void timesAndNumbersAreRefused_andTheLongestBudgetIsNot() {
    refused(
        () -> payments.resume(Duration.ofSeconds(-1)),
        () -> payments.resumeEvery(Duration.ZERO),
        () -> payments.resumeEvery(Duration.ofSeconds(Long.MAX_VALUE)),
        () -> payments.attention(0),
        () -> payments.attention(-1),
        () -> payments.purge(Instant.MAX),
        () -> payments.purge(Instant.MIN),
        () -> payments.reconcile("main", LocalDate.MIN));
    missing(() -> payments.purge(null), () -> payments.resumeEvery(null));
    assertThat(payments.resume(Duration.ofSeconds(Long.MAX_VALUE)).failed()).isZero();
  }

  @Test
  void amountsThatTheTablesDontHoldAreRefused() {
    Money huge = Money.krw(1_000_000_000_000_000L);
    Money odd = Money.of("1", "ABCDEFGHI");
    refused(
        () -> OpenOrder.builder(order, huge),
        () -> OpenOrder.builder(order, odd),
        () -> Refund.partial("r2", order, huge, "back"),
        () -> Refund.partial("r2", order, odd, "back"));
    OpenOrder.builder(order, Money.krw(999_999_999_999_999L));
  }

  private static void refused(Runnable... verbs) {
    List.of(verbs).forEach(verb -> assertThatIllegalArgumentException().isThrownBy(verb::run));
  }

  private static void missing(Runnable... verbs) {
    List.of(verbs).forEach(verb -> assertThatNullPointerException().isThrownBy(verb::run));
  }
}
