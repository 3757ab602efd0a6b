package kr.pgsdk.portone.reconciliation;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** A merchant number at a payment company that a report counts. */
public final class PortOneReconciledMerchant extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneReconciledMerchant(JsonObject json) {
    super(json);
  }

  /** The merchant's number at the payment company. */
  public Optional<String> pgMerchantId() {
    return text("pgMerchantId");
  }

  /** The payment company's service, in PortOne's words. */
  public Optional<String> pgProvider() {
    return text("pgProvider");
  }
}
