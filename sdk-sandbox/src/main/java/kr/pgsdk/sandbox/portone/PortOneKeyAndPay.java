package kr.pgsdk.sandbox.portone;

import java.util.LinkedHashMap;
import java.util.Map;
import kr.pgsdk.sandbox.wire.Params;
import org.jspecify.annotations.Nullable;

/** A billing key and the first payment by it in one request. Guarded by the simulation's lock. */
final class PortOneKeyAndPay {
  private final PortOnePayments payments;
  private final PortOneStore store;
  private final PortOneBillingKeys keys;

  PortOneKeyAndPay(PortOnePayments payments, PortOneStore store, PortOneBillingKeys keys) {
    this.payments = payments;
    this.store = store;
    this.keys = keys;
  }

  void addTo(PortOneRoutes routes) {
    routes.on("POST", "/billing-keys/confirm-issue-and-pay", this::confirm);
  }

  private Map<String, @Nullable Object> confirm(PortOneCall call) {
    Params params = call.params();
    store.require(params.text("storeId"));
    PortOneAttempt attempt = keys.attemptOf(PortOneCall.text(params, "billingIssueToken"));
    String paymentId = params.text("paymentId");
    if (paymentId != null && !paymentId.equals(attempt.order.paymentId())) {
      throw PortOneRefusal.of("INFORMATION_MISMATCH");
    }
    PortOneConfirms.requireMatch(params, attempt);
    String key = keys.confirm(params);
    attempt.billingKey = key;
    payments.remember(attempt);
    payments.capture(attempt, call.cause(), params.isTrue("skipWebhook"));
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("billingKey", key);
    answer.put("paymentId", attempt.order.paymentId());
    return answer;
  }
}
