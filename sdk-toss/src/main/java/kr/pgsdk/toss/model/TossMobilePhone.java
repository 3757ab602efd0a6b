package kr.pgsdk.toss.model;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;

/** How a mobile phone bill paid. */
public final class TossMobilePhone extends TossObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public TossMobilePhone(JsonObject json) {
    super(json);
  }

  /** The buyer's number. Keep it out of logs. */
  public Optional<String> customerMobilePhone() {
    return text("customerMobilePhone");
  }

  /** The carrier; older API versions only. */
  public Optional<String> carrier() {
    return text("carrier");
  }

  /** Whether it was settled, such as {@code INCOMPLETED}. */
  public Optional<String> settlementStatus() {
    return text("settlementStatus");
  }

  /** Where the receipt is shown. */
  public Optional<String> receiptUrl() {
    return text("receiptUrl");
  }

  /** Shows settlementStatus alone. */
  @Override
  public String toString() {
    return "TossMobilePhone[settlementStatus=" + shown("settlementStatus") + "]";
  }
}
