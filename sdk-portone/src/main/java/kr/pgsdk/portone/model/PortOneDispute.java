package kr.pgsdk.portone.model;

import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;

/** A dispute about a payment. */
public final class PortOneDispute extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneDispute(JsonObject json) {
    super(json);
  }

  /** {@code UNRESOLVED} or {@code RESOLVED}. */
  public Optional<String> status() {
    return text("status");
  }

  /** The payment company's id for it. */
  public Optional<String> pgDisputeId() {
    return text("pgDisputeId");
  }

  /** Why. */
  public Optional<String> reason() {
    return text("reason");
  }

  /** When it began. */
  public Optional<Instant> createdAt() {
    return time("createdAt");
  }

  /** When it ended. */
  public Optional<Instant> resolvedAt() {
    return time("resolvedAt");
  }
}
