package kr.pgsdk.toss.model;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;

/** How a bank transfer paid. */
public final class TossTransfer extends TossObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public TossTransfer(JsonObject json) {
    super(json);
  }

  /** The bank: two characters. */
  public Optional<String> bankCode() {
    return text("bankCode");
  }

  /** The bank as older API versions named it, in place of the code. */
  public Optional<String> bank() {
    return text("bank");
  }

  /** Whether it was settled, such as {@code INCOMPLETED}. */
  public Optional<String> settlementStatus() {
    return text("settlementStatus");
  }

  /** Shows bankCode, settlementStatus alone. */
  @Override
  public String toString() {
    return "TossTransfer[bankCode="
        + shown("bankCode")
        + ", settlementStatus="
        + shown("settlementStatus")
        + "]";
  }
}
