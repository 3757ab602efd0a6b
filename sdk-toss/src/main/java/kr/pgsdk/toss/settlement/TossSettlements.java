package kr.pgsdk.toss.settlement;

import java.util.stream.Stream;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.toss.internal.TossCalls;

/**
 * Settlements: what Toss pays out to the merchant.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.toss.TossClient} throw.
 */
public final class TossSettlements {
  private final TossCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public TossSettlements(TossCalls calls) {
    this.calls = calls;
  }

  /**
   * {@code POST /v1/settlements}: asks for the settlement of a payment, for merchants whose
   * contract leaves the time to them. Toss then pays the merchant out; the buyer's money doesn't
   * move. Repeated only with the same idempotency key.
   *
   * @return what Toss says: whether it will be settled
   * @throws kr.pgsdk.core.error.GatewayException if Toss refuses
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     send the same request again
   */
  public boolean request(TossSettlementRequest request) {
    return calls.object(
        HttpRequest.keyed("request settlement", request.idempotencyKey(), "v1", "settlements")
            .about(PaymentLookup.byPaymentId(request.paymentKey()))
            .body(RequestFields.of(request)),
        json -> {
          Boolean result = json.bool("result");
          if (result == null) {
            throw new JsonProblem("$.result", "is missing");
          }
          return result;
        });
  }

  /**
   * {@code GET /v1/settlements}: the settlements of some days, each from the day after on; live
   * data only. The SDK fetches each page when you read it, with a deadline for each page, so a list
   * of any length takes little memory.
   *
   * <p>Close the stream, with try-with-resources; a stream that is read to its end closes itself.
   * The stream is sequential, and for one thread. Nothing is sent before you read; reading throws
   * the exceptions of a call, and a {@code TransportException} says how many were read before.
   */
  public Stream<TossSettlement> list(TossSettlementQuery query) {
    return calls.stream(new SettlementPages(query));
  }
}
