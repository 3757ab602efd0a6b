package kr.pgsdk.toss.model;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;

/** How a bank transfer paid. */
public final class TossTransfer {
  private final JsonObject json;

  TossTransfer(JsonObject json) {
    this.json = json;
  }

  /** The bank: two characters. */
  public Optional<String> bankCode() {
    return Optional.ofNullable(json.text("bankCode"));
  }

  /** The bank as older API versions named it, in place of the code. */
  public Optional<String> bank() {
    return Optional.ofNullable(json.text("bank"));
  }

  /** Whether it was settled, such as {@code INCOMPLETED}. */
  public Optional<String> settlementStatus() {
    return Optional.ofNullable(json.text("settlementStatus"));
  }

  /** Shows bankCode, settlementStatus alone. */
  @Override
  public String toString() {
    return "TossTransfer[bankCode="
        + json.word("bankCode")
        + ", settlementStatus="
        + json.word("settlementStatus")
        + "]";
  }
}
