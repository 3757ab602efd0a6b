package kr.pgsdk.toss.model;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;

/** The buyer's account a deposit is refunded to, as a response shows it. */
public final class TossRefundReceiveAccount extends TossObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public TossRefundReceiveAccount(JsonObject json) {
    super(json);
  }

  /** The bank: two characters. */
  public Optional<String> bankCode() {
    return text("bankCode");
  }

  /** The account's number. Keep it out of logs. */
  public Optional<String> accountNumber() {
    return text("accountNumber");
  }

  /** In whose name it is. */
  public Optional<String> holderName() {
    return text("holderName");
  }

  /** Shows bankCode alone. */
  @Override
  public String toString() {
    return "TossRefundReceiveAccount[bankCode=" + shown("bankCode") + "]";
  }
}
