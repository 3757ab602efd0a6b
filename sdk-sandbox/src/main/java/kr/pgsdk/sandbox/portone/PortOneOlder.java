package kr.pgsdk.sandbox.portone;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kr.pgsdk.sandbox.Switch;
import kr.pgsdk.sandbox.Switches;
import kr.pgsdk.sandbox.wire.OlderPayment;
import org.jspecify.annotations.Nullable;

/**
 * The payments of V1 that V2 shows too: {@code version} is {@code V1} and {@code transactionId} the
 * {@code imp_uid}. That {@code id} is the {@code merchant_uid} is the sandbox's guess; nothing but
 * showing is done with them. Guarded by the simulation's lock.
 */
final class PortOneOlder {
  private final Supplier<List<OlderPayment>> payments;
  private final PortOneStore store;
  private final Switches switches;

  PortOneOlder(Supplier<List<OlderPayment>> payments, PortOneStore store, Switches switches) {
    this.payments = payments;
    this.store = store;
    this.switches = switches;
  }

  /** All of them; none unless the switch is on. */
  List<OlderPayment> shown() {
    return switches.isOn(Switch.PORTONE_SHOWS_V1_PAYMENTS) ? payments.get() : List.of();
  }

  /** The newest one of this {@code merchant_uid}, or null. */
  @Nullable OlderPayment find(String merchantUid) {
    OlderPayment found = null;
    for (OlderPayment one : shown()) {
      if (one.merchantUid().equals(merchantUid)) {
        found = one;
      }
    }
    return found;
  }

  /** {@code Payment}. */
  Map<String, @Nullable Object> json(OlderPayment one) {
    String currency = one.amount().currency();
    long total = one.amount().minorUnits();
    long cancelled = one.cancelled().minorUnits();
    PortOneChannel channel = one.isTest() ? store.test : store.automatic;
    Map<String, @Nullable Object> amount = new LinkedHashMap<>();
    amount.put("total", total);
    amount.put("taxFree", 0L);
    amount.put("discount", 0L);
    amount.put("paid", one.paidAt() == null ? 0L : total);
    amount.put("cancelled", cancelled);
    amount.put("cancelledTaxFree", 0L);
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("status", one.status());
    json.put("id", one.merchantUid());
    json.put("transactionId", one.impUid());
    json.put("merchantId", store.merchantId);
    json.put("storeId", store.storeId);
    json.put("channel", channel.json());
    json.put("version", "V1");
    json.put("requestedAt", one.requestedAt().toString());
    json.put("updatedAt", one.changedAt().toString());
    json.put("statusChangedAt", one.changedAt().toString());
    json.put("orderName", one.orderName());
    json.put("amount", amount);
    json.put("currency", currency);
    json.put("customer", Map.of());
    json.put("origin", Map.of("platformType", "PC", "ipAddress", "127.0.0.1"));
    putOwn(json, one);
    return json;
  }

  private static void putOwn(Map<String, @Nullable Object> json, OlderPayment one) {
    Instant paidAt = one.paidAt();
    if (paidAt != null) {
      json.put("paidAt", paidAt.toString());
    }
    switch (one.status()) {
      case "PAID" -> json.put("disputes", List.of());
      case "CANCELLED", "PARTIAL_CANCELLED" -> {
        json.put("cancellations", List.of());
        json.put("cancelledAt", one.changedAt().toString());
      }
      case "FAILED" -> {
        json.put("failedAt", one.changedAt().toString());
        json.put("failure", Map.of());
      }
      default -> {}
    }
  }
}
