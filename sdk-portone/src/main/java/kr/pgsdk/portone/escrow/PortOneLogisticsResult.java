package kr.pgsdk.portone.escrow;

import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** That a delivery was told to the payment company. */
public final class PortOneLogisticsResult extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneLogisticsResult(JsonObject json) {
    super(json);
  }

  /** The number on the parcel. */
  public Optional<String> invoiceNumber() {
    return text("invoiceNumber");
  }

  /** When it was sent. */
  public Optional<Instant> sentAt() {
    return time("sentAt");
  }

  /** When it was applied. */
  public Optional<Instant> appliedAt() {
    return time("appliedAt");
  }

  /** When it was changed. */
  public Optional<Instant> modifiedAt() {
    return time("modifiedAt");
  }
}
