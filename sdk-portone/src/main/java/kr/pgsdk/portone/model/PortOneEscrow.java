package kr.pgsdk.portone.model;

import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;

/** The escrow that holds a payment. */
public final class PortOneEscrow extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneEscrow(JsonObject json) {
    super(json);
  }

  /**
   * {@code BEFORE_REGISTERED}, {@code REGISTERED}, {@code DELIVERED}, {@code CONFIRMED}, {@code
   * REJECTED}, {@code REJECT_CONFIRMED}, {@code CANCELLED}.
   */
  public Optional<String> status() {
    return text("status");
  }

  /** Who delivers. */
  public Optional<String> company() {
    return text("company");
  }

  /** The number of the delivery. */
  public Optional<String> invoiceNumber() {
    return text("invoiceNumber");
  }

  /** When it was sent. */
  public Optional<Instant> sentAt() {
    return time("sentAt");
  }

  /** When the delivery was registered. */
  public Optional<Instant> appliedAt() {
    return time("appliedAt");
  }

  /** Whether the purchase was confirmed without the buyer. */
  public Optional<Boolean> isAutomaticallyConfirmed() {
    return flag("isAutomaticallyConfirmed");
  }
}
