package kr.pgsdk.portone.platform.transfer;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.internal.PlatformFields;
import kr.pgsdk.portone.model.PortOneObject;

/**
 * What a settlement is calculated from, and what it comes to. Amounts are in minor units of the
 * settlement's currency, and may be below zero, as of a cancel.
 */
public final class PortOneTransferAmounts extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneTransferAmounts(JsonObject json) {
    super(json);
  }

  /** What the partner gets. */
  public Optional<BigDecimal> settlement() {
    return number("settlement");
  }

  /** The tax-free part of it. */
  public Optional<BigDecimal> settlementTaxFree() {
    return number("settlementTaxFree");
  }

  /** What was paid. */
  public Optional<BigDecimal> payment() {
    return number("payment");
  }

  /** The VAT of it. */
  public Optional<BigDecimal> paymentVat() {
    return number("paymentVat");
  }

  /** How much of that VAT is taken off what the partner gets, by the contract. */
  public Optional<BigDecimal> paymentVatBurden() {
    return number("paymentVatBurden");
  }

  /** The tax-free part of what was paid. */
  public Optional<BigDecimal> paymentTaxFree() {
    return number("paymentTaxFree");
  }

  /** What was paid, without its VAT and its tax-free part. */
  public Optional<BigDecimal> paymentSupply() {
    return number("paymentSupply");
  }

  /** What was ordered, before discounts. */
  public Optional<BigDecimal> order() {
    return number("order");
  }

  /** The tax-free part of it. */
  public Optional<BigDecimal> orderTaxFree() {
    return number("orderTaxFree");
  }

  /** What the platform keeps. */
  public Optional<BigDecimal> platformFee() {
    return number("platformFee");
  }

  /** The VAT of it. */
  public Optional<BigDecimal> platformFeeVat() {
    return number("platformFeeVat");
  }

  /** What is taken besides. */
  public Optional<BigDecimal> additionalFee() {
    return number("additionalFee");
  }

  /** The VAT of that. */
  public Optional<BigDecimal> additionalFeeVat() {
    return number("additionalFeeVat");
  }

  /** What discounts took off. */
  public Optional<BigDecimal> discount() {
    return number("discount");
  }

  /** The tax-free part of it. */
  public Optional<BigDecimal> discountTaxFree() {
    return number("discountTaxFree");
  }

  /** How much of the discounts the partner bears. */
  public Optional<BigDecimal> discountShare() {
    return number("discountShare");
  }

  /** The tax-free part of it. */
  public Optional<BigDecimal> discountShareTaxFree() {
    return number("discountShareTaxFree");
  }

  /** What formulas of the platform's came to, by their keys. Unmodifiable. */
  public Map<String, BigDecimal> userDefinedFormulas() {
    return object("userDefinedFormulas", PlatformFields::formulas).orElseGet(Map::of);
  }
}
