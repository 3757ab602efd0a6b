package kr.pgsdk.portone.reconciliation;

import java.math.BigDecimal;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** The sums over all means of payment, in minor units. */
public final class PortOneVatSum extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneVatSum(JsonObject json) {
    super(json);
  }

  /** The part without tax-free part and VAT. */
  public Optional<BigDecimal> totalSupplyAmount() {
    return number("totalSupplyAmount");
  }

  /** The VAT. */
  public Optional<BigDecimal> totalVatAmount() {
    return number("totalVatAmount");
  }

  /** The tax-free part. */
  public Optional<BigDecimal> totalTaxFreeAmount() {
    return number("totalTaxFreeAmount");
  }

  /** The whole amount. */
  public Optional<BigDecimal> totalAmount() {
    return number("totalAmount");
  }
}
