package kr.pgsdk.portone.promotion;

import java.math.BigDecimal;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** From which amount on a discount is given. */
public final class PortOneDiscountPartition extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneDiscountPartition(JsonObject json) {
    super(json);
  }

  /** The smallest amount that gets the discount, in minor units of the promotion's currency. */
  public Optional<BigDecimal> amountFrom() {
    return number("amountFrom");
  }

  /** What is taken off. */
  public Optional<PortOneDiscountScheme> scheme() {
    return object("scheme", PortOneDiscountScheme::new);
  }
}
