package kr.pgsdk.core.internal.flow;

import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.GatewayTerms;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.access.CancelState;
import kr.pgsdk.core.internal.access.CancelState.Words;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import org.jspecify.annotations.Nullable;

/** The words in which a cancel says why it ends without a cancellation. */
final class CancelErrors {
  private final CancelRequest request;
  private final String gateway;

  CancelErrors(CancelRequest request, GatewayTerms terms) {
    this.request = request;
    this.gateway = terms.gateway();
  }

  GatewayException givenUp() {
    return error(
        "the cancel of "
            + request.paymentId()
            + " was accepted and then given up: it was not paid out, or its transfer to the refund"
            + " account failed. Look at the payment's refundStatus; this request won't be sent"
            + " again");
  }

  GatewayException notExecuted(CancelState state) {
    String message =
        "the cancel of "
            + request.paymentId()
            + " was not executed, as a lookup proves now"
            + lastCode(state)
            + ". It may be handed in again";
    return Errors.make().gateway(message, details(state.words()).retryable(true).build());
  }

  GatewayException refusedByCompany(CancelState state) {
    String message =
        "the payment company refused the cancel of "
            + request.paymentId()
            + ", and a lookup shows now that nothing of it was carried out"
            + lastCode(state);
    return Errors.make().gateway(message, details(state.words()).build());
  }

  GatewayException moreThanOne() {
    return error(
        "payment "
            + request.paymentId()
            + " shows more than one cancel that could be this one: compare them in the"
            + " console");
  }

  GatewayException notSentAgain(boolean refundsLater) {
    return error(
        "cancel of "
            + request.paymentId()
            + " was not sent again: "
            + (refundsLater
                ? "the payment company refunds later and shows nothing until then"
                : "the first may have been executed, and the gateway may keep no record of its"
                    + " key"));
  }

  GatewayException keyIsOld() {
    return error(
        "cancel of "
            + request.paymentId()
            + " was not sent again: the gateway may have forgotten its key by now, and what was sent"
            + " first may have been executed");
  }

  GatewayException keyOfAnotherRefund() {
    return error(
        "nothing was cancelled: the idempotency key was used for another refund of "
            + request.paymentId()
            + ". Give each refund a key of its own");
  }

  GatewayException keyOfAnotherPayment(PaymentId other) {
    return error(
        "nothing was cancelled: the idempotency key belongs to the cancel of another payment, "
            + other
            + ". Leave the key out, or give each refund its own");
  }

  GatewayException wrongInput(IllegalArgumentException e) {
    return error(String.valueOf(e.getMessage()));
  }

  private GatewayException error(String message) {
    return Errors.make().gateway(message, details(null).build());
  }

  private static String lastCode(CancelState state) {
    Words words = state.words();
    return words == null || words.code() == null
        ? ""
        : " (the gateway's last code: " + words.code() + ")";
  }

  private ErrorDetails.Builder details(@Nullable Words words) {
    ErrorDetails.Builder details = ErrorDetails.builder(gateway);
    return words == null
        ? details
        : details.gatewayCode(words.code()).gatewayMessage(words.message());
  }
}
