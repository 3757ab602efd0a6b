package kr.pgsdk.portone;

import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentCancel;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.RefundStatus;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import kr.pgsdk.core.internal.flow.CancelToSend;
import kr.pgsdk.portone.model.PortOneCancellation;

/** A payment after a cancel that was answered, where no lookup shows it. */
final class PortOneAfterCancel {
  private PortOneAfterCancel() {}

  /** Returns the payment as the lookup before showed it, with this cancel. */
  static Payment of(Payment before, PortOneCancellation cancellation) {
    PaymentCancel row = cancellation.toPaymentCancel();
    List<PaymentCancel> cancels = new ArrayList<>(before.cancels());
    cancels.removeIf(each -> each.id().equals(row.id()));
    boolean there = cancels.size() < before.cancels().size();
    cancels.add(row);
    boolean done = row.state() == PaymentCancel.State.DONE;
    Money now =
        done && !there && !row.amount().isMoreThan(before.balance())
            ? row.amount()
            : Money.zero(row.amount().currency());
    Money left = before.balance().minus(now);
    return Payment.builder(
            before.terms(),
            before.paymentId(),
            before.orderId(),
            before.amount(),
            new PaymentStatus(known(before, row, left), before.status().gatewayWord()))
        .balance(left)
        .cancelled(before.cancelled().plus(now))
        .method(before.method().orElse(null))
        .orderName(before.orderName().orElse(null))
        .paidAt(before.paidAt().orElse(null))
        .test(before.test())
        .virtualAccount(before.virtualAccount().orElse(null))
        .card(before.card().orElse(null))
        .receiptUrl(before.receiptUrl().orElse(null))
        .cancels(cancels)
        .refundStatus(onItsWay(before))
        .promotion(before.promotion().orElse(null))
        .build();
  }

  /** What was known of a deposit's way back says nothing about this cancel's. */
  private static RefundStatus onItsWay(Payment before) {
    boolean toAnAccount =
        before.virtualAccount().isPresent() || before.refundStatus() != RefundStatus.NONE;
    return toAnAccount ? RefundStatus.UNKNOWN : RefundStatus.NONE;
  }

  private static Known known(Payment before, PaymentCancel row, Money left) {
    return switch (row.state()) {
      case DONE -> left.isZero() ? Known.CANCELLED : Known.PARTIALLY_CANCELLED;
      case PENDING -> before.status().isPaid() ? Known.CANCEL_PENDING : before.status().known();
      case FAILED -> before.status().known();
    };
  }

  /** The response can't be held against the payment. */
  static OutcomeUnknownException unseen(CancelToSend order, PaymentException why) {
    return Errors.make()
        .outcomeUnknown(
            "portone: the cancel of "
                + order.request().paymentId()
                + " got a response, but the payment can't be looked up",
            ErrorDetails.after(why).retryable(false).build(),
            PaymentLookup.byPaymentId(order.request().paymentId()),
            null);
  }
}
