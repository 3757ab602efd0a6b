package kr.pgsdk.portone.platform.transfer;

import java.math.BigDecimal;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;
import kr.pgsdk.portone.platform.policy.PortOneDiscountSharePolicy;

/** A discount, and how much of it the partner bears. Amounts are in minor units. */
public final class PortOneTransferDiscount extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneTransferDiscount(JsonObject json) {
    super(json);
  }

  /** The policy that says so. */
  public Optional<PortOneDiscountSharePolicy> sharePolicy() {
    return object("sharePolicy", PortOneDiscountSharePolicy::new);
  }

  /** What was taken off. */
  public Optional<BigDecimal> amount() {
    return number("amount");
  }

  /** The tax-free part of it. */
  public Optional<BigDecimal> taxFreeAmount() {
    return number("taxFreeAmount");
  }

  /** The partner's share. */
  public Optional<BigDecimal> shareAmount() {
    return number("shareAmount");
  }

  /** The tax-free part of that share. */
  public Optional<BigDecimal> shareTaxFreeAmount() {
    return number("shareTaxFreeAmount");
  }
}
