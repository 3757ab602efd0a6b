package kr.pgsdk.iamport.code;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.iamport.model.IamportObject;

/** A bank or a card company, by the Korean clearing institute's standard code. */
public final class IamportStandardCode extends IamportObject {
  IamportStandardCode(JsonObject json) {
    super(json);
  }

  /** {@code code}: the code, such as {@code 088}. */
  public Optional<String> code() {
    return text("code");
  }

  /** {@code name}: its Korean name. */
  public Optional<String> name() {
    return text("name");
  }
}
