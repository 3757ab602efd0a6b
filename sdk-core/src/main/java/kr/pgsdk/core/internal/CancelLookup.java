package kr.pgsdk.core.internal;

import java.util.List;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Mismatch;
import kr.pgsdk.core.Mismatch.Field;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.error.ErrorDetails;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.error.TransportException;
import kr.pgsdk.core.error.VerificationException;

/** The payment a cancel is about: looked up, and held against what the cancel asks for. */
final class CancelLookup {
  private final CancelSteps steps;

  CancelLookup(CancelSteps steps) {
    this.steps = steps;
  }

  /** Looks up before anything is sent for it now. */
  Payment before(CancelRequest request, Deadline deadline) {
    try {
      return now(request, deadline);
    } catch (MalformedResponseException e) {
      throw CancelDoubt.kept(
          request,
          new TransportException(
              "cancel of "
                  + request.paymentId()
                  + " was not sent: the lookup before it can't be read: "
                  + e.getMessage(),
              e.toDetails().retryable(true).build()));
    } catch (PaymentException e) {
      throw CancelDoubt.kept(request, e);
    }
  }

  /** Looks up how it stands now. */
  Payment now(CancelRequest request, Deadline deadline) {
    Payment payment = steps.lookUp(request.paymentId(), deadline);
    if (!payment.paymentId().equals(request.paymentId())) {
      throw new MalformedResponseException(
          "asked for payment " + request.paymentId() + ", answered with another one",
          ErrorDetails.builder(steps.terms().gateway()).build());
    }
    return payment;
  }

  /** Refuses the payment of another order, and another currency. */
  void requireExpected(CancelRequest request, Payment known) {
    OrderId expected = request.orderId().orElse(known.orderId());
    if (!expected.equals(known.orderId())) {
      Mismatch mismatch =
          new Mismatch(
              Field.ORDER_ID, steps.terms().orderId(), expected.value(), known.orderId().value());
      throw new VerificationException(
          "nothing was cancelled: payment "
              + known.paymentId()
              + " is of another order. "
              + mismatch,
          steps.terms(),
          List.of(mismatch));
    }
    String currency = known.amount().currency();
    String asked =
        request.amount().or(request::expectedBalance).map(Money::currency).orElse(currency);
    if (!asked.equals(currency)) {
      throw new IllegalArgumentException(
          "nothing was cancelled: the payment is in " + currency + ", the cancel in " + asked);
    }
  }

  /** Refuses more than is left. */
  static void requireCovered(CancelRequest request, Payment known) {
    Money amount = request.amount().orElse(null);
    if (amount != null && amount.isMoreThan(known.balance())) {
      throw new IllegalArgumentException(
          "nothing was cancelled: amount "
              + amount
              + " is above what can still be cancelled, "
              + known.balance());
    }
  }
}
