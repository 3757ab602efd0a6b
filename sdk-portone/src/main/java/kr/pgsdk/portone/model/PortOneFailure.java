package kr.pgsdk.portone.model;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;

/** Why a payment failed. */
public final class PortOneFailure extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneFailure(JsonObject json) {
    super(json);
  }

  /** Why, in PortOne's words. */
  public Optional<String> reason() {
    return text("reason");
  }

  /** The payment company's code. */
  public Optional<String> pgCode() {
    return text("pgCode");
  }

  /** The payment company's words. */
  public Optional<String> pgMessage() {
    return text("pgMessage");
  }
}
