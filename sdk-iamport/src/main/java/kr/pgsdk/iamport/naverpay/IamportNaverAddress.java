package kr.pgsdk.iamport.naverpay;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.iamport.model.IamportObject;

/** Where goods go: personal, keep it out of logs. */
public final class IamportNaverAddress extends IamportObject {
  IamportNaverAddress(JsonObject json) {
    super(json);
  }

  /** {@code base}: the address. */
  public Optional<String> base() {
    return text("base");
  }

  /** {@code detail}: the rest of the address. */
  public Optional<String> detail() {
    return text("detail");
  }

  /** {@code postcode}: the postcode. */
  public Optional<String> postcode() {
    return text("postcode");
  }

  /** {@code tel1}: the phone number. */
  public Optional<String> tel1() {
    return text("tel1");
  }

  /** {@code tel2}: another phone number. */
  public Optional<String> tel2() {
    return text("tel2");
  }

  /** {@code name}: who receives them. */
  public Optional<String> name() {
    return text("name");
  }
}
