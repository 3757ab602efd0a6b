package kr.pgsdk.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
  @Test
  void sameAmountInAnotherScale_isEqual() {
    assertThat(Money.of("10.50", "USD")).isEqualTo(Money.of("10.5", "USD"));
    assertThat(Money.of("10.50", "USD")).hasSameHashCodeAs(Money.of("10.5", "USD"));
    assertThat(Money.of(new BigDecimal("5000.0"), "KRW")).isEqualTo(Money.krw(5_000));
  }

  @ParameterizedTest
  @CsvSource({"15000,15000", "0,0", "544.68,544.68", "0.00000001,0.00000001", "100.00,100"})
  void printedPlain_withoutTrailingZeros(String text, String printed) {
    assertThat(Money.of(text, "USD").toPlainString()).isEqualTo(printed);
  }

  @Test
  void exponentForm_isPrintedPlain() {
    assertThat(Money.of(new BigDecimal("1E+4"), "KRW").toPlainString()).isEqualTo("10000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "-1", "+1", "1,000", "1e3", "1.", ".5", "1 000", "１０", "0x10", "NaN", "1.2.3"
      })
  void textThatIsNoPlainDecimal_isRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.of(text, "USD"))
        .withMessageContaining("plain decimal");
  }

  @Test
  void fractionalWon_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.of("100.5", "KRW"))
        .withMessageContaining("KRW must not have a fraction");
  }

  @ParameterizedTest
  @CsvSource({
    "15000,KRW,15000",
    "6,USD,600",
    "5.44,USD,544",
    "0.001,KWD,1",
    "544,JPY,544",
    "0.0001,UYW,1",
    "0,EUR,0",
    "90071992547409.93,EUR,9007199254740993"
  })
  void minorUnits_areExactBothWays(String amount, String currency, long units) {
    assertThat(Money.of(amount, currency).minorUnits()).isEqualTo(units);
    assertThat(Money.ofMinorUnits(units, currency)).isEqualTo(Money.of(amount, currency));
  }

  @Test
  void partOfAMinorUnit_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.of("0.5", "JPY").minorUnits())
        .withMessageContaining("0.5 JPY");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.of("0.001", "USD").minorUnits())
        .withMessageContaining("whole number");
  }

  @Test
  void currencyWithoutAKnownMinorUnit_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.ofMinorUnits(1, "MUSD"))
        .withMessageContaining("minor unit");
    assertThatIllegalArgumentException().isThrownBy(() -> Money.of("1", "XAU").minorUnits());
  }

  @Test
  void minorUnits_agreeWithTheJdkWhereItKnowsTheCurrency() {
    for (java.util.Currency each : java.util.Currency.getAvailableCurrencies()) {
      int digits;
      try {
        digits = MinorUnits.digits(each.getCurrencyCode());
      } catch (IllegalArgumentException historicOrMetal) {
        continue;
      }
      assertThat(each.getDefaultFractionDigits()).as(each.getCurrencyCode()).isEqualTo(digits);
    }
  }

  @Test
  void absurdNumbers_areRefusedAtOnce() {
    for (String absurd : new String[] {"1E+999999999", "1E-999999999", "9999999999999999999"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Money.of(new BigDecimal(absurd), "USD"))
          .withMessageContaining("digits");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "krw", "K", "KRW ", "원", "US$"})
  void currencyThatIsNoCode_isRefused(String currency) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.of("1", currency))
        .withMessageContaining("capital letters");
  }

  @Test
  void currencyUnknownToIso4217_isTaken() {
    assertThat(Money.of("50000000000", "MUSD").toString()).isEqualTo("50000000000 MUSD");
  }

  @Test
  void arithmeticAcrossCurrencies_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.krw(1).minus(Money.of("1", "USD")))
        .withMessageContaining("different currencies");
  }

  @RepeatedTest(200)
  void arithmetic_agreesWithBigDecimal(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    BigDecimal a = BigDecimal.valueOf(random.nextLong(1L << 40), random.nextInt(3));
    BigDecimal b = BigDecimal.valueOf(random.nextLong(1L << 40), random.nextInt(3));
    Money left = Money.of(a, "USD");
    Money right = Money.of(b, "USD");
    String seed = "seed " + repetition.getCurrentRepetition();

    assertThat(left.plus(right).amount()).as(seed).isEqualByComparingTo(a.add(b));
    assertThat(left.isMoreThan(right)).as(seed).isEqualTo(a.compareTo(b) > 0);
    assertThat(left.equals(right)).as(seed).isEqualTo(a.compareTo(b) == 0);
    if (a.compareTo(b) >= 0) {
      assertThat(left.minus(right).amount()).as(seed).isEqualByComparingTo(a.subtract(b));
    } else {
      assertThatIllegalArgumentException().as(seed).isThrownBy(() -> left.minus(right));
    }
    assertThat(Money.of(left.toPlainString(), "USD")).as(seed).isEqualTo(left);
  }
}
