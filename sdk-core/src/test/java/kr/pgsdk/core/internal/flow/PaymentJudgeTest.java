package kr.pgsdk.core.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.AwaitingDeposit;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.Confirmed.Capture;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Mismatch;
import kr.pgsdk.core.Mismatch.Field;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.Promotion;
import kr.pgsdk.core.RefundStatus;
import kr.pgsdk.core.error.VerificationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a payment, as the gateway describes it, means for a confirm. */
class PaymentJudgeTest {
  private static final GatewayTerms TERMS =
      new GatewayTerms("testpay", "merchant_uid", "imp_uid", "amount");
  private static final PaymentId ID = PaymentId.of("pay-1");
  private static final OrderId ORDER = OrderId.of("order-1");
  private static final Money PRICE = Money.krw(15_000);

  private final FakeConfirmSteps steps = new FakeConfirmSteps(TERMS);
  private final PaymentJudge judge = new PaymentJudge(steps);

  private static Payment.Builder payment(Known known, Money amount, Money balance) {
    return Payment.builder(TERMS, ID, ORDER, amount, new PaymentStatus(known, "word"))
        .balance(balance);
  }

  private static Payment.Builder paid() {
    return payment(Known.PAID, PRICE, PRICE);
  }

  private Confirmation judge(Payment payment) {
    return judge.judge(
        PaymentJudge.expected(ConfirmRequest.builder(ID, ORDER, PRICE).build()),
        payment,
        Capture.ALREADY_CAPTURED);
  }

  private NotConfirmed refused(Payment payment) {
    Confirmation judged = judge(payment);
    assertThat(judged).isInstanceOf(NotConfirmed.class);
    return (NotConfirmed) judged;
  }

