package kr.pgsdk.portone.model;

import java.util.Optional;
import java.util.OptionalInt;
import kr.pgsdk.core.internal.json.JsonObject;

/** How a card payment is spread over months. */
public final class PortOneInstallment extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneInstallment(JsonObject json) {
    super(json);
  }

  /** Over how many months; 0 for none. */
  public OptionalInt month() {
    return integer("month");
  }

  /** Whether without interest. */
  public Optional<Boolean> isInterestFree() {
    return flag("isInterestFree");
  }

  /** Whether the merchant pays the interest. */
  public Optional<Boolean> isInterestFreeFromMerchant() {
    return flag("isInterestFreeFromMerchant");
  }
}
