package kr.pgsdk.core.internal.http;

import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;

/** What a caller is told of a refusal, in the same words for every gateway. */
public final class Refusals {
  private Refusals() {}

  public static GatewayException refused(HttpRequest request, ErrorDetails details) {
    String code = details.gatewayCode() == null ? "" : ", code " + details.gatewayCode();
    String reason = details.gatewayMessage() == null ? "" : "; gatewayMessage() has its reason";
    boolean notFound = Integer.valueOf(404).equals(details.httpStatus());
    return Errors.make()
        .gateway(
            details.gateway()
                + " "
                + request
                + " was refused (HTTP "
                + details.httpStatus()
                + code
                + ")"
                + reason
                + (details.retryable() ? ". You may call again later." : ".")
                + (notFound && request.adviceIfNotFound() != null
                    ? " " + request.adviceIfNotFound() + "."
                    : ""),
            details);
  }
}
