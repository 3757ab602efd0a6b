package kr.pgsdk.portone.model;

import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;

/**
 * What PortOne answers to a confirm or a charge: that it was done, and little else. Look the
 * payment up to learn its status and amount.
 */
public final class PortOnePaymentSummary extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOnePaymentSummary(JsonObject json) {
    super(json);
  }

  /** The payment company's number for it. */
  public Optional<String> pgTxId() {
    return text("pgTxId");
  }

  /** When it was paid; what it holds for a virtual account isn't documented. */
  public Optional<Instant> paidAt() {
    return time("paidAt");
  }
}
