package kr.pgsdk.toss.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.HttpResponse;
import kr.pgsdk.core.internal.http.RetryMode;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.core.internal.text.Redaction;
import kr.pgsdk.core.internal.text.VisibleAscii;
import kr.pgsdk.toss.model.TossErrorCode;
import kr.pgsdk.toss.model.TossPayment;
import org.jspecify.annotations.Nullable;

/** Tells Toss's answers apart: a success, a refusal in Toss's words, or something else. */
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

  /**
   * Returns what {@code success} makes of a 2xx, and throws what is to be made of anything else.
   *
   * @param request what is answered
   */
  public <T> T read(HttpRequest request, HttpResponse answer, Function<HttpResponse, T> success) {
    if (!answer.isSuccessful()) {
      throw refusal(request, answer);
    }
    try {
      return success.apply(answer);
    } catch (JsonProblem e) {
      throw malformed(request, answer, e);
    }
  }

  /** Whether Toss itself says that there is no such payment; a bare 404 is anybody's. */
  public static boolean saysNotFound(HttpResponse answer) {
    if (answer.status() != 404) {
      return false;
    }
    try {
      JsonObject body = Json.object(answer);
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

  /** All values of the trace id: comma form or several lines; a replayed answer has two. */
  public static List<String> traceIds(HttpResponse answer) {
    List<String> ids = new ArrayList<>();
    for (String line : answer.headers(TRACE_ID)) {
      for (String part : line.split(",", -1)) {
        String value = part.strip();
        if (VisibleAscii.is(value, MAX_TRACE_ID_LENGTH)) {
          ids.add(value);
        }
      }
    }
    return ids;
  }

  private PaymentException refusal(HttpRequest request, HttpResponse answer) {
    String operation = request.operation();
    JsonProblem problem = null;
    TossError error = null;
    try {
      TossReply.requireEcho(answer, request);
      error = error(request, Json.object(answer));
    } catch (JsonProblem e) {
      problem = e;
    }
    int status = answer.status();
    // A stranger's 401 says nothing of a request that may have been executed.
    boolean keyRefused =
        error == null
            ? status == 401 && request.retryMode() == RetryMode.SAFE
            : error.code().isAuthentication();
    if (keyRefused) {
      return Errors.make()
          .authentication(
              operation
                  + ": Toss doesn't accept the secret key"
                  + shown(answer, error)
                  + ". Check that it is the one of this merchant id, and of the environment (test or"
                  + " live) the client key is of.",
              details(request, answer, error, false));
    }
    if (status == 429) {
      return Errors.make()
          .gateway(
              operation + ": Toss gets too many requests" + shown(answer, error) + ". Slow down.",
              details(request, answer, error, true));
    }
    if (error == null) {
      return malformed(
          request, answer, problem != null ? problem : new JsonProblem("$.code", "is missing"));
    }
    boolean noEndpoint = status == 404 && error.code().equals(TossErrorCode.NOT_FOUND);
    String message =
        noEndpoint
            ? ": Toss has no such endpoint at this address"
                + shown(answer, error)
                + ". Check the base URL."
            : ": Toss refused"
                + shown(answer, error)
                + (error.message() == null ? "." : "; gatewayMessage() has its reason.");
    return Errors.make()
        .gateway(
            operation + message, details(request, answer, error, error.code().isRetryable(status)));
  }

  private @Nullable TossError error(HttpRequest request, JsonObject body) {
    JsonObject inner = body.object("error");
    JsonObject error = body.text("code") == null && inner != null ? inner : body;
    String code = error.text("code");
    if (code == null
        || !TossErrorCode.isWellFormed(code)
        || redaction.finds(code, request.hidden())) {
      return null;
    }
    return new TossError(
        TossErrorCode.of(code),
        redaction.redact(error.text("message"), request.hidden()),
        redaction.traceId(body.text("traceId"), request.hidden()));
  }

  private MalformedResponseException malformed(
      HttpRequest request, HttpResponse answer, JsonProblem problem) {
    int status = answer.status();
    boolean passing = status == 408 || status == 429 || status >= 500;
    return Errors.make()
        .malformed(
            request.operation()
                + ": can't read Toss's answer (HTTP "
                + status
                + "): "
                + problem.getMessage()
                + ". Check the base URL, and any proxy on the way.",
            ErrorDetails.builder(GATEWAY)
                .httpStatus(status)
                .traceId(traceId(request, answer, null))
                .retryable(passing)
                .retryAfter(retryAfter(answer))
                .cause(problem)
                .build());
  }

  private ErrorDetails details(
      HttpRequest request, HttpResponse answer, @Nullable TossError error, boolean retryable) {
    return ErrorDetails.builder(GATEWAY)
        .httpStatus(answer.status())
        .gatewayCode(error == null ? null : error.code().text())
        .gatewayMessage(error == null ? null : error.message())
        .traceId(traceId(request, answer, error))
        .retryable(retryable)
        .retryAfter(retryAfter(answer))
        .build();
  }

  private @Nullable Duration retryAfter(HttpResponse answer) {
    return answer.retryAfter(clock.instant());
  }

  /** The first trace id in an answer's head, whatever it holds; null if there is none. */
  public static @Nullable String traceId(HttpResponse answer) {
    List<String> ids = traceIds(answer);
    return ids.isEmpty() ? null : ids.get(0);
  }

  private @Nullable String traceId(
      HttpRequest request, HttpResponse answer, @Nullable TossError error) {
    String ofHead = redaction.traceId(traceId(answer), request.hidden());
    return ofHead != null || error == null ? ofHead : error.traceId();
  }

  private static String shown(HttpResponse answer, @Nullable TossError error) {
    return " (HTTP " + answer.status() + (error == null ? ")" : ", " + error.code() + ")");
  }
}
