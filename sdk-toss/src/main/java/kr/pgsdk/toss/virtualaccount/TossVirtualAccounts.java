package kr.pgsdk.toss.virtualaccount;

import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.toss.internal.TossCalls;
import kr.pgsdk.toss.model.TossPayment;

/**
 * Virtual accounts, without a checkout page.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.toss.TossClient} throw.
 */
public final class TossVirtualAccounts {
  private final TossCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public TossVirtualAccounts(TossCalls calls) {
    this.calls = calls;
  }

  /**
   * {@code POST /v1/virtual-accounts}: issues an account for an order. No money moves: the buyer
   * pays later, and Toss sends a webhook then. Keep the payment's {@link TossPayment#secret()},
   * which that webhook must carry. Repeated only with the same idempotency key.
   *
   * @return the payment, {@code WAITING_FOR_DEPOSIT}; its {@link TossPayment#virtualAccount()} is
   *     where to pay
   * @throws IllegalArgumentException if the due date is past, or more than 90 days away
   * @throws kr.pgsdk.core.error.GatewayException if Toss or the bank refuses
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     look the order up, or send the same request again
   */
  public TossPayment issue(TossVirtualAccountRequest request) {
    request.requireDue(calls.clock().instant());
    return calls.payment(
        HttpRequest.keyed(
                "issue virtual account", request.idempotencyKey(), "v1", "virtual-accounts")
            .about(PaymentLookup.byOrderId(request.orderId()))
            .body(RequestFields.of(request)),
        payment -> payment.orderId().equals(request.orderId()));
  }
}
