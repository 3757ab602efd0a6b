package kr.pgsdk.core.internal.flow;

import static kr.pgsdk.core.internal.flow.ConfirmCalls.ID;
import static kr.pgsdk.core.internal.flow.ConfirmCalls.ORDER;
import static kr.pgsdk.core.internal.flow.ConfirmCalls.PRICE;
import static kr.pgsdk.core.internal.flow.ConfirmCalls.TERMS;
import static kr.pgsdk.core.internal.flow.ConfirmCalls.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kr.pgsdk.core.ConfirmRequest.OnMismatch;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.Confirmation.NotConfirmed.Refund;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentCancel.State;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.Promotion;
import org.junit.jupiter.api.Test;

/** Which wrong payments {@code onMismatch(CANCEL)} refunds, and which it must never touch. */
class MismatchRefundTest {
  /** What the ledger of the cancels holds. */
  private static final Money WRONG = Money.krw(10_000);

  private final ConfirmCalls calls = new ConfirmCalls();

  private static Payment.Builder payment(PaymentId id, OrderId order, Known known, Money amount) {
    boolean held = known == Known.PAID;
    return Payment.builder(TERMS, id, order, amount, new PaymentStatus(known, "word"))
        .balance(held ? amount : Money.zero(amount.currency()));
  }

  private static Payment.Builder wrong() {
    return payment(ID, ORDER, Known.PAID, WRONG);
  }

  private NotConfirmed refundIfSafe(Payment payment) {
    calls.gateway.answers(payment);
    return calls.refused(request().onMismatch(OnMismatch.CANCEL).build());
  }

  private void assertRefund(Refund refund, MoneyHeld held) {
    NotConfirmed refused = refundIfSafe(wrong().build());
    assertThat(refused.reason()).isEqualTo(Reason.MISMATCH);
    assertThat(refused.refund()).hasValue(refund);
    assertThat(refused.moneyHeld()).isEqualTo(held);
    assertThat(refused.mismatches()).isNotEmpty();
  }

  private void assertNotRefunded(Payment payment) {
    ConfirmCalls fresh = new ConfirmCalls();
    fresh.gateway.answers(payment).shows(payment);
    NotConfirmed refused = fresh.refused(request().onMismatch(OnMismatch.CANCEL).build());
    assertThat(refused.refund()).isEmpty();
    assertThat(fresh.cancels.lookups).isZero();
    assertThat(fresh.cancels.sent).isEmpty();
  }

  @Test
  void wrongAmount_isRefundedWhole_withOrderAndBalancePinned() {
    assertRefund(Refund.DONE, MoneyHeld.NO);

    CancelToSend sent = calls.cancels.sent.get(0);
    assertThat(calls.cancels.executed).hasSize(1);
    assertThat(sent.request().amount()).isEmpty();
    assertThat(sent.request().orderId()).hasValue(ORDER);
    assertThat(sent.request().expectedBalance()).hasValue(WRONG);
  }

  @Test
  void reportIsTheDefault_nothingIsRefunded() {
    calls.gateway.answers(wrong().build());

    assertThat(calls.refused().refund()).isEmpty();
    assertThat(calls.cancels.sent).isEmpty();
  }

  @Test
  void refundThatIsPendingLostOrFails_neverThrowsOutOfConfirm() {
    calls.cancels.next(calls.cancels::unreachable, FakeCancelSteps.refuse("FINAL"));
    assertRefund(Refund.FAILED, MoneyHeld.YES);
    assertRefund(Refund.FAILED, MoneyHeld.YES);
    calls.cancels.next(FakeCancelSteps.refuse("CONSECUTIVE"), calls.cancels::loseRequest);
    assertRefund(Refund.UNKNOWN, MoneyHeld.UNKNOWN); // an earlier confirm's refund is in the way
    assertRefund(Refund.UNKNOWN, MoneyHeld.UNKNOWN);
    calls.cancels.lookupFailure = new IllegalStateException("closed");
    assertRefund(Refund.FAILED, MoneyHeld.YES);
    calls.cancels.lookupFailure = null;
    calls.cancels.asynchronous = true;
    assertRefund(Refund.PENDING, MoneyHeld.UNKNOWN);
  }

  @Test
  void cancelledInPartMeanwhile_theRestIsNotRefunded() {
    calls.cancels.others(1_000, "console");

    assertRefund(Refund.FAILED, MoneyHeld.YES);
    assertThat(calls.cancels.sent).isEmpty();
  }

  @Test
  void strangersPayment_isNeverRefunded() {
    assertNotRefunded(payment(ID, OrderId.of("order-9"), Known.PAID, WRONG).build());
    assertNotRefunded(payment(PaymentId.of("pay-9"), ORDER, Known.PAID, WRONG).build());
  }

  @Test
  void notPaidWholeAndUntouched_isNeverRefunded() {
    assertNotRefunded(payment(ID, ORDER, Known.PARTIALLY_CANCELLED, WRONG).build());
    assertNotRefunded(payment(ID, ORDER, Known.CANCEL_PENDING, WRONG).build());
    assertNotRefunded(payment(ID, ORDER, Known.WAITING_FOR_DEPOSIT, WRONG).build());
    assertNotRefunded(payment(ID, ORDER, Known.UNKNOWN, WRONG).build());
    for (State state : State.values()) {
      PaymentCancel row = PaymentCancel.of(null, Money.krw(1), state, null, null);
      assertNotRefunded(wrong().cancels(List.of(row)).build());
    }
    assertNotRefunded(wrong().test(true).build());
  }

  @Test
  void priceThatAPromotionReduced_isNeverRefunded_anyOtherWrongAmountIs() {
    Money discount = PRICE.minus(WRONG);
    assertNotRefunded(wrong().promotion(Promotion.of("promo-1", discount)).build());
    assertNotRefunded(wrong().promotion(Promotion.of(null, discount)).build());

    Payment unexplained = wrong().promotion(Promotion.of("promo-1", Money.krw(1))).build();
    assertThat(refundIfSafe(unexplained).refund()).hasValue(Refund.DONE);
  }
}
