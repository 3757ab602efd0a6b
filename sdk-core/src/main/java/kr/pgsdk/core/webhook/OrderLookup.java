package kr.pgsdk.core.webhook;

import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Mismatch.Field;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;

/** Looks at the payments of one order, and captures none of them. */
record OrderLookup(PaymentGateway gateway, OrderId orderId, Money price) {

  static boolean isOfAnotherOrder(Confirmation outcome) {
    return outcome instanceof NotConfirmed refused
        && refused.mismatches().stream().anyMatch(m -> m.field() == Field.ORDER_ID);
  }

  Confirmation verified(PaymentId paymentId) {
    return gateway.confirm(
        ConfirmRequest.builder(paymentId, orderId, price).withoutCapture().build());
  }

  /**
   * The outcome, or that of the payment which tells more about the same order: one that the gateway
   * shows, or one that held money when it was handled.
   */
  Confirmation mostTelling(Confirmation outcome, HandledOrder handled) {
    Payment named = PaymentState.payment(outcome);
    if (named == null || isOfAnotherOrder(outcome) || PaymentState.weight(named) > 1) {
      return outcome;
    }
    Payment payment =
        gateway
            .find(PaymentLookup.byOrderId(orderId))
            .filter(other -> PaymentState.weight(other) > PaymentState.weight(named))
            .orElse(named);
    PaymentId told = payment.paymentId();
    PaymentId paid = handled.paidInsteadOf(told);
    if (paid != null && PaymentState.weight(payment) <= 1) {
      told = paid;
    }
    return told.equals(named.paymentId()) ? outcome : verified(told);
  }

  /**
   * What to make of an outcome that was fetched a while ago: itself, unless a newer look shows
   * something else.
   */
  Confirmation newest(Confirmation outcome, PaymentState then, HandledOrder handled) {
    Confirmation again = mostTelling(verified(PaymentId.of(then.paymentId())), handled);
    Payment payment = PaymentState.payment(again);
    if (payment == null) {
      return again;
    }
    PaymentState now = PaymentState.of(again, payment);
    boolean sameOfNew = now.showsTheSameAs(then) && handled.state(then.paymentId()) == null;
    boolean lags = now.paymentId().equals(then.paymentId()) && now.isBefore(then);
    // The outcome knows more than a look: who captured, and why it was refused.
    return sameOfNew || lags ? outcome : again;
  }
}
