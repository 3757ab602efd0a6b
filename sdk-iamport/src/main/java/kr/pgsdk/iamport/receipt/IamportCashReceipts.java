package kr.pgsdk.iamport.receipt;

import java.util.Optional;
import java.util.function.Function;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.ResponseMatch;
import kr.pgsdk.iamport.internal.IamportCalls;

/**
 * Cash receipts. Each payment has one at most, and so has each order whose money came in elsewhere
 * ("external"). No money moves. Issuing and cancelling are sent once: after an {@code
 * OutcomeUnknownException}, find the receipt before trying again.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.iamport.IamportClient} throw.
 */
public final class IamportCashReceipts {
  private final IamportCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public IamportCashReceipts(IamportCalls calls) {
    this.calls = calls;
  }

  /** {@code GET /receipts/{imp_uid}}: the receipt of a payment; empty if there is none. */
  public Optional<IamportCashReceipt> find(PaymentId paymentId) {
    return calls.find(
        HttpRequest.safe("cash receipt", "GET", "receipts", paymentId.value())
            .about(PaymentLookup.byPaymentId(paymentId)),
        of("imp_uid", paymentId.value()));
  }

  /**
   * {@code POST /receipts/{imp_uid}}: issues the receipt of a payment that was paid in cash.
   *
   * @throws kr.pgsdk.core.error.GatewayException if Iamport or the payment company refuses, as for
   *     a company without receipts (HTTP 501)
   */
  public IamportCashReceipt issue(PaymentId paymentId, IamportCashReceiptRequest request) {
    return calls.object(
        HttpRequest.once("issue cash receipt", "POST", "receipts", paymentId.value())
            .about(PaymentLookup.byPaymentId(paymentId))
            .body(RequestFields.of(request)),
        of("imp_uid", paymentId.value()));
  }

  /** {@code DELETE /receipts/{imp_uid}}: cancels the receipt of a payment. */
  public IamportCashReceipt cancel(PaymentId paymentId) {
    return calls.object(
        HttpRequest.once("cancel cash receipt", "DELETE", "receipts", paymentId.value())
            .about(PaymentLookup.byPaymentId(paymentId)),
        of("imp_uid", paymentId.value()));
  }

  /** {@code GET /receipts/external/{merchant_uid}}; empty if there is none. */
  public Optional<IamportCashReceipt> findExternal(OrderId orderId) {
    return calls.find(
        HttpRequest.safe("external cash receipt", "GET", "receipts", "external", orderId.value())
            .about(PaymentLookup.byOrderId(orderId)),
        of("merchant_uid", orderId.value()));
  }

  /**
   * {@code POST /receipts/external/{merchant_uid}}: issues a receipt for money that came in without
   * Iamport.
   */
  public IamportCashReceipt issueExternal(
      OrderId orderId, IamportExternalCashReceiptRequest request) {
    return calls.object(
        HttpRequest.once(
                "issue external cash receipt", "POST", "receipts", "external", orderId.value())
            .about(PaymentLookup.byOrderId(orderId))
            .body(RequestFields.of(request)),
        of("merchant_uid", orderId.value()));
  }

  /** {@code DELETE /receipts/external/{merchant_uid}}: cancels such a receipt. */
  public IamportCashReceipt cancelExternal(OrderId orderId) {
    return calls.object(
        HttpRequest.once(
                "cancel external cash receipt", "DELETE", "receipts", "external", orderId.value())
            .about(PaymentLookup.byOrderId(orderId)),
        of("merchant_uid", orderId.value()));
  }

  private static Function<JsonObject, IamportCashReceipt> of(String name, String asked) {
    return ResponseMatch.about(name, asked, IamportCashReceipt::new);
  }
}
