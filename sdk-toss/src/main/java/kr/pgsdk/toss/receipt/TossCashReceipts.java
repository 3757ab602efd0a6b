package kr.pgsdk.toss.receipt;

import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.toss.internal.TossCalls;
import kr.pgsdk.toss.model.TossCashReceipt;

/**
 * Cash receipts. No money moves. A receipt is {@code IN_PROGRESS} at first: the tax office says
 * within two days whether it is issued, or cancelled.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.toss.TossClient} throw.
 */
public final class TossCashReceipts {
  private final TossCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public TossCashReceipts(TossCalls calls) {
    this.calls = calls;
  }

  /**
   * {@code POST /v1/cash-receipts}: issues a receipt. Repeated only with the same idempotency key.
   *
   * @throws kr.pgsdk.core.error.GatewayException if Toss refuses, as for an order that has a
   *     receipt ({@code DUPLICATED_CASH_RECEIPT})
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the answer is lost or can't be read:
   *     send the same request again
   */
  public TossCashReceipt issue(TossCashReceiptRequest request) {
    return calls.object(
        HttpRequest.keyed("issue cash receipt", request.idempotencyKey(), "v1", "cash-receipts")
            .about(PaymentLookup.byOrderId(request.orderId()))
            .body(request.fields()),
        TossCashReceipt::new);
  }

  /**
   * {@code POST /v1/cash-receipts/{receiptKey}/cancel}: cancels a receipt, whole or in part.
   * Repeated only with the same idempotency key.
   *
   * @return the cancel, which has a key of its own
   * @throws kr.pgsdk.core.error.GatewayException if Toss refuses
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the answer is lost or can't be read:
   *     send the same request again, never a new one
   */
  public TossCashReceipt cancel(TossCashReceiptCancelRequest request) {
    return calls.object(
        HttpRequest.keyed(
                "cancel cash receipt",
                request.idempotencyKey(),
                "v1",
                "cash-receipts",
                request.receiptKey(),
                "cancel")
            .body(request.fields()),
        TossCashReceipt::new);
  }
}
