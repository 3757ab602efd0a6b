package kr.pgsdk.sandbox.portone;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What the browser brings back from the window. */
public final class PortOneResponse {
  private PortOneResponse() {}

  /** {@code PaymentResponse}: what {@code requestPayment} resolves to. No amount comes back. */
  static Map<String, String> of(PortOneAttempt attempt) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("transactionType", "PAYMENT");
    fields.put("txId", attempt.transactionId);
    fields.put("paymentId", attempt.order.paymentId());
    PortOneFailure failure = attempt.failure;
    if (failure != null) {
      fields.put("code", "PGProviderError");
      fields.put("message", failure.pgMessage());
      fields.put("pgCode", failure.pgCode());
      fields.put("pgMessage", failure.pgMessage());
    } else if (attempt.paymentToken != null) {
      fields.put("paymentToken", attempt.paymentToken);
    }
    return fields;
  }

  /** A response as the query with which the browser comes to {@code redirectUrl}. */
  public static String query(Map<String, String> response) {
    return response.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
