package kr.pgsdk.toss.model;

import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.ResponseObject;

/**
 * An object in a response of Toss's. A field that is absent, null, an empty text, or of another
 * type than documented, is empty here. Words such as a method are Toss's own, in Korean unless the
 * client asks for English. Immutable.
 */
public abstract class TossObject extends ResponseObject {
  /**
   * Takes what was read.
   *
   * @hidden
   */
  protected TossObject(JsonObject json) {
    super(json);
  }

  /**
   * Everything Toss sent, as JSON: also the fields that this version of the SDK doesn't know. It
   * may hold personal data and keys, so keep it out of logs.
   */
  public final String toJson() {
    return all();
  }
}
