package kr.pgsdk.iamport.webhook;

import java.util.Optional;
import java.util.function.Predicate;
import kr.pgsdk.core.internal.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Whose request it is that names no payment of Iamport's, told by the names of its fields alone.
 */
enum OtherSender {
  TOSS(
      "this looks like a request of Toss Payments (eventType, paymentKey): it arrived at the address"
          + " for Iamport. Give each gateway an address of its own, and read this one by TossWebhook"
          + " or TossSuccessRedirect"),
  PORTONE_V2(
      "this looks like a request of PortOne V2 (type and data, or payment_id and tx_id), and this"
          + " reader is for V1: set the webhook address of V1 in PortOne's console, and give V2 one"
          + " of its own. A payment of V2 can't be looked up by V1's API");

  private final String message;

  OtherSender(String message) {
    this.message = message;
  }

  /** What to tell an operator; it repeats nothing of the request. */
  String message() {
    return message;
  }

  static Optional<OtherSender> of(@Nullable JsonObject json, Predicate<String> inForm) {
    Predicate<String> there = json != null ? json::has : inForm;
    // docs.tosspayments.com/reference/using-api/webhook-events: a deposit's has no eventType.
    boolean deposit = there.test("transactionKey") && there.test("orderId") && there.test("status");
    if (there.test("eventType") || there.test("paymentKey") || deposit) {
      return Optional.of(TOSS);
    }
    // PortOne's webhook guide for V2: versions 2024-04-25 and 2024-01-01, and the redirect.
    boolean event = json != null && there.test("type") && json.object("data") != null;
    return event || there.test("tx_id") || there.test("txId") || there.test("paymentId")
        ? Optional.of(PORTONE_V2)
        : Optional.empty();
  }
}
