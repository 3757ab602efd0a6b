package kr.pgsdk.portone.model;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;

/** The group of channels a payment was spread over. */
public final class PortOneChannelGroup extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneChannelGroup(JsonObject json) {
    super(json);
  }

  /** Its id. */
  public Optional<String> id() {
    return text("id");
  }

  /** Its name. */
  public Optional<String> name() {
    return text("name");
  }

  /** Whether its channels are test channels. */
  public Optional<Boolean> isForTest() {
    return flag("isForTest");
  }
}
