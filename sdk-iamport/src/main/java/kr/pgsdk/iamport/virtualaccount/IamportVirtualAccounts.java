package kr.pgsdk.iamport.virtualaccount;

import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.iamport.internal.IamportCalls;
import kr.pgsdk.iamport.model.IamportPayment;
import org.jspecify.annotations.Nullable;

/**
 * Virtual accounts. No money moves before the buyer deposits it. Each request is sent once: after
 * an {@code OutcomeUnknownException}, look the payment up before trying again.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.iamport.IamportClient} throw.
 */
public final class IamportVirtualAccounts {
  private static final String PG_API_KEY = "pg_api_key";
  private static final String DUE = "vbank_due";

  private final IamportCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public IamportVirtualAccounts(IamportCalls calls) {
    this.calls = calls;
  }

  /**
   * {@code POST /vbanks}: issues an account for an order. The payment is {@code ready} until the
   * deposit.
   *
   * @throws IllegalArgumentException if the due date is past
   * @throws kr.pgsdk.core.error.GatewayException if Iamport or the payment company refuses, as for
   *     an order that was paid
   */
  public IamportPayment issue(IamportVirtualAccountRequest request) {
    calls.requireFuture(DUE, request.due());
    return calls.payment(
        HttpRequest.once("issue virtual account", "POST", "vbanks")
            .query(PG_API_KEY, request.pgApiKey())
            .hide(request.pgApiKey())
            .about(PaymentLookup.byOrderId(request.orderId()))
            .body(RequestFields.of(request)),
        p -> p.orderId().equals(request.orderId()));
  }

  /**
   * {@code PUT /vbanks/{imp_uid}}: changes amount or due date before the deposit. Hecto only;
   * others refuse.
   *
   * @throws IllegalArgumentException if the due date is past
   */
  public IamportPayment change(PaymentId paymentId, IamportVirtualAccountChange change) {
    calls.requireFuture(DUE, change.due());
    return calls.payment(
        HttpRequest.once("change virtual account", "PUT", "vbanks", paymentId.value())
            .about(PaymentLookup.byPaymentId(paymentId))
            .body(RequestFields.of(change)),
        p -> p.paymentId().equals(paymentId));
  }

  /**
   * {@code DELETE /vbanks/{imp_uid}}: closes an account without a deposit.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if it may have been executed
   */
  public IamportPayment revoke(PaymentId paymentId) {
    return revokeWith(paymentId, null);
  }

  /**
   * Like {@link #revoke(PaymentId)}, for Inicis.
   *
   * @param pgApiKey the key for Inicis's API; it travels in the URL, so keep URLs out of logs
   */
  public IamportPayment revoke(PaymentId paymentId, String pgApiKey) {
    return revokeWith(paymentId, checkedKey(pgApiKey));
  }

  private IamportPayment revokeWith(PaymentId paymentId, @Nullable String pgApiKey) {
    return calls.payment(
        HttpRequest.once("revoke virtual account", "DELETE", "vbanks", paymentId.value())
            .query(PG_API_KEY, pgApiKey)
            .hide(pgApiKey)
            .about(PaymentLookup.byPaymentId(paymentId)),
        p -> p.paymentId().equals(paymentId));
  }

  static String checkedKey(String pgApiKey) {
    if (pgApiKey.isBlank()) {
      throw new IllegalArgumentException(PG_API_KEY + " must not be empty or blank");
    }
    return pgApiKey;
  }
}
