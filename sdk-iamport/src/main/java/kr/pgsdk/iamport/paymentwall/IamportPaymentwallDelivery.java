package kr.pgsdk.iamport.paymentwall;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.iamport.model.IamportObject;

/**
 * What Paymentwall says of a delivery that was reported. A failure is told here, not by an
 * exception.
 */
public final class IamportPaymentwallDelivery extends IamportObject {
  IamportPaymentwallDelivery(JsonObject json) {
    super(json);
  }

  /** {@code error_code}: what went wrong; empty if nothing did. */
  public OptionalInt errorCode() {
    return integer("error_code");
  }

  /** {@code error}: the same in words. */
  public Optional<String> error() {
    return text("error");
  }

  /** {@code notices}: the same in detail. */
  public List<String> notices() {
    return texts("notices");
  }

  /** Whether Paymentwall took it: there is no error in any form. */
  public boolean isAccepted() {
    return errorCode().isEmpty() && error().isEmpty();
  }
}
