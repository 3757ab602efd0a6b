package kr.pgsdk.core.internal.flow;

import java.util.List;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.AwaitingDeposit;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.Confirmed.Capture;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.Mismatch;
import kr.pgsdk.core.Mismatch.Field;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.Promotion;
import kr.pgsdk.core.Refusal;
import kr.pgsdk.core.verify.PaymentExpectation;
import kr.pgsdk.core.verify.PaymentVerifier;
import org.jspecify.annotations.Nullable;

/** What a payment, as the gateway described it, means for a confirm or a charge. Pure. */
final class PaymentJudge {
  private final ConfirmSteps steps;

  PaymentJudge(ConfirmSteps steps) {
    this.steps = steps;
  }

  static PaymentExpectation expected(ConfirmRequest request) {
    return PaymentExpectation.of(request.orderId(), request.paymentId(), request.money());
  }

  Confirmation judge(PaymentExpectation expected, Payment payment, Capture capture) {
    List<Mismatch> mismatches = mismatches(expected, payment);
    boolean testRefused = payment.test() && !steps.acceptsTestPayments();
    if (mismatches.isEmpty() && !testRefused) {
      return new Confirmed(payment, capture);
    }
    boolean onlyStatus = mismatches.stream().allMatch(m -> m.field() == Field.STATUS);
    Known status = payment.status().known();
    if (status == Known.WAITING_FOR_DEPOSIT && onlyStatus && !testRefused) {
      return new AwaitingDeposit(payment);
    }
    Reason reason =
        testRefused ? Reason.TEST_PAYMENT : onlyStatus ? reason(payment) : Reason.MISMATCH;
    boolean explained = payment.failureCode().isPresent() || payment.failureMessage().isPresent();
    return NotConfirmed.builder(payment.terms(), reason, moneyHeld(expected, payment))
        .mismatches(mismatches)
        .payment(payment)
        .advice(testRefused ? steps.adviceIfTest() : null)
        .refusal(
            explained
                ? Refusal.ofFailure(
                    payment.failureCode().orElse(null), payment.failureMessage().orElse(null))
                : null)
        .build();
  }

  /** What differs; an accepted promotion explains the amount, whatever has gone back since. */
  private List<Mismatch> mismatches(PaymentExpectation expected, Payment payment) {
    List<Mismatch> all = PaymentVerifier.verify(expected, payment).mismatches();
    Promotion promotion = all.isEmpty() ? null : promotionOf(expected.money(), payment);
    return promotion == null || !steps.acceptsPromotion(promotion)
        ? all
        : all.stream().filter(mismatch -> mismatch.field() != Field.AMOUNT).toList();
  }

  /** The promotion that explains why less was paid than the price; null if none does. */
  static @Nullable Promotion promotionOf(Money price, Payment payment) {
    Promotion promotion = payment.promotion().orElse(null);
    return promotion != null
            && payment.amount().currency().equals(price.currency())
            && payment.amount().plus(promotion.discount()).equals(price)
        ? promotion
        : null;
  }

  private Reason reason(Payment payment) {
    return switch (payment.status().known()) {
      case READY, IN_PROGRESS, WAITING_FOR_DEPOSIT -> Reason.NOT_YET_PAID;
      case CANCELLED, PARTIALLY_CANCELLED, CANCEL_PENDING -> Reason.CANCELLED;
      case FAILED -> Reason.FAILED;
      case EXPIRED -> Reason.EXPIRED;
      case PAID, UNKNOWN ->
          steps.isUnfinished(payment) ? Reason.NOT_YET_PAID : Reason.UNKNOWN_STATUS;
    };
  }

  /** Whether the gateway says that the payment was captured at any time. */
  static boolean wasCaptured(Payment payment) {
    return switch (payment.status().known()) {
      case PAID, PARTIALLY_CANCELLED, CANCEL_PENDING -> true;
      case CANCELLED, UNKNOWN -> payment.paidAt().isPresent();
      case READY, IN_PROGRESS, WAITING_FOR_DEPOSIT, FAILED, EXPIRED -> false;
    };
  }

  /**
   * Whether the gateway holds money for the expected order under the payment that was asked for.
   *
   * @param payment what the gateway answered; of the asked one, another payment says nothing
   */
  static MoneyHeld moneyHeld(PaymentExpectation expected, Payment payment) {
    if (!expected.paymentId().map(payment.paymentId()::equals).orElse(true)) {
      return MoneyHeld.UNKNOWN;
    }
    if (!payment.orderId().equals(expected.orderId())) {
      return MoneyHeld.NO;
    }
    if (!CancelGoal.isNothingUnderWay(payment) || payment.status().known() == Known.UNKNOWN) {
      return MoneyHeld.UNKNOWN;
    }
    return payment.balance().isZero() ? MoneyHeld.NO : MoneyHeld.YES;
  }
}
