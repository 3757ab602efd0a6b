package kr.pgsdk.portone.company;

import java.util.Optional;
import java.util.OptionalInt;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** Kakaopay's own response about an order. */
public final class PortOneKakaopayOrder extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneKakaopayOrder(JsonObject json) {
    super(json);
  }

  /** The HTTP status of its response. */
  public OptionalInt statusCode() {
    return integer("statusCode");
  }

  /** Its body, as it came. */
  public Optional<String> body() {
    return text("body");
  }
}
