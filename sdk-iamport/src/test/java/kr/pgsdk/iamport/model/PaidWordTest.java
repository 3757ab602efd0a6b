package kr.pgsdk.iamport.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.Promotion;
import kr.pgsdk.core.RefundStatus;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.text.Redaction;
import kr.pgsdk.iamport.FakeIamport;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.iamport.PaymentBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "paid" is paid only if nothing in the payment says otherwise, and nothing of it is misread. */
class PaidWordTest {
  private static Payment read(PaymentBody body) {
    return IamportPayment.parse(body.toString()).toPayment();
  }

  private static Known known(PaymentBody body) {
    Payment payment = read(body);
    assertThat(payment.status().gatewayWord()).isEqualTo("paid");
    assertThat(payment.balance()).isEqualTo(Money.krw(15_000));
    return payment.status().known();
  }

  // --- contradictions

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cancel_history | [{\"amount\":300}]",
        "cancel_history | [{\"amount\":0}]",
        "cancelled_at   | 1700000100",
        "cancelled_at   | \"1700000100\"",
        "failed_at      | 1700000061",
        "failed_at      | \"1700000061\"",
        "paid_at        | 0",
        "paid_at        | \"0\"",
        "paid_at        | 0.0",
      })
  void paidAndContradicted_isUnknown(String name, String value) {
    assertThat(known(PaymentBody.paid().with(name, value))).isEqualTo(Known.UNKNOWN);
  }

  @Test
  void paidAndFailed_withoutATimeOfPayment_isUnknown() {
    PaymentBody body = PaymentBody.paid().with("failed_at", "1700000000");

    assertThat(known(body)).isEqualTo(Known.PAID);
    assertThat(known(body.with("paid_at", "null"))).isEqualTo(Known.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "paid_at        | null",
        "paid_at        | \"\"",
        "paid_at        | \"null\"",
        "failed_at      | 1700000060",
        "failed_at      | 0",
        "failed_at      | \"0\"",
        "failed_at      | null",
        "cancelled_at   | 0",
        "cancelled_at   | \"\"",
        "cancelled_at   | \"null\"",
        "cancel_amount  | null",
        "cancel_history | null",
        "fail_reason    | \"한도초과\"",
      })
  void paidAndNothingSaysOtherwise_isPaid(String name, String value) {
    assertThat(known(PaymentBody.paid().with(name, value))).isEqualTo(Known.PAID);
  }

  @Test
  void paidAt_thatIsZero_isNoTime() {
    assertThat(read(PaymentBody.paid().with("paid_at", "0")).paidAt()).isEmpty();
    assertThat(read(PaymentBody.paid().with("paid_at", "\"1700000060\"")).paidAt())
        .hasValue(Instant.ofEpochSecond(1_700_000_060));
    assertThat(read(PaymentBody.waiting()).paidAt()).isEmpty();
    assertThat(read(PaymentBody.paid()).refundStatus()).isEqualTo(RefundStatus.NONE);
  }

  @Test
  void cancelledWithRowsButNoSum_isUnknown_whetherItShowsATimeOfPaymentOrNot() {
    PaymentBody body = PaymentBody.cancelled(300).with("cancel_amount", "0");

    assertThat(read(body).status().known()).isEqualTo(Known.UNKNOWN);
    assertThat(read(body.with("paid_at", "0")).status().known()).isEqualTo(Known.UNKNOWN);
  }

  @Test
  void foundOnTheWire_contradictedIsNotPaid_andSaidTwiceIsMalformed() {
    PaymentLookup lookup = PaymentLookup.byPaymentId(PaymentId.of(PaymentBody.IMP_UID));
    try (FakeIamport iamport = new FakeIamport();
        IamportGateway gateway = iamport.gateway().build()) {
      iamport.serve(FakeIamport.ok(PaymentBody.paid().with("cancelled_at", "1700000100")));
      assertThat(gateway.find(lookup).orElseThrow().status().isPaid()).isFalse();

      iamport.serve(FakeIamport.ok(twice("sandbox", "true", "false")));
      assertThatThrownBy(() -> gateway.find(lookup))
          .isInstanceOf(MalformedResponseException.class)
          .hasMessageContaining("sandbox");
      assertThat(iamport.arrived()).hasSize(2);
    }
  }

  // --- strict

