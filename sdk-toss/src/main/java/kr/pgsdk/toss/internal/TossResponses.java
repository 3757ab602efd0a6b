package kr.pgsdk.toss.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import kr.pgsdk.core.internal.http.GatewayResponses;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.HttpResponse;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.core.internal.text.Texts;
import kr.pgsdk.toss.model.TossErrorCode;
import kr.pgsdk.toss.model.TossPayment;
import org.jspecify.annotations.Nullable;

/** Tells Toss's responses apart: a success, a refusal in Toss's words, or something else. */
public final class TossResponses extends GatewayResponses<TossErrorCode> {
  private static final String GATEWAY = TossPayment.TERMS.gateway();
  private static final String KEY = "Idempotency-Key";
  private static final String TRACE_ID = "x-tosspayments-trace-id";
  private static final int MAX_TRACE_ID_LENGTH = 100;

  /**
   * Makes a reader of a merchant's responses.
   *
   * @param secrets what must not be seen in a message
   */
  public TossResponses(List<String> secrets, Clock clock) {
    super(GATEWAY, TossErrorCode::of, secrets, clock);
  }

  /**
   * {@code NOT_FOUND} doesn't say so: it comes for every path that Toss doesn't know, such as one
   * below a wrong base URL.
   */
  @Override
  protected boolean isNotFound(JsonObject body) {
    return body.text("message") != null
        && TossErrorCode.NOT_FOUND_PAYMENT.text().equals(body.text("code"));
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

  /** The first trace id in a response's head, whatever it holds; null if there is none. */
  public static @Nullable String traceId(HttpResponse response) {
    List<String> ids = traceIds(response);
    return ids.isEmpty() ? null : ids.get(0);
  }

  /** Toss echoes the idempotency key, as was seen, but doesn't promise it. */
  @Override
  protected void requireAnswers(HttpRequest request, HttpResponse response) {
    String echo = response.header(KEY);
    String sent = request.headers().get(KEY);
    if (echo != null
        && sent != null
        && Stream.of(echo.split(",", -1)).map(String::strip).noneMatch(sent::equals)) {
      throw new JsonProblem("idempotency-key", "is another request's");
    }
  }

  /** Reads an error in the shape of v1 or of v2. */
  @Override
  protected @Nullable GatewayError<TossErrorCode> error(
      HttpRequest request, HttpResponse response) {
    JsonObject body = Json.object(response.json());
    JsonObject inner = body.object("error");
    JsonObject error = body.text("code") == null && inner != null ? inner : body;
    TossErrorCode code = code(request, error.text("code"));
    return code == null
        ? null
        : new GatewayError<>(
            code,
            redaction().redact(error.text("message"), request.hidden()),
            redaction().traceId(body.text("traceId"), request.hidden()));
  }

  @Override
  protected boolean refusesCredential(TossErrorCode code) {
    return code.isAuthentication();
  }

  @Override
  protected String credentialAdvice(
      HttpResponse response, @Nullable GatewayError<TossErrorCode> error) {
    return "Toss doesn't accept the secret key"
        + shown(response, error)
        + ". Check that it belongs to this merchant id, and to the same environment (test or live)"
        + " as the client key.";
  }

  @Override
  protected ErrorDetails.Builder details(
      HttpRequest request, HttpResponse response, @Nullable GatewayError<TossErrorCode> error) {
    ErrorDetails.Builder details = super.details(request, response, error);
    String ofHead = redaction().traceId(traceId(response), request.hidden());
    return ofHead == null ? details : details.traceId(ofHead);
  }

  @Override
  protected PaymentException refused(
      HttpRequest request,
      HttpResponse response,
      GatewayError<TossErrorCode> error,
      ErrorDetails.Builder details) {
    if (response.status() == 404 && error.code().equals(TossErrorCode.NOT_FOUND)) {
      return Errors.make()
          .gateway(
              GATEWAY
                  + " "
                  + request
                  + ": nothing was found"
                  + shown(response, error)
                  + ". What the request names doesn't exist, or the base URL is wrong.",
              details.build());
    }
    return super.refused(request, response, error, details);
  }

  private static String shown(HttpResponse response, @Nullable GatewayError<TossErrorCode> error) {
    return " (HTTP " + response.status() + (error == null ? ")" : ", code " + error.code() + ")");
  }
}
