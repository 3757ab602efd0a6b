package kr.pgsdk.core.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.internal.flow.CancelRows.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClaimedRowsTest {
  private static final PaymentId ID = PaymentId.of("pay-1");

  private static final long NOON_SECONDS = FakeCancelSteps.NOON.getEpochSecond();

  private final ClaimedRows claims = new ClaimedRows();

  @Test
  void claimed_isAnothersForEveryOtherKey_andForNoOtherRowOrPayment() {
    claims.claim(ID, row("a"), "key-1");

    assertThat(claims.isAnothers(ID, row("a"), "key-2")).isTrue();
    assertThat(claims.isAnothers(ID, row("a"), "key-1")).isFalse();
    assertThat(claims.isAnothers(ID, row("b"), "key-2")).isFalse();
    assertThat(claims.isAnothers(PaymentId.of("pay-2"), row("a"), "key-2")).isFalse();
  }

  @Test
  void claimedByOne_cantBeClaimedByAnother() {
    assertThat(claims.claim(ID, row("a"), "key-1")).isTrue();
    assertThat(claims.claim(ID, row("a"), "key-2")).isFalse();
    assertThat(claims.claim(ID, row("a"), "key-1")).isTrue();
  }

  @Test
  void open_untilClaimedOrClosed_forThePaymentAndAmount() {
    Money amount = Money.krw(3_000);
    claims.open(ID, amount, "key-1");
    assertThat(claims.isAnotherOpen(ID, amount, "key-1")).isFalse();
    assertThat(claims.isAnotherOpen(ID, amount, "key-2")).isTrue();
    assertThat(claims.isAnotherOpen(ID, Money.krw(2_000), "key-2")).isFalse();
    assertThat(claims.isAnotherOpen(PaymentId.of("pay-2"), amount, "key-2")).isFalse();

    claims.claim(ID, row("a"), "key-1");
    assertThat(claims.isAnotherOpen(ID, amount, "key-2")).isFalse();

    claims.open(ID, amount, "key-3");
    assertThat(claims.isAnotherOpen(ID, amount, "key-2")).isTrue();
    claims.close("key-3");
    assertThat(claims.isAnotherOpen(ID, amount, "key-2")).isFalse();
  }

  @Test
  void newest10000_areRemembered_theOldestIsForgotten() {
    for (int i = 0; i <= 10_000; i++) {
      claims.claim(PaymentId.of("pay-" + i), row("a"), "key-1");
    }

    assertThat(claims.isAnothers(PaymentId.of("pay-0"), row("a"), "key-2")).isFalse();
    assertThat(claims.isAnothers(PaymentId.of("pay-1"), row("a"), "key-2")).isTrue();
    assertThat(claims.isAnothers(PaymentId.of("pay-10000"), row("a"), "key-2")).isTrue();
  }

  @Test
  void claimedBeforeItHadItsNumber_isAnothersUnderItTooAndNoOtherNumber() {
    claims.claim(ID, row(null), "key-1");

    assertThat(claims.isAnothers(ID, row("a"), "key-2")).isTrue();
    assertThat(claims.claim(ID, row("a"), "key-2")).isFalse();
    assertThat(claims.claim(ID, row("a"), "key-1")).isTrue();
  }

  private static Row row(@Nullable String number) {
    PaymentCancel cancel =
        PaymentCancel.of(number, Money.krw(3_000), State.DONE, "r", FakeCancelSteps.NOON);
    return new Row(number == null ? "3000@" + NOON_SECONDS : "id:" + number, cancel);
  }

  @Test
  void newest10000_stayOpen_theOldestIsForgotten() {
    Money amount = Money.krw(3_000);
    for (int i = 0; i <= 10_000; i++) {
      claims.open(PaymentId.of("pay-" + i), amount, "key-" + i);
    }

    assertThat(claims.isAnotherOpen(PaymentId.of("pay-0"), amount, "another")).isFalse();
    assertThat(claims.isAnotherOpen(PaymentId.of("pay-1"), amount, "another")).isTrue();
  }
}
