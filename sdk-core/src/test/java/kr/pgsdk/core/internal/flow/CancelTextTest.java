package kr.pgsdk.core.internal.flow;

import static kr.pgsdk.core.internal.flow.CancelCalls.part;
import static kr.pgsdk.core.internal.flow.CancelCalls.partOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Random;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.core.internal.access.CancelMemory;
import kr.pgsdk.core.internal.flow.FakeCancelSteps.Like;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cancel as one line of text, and texts that are none. */
class CancelTextTest {
  private static CancelRequest everything() {
    return partOf(3_000)
        .orderId(FakeCancelSteps.ORDER)
        .expectedBalance(Money.krw(10_000))
        .idempotencyKey("k=1&2%+")
        .reference("R_1-a")
        .taxFree(Money.krw(1_000))
        .vat(Money.krw(100))
        .refundAccount(RefundAccount.of("88", "110-1 & 2=3", "홍 길동%").withPhone("010+1"))
        .build();
  }

  private static CancelRequest resumed(CancelRequest request) {
    String text = request.toText();
    assertThat(text).hasSameSizeAs(text.strip()).doesNotContain("\n", " ");
    CancelRequest resumed = CancelRequest.resume(text);
    assertThat(resumed.toText()).isEqualTo(text);
    assertThat(CancelMemory.of(resumed).state()).isEqualTo(CancelMemory.of(request).state());
    return resumed;
  }

  // --- round trips

  @Test
  void everythingThatWasAsked_comesBack() {
    CancelRequest resumed = resumed(everything());

    assertThat(resumed.paymentId()).isEqualTo(FakeCancelSteps.ID);
    assertThat(resumed.amount()).hasValue(Money.krw(3_000));
    assertThat(resumed.reason()).isEqualTo("r");
    assertThat(resumed.orderId()).hasValue(OrderId.of("order-1"));
    assertThat(resumed.expectedBalance()).hasValue(Money.krw(10_000));
    assertThat(resumed.idempotencyKey()).isEqualTo("k=1&2%+");
    assertThat(resumed.reference()).hasValue("R_1-a");
    assertThat(resumed.taxFree()).hasValue(Money.krw(1_000));
    assertThat(resumed.vat()).hasValue(Money.krw(100));
    RefundAccount account = resumed.refundAccount().orElseThrow();
    assertThat(account.bankCode()).isEqualTo("88");
    assertThat(account.number()).isEqualTo("110-1 & 2=3");
    assertThat(account.holder()).isEqualTo("홍 길동%");
    assertThat(account.phone()).hasValue("010+1");
    assertThat(CancelMemory.of(resumed).hasCallersKey()).isTrue();
  }

  @Test
  void asLittleAsCanBeAsked_comesBack() {
    CancelRequest resumed = resumed(CancelRequest.full(FakeCancelSteps.ID, "왜\u3000?").build());

    assertThat(resumed.reason()).isEqualTo("왜\u3000?");
    assertThat(resumed.amount()).isEmpty();
    assertThat(resumed.reference()).isEmpty();
    assertThat(resumed.refundAccount()).isEmpty();
    assertThat(CancelMemory.of(resumed).hasCallersKey()).isFalse();
    assertThat(
            resumed(CancelRequest.partial(FakeCancelSteps.ID, Money.of("0.05", "USD"), "r").build())
                .amount())
        .hasValue(Money.of("0.05", "USD"));
  }

  @Test
  void negativeDuration_isRefused() {
    String text = part(3_000).toText();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CancelRequest.resume(text, Duration.ofNanos(-1)))
        .withMessage("sinceLastSending must not be negative");
  }

  // --- texts that are none

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "&", "canary", "pgsdk-cancel-2&payment=canary", "pgsdk-cancel-", "{}"})
  void foreignOrLaterText_isRefusedUnquoted(String text) {
    assertUnquoted(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "payment=",
        "payment=canary%0A",
        "payment=..",
        "payment=%zz",
        "reason=+",
        "key=canary+",
        "key=",
        "reference=canary+canary",
        "amount=canary",
        "amount=canary+KRW",
        "amount=0+KRW",
        "amount=-1+KRW",
        "amount=1E9+KRW",
        "amount=1.5+KRW",
        "amount=3000+",
        "expected=1+KRW",
        "vat=1+USD",
        "bank=",
        "account=%00canary",
        "phase=canary",
        "phase=",
        "pinned=canary",
        "keyNumber=canary",
        "keyNumber=0",
        "keyNumber=-1",
        "keyNumber=99999999999"
      })
  void oneFieldDamaged_isRefusedUnquoted(String field) {
    String name = field.substring(0, field.indexOf('='));
    String whole = everything().toText();
    assertThat(whole + "&pinned=1+KRW").contains("&" + name + "=");
    String damaged =
        name.equals("pinned")
            ? whole + "&" + field
            : whole.replaceAll("(?<=&)" + name + "=[^&]*", field);

    assertUnquoted(damaged);
  }

  @ParameterizedTest
  @ValueSource(strings = {"payment", "reason", "key", "phase", "keyNumber", "bank", "holder"})
  void requiredFieldMissing_isRefused(String name) {
    assertUnquoted(everything().toText().replaceAll("&" + name + "=[^&]*", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"&payment=canary", "&", "&canary", "&=canary", "&x=1&x=1"})
  void fieldTwiceOrWithoutAName_isRefused(String more) {
    assertUnquoted(everything().toText() + more);
  }

  /** What is passed over may be what keeps a refund from being made twice. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "laterField=canary",
        "mark=canary",
        "row.0=canary",
        "pinned=3000+KRW",
        "seen=3000+KRW",
        "phone=canary"
      })
  void fieldThatMeansNothingHere_isRefused(String field) {
    CancelRequest request = CancelRequest.full(PaymentId.of("p1"), "why").build();
    String whole = request.toText();

    assertThat(CancelRequest.resume(whole).toText()).isEqualTo(whole);
    assertUnquoted(whole.replace("&end", "&" + field + "&end"));
  }

  @Test
  void damagedAtRandom_isReadOrRefused_andNothingElseIsThrown() {
    long seed = 4711;
    Random random = new Random(seed);
    CancelCalls calls = new CancelCalls(Like.TOSS);
    FakeCancelSteps gateway = calls.gateway;
    gateway.next(FakeCancelSteps.refuse("PROVIDER_ERROR"));
    gateway.others(1_000, "[x] y");
    CancelRequest request = everything().newBuilder().expectedBalance(Money.krw(9_000)).build();
    calls.doubt(request);
    String whole = request.toText();
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder(whole);
      for (int i = random.nextInt(4); i >= 0; i--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 65536));
          case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(9)));
          default -> {
            int from = random.nextInt(whole.length());
            text.insert(at, whole, from, from + random.nextInt(whole.length() - from));
          }
        }
      }
      Throwable thrown = catchThrowable(() -> CancelRequest.resume(text.toString()).toText());
      if (thrown != null) {
        assertThat(thrown)
            .as("seed %s, round %s", seed, round)
            .isInstanceOf(IllegalArgumentException.class)
            .hasNoCause();
      }
    }
  }

  private static void assertUnquoted(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CancelRequest.resume(text))
        .withMessageContaining("stored cancel")
        .withMessageNotContaining("canary")
        .withNoCause();
  }
}
