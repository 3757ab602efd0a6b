package kr.pgsdk.core.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.PaymentStatus.Known;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusRulesTest {
  @ParameterizedTest
  @CsvSource({
    "1000, PAID",
    "999, PARTIALLY_CANCELLED",
    "1, PARTIALLY_CANCELLED",
    "0, CANCELLED",
    "1001, UNKNOWN"
  })
  void paidWord_needsTheWholeBalance(long balance, Known expected) {
    assertThat(
            StatusRules.ofPaidWord("paid", Money.krw(1_000), Money.krw(balance), List.of(), false))
        .isEqualTo(new PaymentStatus(expected, "paid"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1000 |                | true  | UNKNOWN",
        "1000 | FAILED         | false | PAID",
        "1000 | FAILED         | true  | UNKNOWN",
        "1000 | PENDING        | false | CANCEL_PENDING",
        "1000 | PENDING        | true  | UNKNOWN",
        "1000 | FAILED PENDING | false | CANCEL_PENDING",
        "1000 | DONE           | false | UNKNOWN",
        "1000 | PENDING DONE   | false | UNKNOWN",
        "700  | DONE           | false | PARTIALLY_CANCELLED",
        "700  | PENDING        | false | PARTIALLY_CANCELLED",
        "0    | DONE           | true  | CANCELLED",
        "1001 | PENDING        | false | UNKNOWN",
      })
  void paidWord_thatIsContradicted_isNotPaid(
      long balance, @Nullable String cancels, boolean contradicted, Known expected) {
    List<PaymentCancel> rows =
        Stream.ofNullable(cancels)
            .flatMap(states -> Stream.of(states.split(" ")))
            .map(state -> PaymentCancel.of(null, Money.krw(300), State.valueOf(state), null, null))
            .toList();

    assertThat(
            StatusRules.ofPaidWord(
                "paid", Money.krw(1_000), Money.krw(balance), rows, contradicted))
        .isEqualTo(new PaymentStatus(expected, "paid"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, true, CANCELLED",
    "0, false, CANCELLED",
    "300, true, PARTIALLY_CANCELLED",
    "1000, false, CANCELLED",
    "1000, true, UNKNOWN",
    "1001, true, UNKNOWN"
  })
  void cancelledWord_isReadByTheBalance(long balance, boolean everPaid, Known expected) {
    assertThat(
            StatusRules.ofCancelledWord(
                "cancelled", Money.krw(1_000), Money.krw(balance), everPaid))
        .isEqualTo(new PaymentStatus(expected, "cancelled"));
  }

  @Test
  void controlsBeyondAscii_areNotShownEither() {
    assertThat(new PaymentStatus(Known.UNKNOWN, "a\u0085b\u009bc\u202ed"))
        .hasToString("UNKNOWN (?)");
  }

  @Test
  void wordThatIsNone_isNotShown_butKept() {
    PaymentStatus odd = new PaymentStatus(Known.UNKNOWN, "odd\nERROR paid");

    assertThat(odd).hasToString("UNKNOWN (?)");
    assertThat(odd.gatewayWord()).isEqualTo("odd\nERROR paid");
    assertThat(new PaymentStatus(Known.UNKNOWN, "REFUND_WAIT"))
        .hasToString("UNKNOWN (REFUND_WAIT)");
  }
}
