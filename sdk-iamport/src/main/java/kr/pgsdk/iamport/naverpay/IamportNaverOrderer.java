package kr.pgsdk.iamport.naverpay;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.iamport.model.IamportObject;

/** Who ordered at Naver Pay: personal, keep it out of logs. */
public final class IamportNaverOrderer extends IamportObject {
  IamportNaverOrderer(JsonObject json) {
    super(json);
  }

  /** {@code name}: the name. */
  public Optional<String> name() {
    return text("name");
  }

  /** {@code id}: the id at Naver, masked. */
  public Optional<String> id() {
    return text("id");
  }

  /** {@code tel}: the phone number. */
  public Optional<String> tel() {
    return text("tel");
  }
}
