package kr.pgsdk.sandbox.portone;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A payment that is to be made at a time. Guarded by the simulation's lock. */
final class PortOneSchedule {
  enum Status {
    SCHEDULED,
    SUCCEEDED,
    FAILED,
    REVOKED
  }

  final String id;
  final String billingKey;
  final PortOneOrder order;
  final PortOneChannel channel;
  final Instant createdAt;
  final Instant timeToPay;

  Status status = Status.SCHEDULED;

  /** When it was paid, failed or revoked. */
  @Nullable Instant endedAt;

  PortOneSchedule(
      String id,
      String billingKey,
      PortOneOrder order,
      PortOneChannel channel,
      Instant createdAt,
      Instant timeToPay) {
    this.id = id;
    this.billingKey = billingKey;
    this.order = order;
    this.channel = channel;
    this.createdAt = createdAt;
    this.timeToPay = timeToPay;
  }

  void end(Status how, Instant now) {
    status = how;
    endedAt = now;
  }

  /** {@code PaymentSchedule}. */
  Map<String, @Nullable Object> json(PortOneStore store) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("status", status.name());
    json.put("id", id);
    json.put("merchantId", store.merchantId);
    json.put("storeId", store.storeId);
    json.put("paymentId", order.paymentId());
    json.put("billingKey", billingKey);
    json.put("orderName", order.name());
    json.put("isCulturalExpense", false);
    json.put("isEscrow", false);
    json.put("customer", order.customer());
    json.put("customData", order.customData() == null ? "" : order.customData());
    json.put("totalAmount", order.total());
    json.put("taxFreeAmount", order.taxFree());
    json.put("vatAmount", order.vatOrUsual());
    json.put("currency", order.currency());
    json.put("createdAt", createdAt.toString());
    json.put("timeToPay", timeToPay.toString());
    if (endedAt != null) {
      if (status == Status.REVOKED) {
        json.put("revokedAt", endedAt.toString());
      } else {
        json.put("startedAt", timeToPay.toString());
        json.put("completedAt", endedAt.toString());
      }
    }
    return json;
  }
}
