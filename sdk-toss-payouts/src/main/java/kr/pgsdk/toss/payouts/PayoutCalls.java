package kr.pgsdk.toss.payouts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.HttpResponse;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.toss.custom.TossCustomResponse;
import kr.pgsdk.toss.internal.TossCalls;

/** Sends the requests of v2, encrypted, and unwraps what comes back: {@code {entityBody}}. */
final class PayoutCalls {
  private static final String MODE = "TossPayments-api-security-mode";

  private final TossCalls calls;
  private final TossJwe jwe;

  PayoutCalls(TossCalls calls, TossJwe jwe) {
    this.calls = calls;
    this.jwe = jwe;
  }

  /** Asks for payouts; returns them in the order of the requests. */
  List<TossPayout> requested(HttpRequest.Builder request, List<TossPayoutRequest> requests) {
    return send(
        request,
        response -> {
          List<TossPayout> payouts = payoutsIn(Json.object(response.json()));
          List<TossPayout> asked = new ArrayList<>();
          for (TossPayoutRequest each : requests) {
            asked.add(
                payouts.stream()
                    .filter(p -> each.refPayoutId().equals(p.refPayoutId().orElse(null)))
                    .findFirst()
                    .orElseThrow(
                        () -> new JsonProblem("$.entityBody", "doesn't have a payout asked for")));
          }
          return List.copyOf(asked);
        });
  }

  /** Whether Toss answers one payout, an array or a list object isn't confirmed. */
  private static List<TossPayout> payoutsIn(JsonObject envelope) {
    JsonObject body = envelope.object("entityBody");
    if (body == null) {
      return envelope.requiredObjects("entityBody", TossPayout::new);
    }
    return body.names().contains("items")
        ? body.requiredObjects("items", TossPayout::new)
        : List.of(new TossPayout(body));
  }

  /** Fetches a page of a list. */
  <T> TossPayoutsPage<T> page(
      HttpRequest.Builder request, Map<String, String> query, Function<JsonObject, T> item) {
    query.forEach((name, value) -> request.query(name, value).hide(value));
    return entity(request, json -> new TossPayoutsPage<>(json, item));
  }

  /** Sends a request, and reads the entity in its response. */
  <T> T entity(HttpRequest.Builder request, Function<JsonObject, T> reader) {
    return send(
        request,
        response -> reader.apply(Json.object(response.json()).requiredObject("entityBody")));
  }

  /** Sends a request, and returns its response as it is. */
  TossCustomResponse custom(HttpRequest.Builder request) {
    return send(request, response -> TossCustomResponse.of(Json.text(response.json())));
  }

  /** As {@link #custom}, of a response that may be empty. */
  TossCustomResponse customOrNothing(HttpRequest.Builder request) {
    return send(
        request,
        response -> TossCustomResponse.of(response.isEmpty() ? "" : Json.text(response.json())));
  }

  private <T> T send(HttpRequest.Builder request, Function<HttpResponse, T> reader) {
    HttpRequest built =
        calls
            .with(request)
            .header(MODE, "ENCRYPTION")
            .encode(TossJwe.CONTENT_TYPE, jwe::encrypt)
            .build();
    return calls.send(built, response -> calls.read(built, decrypted(built, response), reader));
  }

  /**
   * Decrypts a response. A refusal may come as it is, from before Toss knew the key; so may the
   * answer to a request that wasn't encrypted, having no body.
   */
  private HttpResponse decrypted(HttpRequest request, HttpResponse response) {
    if (response.isEmpty()) {
      return response;
    }
    byte[] body = response.json();
    if (TossJwe.isJwe(body)) {
      return response.withBody(jwe.decrypt(body));
    }
    if (response.isSuccessful() && request.body() != null) {
      throw new JsonProblem("$", "is not encrypted");
    }
    return response;
  }
}
