package kr.pgsdk.portone.model;

import java.util.Optional;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.internal.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** A payment's amounts, in its currency. PortOne writes them in minor units. */
public final class PortOneAmount extends PortOneObject {
  private final String currency;
  private final Money total;
  private final @Nullable Money discount;
  private final @Nullable Money cancelled;

  /**
   * Reads them.
   *
   * @hidden
   */
  public PortOneAmount(JsonObject json, String currency) {
    super(json);
    this.currency = currency;
    this.total = json.requiredMinorMoney("total", currency);
    this.discount = json.strictMinorMoney("discount", currency);
    this.cancelled = json.strictMinorMoney("cancelled", currency);
  }

  /** What the order costs; neither a discount nor a cancel changes it. */
  public Money total() {
    return total;
  }

  /** The tax-free part of it. */
  public Optional<Money> taxFree() {
    return minorMoney("taxFree", currency);
  }

  /** Its VAT. */
  public Optional<Money> vat() {
    return minorMoney("vat", currency);
  }

  /** What is left of it without tax-free part and VAT. */
  public Optional<Money> supply() {
    return minorMoney("supply", currency);
  }

  /** What card company, promotion and wallet took off. */
  public Optional<Money> discount() {
    return Optional.ofNullable(discount);
  }

  /** What the buyer was really charged. */
  public Optional<Money> paid() {
    return minorMoney("paid", currency);
  }

  /** What was cancelled. */
  public Optional<Money> cancelled() {
    return Optional.ofNullable(cancelled);
  }

  /** The tax-free part of what was cancelled. */
  public Optional<Money> cancelledTaxFree() {
    return minorMoney("cancelledTaxFree", currency);
  }

  @Override
  public String toString() {
    return "PortOneAmount[total=" + total + ", cancelled=" + cancelled + "]";
  }
}
