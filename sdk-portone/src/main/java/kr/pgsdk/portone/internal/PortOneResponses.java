package kr.pgsdk.portone.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import kr.pgsdk.portone.model.PortOneErrorCode;
import kr.pgsdk.portone.model.PortOnePayment;
import org.jspecify.annotations.Nullable;

/** Tells PortOne's responses apart: a success, a refusal in PortOne's words, or something else. */
public final class PortOneResponses {
  /** An error as PortOne writes it. */
  private record PortOneError(PortOneErrorCode code, @Nullable String message) {}

  private static final String GATEWAY = PortOnePayment.TERMS.gateway();

  private static final Duration STILL_RUNNING = Duration.ofSeconds(1);

  private final Redaction redaction;
  private final Clock clock;

  /**
   * Makes a reader of a merchant's responses.
   *
   * @param secrets what must not be seen in a message
   */
  public PortOneResponses(List<String> secrets, Clock clock) {
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
   * @throws PaymentException the refusal, if it is one of PortOne's, a 429, or a 401 to a request
   *     that may be repeated
   * @throws JsonProblem if it can't be read as a response of PortOne
   */
  public <T> T read(HttpRequest request, HttpResponse response, Function<HttpResponse, T> success) {
    if (!response.isSuccessful()) {
      throw refusal(request, response);
    }
    return success.apply(response);
  }

  /** Whether PortOne itself says that there is no such payment; a bare 404 may be a proxy's. */
  public static boolean saysNotFound(HttpResponse response) {
    if (response.status() != 404) {
      return false;
    }
    try {
      return PortOneErrorCode.PAYMENT_NOT_FOUND.text().equals(Json.object(response).text("type"));
    } catch (JsonProblem e) {
      return false;
    }
  }

  private PaymentException refusal(HttpRequest request, HttpResponse response) {
    JsonProblem problem = null;
    PortOneError error = null;
    try {
      error = error(request, Json.object(response));
    } catch (JsonProblem e) {
      problem = e;
    }
    int status = response.status();
    // A proxy's 401 doesn't tell whether PortOne executed the request.
    boolean secretRefused =
        request.authorized()
            && (error == null
                ? status == 401 && request.retryMode() == RetryMode.SAFE
                : error.code().equals(PortOneErrorCode.UNAUTHORIZED));
    ErrorDetails.Builder details = details(response, error);
    if (secretRefused) {
      return Errors.make()
          .authentication(
              GATEWAY
                  + " "
                  + request
                  + ": PortOne doesn't accept the API secret (HTTP "
                  + status
                  + "). Check that it is a V2 API secret of this merchant: V1's key and secret, and"
                  + " a payment company's own, aren't.",
              details.build());
    }
    if (status == 429) {
      return Refusals.refused(request, details.retryable(true).build());
    }
    if (error == null) {
      throw problem != null ? problem : new JsonProblem("$.type", "is missing");
    }
    if (error.code().isRefusal()) {
      details.ownRefusal();
    }
    return Refusals.refused(request, details.retryable(error.code().isRetryable(status)).build());
  }

  private @Nullable PortOneError error(HttpRequest request, JsonObject body) {
    String text = body.text("type");
    if (text == null || !PortOneErrorCode.isWellFormed(text)) {
      return null;
    }
    PortOneErrorCode code = PortOneErrorCode.of(text);
    // A documented word repeats nothing, even if a shop's own id is a part of it.
    if (!code.isKnown() && redaction.finds(text, request.hidden())) {
      return null;
    }
    // What the payment company says is in fields of its own (PgProviderError).
    String message =
        Stream.of(body.text("message"), body.text("pgCode"), body.text("pgMessage"))
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining(" "));
    return new PortOneError(
        code, message.isEmpty() ? null : redaction.redact(message, request.hidden()));
  }

  private ErrorDetails.Builder details(HttpResponse response, @Nullable PortOneError error) {
    return ErrorDetails.builder(GATEWAY)
        .httpStatus(response.status())
        .gatewayCode(error == null ? null : error.code().text())
        .gatewayMessage(error == null ? null : error.message())
        .retryAfter(retryAfter(response, error));
  }

  /** While a request runs, its repetition is worth a wait, though PortOne says nothing of it. */
  private @Nullable Duration retryAfter(HttpResponse response, @Nullable PortOneError error) {
    Duration said = response.retryAfter(clock.instant());
    boolean runs =
        error != null && error.code().equals(PortOneErrorCode.IDEMPOTENCY_OUTSTANDING_REQUEST);
    return said == null && runs ? STILL_RUNNING : said;
  }
}
