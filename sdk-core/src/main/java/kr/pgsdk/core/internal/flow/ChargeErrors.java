package kr.pgsdk.core.internal.flow;

import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import org.jspecify.annotations.Nullable;

/** The words in which a charge says why it wasn't sent, or can't say what came of it. */
final class ChargeErrors {
  private final OrderId order;
  private final String gateway;

  ChargeErrors(OrderId order, GatewayTerms terms) {
    this.order = order;
    this.gateway = terms.gateway();
  }

  PaymentException unreadable(MalformedResponseException e) {
    return Errors.make()
        .transport(
            "charge of order "
                + order
                + " was not sent: the lookup before it can't be read: "
                + e.getMessage(),
            ErrorDetails.after(e).retryable(true).build());
  }

  PaymentException behind() {
    return Errors.make()
        .transport(
            "charge of order "
                + order
                + " was not sent: the order was charged or declined before, and the lookup doesn't"
                + " show that yet. Call charge again later with the same request.",
            ErrorDetails.builder(gateway).retryable(true).build());
  }

  /**
   * Another call charges the order.
   *
   * @param doubt whether that call, or one before it, may have charged it already
   */
  PaymentException noTurn(String why, boolean doubt) {
    String message =
        "charge of order "
            + order
            + " was not sent: "
            + why
            + " while another call charged this order";
    return doubt
        ? Errors.make()
            .outcomeUnknown(
                message
                    + ". That call may have charged it. Call charge again later with the same"
                    + " request.",
                ErrorDetails.builder(gateway).build(),
                PaymentLookup.byOrderId(order),
                null)
        : Errors.make()
            .transport(
                message + ". You may call again",
                ErrorDetails.builder(gateway).retryable(true).build());
  }

  /**
   * Returns the doubt.
   *
   * @param why the gateway's last words, or what led to the doubt
   * @param failedLook null if the look was answered, and proved nothing
   */
  OutcomeUnknownException unknown(
      @Nullable PaymentException why, @Nullable RuntimeException failedLook) {
    return Doubts.of(
        gateway,
        "charge of order " + order + " may have been executed, and a lookup of the order ",
        "Treat the order as neither paid nor declined: call charge again later with the same"
            + " request, never under another order id.",
        PaymentLookup.byOrderId(order),
        why,
        failedLook);
  }
}
