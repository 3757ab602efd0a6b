package kr.pgsdk.durable;

import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.PaymentId;

/** A refund as the request that is sent, and as the text it is stored in. */
final class RefundText {
  /** Stands for the payment while it isn't known which. */
  private static final PaymentId ANY = PaymentId.of("-");

  private RefundText() {}

  /** Returns a reason as it is sent: in one line. */
  static String reason(String reason) {
    return CancelRequest.full(ANY, reason).build().reason();
  }

  static boolean isAny(PaymentId paymentId) {
    return paymentId.equals(ANY);
  }

  /** Returns the request, without key and reference. */
  static CancelRequest.Builder request(Refund refund, PaymentId paymentId) {
    CancelRequest.Builder request =
        refund
            .amount()
            .map(amount -> CancelRequest.partial(paymentId, amount, refund.reason()))
            .orElseGet(() -> CancelRequest.full(paymentId, refund.reason()))
            .orderId(refund.orderId());
    refund.taxFree().ifPresent(request::taxFree);
    refund.vat().ifPresent(request::vat);
    refund.refundAccount().ifPresent(request::refundAccount);
    refund.requester().ifPresent(request::requester);
    return request;
  }

  /** Returns what was asked for as text: the same for the same content. */
  static String of(Refund refund, String key) {
    return request(refund, refund.paymentId().orElse(ANY)).idempotencyKey(key).build().toText();
  }

  /** Returns the request that a text holds, for the payment that is to be refunded. */
  static CancelRequest.Builder request(String text, PaymentId paymentId) {
    CancelRequest stored = CancelRequest.resume(text);
    CancelRequest.Builder request =
        stored
            .amount()
            .map(amount -> CancelRequest.partial(paymentId, amount, stored.reason()))
            .orElseGet(() -> CancelRequest.full(paymentId, stored.reason()));
    stored.orderId().ifPresent(request::orderId);
    stored.taxFree().ifPresent(request::taxFree);
    stored.vat().ifPresent(request::vat);
    stored.refundAccount().ifPresent(request::refundAccount);
    stored.requester().ifPresent(request::requester);
    return request;
  }
}
