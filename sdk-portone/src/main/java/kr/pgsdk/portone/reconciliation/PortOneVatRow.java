package kr.pgsdk.portone.reconciliation;

import java.math.BigDecimal;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** The sums of one means of payment, in minor units. */
public final class PortOneVatRow extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneVatRow(JsonObject json) {
    super(json);
  }

  /** The means of payment, in PortOne's words. */
  public Optional<String> paymentMethod() {
    return text("paymentMethod");
  }

  /** The part without tax-free part and VAT. */
  public Optional<BigDecimal> supplyAmount() {
    return number("supplyAmount");
  }

  /** The VAT. */
  public Optional<BigDecimal> vatAmount() {
    return number("vatAmount");
  }

  /** The tax-free part. */
  public Optional<BigDecimal> taxFreeAmount() {
    return number("taxFreeAmount");
  }

  /** The whole amount. */
  public Optional<BigDecimal> totalAmount() {
    return number("totalAmount");
  }
}
