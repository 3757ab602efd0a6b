package kr.pgsdk.portone.promotion;

import java.math.BigDecimal;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** An instant discount of a card company. Amounts are in minor units of the currency asked for. */
public final class PortOneCardPromotion extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneCardPromotion(JsonObject json) {
    super(json);
  }

  /** PortOne's id for the promotion. */
  public Optional<String> promotionId() {
    return text("promotionId");
  }

  /** The card company, in PortOne's words. */
  public Optional<String> cardCompany() {
    return text("cardCompany");
  }

  /** How much is taken off. */
  public Optional<BigDecimal> discountAmount() {
    return number("discountAmount");
  }

  /** From which amount on it is given. */
  public Optional<BigDecimal> minimumPaymentAmount() {
    return number("minimumPaymentAmount");
  }
}
