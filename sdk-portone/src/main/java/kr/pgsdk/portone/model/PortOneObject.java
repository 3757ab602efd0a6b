package kr.pgsdk.portone.model;

import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.ResponseObject;

/**
 * An object in a response of PortOne's. A field that is absent, null, an empty text, or of another
 * type than documented, is empty here. Words such as a status are PortOne's own: more may come at
 * any time. Immutable.
 */
public abstract class PortOneObject extends ResponseObject {
  /**
   * Takes what was read.
   *
   * @hidden
   */
  protected PortOneObject(JsonObject json) {
    super(json);
  }

  /**
   * Everything PortOne sent, as JSON: also the fields that this version of the SDK doesn't know. It
   * may hold personal data and keys, so keep it out of logs.
   */
  public final String toJson() {
    return all();
  }
}
