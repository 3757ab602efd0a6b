package kr.pgsdk.sandbox.toss;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kr.pgsdk.sandbox.wire.Json;
import kr.pgsdk.sandbox.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/**
 * Payouts v2, encrypted as the real ones, but without a life of their own: a response is an example
 * with the fields that were sent and the id that was asked for. No money moves.
 */
final class TossPayoutExamples {
  private static final String SELLER =
      """
      {"id":"sandbox-seller","refSellerId":"my-seller-1","businessType":"INDIVIDUAL_BUSINESS",\
      "company":{"name":"샌드박스 상점","representativeName":"김토스",\
      "businessRegistrationNumber":"1234567890","email":"shop@example.com","phone":"01000001234"},\
      "individual":null,"account":{"bankCode":"092","accountNumber":"123*****90123",\
      "holderName":"김토스"},"status":"APPROVED","metadata":{}}\
      """;
  private static final String PAYOUT =
      """
      {"id":"FPA_sandbox","refPayoutId":"my-payout-1","destination":"sandbox-seller",\
      "scheduleType":"SCHEDULED","payoutDate":"2026-01-02","amount":{"currency":"KRW",\
      "value":5000.0},"transactionDescription":"샌드박스","requestedAt":\
      "2026-01-01T10:00:00+09:00","status":"REQUESTED","error":null,"metadata":{}}\
      """;
  private static final String BALANCES =
      """
      {"pendingAmount":{"currency":"KRW","value":0},\
      "availableAmount":{"currency":"KRW","value":1000000}}\
      """;
  private static final String VERSION = "2022-11-16";
  private static final String TRACE_ID = "00000000000000000000000000000002";

  private final TossJwe jwe;

  TossPayoutExamples(TossJwe jwe) {
    this.jwe = jwe;
  }

  void addTo(TossRoutes routes) {
    routes.on("GET", "/v2/balances", call -> found(call, "balance", Json.object(BALANCES)));
    routes.on("POST", "/v2/sellers", call -> made(call, "seller", SELLER));
    routes.on("GET", "/v2/sellers", call -> found(call, "seller-list", list(SELLER)));
    routes.on("GET", "/v2/sellers/{id}", call -> found(call, "seller", named(SELLER, call)));
    routes.on(
        "POST",
        "/v2/sellers/{id}",
        call -> sent(call, "seller", body -> filled(named(SELLER, call), body)));
    routes.on(
        "DELETE", "/v2/sellers/{id}", call -> found(call, "deleted-entity", named("{}", call)));
    routes.on("POST", "/v2/payouts", call -> made(call, "payout", PAYOUT));
    routes.on("GET", "/v2/payouts", call -> found(call, "payout-list", list(PAYOUT)));
    routes.on("GET", "/v2/payouts/{id}", call -> found(call, "payout", named(PAYOUT, call)));
    routes.on(
        "POST",
        "/v2/payouts/{id}/cancel",
        call ->
            sent(
                call, "payout", body -> filled(named(PAYOUT, call), Map.of("status", "CANCELED"))));
  }

  private WireResponse made(TossCall call, String type, String example) {
    return sent(
        call,
        type,
        body ->
            body instanceof List<?> several
                ? several.stream().map(each -> filled(Json.object(example), each)).toList()
                : filled(Json.object(example), body));
  }

  /** Answers a request whose body is encrypted. */
  private WireResponse sent(
      TossCall call, String type, Function<@Nullable Object, Object> entityOf) {
    try {
      // Some are arrays.
      Object body = Json.object("{\"it\":" + jwe.decrypt(call.body()) + "}").get("it");
      return found(call, type, entityOf.apply(body));
    } catch (IllegalArgumentException e) {
      Map<String, @Nullable Object> answer = envelope();
      answer.put("error", Map.of("code", "INVALID_REQUEST", "message", "암호화된 요청 본문이 올바르지 않습니다."));
      return WireResponse.of(400, "application/json;charset=UTF-8", plain(answer));
    }
  }

  private WireResponse found(TossCall call, String type, Object entity) {
    Map<String, @Nullable Object> answer = envelope();
    answer.put("entityType", type);
    answer.put("entityBody", entity);
    return call.isEncrypted()
        ? WireResponse.of(200, "text/plain;charset=UTF-8", jwe.encrypt(plain(answer)))
        : WireResponse.of(200, "application/json;charset=UTF-8", plain(answer));
  }

  private static Map<String, @Nullable Object> envelope() {
    Map<String, @Nullable Object> envelope = new LinkedHashMap<>();
    envelope.put("version", VERSION);
    envelope.put("traceId", TRACE_ID);
    return envelope;
  }

  private static Map<String, @Nullable Object> named(String example, TossCall call) {
    Map<String, @Nullable Object> entity = Json.object(example);
    entity.put("id", call.id());
    return entity;
  }

  private static Map<String, @Nullable Object> filled(
      Map<String, @Nullable Object> entity, @Nullable Object body) {
    if (body instanceof Map<?, ?> fields) {
      fields.forEach((name, value) -> entity.put(String.valueOf(name), value));
    }
    return entity;
  }

  private static Map<String, @Nullable Object> list(String example) {
    Map<String, @Nullable Object> list = new LinkedHashMap<>();
    list.put("hasNext", false);
    list.put("lastCursor", null);
    list.put("items", List.of(Json.object(example)));
    return list;
  }

  private static String plain(Object json) {
    return Json.write(json, Json.Style.PLAIN);
  }
}
