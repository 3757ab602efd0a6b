package kr.pgsdk.sandbox.portone;

import java.util.LinkedHashMap;
import java.util.Map;
import kr.pgsdk.sandbox.wire.Params;
import org.jspecify.annotations.Nullable;

/**
 * What a shop reports about a payment that is made: where the parcel is, that it is to be captured,
 * what was sold. Guarded by the simulation's lock.
 */
final class PortOneEscrow {
  private final PortOnePayments payments;
  private final PortOneStore store;

  PortOneEscrow(PortOnePayments payments, PortOneStore store) {
    this.payments = payments;
    this.store = store;
  }

  void addTo(PortOneRoutes routes) {
    String logistics = "/payments/{id}/escrow/logistics";
    routes.on("POST", logistics, call -> logistics(call, "appliedAt"));
    routes.on("PATCH", logistics, call -> logistics(call, "modifiedAt"));
    routes.on("POST", "/payments/{id}/escrow/complete", this::complete);
    routes.on("POST", "/payments/{id}/capture", this::capture);
    routes.on("POST", "/payments/{id}/register-store-receipt", this::receipt);
  }

  private void requirePaid(PortOneCall call, Params params) {
    store.require(params.text("storeId"));
    if (!payments.require(call.id()).wasPaid()) {
      throw PortOneRefusal.of("PAYMENT_NOT_PAID");
    }
  }

  private Map<String, @Nullable Object> logistics(PortOneCall call, String when) {
    Params params = call.params();
    Params logistics = PortOneCall.object(params, "logistics");
    String company = PortOneCall.text(logistics, "company");
    String invoice = PortOneCall.text(logistics, "invoiceNumber");
    String sentAt = PortOneCall.text(logistics, "sentAt");
    requirePaid(call, params);
    PortOneAttempt attempt = payments.require(call.id());
    payments.remember(attempt);
    Map<String, @Nullable Object> escrow = new LinkedHashMap<>();
    escrow.put("status", "REGISTERED");
    escrow.put("company", company);
    escrow.put("invoiceNumber", invoice);
    escrow.put("sentAt", sentAt);
    attempt.escrow = escrow;
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("invoiceNumber", invoice);
    answer.put("sentAt", sentAt);
    answer.put(when, payments.now().toString());
    return answer;
  }

  private Map<String, @Nullable Object> complete(PortOneCall call) {
    requirePaid(call, call.params());
    PortOneAttempt attempt = payments.require(call.id());
    Map<String, @Nullable Object> escrow = attempt.escrow;
    if (escrow != null) {
      payments.remember(attempt);
      Map<String, @Nullable Object> confirmed = new LinkedHashMap<>(escrow);
      confirmed.put("status", "CONFIRMED");
      confirmed.put("isAutomaticallyConfirmed", false);
      attempt.escrow = confirmed;
    }
    return Map.of("completedAt", payments.now().toString());
  }

  private Map<String, @Nullable Object> capture(PortOneCall call) {
    requirePaid(call, call.params());
    return Map.of();
  }

  private Map<String, @Nullable Object> receipt(PortOneCall call) {
    Params params = call.params();
    if (params.objects("items").isEmpty()) {
      throw PortOneRefusal.invalid("items는 필수입니다.");
    }
    requirePaid(call, params);
    return Map.of("receiptUrl", PortOneJson.URL + "store-receipts/" + store.digits(9));
  }
}