  private void assertRefused(Payment payment, Reason reason, MoneyHeld held) {
    NotConfirmed refused = refused(payment);
    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused.moneyHeld()).isEqualTo(held);
  }

  private static PaymentCancel row(State state) {
    return PaymentCancel.of(null, Money.krw(5_000), state, null, null);
  }

  @Test
  void paidAsExpected_isConfirmed() {
    Confirmation result = judge(paid().build());

    assertThat(result)
        .isInstanceOfSatisfying(
            Confirmed.class, c -> assertThat(c.capture()).isEqualTo(Capture.ALREADY_CAPTURED));
    assertThat(result.orElseThrow().amount()).isEqualTo(PRICE);
  }

  @ParameterizedTest
  @CsvSource({
    "READY, 0, NOT_YET_PAID, NO",
    "IN_PROGRESS, 0, NOT_YET_PAID, NO",
    "FAILED, 0, FAILED, NO",
    "EXPIRED, 0, EXPIRED, NO",
    "CANCELLED, 0, CANCELLED, NO",
    "PARTIALLY_CANCELLED, 5000, CANCELLED, YES",
    "CANCEL_PENDING, 15000, CANCELLED, YES",
    "UNKNOWN, 15000, UNKNOWN_STATUS, UNKNOWN",
    "UNKNOWN, 0, UNKNOWN_STATUS, UNKNOWN"
  })
  void otherStatus_isNotConfirmed(Known known, long balance, Reason reason, MoneyHeld held) {
    Payment payment = payment(known, PRICE, Money.krw(balance)).build();

    assertRefused(payment, reason, held);
    NotConfirmed refused = refused(payment);
    assertThat(refused.mismatches()).extracting(m -> m.field()).containsExactly(Field.STATUS);
    assertThatThrownBy(refused::orElseThrow).isInstanceOf(VerificationException.class);
  }

  @Test
  void unknownStatusThatTheGatewayKnowsAsUnfinished_isNotYetPaid_moneyUnknown() {
    steps.unfinishedIfUnknown = true;

    assertRefused(
        payment(Known.UNKNOWN, PRICE, Money.krw(0)).build(),
        Reason.NOT_YET_PAID,
        MoneyHeld.UNKNOWN);
  }

  // --- what contradicts money being held

  @ParameterizedTest
  @CsvSource({
    "PARTIALLY_CANCELLED, 10000",
    "CANCEL_PENDING, 15000",
    "CANCEL_PENDING, 10000",
    "CANCELLED, 0"
  })
  void cancelUnderWay_moneyIsUnknown(Known known, long balance) {
    assertRefused(
        payment(known, PRICE, Money.krw(balance)).cancels(List.of(row(State.PENDING))).build(),
        Reason.CANCELLED,
        MoneyHeld.UNKNOWN);
  }

  @Test
  void finishedOrFailedCancels_leaveWhatTheBalanceSays() {
    Payment.Builder partly =
        payment(Known.PARTIALLY_CANCELLED, PRICE, Money.krw(10_000))
            .cancels(List.of(row(State.DONE), row(State.FAILED)));

    assertRefused(partly.build(), Reason.CANCELLED, MoneyHeld.YES);
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, NO",
    "COMPLETED, NO",
    "PENDING, UNKNOWN",
    "FAILED, UNKNOWN",
    "PARTIAL_FAILED, UNKNOWN",
    "UNKNOWN, UNKNOWN"
  })
  void depositOnItsWayBackOrNotPaidBack_moneyIsUnknown(RefundStatus status, MoneyHeld held) {
    assertRefused(
        payment(Known.CANCELLED, PRICE, Money.krw(0)).refundStatus(status).build(),
        Reason.CANCELLED,
        held);
  }

  // --- accounts, strangers, tests, failures

  @Test
  void waitingAccountOfTheRightAmount_awaitsDeposit_ofAnotherIsAMismatch() {
    assertThat(judge(payment(Known.WAITING_FOR_DEPOSIT, PRICE, Money.krw(0)).build()))
        .isInstanceOf(AwaitingDeposit.class);
    assertRefused(
        payment(Known.WAITING_FOR_DEPOSIT, Money.krw(1), Money.krw(0)).build(),
        Reason.MISMATCH,
        MoneyHeld.NO);
  }

  @Test
  void paymentOfAnotherOrder_holdsNoMoneyOfThisOne() {
    Payment strangers =
        Payment.builder(
                TERMS, ID, OrderId.of("order-9"), PRICE, new PaymentStatus(Known.PAID, "paid"))
            .balance(PRICE)
            .build();

    assertRefused(strangers, Reason.MISMATCH, MoneyHeld.NO);
  }

  @Test
  void anotherPayment_saysNothingOfTheAskedOnesMoney() {
    for (OrderId order : List.of(ORDER, OrderId.of("order-9"))) {
      Payment another =
          Payment.builder(
                  TERMS, PaymentId.of("another"), order, PRICE, new PaymentStatus(Known.PAID, "w"))
              .balance(PRICE)
              .build();

      assertRefused(another, Reason.MISMATCH, MoneyHeld.UNKNOWN);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Known.class,
      names = {"PAID", "WAITING_FOR_DEPOSIT"})
  void testPayment_isNotConfirmed_unlessAccepted(Known known) {
    Money balance = known == Known.PAID ? PRICE : Money.krw(0);
    Payment payment = payment(known, PRICE, balance).test(true).build();
    assertThat(refused(payment).reason()).isEqualTo(Reason.TEST_PAYMENT);

    steps.acceptsTestPayments = true;
    assertThat(judge(payment)).isNotInstanceOf(NotConfirmed.class);
  }

  @Test
  void failedPayment_carriesItsOwnReason() {
    NotConfirmed refused =
        refused(payment(Known.FAILED, PRICE, Money.krw(0)).failure("REJECT_CARD", "한도초과").build());

    assertThat(refused.refusal().orElseThrow().code()).hasValue("REJECT_CARD");
    assertThat(refused.refusal().orElseThrow().retryable()).isFalse();
  }

  // --- promotions

  private static Payment.Builder promoted(@Nullable String id, long paid, long discount) {
    return payment(Known.PAID, Money.krw(paid), Money.krw(paid))
        .promotion(Promotion.of(id, Money.krw(discount)));
  }

  @Test
  void promotionThatExplainsTheAmount_isAMismatchThatNamesIt() {
    NotConfirmed refused = refused(promoted("promo-1", 14_000, 1_000).build());

    assertThat(refused.reason()).isEqualTo(Reason.MISMATCH);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.YES);
    assertThat(refused.mismatches())
        .extracting(Mismatch::actual)
        .containsExactly("14000 (Promotion[promo-1, 1000 KRW off])");
  }

  @Test
  void promotionTheGatewayWasBuiltToAccept_isConfirmed_noOtherOne() {
    steps.acceptedPromotions.add("promo-1");

    assertThat(judge(promoted("promo-1", 14_000, 1_000).build())).isInstanceOf(Confirmed.class);
    assertThat(judge(promoted("promo-2", 14_000, 1_000).build())).isInstanceOf(NotConfirmed.class);
    assertThat(judge(promoted(null, 14_000, 1_000).build())).isInstanceOf(NotConfirmed.class);
  }

  @ParameterizedTest
  @CsvSource({"14000, 999", "14000, 1001", "1, 1", "16000, 1000"})
  void acceptedPromotionThatDoesNotExplainTheAmount_isAMismatch(long paid, long discount) {
    steps.acceptedPromotions.add("promo-1");

    assertThat(refused(promoted("promo-1", paid, discount).build()).reason())
        .isEqualTo(Reason.MISMATCH);
  }

  @Test
  void acceptedPromotion_excusesTheAmountAlone() {
    steps.acceptedPromotions.add("promo-1");
    Promotion promotion = Promotion.of("promo-1", Money.krw(1_000));
    Money less = Money.krw(14_000);

    assertRefused(
        payment(Known.CANCELLED, less, Money.krw(0)).promotion(promotion).build(),
        Reason.CANCELLED,
        MoneyHeld.NO);
    NotConfirmed partly =
        refused(
            payment(Known.PARTIALLY_CANCELLED, less, Money.krw(9_000))
                .promotion(promotion)
                .build());
    assertThat(partly.reason()).isEqualTo(Reason.CANCELLED);
    assertThat(partly.moneyHeld()).isEqualTo(MoneyHeld.YES);
    assertThat(partly.mismatches()).extracting(Mismatch::field).containsExactly(Field.STATUS);
    assertRefused(
        payment(Known.PARTIALLY_CANCELLED, less, Money.krw(9_000))
            .promotion(Promotion.of("promo-2", Money.krw(1_000)))
            .build(),
        Reason.MISMATCH,
        MoneyHeld.YES);
    assertThat(refused(promoted("promo-1", 14_000, 1_000).test(true).build()).reason())
        .isEqualTo(Reason.TEST_PAYMENT);
    Money dollars = Money.of("14000", "USD");
    assertThat(
            refused(
                    payment(Known.PAID, dollars, dollars)
                        .promotion(Promotion.of("promo-1", Money.of("1000", "USD")))
                        .build())
                .reason())
        .isEqualTo(Reason.MISMATCH);
  }
}
