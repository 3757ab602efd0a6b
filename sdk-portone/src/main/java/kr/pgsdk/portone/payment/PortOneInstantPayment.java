package kr.pgsdk.portone.payment;

import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** That a payment was made. It says nothing of amounts: look the payment up. */
public final class PortOneInstantPayment extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneInstantPayment(JsonObject json) {
    super(json);
  }

  /** The payment company's number for it. */
  public Optional<String> pgTxId() {
    return text("pgTxId");
  }

  /** When it was paid. */
  public Optional<Instant> paidAt() {
    return time("paidAt");
  }
}
