package kr.pgsdk.iamport.payco;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.iamport.model.IamportObject;

/** A Payco order after a change. */
public final class IamportPaycoOrder extends IamportObject {
  IamportPaycoOrder(JsonObject json) {
    super(json);
  }

  /** {@code status}: how far it is. */
  public Optional<IamportPaycoOrderStatus> status() {
    return word("status", IamportPaycoOrderStatus::of);
  }
}
