package kr.pgsdk.portone.promotion;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** How much a discount takes off. */
public final class PortOneDiscountScheme extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneDiscountScheme(JsonObject json) {
    super(json);
  }

  /** Its kind, in PortOne's words. */
  public Optional<String> type() {
    return text("type");
  }

  /** How much is taken off, in minor units of the promotion's currency. */
  public Optional<BigDecimal> amount() {
    return number("amount");
  }

  /** How many percent. */
  public OptionalInt percent() {
    return integer("percent");
  }
}
