package kr.pgsdk.iamport.benepia;

import java.util.OptionalInt;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.iamport.model.IamportObject;

/** The points of a Benepia account. */
public final class IamportBenepiaPoint extends IamportObject {
  IamportBenepiaPoint(JsonObject json) {
    super(json);
  }

  /** {@code point}: how many there are. */
  public OptionalInt point() {
    return integer("point");
  }
}
