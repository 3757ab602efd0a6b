package kr.pgsdk.core.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentId;
import org.junit.jupiter.api.Test;

class ClaimedRowsTest {
  private static final PaymentId ID = PaymentId.of("pay-1");

  private final ClaimedRows claims = new ClaimedRows();

  @Test
  void claimed_isAnothersForEveryOtherKey_andForNoOtherRowOrPayment() {
    claims.claim(ID, "id:a", "key-1");

    assertThat(claims.isAnothers(ID, "id:a", "key-2")).isTrue();
    assertThat(claims.isAnothers(ID, "id:a", "key-1")).isFalse();
    assertThat(claims.isAnothers(ID, "id:b", "key-2")).isFalse();
    assertThat(claims.isAnothers(PaymentId.of("pay-2"), "id:a", "key-2")).isFalse();
  }

  @Test
  void claimedByOne_cantBeClaimedByAnother() {
    assertThat(claims.claim(ID, "id:a", "key-1")).isTrue();
    assertThat(claims.claim(ID, "id:a", "key-2")).isFalse();
    assertThat(claims.claim(ID, "id:a", "key-1")).isTrue();
  }

  @Test
  void open_untilClaimedOrClosed_forThePaymentAndAmount() {
    Money amount = Money.krw(3_000);
    claims.open(ID, amount, "key-1");
    assertThat(claims.isAnotherOpen(ID, amount, "key-1")).isFalse();
    assertThat(claims.isAnotherOpen(ID, amount, "key-2")).isTrue();
    assertThat(claims.isAnotherOpen(ID, Money.krw(2_000), "key-2")).isFalse();
    assertThat(claims.isAnotherOpen(PaymentId.of("pay-2"), amount, "key-2")).isFalse();

    claims.claim(ID, "id:a", "key-1");
    assertThat(claims.isAnotherOpen(ID, amount, "key-2")).isFalse();

    claims.open(ID, amount, "key-3");
    assertThat(claims.isAnotherOpen(ID, amount, "key-2")).isTrue();
    claims.close("key-3");
    assertThat(claims.isAnotherOpen(ID, amount, "key-2")).isFalse();
  }

  @Test
  void newest10000_areRemembered_theOldestIsForgotten() {
    for (int i = 0; i <= 10_000; i++) {
      claims.claim(ID, "id:" + i, "key-1");
    }

    assertThat(claims.isAnothers(ID, "id:0", "key-2")).isFalse();
    assertThat(claims.isAnothers(ID, "id:1", "key-2")).isTrue();
    assertThat(claims.isAnothers(ID, "id:10000", "key-2")).isTrue();
  }
}
