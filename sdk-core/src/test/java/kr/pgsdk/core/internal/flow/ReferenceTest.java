package kr.pgsdk.core.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;

import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mark in front of a reason: made, written and read. */
class ReferenceTest {
  private static final PaymentId ID = PaymentId.of("pay-1");

  private static CancelRequest.Builder part() {
    return CancelRequest.partial(ID, Money.krw(1), "r").idempotencyKey("key-1");
  }

  @Test
  void partWithoutAReference_hasTenCharactersOfItsKeysHash_theSameOnEveryServer() {
    // printf key-1 | sha256sum
    assertThat(Reference.of(part().build(), true)).isEqualTo("be29745469");
    assertThat(Reference.of(part().idempotencyKey("key-2").build(), true))
        .isNotEqualTo("be29745469");
    assertThat(Reference.of(part().build(), false)).isNull();
  }

  @Test
  void all_hasTheShopsReferenceOrNone() {
    assertThat(Reference.of(CancelRequest.full(ID, "r").build(), true)).isNull();
    assertThat(Reference.of(CancelRequest.full(ID, "r").reference("R").build(), false))
        .isEqualTo("R");
    assertThat(Reference.of(part().reference("R").build(), true)).isEqualTo("R");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "[a] r, a",
        "[A-z_09] , A-z_09",
        "[a][b] r, a",
        "[12345678901234567890123456789012]x, 12345678901234567890123456789012",
        "[123456789012345678901234567890123] r, null",
        "'[a b] r', null",
        "[] r, null",
        "[a, null",
        "r [a], null",
        "' [a] r', null",
        "[가] r, null",
        "'', null",
        "null, null"
      })
  void recordedReason_beginsWithItsReferenceOrHasNone(
      @Nullable String reason, @Nullable String reference) {
    assertThat(Reference.in(reason)).isEqualTo(reference);
  }

  @Test
  void reason_isMarkedAndCutAt200_neverInTheMiddleOfACharacter() {
    assertThat(Reference.inFrontOf("r", null)).isEqualTo("r");
    assertThat(Reference.inFrontOf("r", "R")).isEqualTo("[R] r");
    assertThat(Reference.inFrontOf("가".repeat(196), "R")).hasSize(200).endsWith("가");
    assertThat(Reference.inFrontOf("가".repeat(200), "R")).hasSize(200).startsWith("[R] 가");
    String cut = Reference.inFrontOf("x".repeat(195) + "😀", "R");
    assertThat(cut).hasSize(199).endsWith("x");
    assertThat(Reference.in(Reference.inFrontOf("가".repeat(200), "r".repeat(32))))
        .isEqualTo("r".repeat(32));
  }

  @ParameterizedTest
  @CsvSource({
    "[0a1b2, true", "[0a1b2c3d4e, true", "[0a1b, false", "[0a1b2c3d4e5, false",
    "[0a1b2c3d4e], false", "0a1b2c, false", "[0a1bg, false", "[0A1B2C, false"
  })
  void beginningOfAMadeReference_hasFiveDigitsAndNoEnd(String recorded, boolean cut) {
    assertThat(Reference.looksCut(recorded)).isEqualTo(cut);
  }

  @ParameterizedTest
  @CsvSource({"0a1b2c3d4e, true", "0a1b2c3d4, false", "0a1b2c3d4e5, false", "0A1B2C3D4E, false"})
  void madeReference_isTenDigitsAndNothingElse(String reference, boolean made) {
    assertThat(Reference.looksMade(reference)).isEqualTo(made);
  }
}
