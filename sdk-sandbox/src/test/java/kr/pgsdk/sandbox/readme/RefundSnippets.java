package kr.pgsdk.sandbox.readme;

import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;

/** The code in docs/refund.md. A test runs it, and holds the page to it word by word. */
final class RefundSnippets {
  private final Shop shop;

  RefundSnippets(Shop shop) {
    this.shop = shop;
  }

  /** What a shop does with each outcome. */
  interface Shop {
    void keep(String cancel);

    void refunded(Cancellation refund);

    void report(PaymentException failed);
  }

  // snippet refund
  void refund(PaymentGateway gateway, PaymentId paymentId, OrderId orderId, Money price) {
    CancelRequest request =
        CancelRequest.partial(paymentId, price, "one item returned") // or full(paymentId, reason)
            .orderId(orderId)
            .reference("return-17") // your number for this refund
            .beforeSending(shop::keep) // what to resume if this process dies now
            .build();
    try {
      Cancellation refund = gateway.cancel(request);
      if (refund instanceof Cancellation.Pending) {
        shop.keep(request.toText()); // not finished: call cancel with it again tomorrow
      } else {
        shop.refunded(refund); // Cancelled, or AlreadyCancelled by an earlier call
      }
    } catch (OutcomeUnknownException unknown) {
      shop.keep(unknown.pendingCancel().orElseThrow().toText()); // never a new request: doubt.md
    } catch (PaymentException failed) {
      shop.report(failed); // nothing was refunded by this call
    }
  }

  // end
}
