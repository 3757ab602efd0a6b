package kr.pgsdk.portone.session;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** The colors of the hosted checkout. */
public final class PortOneSessionColors extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneSessionColors(JsonObject json) {
    super(json);
  }

  /** The main color. */
  public Optional<String> primary() {
    return text("primary");
  }

  /** The main color under the pointer. */
  public Optional<String> primaryHover() {
    return text("primaryHover");
  }

  /** The light version of the main color. */
  public Optional<String> primaryLight() {
    return text("primaryLight");
  }
}
