package kr.pgsdk.portone.reconciliation;

import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** The VAT of a period, by means of payment. */
public final class PortOneVatReport extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneVatReport(JsonObject json) {
    super(json);
  }

  /** The sums by means of payment. Unmodifiable. */
  public List<PortOneVatRow> items() {
    return objects("items", PortOneVatRow::new);
  }

  /** The sums of all. */
  public Optional<PortOneVatSum> summary() {
    return object("summary", PortOneVatSum::new);
  }

  /** The merchant numbers that are counted. Unmodifiable. */
  public List<PortOneReconciledMerchant> pgSpecifiers() {
    return objects("pgSpecifiers", PortOneReconciledMerchant::new);
  }
}
