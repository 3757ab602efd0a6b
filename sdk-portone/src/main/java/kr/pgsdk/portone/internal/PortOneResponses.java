package kr.pgsdk.portone.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.http.GatewayResponses;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.HttpResponse;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneErrorCode;
import kr.pgsdk.portone.model.PortOnePayment;
import org.jspecify.annotations.Nullable;

/** Tells PortOne's responses apart: a success, a refusal in PortOne's words, or something else. */
public final class PortOneResponses extends GatewayResponses<PortOneErrorCode> {
  private static final Duration STILL_RUNNING = Duration.ofSeconds(1);

  /**
   * Makes a reader of a merchant's responses.
   *
   * @param secrets what must not be seen in a message
   */
  public PortOneResponses(List<String> secrets, Clock clock) {
    super(PortOnePayment.TERMS.gateway(), PortOneErrorCode::of, secrets, clock);
  }

  @Override
  protected boolean isNotFound(JsonObject body) {
    return PortOneErrorCode.PAYMENT_NOT_FOUND.text().equals(body.text("type"));
  }

  @Override
  protected @Nullable GatewayError<PortOneErrorCode> error(
      HttpRequest request, HttpResponse response) {
    JsonObject body = Json.object(response.json());
    PortOneErrorCode code = code(request, body.text("type"));
    if (code == null) {
      return null;
    }
    // What the payment company says is in fields of its own (PgProviderError).
    String message =
        Stream.of(body.text("message"), body.text("pgCode"), body.text("pgMessage"))
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining(" "));
    return new GatewayError<>(
        code, message.isEmpty() ? null : redaction().redact(message, request.hidden()), null);
  }

  @Override
  protected boolean refusesCredential(PortOneErrorCode code) {
    return code.equals(PortOneErrorCode.UNAUTHORIZED);
  }

  @Override
  protected String credentialAdvice(
      HttpResponse response, @Nullable GatewayError<PortOneErrorCode> error) {
    return "PortOne doesn't accept the API secret (HTTP "
        + response.status()
        + "). Check that it is a V2 API secret of this merchant, not V1's key and secret, and not a"
        + " payment company's secret.";
  }

  /** While a request runs, its repetition is worth a wait, though PortOne says nothing of it. */
  @Override
  protected ErrorDetails.Builder details(
      HttpRequest request, HttpResponse response, @Nullable GatewayError<PortOneErrorCode> error) {
    ErrorDetails.Builder details = super.details(request, response, error);
    boolean runs =
        error != null && error.code().equals(PortOneErrorCode.IDEMPOTENCY_OUTSTANDING_REQUEST);
    return runs && response.retryAfter(clock().instant()) == null
        ? details.retryAfter(STILL_RUNNING)
        : details;
  }

  @Override
  protected PaymentException refused(
      HttpRequest request,
      HttpResponse response,
      GatewayError<PortOneErrorCode> error,
      ErrorDetails.Builder details) {
    return super.refused(
        request, response, error, error.code().isRefusal() ? details.ownRefusal() : details);
  }
}
