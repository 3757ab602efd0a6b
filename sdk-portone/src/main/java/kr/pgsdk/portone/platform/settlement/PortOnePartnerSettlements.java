package kr.pgsdk.portone.platform.settlement;

import java.util.List;
import java.util.stream.Stream;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PlatformCalls;
import kr.pgsdk.portone.internal.PortOneKey;

/**
 * Settlements: what partners get for a day.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.portone.PortOneClient} throw.
 */
public final class PortOnePartnerSettlements {
  private static final String SETTLEMENTS = "partner-settlements";

  private final PlatformCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public PortOnePartnerSettlements(PlatformCalls calls) {
    this.calls = calls;
  }

  /**
   * {@code GET /platform/partner-settlements}: the settlements that fit. The SDK fetches each page
   * when you read it. Close the stream, with try-with-resources; a stream that is read to its end
   * closes itself. The stream is sequential, and for one thread. Reading it throws the exceptions
   * of a call.
   */
  public Stream<PortOnePartnerSettlement> list(PortOneSettlementFilter filter) {
    return calls.list(
        "partner settlements",
        SETTLEMENTS,
        RequestFields.of(filter),
        PortOnePartnerSettlement::new,
        row -> row.id().orElseGet(row::toJson));
  }

  /**
   * {@code GET /platform/partner-settlements}: how many settlements are in each status, as PortOne
   * counts them for a filter.
   */
  public PortOneSettlementCounts counts(PortOneSettlementFilter filter) {
    return calls.counts(
        "count partner settlements",
        SETTLEMENTS,
        RequestFields.of(filter),
        PortOneSettlementCounts::new);
  }

  /**
   * {@code POST /platform/partner-settlements/complete-payout}: says that the platform has paid
   * settlements by itself, outside of PortOne. No money moves, and PortOne won't pay them. PortOne
   * calls it unstable. Repeated only with the same idempotency key.
   *
   * @throws kr.pgsdk.core.error.GatewayException if PortOne refuses, as for some that aren't to be
   *     paid ({@code PLATFORM_NON_PAYABLE_PARTNER_SETTLEMENTS})
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     look the bulk payout up among those of {@code payouts()}, or send the same request again
   *     within three hours
   */
  public PortOnePayoutCompletion completePayout(PortOnePayoutCompletionRequest request) {
    return calls.object(
        change("complete payout", request.idempotencyKey(), "complete-payout")
            .subject("the bulk payout " + request.bulkPayoutId())
            .body(RequestFields.of(request)),
        PortOnePayoutCompletion::new);
  }

  /**
   * {@code POST /platform/partner-settlements/delete}: deletes settlements: their partners won't
   * get them. PortOne calls it unstable.
   *
   * @param ids the settlements' ids; at least one
   * @throws kr.pgsdk.core.error.GatewayException if PortOne refuses, as for some that can't be
   *     deleted ({@code PLATFORM_NON_DELETABLE_PARTNER_SETTLEMENTS})
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     look at {@link #list}
   */
  public void delete(List<String> ids) {
    if (ids.isEmpty()) {
      throw new IllegalArgumentException("ids must not be empty");
    }
    calls.done(
        change("delete partner settlements", PortOneKey.random(), "delete")
            .subject("the partner settlements")
            .body(new RequestFields().texts("partnerSettlementIds", ids)));
  }

  private HttpRequest.Builder change(String operation, String key, String verb) {
    return calls.change(operation, "POST", key, SETTLEMENTS, verb);
  }
}
