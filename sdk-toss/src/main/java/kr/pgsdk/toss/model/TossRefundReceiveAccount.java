package kr.pgsdk.toss.model;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;

/** The buyer's account a deposit is refunded to, as an answer shows it. */
public final class TossRefundReceiveAccount {
  private final JsonObject json;

  TossRefundReceiveAccount(JsonObject json) {
    this.json = json;
  }

  /** The bank: two characters. */
  public Optional<String> bankCode() {
    return Optional.ofNullable(json.text("bankCode"));
  }

  /** The account's number. Keep it out of logs. */
  public Optional<String> accountNumber() {
    return Optional.ofNullable(json.text("accountNumber"));
  }

  /** In whose name it is. */
  public Optional<String> holderName() {
    return Optional.ofNullable(json.text("holderName"));
  }

  /** Shows bankCode alone. */
  @Override
  public String toString() {
    return "TossRefundReceiveAccount[bankCode=" + json.word("bankCode") + "]";
  }
}
