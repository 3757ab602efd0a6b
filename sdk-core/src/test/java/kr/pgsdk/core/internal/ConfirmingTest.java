package kr.pgsdk.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.ConfirmRequest.OnMismatch;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.AwaitingDeposit;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.Confirmed.Capture;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.Confirmation.NotConfirmed.Refund;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Mismatch.Field;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.error.ErrorDetails;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.error.VerificationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConfirmingTest {
  private static final GatewayTerms TERMS =
      new GatewayTerms("testpay", "merchant_uid", "imp_uid", "amount");
  private static final PaymentId ID = PaymentId.of("pay-1");
  private static final OrderId ORDER = OrderId.of("order-1");
  private static final Money PRICE = Money.krw(15_000);

  private final List<CancelRequest> refunds = new ArrayList<>();

  private static ConfirmRequest.Builder request() {
    return ConfirmRequest.builder(ID, ORDER, PRICE);
  }

  private static Payment.Builder payment(Known known, Money amount, Money balance) {
    return Payment.builder(TERMS, ID, ORDER, amount, new PaymentStatus(known, "word"))
        .balance(balance);
  }

  private static Confirmation judge(Payment payment) {
    return Confirming.judge(request().build(), payment, Capture.ALREADY_CAPTURED, false);
  }

  private Confirmation settle(Payment payment, Function<CancelRequest, Cancellation> cancel) {
    ConfirmRequest request = request().onMismatch(OnMismatch.CANCEL).build();
    return Confirming.refundIfAsked(
        request,
        Confirming.judge(request, payment, Capture.BY_THIS_CALL, false),
        cancelRequest -> {
          refunds.add(cancelRequest);
          return cancel.apply(cancelRequest);
        });
  }

  @Test
  void returnedAsStored_nothingDiffers() {
    assertThat(
            Confirming.compareReturned(
                request().returned(OrderId.of("order-1"), Money.krw(15_000)).build(), TERMS))
        .isNull();
    assertThat(Confirming.compareReturned(request().build(), TERMS)).isNull();
  }

  @Test
  void returnedOtherwise_everyDifferenceIsListed_andNobodyAskedForTheMoney() {
    NotConfirmed refused =
        Confirming.compareReturned(
            request().returned(OrderId.of("order-2"), Money.of("100", "USD")).build(), TERMS);

    assertThat(refused).isNotNull();
    assertThat(refused.reason()).isEqualTo(Reason.MISMATCH);
    assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.UNKNOWN);
    assertThat(refused.mismatches())
        .extracting(m -> m.field())
        .containsExactly(Field.ORDER_ID, Field.AMOUNT, Field.CURRENCY);
  }

  @Test
  void paidAsExpected_isConfirmed() {
    Confirmation result = judge(payment(Known.PAID, PRICE, PRICE).build());

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
    "UNKNOWN, 15000, UNKNOWN_STATUS, UNKNOWN"
  })
  void otherStatus_isNotConfirmed(Known known, long balance, Reason reason, MoneyHeld held) {
    assertThat(judge(payment(known, PRICE, Money.krw(balance)).build()))
        .isInstanceOfSatisfying(
            NotConfirmed.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(reason);
              assertThat(refused.moneyHeld()).isEqualTo(held);
              assertThat(refused.mismatches())
                  .extracting(m -> m.field())
                  .containsExactly(Field.STATUS);
              assertThatThrownBy(refused::orElseThrow).isInstanceOf(VerificationException.class);
            });
  }

  @Test
  void waitingAccountOfTheRightAmount_awaitsDeposit() {
    assertThat(judge(payment(Known.WAITING_FOR_DEPOSIT, PRICE, Money.krw(0)).build()))
        .isInstanceOf(AwaitingDeposit.class);
  }

  @Test
  void waitingAccountOfAnotherAmount_isAMismatch() {
    assertThat(judge(payment(Known.WAITING_FOR_DEPOSIT, Money.krw(1), Money.krw(0)).build()))
        .isInstanceOfSatisfying(
            NotConfirmed.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(Reason.MISMATCH);
              assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.NO);
            });
  }

  @Test
  void paidPaymentOfAnotherOrder_holdsNoMoneyOfThisOne() {
    Payment strangers =
        Payment.builder(
                TERMS, ID, OrderId.of("order-9"), PRICE, new PaymentStatus(Known.PAID, "paid"))
            .balance(PRICE)
            .build();

    assertThat(judge(strangers))
        .isInstanceOfSatisfying(
            NotConfirmed.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(Reason.MISMATCH);
              assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.NO);
            });
  }

  @Test
  void answerAboutAnotherPayment_saysNothingOfTheAskedOnesMoney() {
    for (OrderId order : List.of(ORDER, OrderId.of("order-9"))) {
      Payment another =
          Payment.builder(
                  TERMS,
                  PaymentId.of("another"),
                  order,
                  PRICE,
                  new PaymentStatus(Known.PAID, "paid"))
              .balance(PRICE)
              .build();

      assertThat(judge(another))
          .isInstanceOfSatisfying(
              NotConfirmed.class,
              refused -> {
                assertThat(refused.reason()).isEqualTo(Reason.MISMATCH);
                assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.UNKNOWN);
              });
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Known.class,
      names = {"PAID", "WAITING_FOR_DEPOSIT"})
  void testPayment_isNotConfirmed_unlessAccepted(Known known) {
    Payment payment =
        payment(known, PRICE, known == Known.PAID ? PRICE : Money.krw(0)).test(true).build();

    assertThat(judge(payment))
        .isInstanceOfSatisfying(
            NotConfirmed.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.TEST_PAYMENT));
    assertThat(Confirming.judge(request().build(), payment, Capture.ALREADY_CAPTURED, true))
        .isNotInstanceOf(NotConfirmed.class);
  }

  @Test
  void failedPayment_carriesItsOwnReason() {
    Payment failed =
        payment(Known.FAILED, PRICE, Money.krw(0)).failure("REJECT_CARD", "한도초과").build();

    assertThat(judge(failed))
        .isInstanceOfSatisfying(
            NotConfirmed.class,
            refused -> {
              assertThat(refused.refusal().orElseThrow().code()).hasValue("REJECT_CARD");
              assertThat(refused.refusal().orElseThrow().retryable()).isFalse();
            });
  }

  @Test
  void wrongAmount_reportIsTheDefault_nothingIsRefunded() {
    ConfirmRequest request = request().build();
    Confirmation judged = judge(payment(Known.PAID, Money.krw(100), Money.krw(100)).build());

    Confirmation settled =
        Confirming.refundIfAsked(
            request,
            judged,
            r -> {
              throw new AssertionError("refunded");
            });

    assertThat(settled).isSameAs(judged);
  }

  @ParameterizedTest
  @CsvSource({"100, KRW", "15000, USD", "1, USD"})
  void fullyPaidPaymentOfThisOrder_wrongAmountOrCurrency_isRefundedWhole(
      String amount, String currency) {
    Money wrong = Money.of(amount, currency);
    Payment refundedPayment = payment(Known.CANCELLED, wrong, Money.zero(currency)).build();

    Confirmation result =
        settle(
            payment(Known.PAID, wrong, wrong).build(),
            r -> new Cancellation.Cancelled(refundedPayment, wrong));

    assertThat(result)
        .isInstanceOfSatisfying(
            NotConfirmed.class,
            refused -> {
              assertThat(refused.refund()).hasValue(Refund.DONE);
              assertThat(refused.moneyHeld()).isEqualTo(MoneyHeld.NO);
            });
    assertThat(refunds).hasSize(1);
    assertThat(refunds.get(0).amount()).isEmpty();
    assertThat(refunds.get(0).expectedBalance()).hasValue(wrong);
  }

  @Test
  void strangersPayment_isNeverRefunded() {
    Payment strangers =
        Payment.builder(
                TERMS,
                ID,
                OrderId.of("order-9"),
                Money.krw(1),
                new PaymentStatus(Known.PAID, "paid"))
            .balance(Money.krw(1))
            .build();
    Payment otherId =
        Payment.builder(
                TERMS,
                PaymentId.of("pay-9"),
                ORDER,
                Money.krw(1),
                new PaymentStatus(Known.PAID, "paid"))
            .balance(Money.krw(1))
            .build();

    settle(strangers, r -> null);
    settle(otherId, r -> null);

    assertThat(refunds).isEmpty();
  }

  @Test
  void anythingCancelledBefore_isNeverRefunded() {
    Money wrong = Money.krw(20_000);
    settle(payment(Known.PARTIALLY_CANCELLED, wrong, Money.krw(15_000)).build(), r -> null);
    settle(
        payment(Known.PAID, wrong, wrong)
            .cancels(List.of(PaymentCancel.of(Money.krw(1), State.PENDING, null, null)))
            .build(),
        r -> null);
    settle(payment(Known.WAITING_FOR_DEPOSIT, wrong, Money.krw(0)).build(), r -> null);
    settle(payment(Known.PAID, wrong, wrong).test(true).build(), r -> null);
    settle(payment(Known.PAID, PRICE, PRICE).build(), r -> null);

    assertThat(refunds).isEmpty();
  }

  @Test
  void refundThatFails_neverThrowsOutOfConfirm() {
    Payment wrong = payment(Known.PAID, Money.krw(1), Money.krw(1)).build();
    ErrorDetails details = ErrorDetails.builder("testpay").build();

    assertRefund(
        settle(
            wrong,
            r -> {
              throw new TransportException("down", details);
            }),
        Refund.FAILED,
        MoneyHeld.YES);
    assertRefund(
        settle(
            wrong,
            r -> {
              throw new OutcomeUnknownException("lost", details, null, null);
            }),
        Refund.UNKNOWN,
        MoneyHeld.UNKNOWN);
    assertRefund(
        settle(
            wrong,
            r -> {
              throw new IllegalStateException("closed");
            }),
        Refund.FAILED,
        MoneyHeld.YES);
    assertRefund(
        settle(wrong, r -> new Cancellation.Pending(wrong, Money.krw(1))),
        Refund.PENDING,
        MoneyHeld.UNKNOWN);
  }

  private static void assertRefund(Confirmation result, Refund refund, MoneyHeld held) {
    assertThat(result)
        .isInstanceOfSatisfying(
            NotConfirmed.class,
            refused -> {
              assertThat(refused.refund()).hasValue(refund);
              assertThat(refused.moneyHeld()).isEqualTo(held);
              assertThat(refused.mismatches()).isNotEmpty();
            });
  }
}
