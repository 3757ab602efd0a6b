package kr.pgsdk.portone.billing;

import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** Why a payment company did not issue a billing key. */
public final class PortOneBillingKeyFailure extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneBillingKeyFailure(JsonObject json) {
    super(json);
  }

  /** What PortOne says about it. */
  public Optional<String> message() {
    return text("message");
  }

  /** The payment company's code. */
  public Optional<String> pgCode() {
    return text("pgCode");
  }

  /** What the payment company says. */
  public Optional<String> pgMessage() {
    return text("pgMessage");
  }

  /** When it failed. */
  public Optional<Instant> failedAt() {
    return time("failedAt");
  }
}
