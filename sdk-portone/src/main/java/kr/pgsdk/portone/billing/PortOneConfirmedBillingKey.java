package kr.pgsdk.portone.billing;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** A billing key whose issuing was confirmed, and the payment made with it if one was asked for. */
public final class PortOneConfirmedBillingKey extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneConfirmedBillingKey(JsonObject json) {
    super(json);
  }

  /** The billing key. A secret: keep it out of logs. */
  public Optional<String> billingKey() {
    return text("billingKey");
  }

  /** The shop's id for the payment. */
  public Optional<String> paymentId() {
    return text("paymentId");
  }
}
