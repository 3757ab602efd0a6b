package kr.pgsdk.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentStatus.Known;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandledOrderTest {
  private static PaymentState state(String id, Known status, long cancelled) {
    return new PaymentState(
        id, "Confirmed", status, BigDecimal.valueOf(cancelled), BigDecimal.valueOf(7));
  }

  @Test
  void whatWasWritten_isReadAgain_whateverTheId() {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 500; round++) {
      StringBuilder id = new StringBuilder();
      for (int i = 0; i < 8; i++) {
        id.appendCodePoint(0x20 + random.nextInt(0xd000));
      }
      PaymentState state = state(id.toString(), Known.PAID, random.nextInt(9));

      HandledOrder read =
          HandledOrder.parse(
              HandledOrder.parse("").with(state("other", Known.FAILED, 0)).with(state).toText());

      assertThat(read.state(id.toString())).as("seed %s", seed).isEqualTo(state);
      assertThat(read.state("other")).isNotNull();
    }
  }

  @Test
  void samePaymentAgain_takesThePlaceOfTheOld() {
    HandledOrder order =
        HandledOrder.parse("")
            .with(state("imp_1", Known.READY, 0))
            .with(state("imp_1", Known.PAID, 0));

    assertThat(order.toText().lines()).hasSize(1);
    assertThat(order.state("imp_1")).isEqualTo(state("imp_1", Known.PAID, 0));
  }

  @Test
  void orderWithEndlessTries_keepsTheNewest() {
    HandledOrder order = HandledOrder.parse("");
    for (int i = 0; i < 100; i++) {
      order = order.with(tried("imp_" + i, Known.FAILED));
    }

    assertThat(order.hasHeldMoney()).isFalse();
    assertThat(order.toText().lines()).hasSize(8);
    assertThat(order.state("imp_99")).isNotNull();
    assertThat(order.state("imp_91")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "PAID, 0, 7",
    "PARTIALLY_CANCELLED, 3, 4",
    "CANCEL_PENDING, 0, 7",
    "CANCELLED, 7, 0",
    "UNKNOWN, 0, 7",
    "UNKNOWN, 3, 0"
  })
  void orderWithFortyPayments_theOneWithMoneyInTheMiddle_isNeverForgotten(
      Known status, long cancelled, long balance) {
    PaymentState money =
        new PaymentState(
            "imp_20", "X", status, BigDecimal.valueOf(cancelled), BigDecimal.valueOf(balance));
    HandledOrder order = HandledOrder.parse("");
    for (int i = 0; i < 40; i++) {
      order = order.with(i == 20 ? money : tried("imp_" + i, Known.FAILED));
      order = HandledOrder.parse(order.toText());
    }

    assertThat(order.state("imp_20")).isEqualTo(money);
    assertThat(order.hasHeldMoney()).isTrue();
    assertThat(order.toText().lines()).hasSize(9);
  }

  @Test
  void fortyPaymentsWithMoney_areAllRemembered() {
    HandledOrder order = HandledOrder.parse("");
    for (int i = 0; i < 40; i++) {
      order = HandledOrder.parse(order.with(state("imp_" + i, Known.PAID, 0)).toText());
    }

    for (int i = 0; i < 40; i++) {
      assertThat(order.state("imp_" + i)).as("imp_%d", i).isNotNull();
    }
  }

  @Test
  void moneyThatWasTakenBack_isNotForgottenEither() {
    HandledOrder order = HandledOrder.parse("").with(state("imp_0", Known.PAID, 0));
    order = HandledOrder.parse(order.with(tried("imp_0", Known.WAITING_FOR_DEPOSIT)).toText());
    for (int i = 1; i < 20; i++) {
      order = HandledOrder.parse(order.with(tried("imp_" + i, Known.EXPIRED)).toText());
    }

    assertThat(order.state("imp_0")).isEqualTo(tried("imp_0", Known.WAITING_FOR_DEPOSIT));
    assertThat(order.hasHeldMoney()).isTrue();
    assertThat(order.paidInsteadOf(PaymentId.of("imp_19"))).isNull();
  }

  @Test
  void triesWithLongIds_keepTheTextShort_theNewestAndTheMoneyStay() {
    HandledOrder order = HandledOrder.parse("").with(state("imp_paid", Known.PAID, 0));
    String money = order.toText();
    for (int i = 0; i < 40; i++) {
      order = HandledOrder.parse(order.with(tried("가".repeat(198) + i, Known.FAILED)).toText());

      assertThat(order.toText())
          .hasSizeLessThanOrEqualTo(money.length() + 1 + HandledOrder.MAX_LENGTH_WITHOUT_MONEY);
      assertThat(order.state("가".repeat(198) + i)).isNotNull();
    }
    assertThat(order.state("imp_paid")).isNotNull();
  }

  private static PaymentState tried(String id, Known status) {
    return new PaymentState(id, "FAILED", status, BigDecimal.ZERO, BigDecimal.ZERO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "imp_1 Confirmed PAID 1E+999999999 0",
        "imp_1 Confirmed PAID 0 -1",
        "",
        " ",
        "imp_1",
        "a b c d e f",
        "imp_1 Confirmed NEVER 0 0",
        "imp_1 Confirmed PAID x 0",
        "%zz Confirmed PAID 0 0"
      })
  void whatNobodyWrote_countsAsNotHandled(String text) {
    assertThat(HandledOrder.parse(text).toText()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "READY, 0, PAID, 0, true",
    "IN_PROGRESS, 0, PAID, 0, true",
    "IN_PROGRESS, 0, WAITING_FOR_DEPOSIT, 0, true",
    "PAID, 0, PARTIALLY_CANCELLED, 100, true",
    "PARTIALLY_CANCELLED, 100, PARTIALLY_CANCELLED, 200, true",
    "PARTIALLY_CANCELLED, 100, CANCELLED, 300, true",
    "READY, 0, CANCELLED, 300, true",
    "PAID, 0, PAID, 0, false",
    "PAID, 0, READY, 0, false",
    "WAITING_FOR_DEPOSIT, 0, PAID, 0, false",
    "READY, 0, WAITING_FOR_DEPOSIT, 0, false",
    "FAILED, 0, PAID, 0, false",
    "CANCELLED, 300, PARTIALLY_CANCELLED, 100, false",
    "UNKNOWN, 0, PAID, 0, false"
  })
  void stateThatCanOnlyHaveBeenBefore(
      Known now, long cancelled, Known handled, long handledCancelled, boolean before) {
    assertThat(state("a", now, cancelled).isBefore(state("a", handled, handledCancelled)))
        .isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "WAITING_FOR_DEPOSIT, PAID, true",
    "FAILED, PAID, true",
    "EXPIRED, PARTIALLY_CANCELLED, true",
    "WAITING_FOR_DEPOSIT, READY, false",
    "PAID, PAID, false",
    "CANCELLED, PAID, false",
    "UNKNOWN, PAID, false"
  })
  void capturedPaymentThatShowsUnpaid(Known now, Known handled, boolean unpaid) {
    assertThat(state("a", now, 0).isUnpaidAfter(state("a", handled, 0))).isEqualTo(unpaid);
  }
}
