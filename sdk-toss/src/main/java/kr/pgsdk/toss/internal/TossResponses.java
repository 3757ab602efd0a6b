package kr.pgsdk.toss.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.HttpResponse;
import kr.pgsdk.core.internal.http.Refusals;
import kr.pgsdk.core.internal.http.RetryMode;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.core.internal.text.Redaction;
import kr.pgsdk.core.internal.text.Texts;
import kr.pgsdk.toss.model.TossErrorCode;
import kr.pgsdk.toss.model.TossPayment;
import org.jspecify.annotations.Nullable;

/** Tells Toss's responses apart: a success, a refusal in Toss's words, or something else. */
public final class TossResponses {
  /** An error as Toss writes it, in the shape of v1 or of v2. */
  private record TossError(
      TossErrorCode code, @Nullable String message, @Nullable String traceId) {}

  private static final String GATEWAY = TossPayment.TERMS.gateway();
  private static final String TRACE_ID = "x-tosspayments-trace-id";
  private static final int MAX_TRACE_ID_LENGTH = 100;

  private final Redaction redaction;
  private final Clock clock;

  /**
   * Makes a reader of a merchant's responses.
   *
   * @param secrets what must not be seen in a message
   */
  public TossResponses(List<String> secrets, Clock clock) {
    this.redaction = new Redaction(secrets);
    this.clock = clock;
  }

  /** What must not be seen in a message. */
  public Redaction redaction() {
    return redaction;
  }

  /** What tells the time. */
  Clock clock() {
    return clock;
  }

  /**
   * Returns what {@code success} reads in a 2xx.
   *
   * @param request the request that this is the response to
   * @throws PaymentException the refusal, if it is one of Toss's, a 429, or a 401 to a request that
   *     may be repeated
   * @throws JsonProblem if it can't be read as a response of Toss
   */
  public <T> T read(HttpRequest request, HttpResponse response, Function<HttpResponse, T> success) {
    if (!response.isSuccessful()) {
      throw refusal(request, response);
    }
    return success.apply(response);
  }

  /** Whether Toss itself says that there is no such payment; a bare 404 may come from a proxy. */
  public static boolean saysNotFound(HttpResponse response) {
    if (response.status() != 404) {
      return false;
    }
    try {
      JsonObject body = Json.object(response);
      return body.text("message") != null && isNotFound(body.text("code"));
    } catch (JsonProblem e) {
      return false;
    }
  }

  /**
   * Whether this code says that there is no such payment. {@code NOT_FOUND} doesn't: it comes for
   * every path that Toss doesn't know, such as one below a wrong base URL.
   */
  public static boolean isNotFound(@Nullable String code) {
    return TossErrorCode.NOT_FOUND_PAYMENT.text().equals(code);
  }

  /** All values of the trace id: comma form or several lines; a replayed response has two. */
  public static List<String> traceIds(HttpResponse response) {
    List<String> ids = new ArrayList<>();
    for (String line : response.headers(TRACE_ID)) {
      for (String part : line.split(",", -1)) {
        String value = part.strip();
        if (Texts.isVisibleAscii(value, MAX_TRACE_ID_LENGTH)) {
          ids.add(value);
        }
      }
    }
    return ids;
  }

  private PaymentException refusal(HttpRequest request, HttpResponse response) {
    JsonProblem problem = null;
    TossError error = null;
    try {
      TossReply.requireEcho(response, request);
      error = error(request, Json.object(response));
    } catch (JsonProblem e) {
      problem = e;
    }
    int status = response.status();
    // A proxy's 401 doesn't tell whether Toss executed the request.
    // And where the request carries a buyer's token, the secret key isn't what is refused.
    boolean keyRefused =
        request.authorized()
            && (error == null
                ? status == 401 && request.retryMode() == RetryMode.SAFE
                : error.code().isAuthentication());
    if (keyRefused) {
      return Errors.make()
          .authentication(
              GATEWAY
                  + " "
                  + request
                  + ": Toss doesn't accept the secret key"
                  + shown(response, error)
                  + ". Check that it is the one of this merchant id, and of the environment (test or"
                  + " live) the client key is of.",
              details(request, response, error, false));
    }
    if (status == 429) {
      return Refusals.refused(request, details(request, response, error, true));
    }
    if (error == null) {
      throw problem != null ? problem : new JsonProblem("$.code", "is missing");
    }
    ErrorDetails details = details(request, response, error, error.code().isRetryable(status));
    if (status == 404 && error.code().equals(TossErrorCode.NOT_FOUND)) {
      return Errors.make()
          .gateway(
              GATEWAY
                  + " "
                  + request
                  + ": nothing was found"
                  + shown(response, error)
                  + ". What the request names doesn't exist, or the base URL is wrong.",
              details);
    }
    return Refusals.refused(request, details);
  }

  private @Nullable TossError error(HttpRequest request, JsonObject body) {
    JsonObject inner = body.object("error");
    JsonObject error = body.text("code") == null && inner != null ? inner : body;
    String text = error.text("code");
    if (text == null || !TossErrorCode.isWellFormed(text)) {
      return null;
    }
    TossErrorCode code = TossErrorCode.of(text);
    // A documented word repeats nothing, even if a shop's key of a customer is a part of it.
    if (!code.isKnown() && redaction.finds(text, request.hidden())) {
      return null;
    }
    return new TossError(
        code,
        redaction.redact(error.text("message"), request.hidden()),
        redaction.traceId(body.text("traceId"), request.hidden()));
  }

  private ErrorDetails details(
      HttpRequest request, HttpResponse response, @Nullable TossError error, boolean retryable) {
    return ErrorDetails.builder(GATEWAY)
        .httpStatus(response.status())
        .gatewayCode(error == null ? null : error.code().text())
        .gatewayMessage(error == null ? null : error.message())
        .traceId(traceId(request, response, error))
        .retryable(retryable)
        .retryAfter(retryAfter(response))
        .build();
  }

  private @Nullable Duration retryAfter(HttpResponse response) {
    return response.retryAfter(clock.instant());
  }

  /** The first trace id in a response's head, whatever it holds; null if there is none. */
  public static @Nullable String traceId(HttpResponse response) {
    List<String> ids = traceIds(response);
    return ids.isEmpty() ? null : ids.get(0);
  }

  private @Nullable String traceId(
      HttpRequest request, HttpResponse response, @Nullable TossError error) {
    String ofHead = redaction.traceId(traceId(response), request.hidden());
    return ofHead != null || error == null ? ofHead : error.traceId();
  }

  private static String shown(HttpResponse response, @Nullable TossError error) {
    return " (HTTP " + response.status() + (error == null ? ")" : ", code " + error.code() + ")");
  }
}
