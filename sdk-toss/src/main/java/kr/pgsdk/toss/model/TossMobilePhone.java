package kr.pgsdk.toss.model;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;

/** How a mobile phone bill paid. */
public final class TossMobilePhone {
  private final JsonObject json;

  TossMobilePhone(JsonObject json) {
    this.json = json;
  }

  /** The buyer's number. Keep it out of logs. */
  public Optional<String> customerMobilePhone() {
    return Optional.ofNullable(json.text("customerMobilePhone"));
  }

  /** The carrier; older API versions only. */
  public Optional<String> carrier() {
    return Optional.ofNullable(json.text("carrier"));
  }

  /** Whether it was settled, such as {@code INCOMPLETED}. */
  public Optional<String> settlementStatus() {
    return Optional.ofNullable(json.text("settlementStatus"));
  }

  /** Where the receipt is shown. */
  public Optional<String> receiptUrl() {
    return Optional.ofNullable(json.text("receiptUrl"));
  }

  /** Shows settlementStatus alone. */
  @Override
  public String toString() {
    return "TossMobilePhone[settlementStatus=" + json.word("settlementStatus") + "]";
  }
}
