package kr.pgsdk.iamport.kcpquick;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.iamport.model.IamportObject;

/** A key for automatic payments that was deleted. */
public final class IamportKcpQuickAutopayKey extends IamportObject {
  IamportKcpQuickAutopayKey(JsonObject json) {
    super(json);
  }

  /** {@code customer_uid}: the billing key it belonged to; a secret. */
  public Optional<String> customerUid() {
    return text("customer_uid");
  }
}
