package kr.pgsdk.portone.receipt;

import java.util.stream.Stream;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.ItemPages;
import kr.pgsdk.portone.internal.PortOneCalls;
import kr.pgsdk.portone.internal.PortOneKey;

/**
 * Cash receipts. No money moves.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.portone.PortOneClient} throw.
 */
public final class PortOneCashReceipts {
  private static final String CASH_RECEIPTS = "cash-receipts";

  private final PortOneCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public PortOneCashReceipts(PortOneCalls calls) {
    this.calls = calls;
  }

  /**
   * {@code POST /cash-receipts}: issues a receipt for money that did not come through PortOne.
   * Repeated only with the same idempotency key.
   *
   * @throws kr.pgsdk.core.error.GatewayException if PortOne or the payment company refuses
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     look at {@link #get}, or send the same request again within three hours
   */
  public PortOneIssuedCashReceipt issue(PortOneCashReceiptRequest request) {
    return calls.object(
        HttpRequest.keyed(
                "issue cash receipt", PortOneKey.header(request.idempotencyKey()), CASH_RECEIPTS)
            .subject("the cash receipt")
            .body(calls.inBody(RequestFields.of(request))),
        json -> new PortOneIssuedCashReceipt(json.requiredObject("cashReceipt")));
  }

  /** {@code GET /payments/{paymentId}/cash-receipt}: the receipt of a payment. */
  public PortOneCashReceipt get(OrderId paymentId) {
    return calls.object(
        calls
            .inQuery(
                HttpRequest.safe(
                    "cash receipt", "GET", "payments", paymentId.value(), "cash-receipt"))
            .about(PaymentLookup.byOrderId(paymentId)),
        PortOneCashReceipt::new);
  }

  /**
   * {@code GET /cash-receipts}: the receipts that fit. The SDK fetches each page when you read it.
   * Close the stream, with try-with-resources; a stream that is read to its end closes itself. The
   * stream is sequential, and for one thread. Reading it throws the exceptions of a call.
   */
  public Stream<PortOneCashReceipt> list(PortOneCashReceiptFilter filter) {
    RequestFields wanted =
        new RequestFields().object("filter", calls.inBody(RequestFields.of(filter)));
    return calls.stream(
        new ItemPages<>(
            "cash receipts",
            CASH_RECEIPTS,
            wanted,
            PortOneCashReceipt::new,
            row -> row.issueNumber().or(row::paymentId).orElseGet(row::toJson)));
  }

  /**
   * {@code POST /payments/{paymentId}/cash-receipt/cancel}: cancels the receipt of a payment.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost: look at {@link
   *     #get}
   */
  public PortOneCashReceiptCancellation cancel(OrderId paymentId) {
    return calls.object(
        calls
            .inQuery(
                HttpRequest.keyed(
                    "cancel cash receipt",
                    PortOneKey.header(PortOneKey.random()),
                    "payments",
                    paymentId.value(),
                    "cash-receipt",
                    "cancel"))
            .about(PaymentLookup.byOrderId(paymentId)),
        PortOneCashReceiptCancellation::new);
  }
}
