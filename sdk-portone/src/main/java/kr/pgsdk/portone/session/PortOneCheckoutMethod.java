package kr.pgsdk.portone.session;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** A means of payment that a checkout profile offers. */
public final class PortOneCheckoutMethod extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneCheckoutMethod(JsonObject json) {
    super(json);
  }

  /** The means of payment, in PortOne's words. */
  public Optional<String> paymentMethod() {
    return text("paymentMethod");
  }

  /** The key of a channel, as the console shows it. */
  public Optional<String> channelKey() {
    return text("channelKey");
  }
}
