package kr.pgsdk.core.internal.flow;

import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import org.jspecify.annotations.Nullable;

/** The words in which a confirm says why it can't say where the payment stands. */
final class ConfirmErrors {
  private final ConfirmRequest request;
  private final String gateway;

  ConfirmErrors(ConfirmRequest request, GatewayTerms terms) {
    this.request = request;
    this.gateway = terms.gateway();
  }

  GatewayException keyOfAnother(Payment payment) {
    return Errors.make()
        .gateway(
            "nothing was confirmed: the idempotency key belongs to the confirm of another payment, "
                + payment.paymentId()
                + ". Leave the key out, or give each payment its own",
            ErrorDetails.builder(gateway).build());
  }

  /**
   * Returns the doubt.
   *
   * @param why the gateway's last words, or what led to the doubt
   * @param failedLookup null if the lookup was answered, and proved nothing
   */
  OutcomeUnknownException unknown(
      @Nullable PaymentException why, @Nullable RuntimeException failedLookup) {
    return Doubts.of(
        gateway,
        "confirm of " + request.paymentId() + " may have been executed, and a lookup ",
        "Treat the order as neither paid nor refused: find it by lookup() later, or confirm it"
            + " again.",
        PaymentLookup.byPaymentId(request.paymentId()),
        why,
        failedLookup);
  }
}
