package kr.pgsdk.iamport.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.HttpResponse;
import kr.pgsdk.core.internal.http.Refusals;
import kr.pgsdk.core.internal.http.RetryMode;
import kr.pgsdk.core.internal.http.RetryRules;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.core.internal.text.Redaction;
import kr.pgsdk.iamport.model.IamportPayment;
import org.jspecify.annotations.Nullable;

/**
 * Unwraps {@code {code, message, response}}. Two of Iamport's three layers of success are checked
 * here, the HTTP status and {@code code}; the third, a payment's {@code status}, is its reader's.
 */
public final class IamportResponses {
  private static final String GATEWAY = IamportPayment.TERMS.gateway();

  private static final String CODE = "-?[0-9]{1,6}";

  private final Redaction redaction;
  private final Clock clock;

  /**
   * Makes a reader of a merchant's responses.
   *
   * @param secrets the merchant's key and secret: one published 401 repeats both in its message
   */
  public IamportResponses(List<String> secrets, Clock clock) {
    this.redaction = new Redaction(secrets);
    this.clock = clock;
  }

  Clock clock() {
    return clock;
  }

  public Redaction redaction() {
    return redaction;
  }

  /**
   * Whether this is a refusal in Iamport's own shape: a whole number other than 0 for {@code code},
   * a {@code message}, and a {@code response} that is null, or, with 200, {@linkplain #detail
   * detail} of the failure. Proxies refuse too, with the same HTTP status, and don't know what
   * Iamport has done.
   */
  public static boolean isOwnRefusal(HttpResponse response) {
    try {
      return isOwnRefusal(response.status(), Json.object(response.json()));
    } catch (JsonProblem e) {
      return false;
    }
  }

  private static boolean isOwnRefusal(int status, JsonObject envelope) {
    envelope.requireOnce("message", "response");
    BigDecimal code = envelope.requiredNumber("code");
    return code.signum() != 0
        && code.stripTrailingZeros().scale() <= 0
        && envelope.has("message")
        && ((envelope.has("response") && envelope.isNull("response"))
            || (status == 200 && detail(envelope) != null));
  }

  /**
   * What a few refusals say beside {@code message}: {@code error} instead of {@code response}, with
   * KCP's code and words, and Paymentwall's {@code error_code} in {@code response}.
   */
  private static @Nullable JsonObject detail(JsonObject envelope) {
    JsonObject error = envelope.has("response") ? null : envelope.object("error");
    if (error != null && error.has("code")) {
      return error;
    }
    JsonObject response = envelope.object("response");
    // A response that names a payment tells of that payment, whatever else it has.
    return response != null && response.has("error_code") && !response.has("imp_uid")
        ? response
        : null;
  }

  /** As {@link #unwrap(HttpRequest, HttpResponse, Function)}, of a response that isn't a list. */
  public JsonObject unwrap(HttpRequest request, HttpResponse response) {
    return unwrap(request, response, IamportResponses::object);
  }

  /** Reads a body, most likely with a payment in it. */
  static JsonObject object(HttpResponse response) {
    return Json.object(response.json(), IamportNames.PAYMENT);
  }

  /**
   * Returns the envelope of a success.
   *
   * @param reader reads the body where nothing has been decided without it
   * @throws AuthenticationException for 401: of a request that may be repeated whatever the body,
   *     of any other in Iamport's own shape alone
   * @throws GatewayException for 429, whatever the body, and for a code other than 0
   * @throws JsonProblem if it is no envelope, or a 404 that isn't in Iamport's own shape; of a
   *     request that must not be repeated, any refusal that isn't
   */
  JsonObject unwrap(
      HttpRequest request, HttpResponse response, Function<HttpResponse, JsonObject> reader) {
    requireOwn(request, response);
    if (response.status() == 401) {
      throw unauthorized(request, response);
    }
    if (RetryRules.isBusy(response.status())) {
      throw refusal(request, response, readable(response));
    }
    JsonObject envelope = reader.apply(response);
    if (envelope.requiredNumber("code").signum() != 0) {
      if (request.retryMode() != RetryMode.SAFE) {
        requireOwn(response.status(), envelope);
      }
      throw refusal(request, response, envelope);
    }
    if (!response.isSuccessful()) {
      throw envelope.problem("code", "is 0 in spite of the HTTP status");
    }
    return envelope;
  }

  /** A proxy's 4xx proves neither that a request was not executed, nor that nothing was found. */
  private static void requireOwn(HttpRequest request, HttpResponse response) {
    int status = response.status();
    boolean decides = status == 404 || request.retryMode() != RetryMode.SAFE;
    if (status / 100 == 4 && !RetryRules.isBusy(status) && decides) {
      requireOwn(status, Json.object(response.json()));
    }
  }

  private static void requireOwn(int status, JsonObject envelope) {
    if (!isOwnRefusal(status, envelope)) {
      throw envelope.problem("response", "is not Iamport's own refusal");
    }
  }

  private static @Nullable JsonObject readable(HttpResponse response) {
    try {
      return Json.object(response.json());
    } catch (JsonProblem e) {
      return null;
    }
  }

  private AuthenticationException unauthorized(HttpRequest request, HttpResponse response) {
    return Errors.make()
        .authentication(
            GATEWAY
                + " "
                + request
                + ": not authorized (HTTP 401). Check API key and secret, and the console's list of"
                + " allowed addresses.",
            details(request, response, readable(response)).build());
  }

  private GatewayException refusal(
      HttpRequest request, HttpResponse response, @Nullable JsonObject envelope) {
    boolean retryable = RetryRules.isRetryable(response.status());
    return Refusals.refused(
        request, details(request, response, envelope).retryable(retryable).build());
  }

  private ErrorDetails.Builder details(
      HttpRequest request, HttpResponse response, @Nullable JsonObject envelope) {
    String message = envelope == null ? null : message(envelope);
    return ErrorDetails.builder(GATEWAY)
        .httpStatus(response.status())
        .retryAfter(response.retryAfter(clock.instant()))
        .gatewayCode(code(envelope))
        .gatewayMessage(redaction.redact(message, request.hidden()));
  }

  private static @Nullable String message(JsonObject envelope) {
    JsonObject detail = detail(envelope);
    Stream<@Nullable String> texts =
        detail == null
            ? Stream.of(envelope.text("message"))
            : Stream.of(
                envelope.text("message"),
                detail.text("code"),
                detail.text("error_code"),
                detail.text("message"),
                detail.text("error"));
    String message = texts.filter(Objects::nonNull).collect(Collectors.joining(" "));
    return message.isEmpty() ? null : message;
  }

  /** Iamport's codes are small numbers; anything else is untrusted text. */
  private static @Nullable String code(@Nullable JsonObject envelope) {
    String code = envelope == null ? null : envelope.text("code");
    return code != null && code.matches(CODE) ? code : null;
  }
}
