package kr.pgsdk.toss.webhook;

import java.util.Optional;
import java.util.function.Predicate;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.WebhookRequest;

/** Whose request it is that isn't Toss's, told by the names of its fields alone. */
enum OtherSender {
  IAMPORT(
      "this looks like a request of Iamport, PortOne V1 (imp_uid, merchant_uid): it arrived at the"
          + " address for Toss. Give each gateway an address of its own, and read this one by"
          + " IamportWebhook or IamportRedirect"),
  PORTONE_V2(
      "this looks like a request of PortOne V2 (type and data, or payment_id and tx_id): it arrived"
          + " at the address for Toss. Give each gateway an address of its own");

  private final String message;

  OtherSender(String message) {
    this.message = message;
  }

  /** What to answer, and to tell an operator; it repeats nothing of the request. */
  RejectedRequestException refusal() {
    return new RejectedRequestException(400, message);
  }

  /** Whose JSON this is. */
  static Optional<OtherSender> of(JsonObject json) {
    // PortOne's webhook guide for V2, version 2024-04-25.
    return json.has("type") && json.has("data") && !json.has("eventType")
        ? Optional.of(PORTONE_V2)
        : of(json::has);
  }

  /** Whose form this is; the console of PortOne can send forms. */
  static Optional<OtherSender> of(WebhookRequest request) {
    if (request.isJson()) {
      return Optional.empty();
    }
    try {
      String form = "&" + request.text();
      return of(name -> form.contains("&" + name + "="));
    } catch (RejectedRequestException e) {
      return Optional.empty(); // no text: the reader says so
    }
  }

  /** Whose fields these are. */
  static Optional<OtherSender> of(Predicate<String> there) {
    if (there.test("imp_uid") || there.test("merchant_uid")) {
      return Optional.of(IAMPORT);
    }
    // Version 2024-01-01, and the redirect.
    return there.test("tx_id") || there.test("txId") || there.test("paymentId")
        ? Optional.of(PORTONE_V2)
        : Optional.empty();
  }
}