  private static String twice(String name, String first, String second) {
    return PaymentBody.paid()
        .without(name)
        .toString()
        .replaceAll("}$", ",\"" + name + "\":" + first + ",\"" + name + "\":" + second + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sandbox        | true       | false",
        "paid_at        | 0          | 1700000060",
        "failed_at      | 1700000061 | 0",
        "cancelled_at   | 1700000061 | null",
        "cancel_amount  | 15000      | 0",
        "cancel_history | [{\"amount\":1}] | []",
        "promotion      | {\"id\":\"p\",\"discount\":1} | null",
      })
  void keyThatIsThereTwice_isMalformed(String name, String first, String second) {
    assertMalformed(twice(name, first, second), name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sandbox        | []",
        "sandbox        | 2",
        "paid_at        | {}",
        "paid_at        | []",
        "paid_at        | true",
        "paid_at        | false",
        "paid_at        | -1",
        "paid_at        | 1e400",
        "paid_at        | \"yesterday\"",
        "failed_at      | true",
        "failed_at      | \"2024-01-01\"",
        "cancelled_at   | {}",
        "cancelled_at   | [1700000100]",
        "cancel_history | {}",
        "cancel_history | 1",
        "cancel_history | [{\"amount\":1,\"amount\":2}]",
        "cancel_history | [{\"amount\":1,\"cancellation_id\":\"a\",\"cancellation_id\":\"b\"}]",
        "cancel_history | [{\"amount\":1,\"cancellation_id\":{}}]",
        "cancel_history | [{\"amount\":1,\"reason\":\"a\",\"reason\":\"b\"}]",
        "cancel_history | [{\"amount\":1,\"cancelled_at\":1,\"cancelled_at\":2}]",
        "promotion      | 100",
        "promotion      | \"promotion-id-1\"",
        "promotion      | true",
        "promotion      | [{\"id\":\"p\"}]",
        "promotion      | {\"id\":\"p\",\"discount\":\"100\"}",
        "promotion      | {\"id\":\"p\",\"discount\":-100}",
        "promotion      | {\"id\":{},\"discount\":100}",
        "promotion      | {\"id\":\"p\",\"discount\":100,\"discount\":0}",
        "promotion      | {\"id\":\"p\",\"id\":\"q\",\"discount\":100}",
      })
  void valueOfTheWrongType_isMalformed_notNothing(String name, String value) {
    assertMalformed(PaymentBody.paid().with(name, value).toString(), name);
  }

  private static void assertMalformed(String json, String path) {
    assertThatThrownBy(() -> IamportPayment.parse(json))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("$." + path);
  }

  // --- promotion

  @Test
  void promotion_reachesTheContract() {
    Promotion promotion =
        read(PaymentBody.paid().with("promotion", "{\"id\":\"promotion-1\",\"discount\":100}"))
            .promotion()
            .orElseThrow();

    assertThat(promotion.id()).hasValue("promotion-1");
    assertThat(promotion.discount()).isEqualTo(Money.krw(100));
  }

  @Test
  void promotionWithoutAnId_hasItsDiscount() {
    Promotion promotion =
        read(PaymentBody.paid().with("promotion", "{\"id\":null,\"discount\":100}"))
            .promotion()
            .orElseThrow();

    assertThat(promotion.id()).isEmpty();
    assertThat(promotion.discount()).isEqualTo(Money.krw(100));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "\"\"",
        "\"null\"",
        "0",
        "[]",
        "{}",
        "{\"id\":\"p\"}",
        "{\"id\":\"p\",\"discount\":0}",
        "{\"id\":\"p\",\"discount\":null}"
      })
  void noPromotion_inAnyForm_isNone(String promotion) {
    Payment payment = read(PaymentBody.paid().with("promotion", promotion));

    assertThat(payment.promotion()).isEmpty();
    assertThat(payment.status().isPaid()).isTrue();
    assertThat(read(PaymentBody.paid().without("promotion")).promotion()).isEmpty();
  }

  // --- nothing leaks

  @Test
  void failReasonThatRepeatsACredential_isRedactedByWhatTheClientKnows() {
    String body = PaymentBody.failed().with("fail_reason", "\"key sesame is wrong\"").toString();

    assertThat(
            IamportPayment.read(
                    Json.object(body.getBytes(StandardCharsets.UTF_8)),
                    new Redaction(List.of("sesame")))
                .toPayment()
                .failureMessage())
        .hasValue("key *** is wrong");
    assertThat(IamportPayment.parse(body).toPayment().failureMessage())
        .hasValue("key sesame is wrong");
  }
}
