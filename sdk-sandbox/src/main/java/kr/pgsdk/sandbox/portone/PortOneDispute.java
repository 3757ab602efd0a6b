package kr.pgsdk.sandbox.portone;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A buyer disputes a payment at their card company. Guarded by the simulation's lock. */
final class PortOneDispute {
  private final String reason;
  private final Instant createdAt;
  @Nullable Instant resolvedAt;

  PortOneDispute(String reason, Instant createdAt) {
    this.reason = reason;
    this.createdAt = createdAt;
  }

  /** {@code Dispute}. */
  Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("status", resolvedAt == null ? "UNRESOLVED" : "RESOLVED");
    json.put("reason", reason);
    json.put("createdAt", createdAt.toString());
    if (resolvedAt != null) {
      json.put("resolvedAt", resolvedAt.toString());
    }
    return json;
  }
}
