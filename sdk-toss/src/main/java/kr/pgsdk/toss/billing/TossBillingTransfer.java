package kr.pgsdk.toss.billing;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.toss.model.TossObject;

/** An account that a billing key charges. */
public final class TossBillingTransfer extends TossObject {
  TossBillingTransfer(JsonObject json) {
    super(json);
  }

  /** {@code bankName}: the bank, by its Korean name. */
  public Optional<String> bankName() {
    return text("bankName");
  }

  /** {@code bankAccountNumber}: the number, masked by Toss. Keep it out of logs all the same. */
  public Optional<String> bankAccountNumber() {
    return text("bankAccountNumber");
  }
}
