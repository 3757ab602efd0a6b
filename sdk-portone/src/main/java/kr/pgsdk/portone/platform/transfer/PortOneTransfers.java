package kr.pgsdk.portone.platform.transfer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kr.pgsdk.core.internal.http.HttpResponse;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.core.internal.text.Texts;
import kr.pgsdk.portone.internal.PlatformCalls;
import kr.pgsdk.portone.internal.PortOneKey;

/**
 * Transfers: what a partner is to get of a sale, gives back of its cancel, or gets besides. No
 * money moves at once, but <strong>what is made here is paid out</strong>: the same thing twice
 * pays a partner twice. Give each transfer an id of the platform's own.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.portone.PortOneClient} throw.
 */
public final class PortOneTransfers {
  private static final String TRANSFERS = "transfers";
  private static final String SUMMARIES = "transfer-summaries";

  private final PlatformCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public PortOneTransfers(PlatformCalls calls) {
    this.calls = calls;
  }

  /**
   * {@code POST /platform/transfers/order}: says that a partner is to get its part of a sale.
   * Repeated only with the same idempotency key.
   *
   * @throws kr.pgsdk.core.error.GatewayException if PortOne refuses, as for a payment of which the
   *     partner has a transfer ({@code PLATFORM_TRANSFER_ALREADY_EXISTS}), or an id in use ({@code
   *     PLATFORM_TRANSFER_ID_ALREADY_USED})
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read,
   *     or is a server error: look the transfer up, by its id with {@link #get} or among {@link
   *     #list}; if there is none after a few minutes, send the same request again, never another
   *     for the same sale
   */
  public PortOneTransfer order(PortOneOrderTransferRequest request) {
    return create("order", RequestFields.of(request), request.subject(), request.idempotencyKey());
  }

  /**
   * {@code POST /platform/transfers/order-cancel}: says that a partner gives its part of a
   * cancelled sale back. Repeated only with the same idempotency key.
   *
   * @throws kr.pgsdk.core.error.GatewayException if PortOne refuses, as for more than the sale has
   *     left ({@code PLATFORM_CANCELLABLE_AMOUNT_EXCEEDED})
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read,
   *     or is a server error: look the transfer up, by its id with {@link #get} or among {@link
   *     #list}; if there is none after a few minutes, send the same request again, never another
   *     for the same cancel
   */
  public PortOneTransfer orderCancel(PortOneOrderCancelTransferRequest request) {
    return create(
        "order-cancel", RequestFields.of(request), request.subject(), request.idempotencyKey());
  }

  /**
   * {@code POST /platform/transfers/manual}: says that a partner gets an amount besides its sales,
   * or owes it. Repeated only with the same idempotency key. PortOne can't tell two of the same
   * amount from one that came twice, but by their ids.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read,
   *     or is a server error: look the transfer up, by its id with {@link #get} or among {@link
   *     #list}; if there is none after a few minutes, send the same request again, never another
   *     for the same amount
   */
  public PortOneTransfer manual(PortOneManualTransferRequest request) {
    return create("manual", RequestFields.of(request), request.subject(), request.idempotencyKey());
  }

  private PortOneTransfer create(
      String kind, RequestFields fields, String subject, String idempotencyKey) {
    return calls.object(
        calls
            .change(
                "create " + kind.replace('-', ' ') + " transfer",
                "POST",
                idempotencyKey,
                TRANSFERS,
                kind)
            .subject(subject)
            .body(fields),
        json -> new PortOneTransfer(json.requiredObject("transfer")));
  }

  /** {@code GET /platform/transfers/{id}}: a transfer. */
  public PortOneTransfer get(String id) {
    return calls.object(calls.get("transfer", TRANSFERS, Texts.id(id, "id")), PortOneTransfer::new);
  }

  /**
   * {@code GET /platform/transfer-summaries}: the transfers that fit. The SDK fetches each page
   * when you read it. Close the stream, with try-with-resources; a stream that is read to its end
   * closes itself. The stream is sequential, and for one thread. Reading it throws the exceptions
   * of a call.
   */
  public Stream<PortOneTransferSummary> list(PortOneTransferFilter filter) {
    return calls.list(
        "transfers",
        SUMMARIES,
        "transferSummaries",
        RequestFields.of(filter),
        PortOneTransferSummary::new,
        row -> row.id().orElseGet(row::toJson));
  }

  /**
   * {@code DELETE /platform/transfers/{id}}: deletes a transfer whose settlement isn't done: the
   * partner won't get it.
   *
   * @throws kr.pgsdk.core.error.GatewayException if PortOne refuses, as after that ({@code
   *     PLATFORM_TRANSFER_NON_DELETABLE_STATUS}), or for a sale of which a cancel was made
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     look at {@link #get}
   */
  public void delete(String id) {
    calls.done(
        calls
            .change("delete transfer", "DELETE", PortOneKey.random(), TRANSFERS, Texts.id(id, "id"))
            .subject("the transfer " + id));
  }

  /**
   * {@code GET /platform/transfer-summaries/sheet-file}: the transfers that fit as CSV, of at most
   * 16 MiB.
   *
   * @param columns PortOne's words for them, such as {@code TRANSFER_ID}, {@code
   *     TRANSFER_SETTLEMENT_AMOUNT} or {@code PARTNER_ID}; empty for PortOne's choice
   * @return the file's text, as PortOne writes it
   * @throws kr.pgsdk.core.error.MalformedResponseException if the response isn't CSV
   */
  public String sheet(PortOneTransferFilter filter, List<String> columns) {
    RequestFields wanted = new RequestFields().object("filter", RequestFields.of(filter));
    if (!columns.isEmpty()) {
      wanted.texts("fields", columns);
    }
    return calls.send(
        calls
            .get("transfer sheet", SUMMARIES, "sheet-file")
            .header("Accept", "text/csv, application/json")
            .query("requestBody", wanted)
            .responseIsList(),
        PortOneTransfers::csv);
  }

  private static String csv(HttpResponse response) {
    String type = String.valueOf(response.header("Content-Type")).toLowerCase(Locale.ROOT);
    if (!type.startsWith("text/csv")) {
      throw new JsonProblem("$", "is not CSV");
    }
    return new String(response.json(), StandardCharsets.UTF_8);
  }
}
