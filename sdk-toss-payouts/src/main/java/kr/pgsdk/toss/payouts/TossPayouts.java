package kr.pgsdk.toss.payouts;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.pgsdk.core.internal.http.CustomRequest;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.json.ResponseMatch;
import kr.pgsdk.core.internal.text.Texts;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.custom.TossCustomRequest;
import kr.pgsdk.toss.custom.TossCustomResponse;
import kr.pgsdk.toss.internal.TossCalls;
import kr.pgsdk.toss.webhook.TossSecurityKey;
import org.jspecify.annotations.Nullable;

/**
 * Payouts to sellers, and the sellers, of Toss Payments v2. Bodies are encrypted with the
 * merchant's security key, answers decrypted.
 *
 * <p>Not every path of v2 is confirmed by a source: of {@code /v2/sellers} the list, and all below
 * {@code /v2/payouts}. {@code PayoutPaths} in the source has them all; {@link #request} reaches any
 * other.
 *
 * <p>Calls block, and throw what those of {@link TossClient} throw. A response that can't be
 * decrypted is one that can't be read. Thread-safe.
 */
public final class TossPayouts {
  private static final String ID = "id";

  private final PayoutCalls calls;

  private TossPayouts(PayoutCalls calls) {
    this.calls = calls;
  }

  /**
   * Returns the payouts of a client's merchant. The two share connections: closing the client
   * closes both.
   */
  public static TossPayouts of(TossClient client, TossSecurityKey securityKey) {
    TossCalls calls = client.calls();
    Objects.requireNonNull(securityKey, "securityKey");
    return new TossPayouts(new PayoutCalls(calls, new TossJwe(securityKey, calls.clock())));
  }

  /** {@code GET /v2/balances}: what can be paid out. No money moves. */
  public TossCustomResponse balances() {
    return calls.custom(HttpRequest.safe("balances", "GET", PayoutPaths.balances()));
  }

  /**
   * {@code POST /v2/sellers}: registers a seller. No money moves. Repeated only with the same
   * idempotency key.
   *
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     send the same request again
   */
  public TossSeller registerSeller(TossSellerRequest request) {
    String number = request.refSellerId();
    return calls.entity(
        HttpRequest.keyed("register seller", request.idempotencyKey(), PayoutPaths.sellers())
            .subject("the seller")
            .body(RequestFields.of(request)),
        number == null
            ? TossSeller::new
            : ResponseMatch.about("refSellerId", number, TossSeller::new));
  }

  /**
   * {@code GET /v2/sellers/{id}}: a seller. No money moves.
   *
   * @param id Toss's number for the seller
   */
  public TossSeller seller(String id) {
    return calls.entity(
        HttpRequest.safe("seller", "GET", PayoutPaths.seller(Texts.id(id, ID))),
        ResponseMatch.about(ID, id, TossSeller::new));
  }

  /**
   * {@code POST /v2/sellers/{id}}: changes a seller. No money moves, but later payouts go where it
   * says. Repeated only with the same idempotency key.
   *
   * @param id Toss's number for the seller
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     look at the seller, or send the same request again
   */
  public TossSeller updateSeller(String id, TossSellerRequest request) {
    return calls.entity(
        HttpRequest.keyed(
                "update seller", request.idempotencyKey(), PayoutPaths.seller(Texts.id(id, ID)))
            .subject("the seller")
            .body(RequestFields.of(request)),
        ResponseMatch.about(ID, id, TossSeller::new));
  }

  /**
   * {@code DELETE /v2/sellers/{id}}: deletes a seller. No money moves. Sent once.
   *
   * @param id Toss's number for the seller
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost: delete it again; a
   *     seller that is gone stays gone
   */
  public TossCustomResponse deleteSeller(String id) {
    return calls.customOrNothing(
        HttpRequest.once("delete seller", "DELETE", PayoutPaths.seller(Texts.id(id, ID)))
            .subject("the seller"));
  }

  /**
   * {@code GET /v2/sellers}: a page of the sellers. No money moves. The path isn't confirmed.
   *
   * @param query the query parameters by Toss's names; may be empty
   */
  public TossPayoutsPage<TossSeller> sellers(Map<String, String> query) {
    return calls.page(
        HttpRequest.safe("sellers", "GET", PayoutPaths.sellers()), query, TossSeller::new);
  }

