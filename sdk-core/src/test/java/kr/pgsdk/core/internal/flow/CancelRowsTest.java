package kr.pgsdk.core.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.internal.flow.CancelRows.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What makes two cancels the same cancel, and what could be cancelled before one. */
class CancelRowsTest {
  private static final Instant NOON = Instant.parse("2026-01-02T03:00:00Z");

  private static PaymentCancel row(@Nullable String id, long won, @Nullable Long second) {
    return row(id, won, second, State.DONE, "r");
  }

  private static PaymentCancel row(
      @Nullable String id, long won, @Nullable Long second, State state, @Nullable String reason) {
    return PaymentCancel.of(
        id, Money.krw(won), state, reason, second == null ? null : NOON.plusSeconds(second));
  }

  private static Payment payment(PaymentCancel... rows) {
    return Payment.builder(
            new GatewayTerms("testpay", "merchant_uid", "imp_uid", "amount"),
            PaymentId.of("pay-1"),
            OrderId.of("order-1"),
            Money.krw(10_000),
            new PaymentStatus(Known.PARTIALLY_CANCELLED, "word"))
        .cancels(List.of(rows))
        .build();
  }

  private static List<Money> without(Payment now, Payment before) {
    return CancelRows.without(now, CancelRows.keys(before)).stream()
        .map(row -> row.cancel().amount())
        .toList();
  }

  @Test
  void id_isTheWholeIdentity() {
    Payment before = payment(row("a", 100, 1L, State.PENDING, "r"));

    assertThat(without(payment(row("a", 100, 9L, State.DONE, "reworded")), before)).isEmpty();
    assertThat(without(payment(row("b", 100, 1L)), before)).containsExactly(Money.krw(100));
  }

  @Test
  void withoutId_amountAndTimeAreTheIdentity_notStateOrReason() {
    Payment before = payment(row(null, 100, 1L, State.PENDING, "r"));

    assertThat(without(payment(row(null, 100, 1L, State.DONE, null)), before)).isEmpty();
    assertThat(without(payment(row(null, 100, 2L)), before)).containsExactly(Money.krw(100));
    assertThat(without(payment(row(null, 101, 1L)), before)).containsExactly(Money.krw(101));
  }

  @Test
  void alike_areCounted_whereverTheyStand() {
    Payment two = payment(row(null, 100, 1L), row(null, 100, 1L));
    Payment three = payment(row(null, 100, 1L), row(null, 7, 2L), row(null, 100, 1L));

    assertThat(without(two, payment(row(null, 100, 1L)))).containsExactly(Money.krw(100));
    assertThat(without(three, two)).containsExactly(Money.krw(7));
    assertThat(
            without(payment(row(null, 5, null), row(null, 5, null)), payment(row(null, 5, null))))
        .hasSize(1);
    assertThat(without(two, two)).isEmpty();
  }

  @Test
  void idThatLooksLikeAmountAndTime_isAnotherIdentity() {
    Payment plain = payment(row(null, 100, 1L));
    String key = CancelRows.keys(plain).get(0);

    assertThat(without(payment(row(key, 100, 2L)), plain)).hasSize(1);
  }

  @Test
  void numberOrTimeThatComesLater_isTheSameCancel() {
    Payment unnumbered = payment(row(null, 100, 1L), row(null, 100, 1L), row(null, 7, null));

    assertThat(without(payment(row("a", 100, 1L), row(null, 100, 1L), row("b", 7, 3L)), unnumbered))
        .isEmpty();
    assertThat(
            without(payment(row("a", 100, 1L), row("b", 100, 1L), row("c", 100, 1L)), unnumbered))
        .as("which of them is the new one can't be told")
        .hasSize(3);
    assertThat(without(payment(row("a", 100, 2L)), unnumbered)).hasSize(1);
    assertThat(without(payment(row("a", 100, 1L)), payment(row("b", 100, 1L)))).hasSize(1);
  }

  @Test
  void oneWithoutATimeThatIsStillThere_isNotTheNewOneLikeIt() {
    Payment before = payment(row(null, 100, null));

    assertThat(without(payment(row(null, 100, null), row("a", 100, 1L)), before)).hasSize(1);
  }

  @Test
  void cancelsWithoutNumberAndTime_areToldApartByTheirCountAlone() {
    Payment two = payment(row(null, 100, null), row(null, 100, null));
    Row second = CancelRows.of(two).get(1);

    assertThat(CancelRows.isSame(CancelRows.keys(two).get(0), second)).isFalse();
    assertThat(CancelRows.isSame(CancelRows.keys(two).get(1), second)).isTrue();
  }

  @Test
  void named_findsTheCancelUnderItsNewNumber_andNoOther() {
    Payment later = payment(row("a", 100, 1L), row("b", 100, 2L), row("c", 7, 1L));
    String key = CancelRows.keys(payment(row(null, 100, 1L))).get(0);

    assertThat(CancelRows.named(later, key, List.of()))
        .extracting(row -> row.key())
        .containsExactly("id:a");
    assertThat(CancelRows.named(later, key, List.of("id:a"))).isEmpty();
    assertThat(CancelRows.named(later, "id:b", List.of())).hasSize(1);
    assertThat(CancelRows.named(later, "id:x", List.of())).isEmpty();
  }

  @Test
  void balanceBefore_followsTheTimes_andCountsFinishedOnesAlone() {
    Payment newestFirst =
        payment(
            row("c", 3_000, 3L),
            row("b", 2_000, 2L, State.FAILED, "r"),
            row("x", 4_000, 2L, State.PENDING, "r"),
            row("a", 1_000, 1L));

    assertThat(balanceBefore(newestFirst, 0)).isEqualTo(Money.krw(9_000));
    assertThat(balanceBefore(newestFirst, 3)).isEqualTo(Money.krw(10_000));
  }

  @Test
  void balanceBefore_withoutAllTimes_followsTheGatewaysOrder() {
    Payment untimed = payment(row("a", 1_000, null), row("c", 3_000, 1L), row("d", 1, 0L));

    assertThat(balanceBefore(untimed, 1)).isEqualTo(Money.krw(9_000));
    assertThat(balanceBefore(untimed, 2)).isEqualTo(Money.krw(6_000));
  }

  private static Money balanceBefore(Payment payment, int index) {
    Row row = CancelRows.of(payment).get(index);
    return Money.of(CancelRows.balanceBefore(payment, row), "KRW");
  }

  @Test
  void numberAloneOrTimeAlone_thatComesLater_isTheSameCancel() {
    Payment bare = payment(row(null, 100, null), row(null, 100, null));

    assertThat(without(payment(row("a", 100, null), row("b", 100, null)), bare)).isEmpty();
    assertThat(without(payment(row(null, 100, 1L), row(null, 100, 2L)), bare)).isEmpty();
  }
}
