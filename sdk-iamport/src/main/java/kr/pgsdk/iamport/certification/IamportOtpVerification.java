package kr.pgsdk.iamport.certification;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.iamport.model.IamportObject;

/** A verification that was started, and awaits the number sent to the phone. */
public final class IamportOtpVerification extends IamportObject {
  IamportOtpVerification(JsonObject json) {
    super(json);
  }

  /** {@code imp_uid}: what to confirm it with. */
  public Optional<String> certificationId() {
    return text("imp_uid");
  }
}
