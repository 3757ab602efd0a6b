package kr.pgsdk.toss.receipt;

import java.time.LocalDate;
import java.util.stream.Stream;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.json.ResponseMatch;
import kr.pgsdk.toss.internal.TossCalls;
import kr.pgsdk.toss.model.TossCashReceipt;

/**
 * Cash receipts. No money moves. A receipt is {@code IN_PROGRESS} at first: the tax office says
 * within two days whether it is issued, or cancelled.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.toss.TossClient} throw.
 */
public final class TossCashReceipts {
  private static final int MAX_LIMIT = 10_000; // GET /v1/cash-receipts

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
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     send the same request again
   */
  public TossCashReceipt issue(TossCashReceiptRequest request) {
    return calls.object(
        HttpRequest.keyed("issue cash receipt", request.idempotencyKey(), "v1", "cash-receipts")
            .about(PaymentLookup.byOrderId(request.orderId()))
            .body(RequestFields.of(request)),
        ResponseMatch.about("orderId", request.orderId().value(), TossCashReceipt::new));
  }

  /**
   * {@code POST /v1/cash-receipts/{receiptKey}/cancel}: cancels a receipt, whole or in part.
   * Repeated only with the same idempotency key.
   *
   * @return the cancel, which has a key of its own
   * @throws kr.pgsdk.core.error.GatewayException if Toss refuses
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
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
            .body(RequestFields.of(request)),
        TossCashReceipt::new);
  }

  /**
   * {@code GET /v1/cash-receipts}: the receipts that were asked for on a day. The SDK fetches each
   * page when you read it, with a deadline for each page, so a list of any length takes little
   * memory.
   *
   * <p>Close the stream, with try-with-resources; a stream that is read to its end closes itself.
   * The stream is sequential, and for one thread. Nothing is sent before you read; reading throws
   * the exceptions of a call, and a {@code TransportException} says how many were read before.
   *
   * @param requestDate the day, in Korea
   */
  public Stream<TossCashReceipt> list(LocalDate requestDate) {
    return calls.stream(new CashReceiptPages(requestDate, null, MAX_LIMIT));
  }

  /**
   * Like {@link #list(LocalDate)}, from a cursor on, and in pages of another length.
   *
   * @param cursor where to begin: 0 or more
   * @param limit how many a page has: 1 to 10000
   * @throws IllegalArgumentException if one of these is anything else
   */
  public Stream<TossCashReceipt> list(LocalDate requestDate, long cursor, int limit) {
    if (cursor < 0) {
      throw new IllegalArgumentException("cursor must not be negative: " + cursor);
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ": " + limit);
    }
    return calls.stream(new CashReceiptPages(requestDate, cursor, limit));
  }
}
