package kr.pgsdk.toss.payouts;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.toss.model.TossObject;

/** The account a seller is paid to. */
public final class TossSellerAccount extends TossObject {
  TossSellerAccount(JsonObject json) {
    super(json);
  }

  /** {@code bankCode}: the bank: three digits, unlike the codes of v1. */
  public Optional<String> bankCode() {
    return text("bankCode");
  }

  /** {@code accountNumber}: the number, masked by Toss. Keep it out of logs all the same. */
  public Optional<String> accountNumber() {
    return text("accountNumber");
  }

  /** {@code holderName}: whose account it is: personal. */
  public Optional<String> holderName() {
    return text("holderName");
  }
}
