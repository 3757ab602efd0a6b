package kr.pgsdk.toss.submall;

import java.util.Map;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.text.Texts;
import kr.pgsdk.toss.custom.TossCustomRequest;
import kr.pgsdk.toss.custom.TossCustomResponse;
import kr.pgsdk.toss.internal.TossCalls;

/**
 * Sub-malls of payouts v1, and the settlements that are paid out to them. Toss has frozen v1: a new
 * integration takes v2, in the artifact {@code sdk-toss-payouts}. The fields of v1 aren't
 * confirmed, so the caller gives and reads them by Toss's names.
 *
 * <p>Calls block, and throw what those of {@link kr.pgsdk.toss.TossClient} throw.
 */
public final class TossSubMalls {
  private static final String SUB_MALL = "the sub-mall";
  private static final String[] PATH = {"v1", "payouts", "sub-malls"};

  private final TossCalls calls;

  /**
   * Made by the client.
   *
   * @hidden
   */
  public TossSubMalls(TossCalls calls) {
    this.calls = calls;
  }

  /**
   * {@code POST /v1/payouts/sub-malls}: registers a sub-mall. No money moves. Repeated only with
   * the same idempotency key.
   */
  public TossCustomResponse register(TossCustomRequest request) {
    return post("register sub-mall", SUB_MALL, request);
  }

  /** {@code GET /v1/payouts/sub-malls}: all sub-malls. No money moves. */
  public TossCustomResponse list() {
    return get("sub-malls");
  }

  /**
   * {@code POST /v1/payouts/sub-malls/{id}}: changes a sub-mall. No money moves, but later
   * settlements go where it says. Repeated only with the same idempotency key.
   *
   * @throws IllegalArgumentException if the id is blank
   */
  public TossCustomResponse update(String subMallId, TossCustomRequest request) {
    return post("update sub-mall", SUB_MALL, request, Texts.line(subMallId, "subMallId"));
  }

  /**
   * {@code POST /v1/payouts/sub-malls/{id}/delete}: deletes a sub-mall. No money moves. Repeated
   * only with the same idempotency key.
   *
   * @param request without fields, unless Toss asks for some
   * @throws IllegalArgumentException if the id is blank
   */
  public TossCustomResponse delete(String subMallId, TossCustomRequest request) {
    return done("delete sub-mall", SUB_MALL, request, Texts.line(subMallId, "subMallId"), "delete");
  }

  /** {@code GET /v1/payouts/sub-malls/settlements/balance}: what can be paid out. */
  public TossCustomResponse balance() {
    return get("sub-mall balance", "settlements", "balance");
  }

  /**
   * {@code POST /v1/payouts/sub-malls/settlements}: asks for settlements to be paid out.
   * <strong>Moves money.</strong> Repeated only with the same idempotency key.
   *
   * @throws kr.pgsdk.core.error.GatewayException if Toss refuses
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     look at {@link #settlements}, or send the same request again, never a new one
   */
  public TossCustomResponse requestSettlements(TossCustomRequest request) {
    return post("request sub-mall settlements", "the settlements", request, "settlements");
  }

  /**
   * {@code GET /v1/payouts/sub-malls/settlements}: the settlements that were asked for. No money
   * moves.
   *
   * @param query the query parameters by Toss's names; may be empty
   */
  public TossCustomResponse settlements(Map<String, String> query) {
    HttpRequest.Builder request =
        HttpRequest.safe("sub-mall settlements", "GET", PATH).path("settlements");
    query.forEach((name, value) -> request.query(name, value).hide(value));
    return TossCustomResponse.of(calls.document(request));
  }

  /**
   * {@code GET /v1/payouts/sub-malls/settlements/{payoutKey}}: one settlement. No money moves.
   *
   * @throws IllegalArgumentException if the key is blank
   */
  public TossCustomResponse settlement(String payoutKey) {
    return get("sub-mall settlement", "settlements", Texts.line(payoutKey, "payoutKey"));
  }

  /**
   * {@code POST /v1/payouts/sub-malls/settlements/{payoutKey}/cancel}: cancels a settlement that
   * isn't paid out yet: money that would have moved stays. Repeated only with the same idempotency
   * key.
   *
   * @param request without fields, unless Toss asks for some
   * @throws IllegalArgumentException if the key is blank
   * @throws kr.pgsdk.core.error.OutcomeUnknownException if the response is lost or can't be read:
   *     look at {@link #settlement}, or send the same request again
   */
  public TossCustomResponse cancelSettlement(String payoutKey, TossCustomRequest request) {
    return done(
        "cancel sub-mall settlement",
        "the settlement",
        request,
        "settlements",
        Texts.line(payoutKey, "payoutKey"),
        "cancel");
  }

  private TossCustomResponse get(String operation, String... rest) {
    return TossCustomResponse.of(
        calls.document(HttpRequest.safe(operation, "GET", PATH).path(rest)));
  }

  private TossCustomResponse post(
      String operation, String subject, TossCustomRequest request, String... rest) {
    return TossCustomResponse.of(calls.document(keyed(operation, subject, request, rest)));
  }

  /** Of a request that may be answered with nothing: there is nothing to tell. */
  private TossCustomResponse done(
      String operation, String subject, TossCustomRequest request, String... rest) {
    return TossCustomResponse.of(calls.documentOrNothing(keyed(operation, subject, request, rest)));
  }

  private static HttpRequest.Builder keyed(
      String operation, String subject, TossCustomRequest request, String... rest) {
    return HttpRequest.keyed(operation, request.idempotencyKey(), PATH)
        .path(rest)
        .subject(subject)
        .body(RequestFields.of(request));
  }
}
