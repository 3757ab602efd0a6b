package kr.pgsdk.sandbox.portone;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import kr.pgsdk.sandbox.wire.Landing;
import kr.pgsdk.sandbox.wire.RefundRecord;
import org.jspecify.annotations.Nullable;

/** One row of {@code cancellations}. Guarded by the simulation's lock. */
final class PortOneCancellation {
  /** A refund to an account lands in one to two working days (cancel guide). */
  private static final Duration TO_AN_ACCOUNT = Duration.ofDays(2);

  /** How far it has come. */
  enum Status {
    REQUESTED,
    SUCCEEDED,
    FAILED
  }

  final String id;
  final String pgCancellationId;
  final long amount;
  final long taxFree;
  final long vat;
  final String reason;
  final String trigger;
  final boolean skipWebhook;
  final RefundRecord record;
  final Instant requestedAt;

  Status status = Status.REQUESTED;
  @Nullable Instant cancelledAt;

  /** What became of the money of a deposit that is refunded; null for any other. */
  @Nullable Landing landing;

  PortOneCancellation(
      String id,
      String pgCancellationId,
      Asked asked,
      String trigger,
      RefundRecord record,
      Instant requestedAt) {
    this.id = id;
    this.pgCancellationId = pgCancellationId;
    this.amount = asked.amount();
    this.taxFree = asked.taxFree();
    this.vat = asked.vat();
    this.reason = asked.reason();
    this.skipWebhook = asked.skipWebhook();
    this.trigger = trigger;
    this.record = record;
    this.requestedAt = requestedAt;
  }

  /** When its money reaches an account, at the latest; {@code now} before it has left. */
  Instant landsAt(Instant now) {
    return cancelledAt == null ? now : cancelledAt.plus(TO_AN_ACCOUNT);
  }

  /** What somebody wants back, in the smallest unit. */
  record Asked(long amount, long taxFree, long vat, String reason, boolean skipWebhook) {}

  /** {@code PaymentCancellation}. */
  Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("status", status.name());
    json.put("id", id);
    json.put("pgCancellationId", pgCancellationId);
    json.put("totalAmount", amount);
    json.put("taxFreeAmount", taxFree);
    json.put("vatAmount", vat);
    json.put("reason", reason);
    if (cancelledAt != null) {
      json.put("cancelledAt", cancelledAt.toString());
    }
    json.put("requestedAt", requestedAt.toString());
    if (status == Status.SUCCEEDED) {
      json.put("receiptUrl", PortOneJson.URL + "cancellations/" + id);
    }
    json.put("trigger", trigger);
    return json;
  }
}
