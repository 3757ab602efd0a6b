package kr.pgsdk.core.internal.http;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import kr.pgsdk.core.error.ErrorCode;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.core.internal.text.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * Tells the responses of a gateway whose errors have codes apart: a success, a refusal in its own
 * words, or something else.
 *
 * @param <C> its codes
 */
public abstract class GatewayResponses<C extends ErrorCode> {
  /**
   * An error in a gateway's own shape.
   *
   * @param message redacted
   * @param traceId what the gateway's support asks for, redacted
   */
  public record GatewayError<C extends ErrorCode>(
      C code, @Nullable String message, @Nullable String traceId) {}

  private final String gateway;
  private final Function<String, C> codes;
  private final Redaction redaction;
  private final Clock clock;

  /**
   * Makes a reader of a merchant's responses.
   *
   * @param secrets what must not be seen in a message
   */
  protected GatewayResponses(
      String gateway, Function<String, C> codes, List<String> secrets, Clock clock) {
    this.gateway = gateway;
    this.codes = codes;
    this.redaction = new Redaction(secrets);
    this.clock = clock;
  }

  /** What must not be seen in a message. */
  public final Redaction redaction() {
    return redaction;
  }

  /** What tells the time. */
  public final Clock clock() {
    return clock;
  }

  /**
   * Returns what {@code success} reads in a 2xx.
   *
   * @param request the request that this is the response to
   * @throws PaymentException the refusal, if it is one of the gateway's, a 429, or a 401 to a
   *     request that may be repeated
   * @throws JsonProblem if it can't be read as a response of the gateway
   */
  public final <T> T read(
      HttpRequest request, HttpResponse response, Function<HttpResponse, T> success) {
    if (!response.isSuccessful()) {
      throw refusal(request, response);
    }
    requireAnswers(request, response);
    return success.apply(response);
  }

  /** As {@link #read}; empty if the gateway itself says that there is no such payment. */
  public final <T> Optional<T> find(
      HttpRequest request, HttpResponse response, Function<HttpResponse, T> success) {
    return saysNotFound(response)
        ? Optional.empty()
        : Optional.of(read(request, response, success));
  }

  private boolean saysNotFound(HttpResponse response) {
    if (response.status() != 404) {
      return false;
    }
    try {
      return isNotFound(Json.object(response.json()));
    } catch (JsonProblem e) {
      return false; // a bare 404 may come from a proxy
    }
  }

  /** Whether the body of a 404 says in the gateway's words that there is no such payment. */
  protected abstract boolean isNotFound(JsonObject body);

  /**
   * Judges the pages of a list: what isn't a success is a refusal, or not the gateway's.
   *
   * @param common adds what every request carries
   */
  public final PageJudge pages(UnaryOperator<HttpRequest.Builder> common) {
    return new PageJudge() {
      @Override
      public HttpRequest.Builder with(HttpRequest.Builder request) {
        return common.apply(request);
      }

      @Override
      public void judgeEnd(
          HttpRequest request, HttpResponse response, Function<HttpResponse, JsonObject> envelope) {
        boolean unused = read(request, response, ok -> true);
      }
    };
  }

  private PaymentException refusal(HttpRequest request, HttpResponse response) {
    JsonProblem problem = null;
    GatewayError<C> error = null;
    try {
      requireAnswers(request, response);
      error = error(request, response);
    } catch (JsonProblem e) {
      problem = e;
    }
    int status = response.status();
    // A proxy's 401 doesn't tell whether the gateway executed the request.
    // And where the request carries a buyer's token, it isn't the credential that is refused.
    boolean credentialRefused =
        request.authorized()
            && (error == null
                ? status == 401 && request.retryMode() == RetryMode.SAFE
                : refusesCredential(error.code()));
    ErrorDetails.Builder details = details(request, response, error);
    if (credentialRefused) {
      return Errors.make()
          .authentication(
              gateway + " " + request + ": " + credentialAdvice(response, error), details.build());
    }
    if (RetryRules.isBusy(status)) {
      return Refusals.refused(request, details.retryable(true).build());
    }
    if (error == null) {
      throw problem != null ? problem : new JsonProblem("$", "has no code of an error");
    }
    return refused(request, response, error, details.retryable(error.code().isRetryable(status)));
  }

  /**
   * Sees that a response answers this request, as far as it shows.
   *
   * @throws JsonProblem if it answers another
   */
  protected void requireAnswers(HttpRequest request, HttpResponse response) {}

  /**
   * Reads what isn't a success; null if it has no code, and so can't be the gateway's.
   *
   * @throws JsonProblem if it isn't the gateway's
   */
  protected abstract @Nullable GatewayError<C> error(HttpRequest request, HttpResponse response);

  /** Returns the code that a text is; null if it can't be one. */
  protected final @Nullable C code(HttpRequest request, @Nullable String text) {
    if (text == null || !ErrorCode.isWellFormed(text)) {
      return null;
    }
    C code = codes.apply(text);
    // A documented word repeats nothing, even if a shop's own id is a part of it.
    return code.isKnown() || !redaction.finds(text, request.hidden()) ? code : null;
  }

  /** Whether the credential is refused, and not what was asked. */
  protected abstract boolean refusesCredential(C code);

  /** What to tell a shop whose credential is refused. */
  protected abstract String credentialAdvice(
      HttpResponse response, @Nullable GatewayError<C> error);

  /** What is known about what isn't a success. */
  protected ErrorDetails.Builder details(
      HttpRequest request, HttpResponse response, @Nullable GatewayError<C> error) {
    return ErrorDetails.builder(gateway)
        .httpStatus(response.status())
        .gatewayCode(error == null ? null : error.code().text())
        .gatewayMessage(error == null ? null : error.message())
        .traceId(error == null ? null : error.traceId())
        .retryAfter(response.retryAfter(clock.instant()));
  }

  /** Returns the refusal of what was asked. */
  protected PaymentException refused(
      HttpRequest request,
      HttpResponse response,
      GatewayError<C> error,
      ErrorDetails.Builder details) {
    return Refusals.refused(request, details.build());
  }
}