  /**
   * {@code POST /v2/payouts} with one payout as the body. <strong>Moves money.</strong> Repeated
   * only with the same idempotency key. Path and form of the body aren't confirmed: {@link
   * #requestAll} sends an array.
   *
   * @throws kr.pgsdk.core.error.GatewayException if Toss refuses
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost, can't be read, or
   *     doesn't have the payout: look its number up among {@link #payouts}, or send the same
   *     request again, never another for the same number
   */
  public TossPayout request(TossPayoutRequest request) {
    return calls
        .requested(
            HttpRequest.keyed("payout", request.idempotencyKey(), PayoutPaths.payouts())
                .subject("the payout " + request.refPayoutId())
                .body(RequestFields.of(request)),
            List.of(request))
        .get(0);
  }

  /**
   * {@code POST /v2/payouts} with an array of payouts as the body; otherwise as {@link
   * #request(TossPayoutRequest)}.
   *
   * @param idempotencyKey 1 to 300 visible ASCII characters, the same for the same payouts, never
   *     used for others
   * @return the payouts, in the order of the requests
   * @throws IllegalArgumentException if there are none, two have one number, or the key breaks a
   *     rule
   */
  public List<TossPayout> requestAll(List<TossPayoutRequest> requests, String idempotencyKey) {
    long numbers = requests.stream().map(TossPayoutRequest::refPayoutId).distinct().count();
    if (requests.isEmpty() || numbers < requests.size()) {
      throw new IllegalArgumentException(
          "requests must be one or more, each with a refPayoutId of its own");
    }
    String key = Texts.idempotencyKey(idempotencyKey);
    return calls.requested(
        HttpRequest.keyed("payouts", key, PayoutPaths.payouts())
            .subject("the payouts by their refPayoutId")
            .body(requests.stream().map(RequestFields::of).toList()),
        requests);
  }

  /**
   * {@code GET /v2/payouts/{id}}: a payout. No money moves. The path isn't confirmed.
   *
   * @param id Toss's number for the payout
   */
  public TossPayout payout(String id) {
    return calls.entity(
        HttpRequest.safe("payout", "GET", PayoutPaths.payout(Texts.id(id, ID))),
        ResponseMatch.about(ID, id, TossPayout::new));
  }

  /**
   * {@code GET /v2/payouts}: a page of the payouts. No money moves. The path isn't confirmed.
   *
   * @param query the query parameters by Toss's names; may be empty
   */
  public TossPayoutsPage<TossPayout> payouts(Map<String, String> query) {
    return calls.page(
        HttpRequest.safe("payouts", "GET", PayoutPaths.payouts()), query, TossPayout::new);
  }

  /**
   * {@code POST /v2/payouts/{id}/cancel}: cancels a payout that isn't made yet: money that would
   * have moved stays. Repeated only with the same idempotency key. The path isn't confirmed.
   *
   * @param id Toss's number for the payout
   * @param request without fields, unless Toss asks for some
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     look at {@link #payout}, or send the same request again
   */
  public TossCustomResponse cancel(String id, TossCustomRequest request) {
    return calls.custom(
        HttpRequest.keyed(
                "cancel payout", request.idempotencyKey(), PayoutPaths.cancel(Texts.id(id, ID)))
            .subject("the payout " + id)
            .body(RequestFields.of(request)));
  }

  /**
   * Calls an endpoint that has no method here, or has another path than here. A GET is repeated
   * like every read, a POST with an idempotency key under that key, any other request is sent once.
   *
   * @param method GET, POST, PUT, PATCH or DELETE
   * @param path what follows the base URL: it starts with {@code /}, and is percent-encoded
   * @param jsonBody the body, which is encrypted; null for none, as GET has it
   * @param idempotencyKey 1 to 300 visible ASCII characters, for POST only; null for none
   * @throws IllegalArgumentException if a rule above is broken
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if it isn't a GET and the response is lost
   */
  public TossCustomResponse request(
      String method, String path, @Nullable String jsonBody, @Nullable String idempotencyKey) {
    if (idempotencyKey == null) {
      return calls.customOrNothing(CustomRequest.of(method, path, jsonBody));
    }
    if (!method.equals("POST")) {
      throw new IllegalArgumentException("an idempotency key works for POST only");
    }
    String key = Texts.idempotencyKey(idempotencyKey);
    return calls.customOrNothing(CustomRequest.keyed(method, path, jsonBody, key));
  }
}
