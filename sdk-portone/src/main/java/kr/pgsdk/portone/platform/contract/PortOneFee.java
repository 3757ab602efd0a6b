package kr.pgsdk.portone.platform.contract;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** A fee: a share of an amount, or a fixed amount. {@link #type} tells which. */
public final class PortOneFee extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneFee(JsonObject json) {
    super(json);
  }

  /** {@code FIXED_RATE} or {@code FIXED_AMOUNT}. */
  public Optional<String> type() {
    return text("type");
  }

  /** The share in thousandths of a percent: 3500 is 3.5 percent. Of a {@code FIXED_RATE}. */
  public OptionalInt rate() {
    return integer("rate");
  }

  /** The amount of a {@code FIXED_AMOUNT}, in minor units of the settlement's currency. */
  public Optional<BigDecimal> amount() {
    return number("amount");
  }
}
