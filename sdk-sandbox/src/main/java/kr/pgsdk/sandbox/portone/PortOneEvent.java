package kr.pgsdk.sandbox.portone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code payment-events-by-cursor}: money came, or went back.
 *
 * @param id of its own, and the cursor
 * @param amount how much, in the smallest unit
 */
record PortOneEvent(
    String id,
    String type,
    Instant at,
    long amount,
    PortOneAttempt attempt,
    @Nullable PortOneCancellation cancellation) {

  /** The events of an attempt, oldest first. */
  static List<PortOneEvent> of(PortOneAttempt attempt) {
    List<PortOneEvent> events = new ArrayList<>();
    if (attempt.paidAt != null) {
      events.add(
          new PortOneEvent(
              "paid-" + attempt.transactionId,
              "PAID",
              attempt.paidAt,
              attempt.order.total(),
              attempt,
              null));
    }
    long cancelled = 0;
    for (PortOneCancellation row : attempt.cancellations) {
      if (row.status == PortOneCancellation.Status.SUCCEEDED && row.cancelledAt != null) {
        cancelled += row.amount;
        events.add(
            new PortOneEvent(
                "cancelled-" + row.id,
                cancelled == attempt.order.total() ? "CANCELLED" : "PARTIAL_CANCELLED",
                row.cancelledAt,
                row.amount,
                attempt,
                row));
      }
    }
    return events;
  }

  /** {@code PaymentEvent}; its {@code totalAmount} is an object. */
  Map<String, @Nullable Object> json(PortOneJson writer) {
    Map<String, @Nullable Object> payment = writer.payment(attempt);
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("type", type);
    json.put("id", id);
    json.put("paymentId", attempt.order.paymentId());
    for (String field :
        List.of("transactionId", "merchantId", "storeId", "method", "channel", "version")) {
      PortOneJson.put(json, field, payment.get(field));
    }
    json.put("requestedAt", attempt.requestedAt.toString());
    json.put("createdAt", at.toString());
    json.put("orderName", attempt.order.name());
    json.put("totalAmount", payment.get("amount"));
    json.put("currency", attempt.order.currency());
    json.put("customer", attempt.order.customer());
    json.put("pgTxId", attempt.pgTxId);
    if (cancellation == null) {
      json.put("disputes", attempt.disputes.stream().map(PortOneDispute::json).toList());
    } else {
      json.put("cancellation", cancellation.json());
    }
    json.put("eventAmount", amount);
    json.put("origin", payment.get("origin"));
    return json;
  }
}
