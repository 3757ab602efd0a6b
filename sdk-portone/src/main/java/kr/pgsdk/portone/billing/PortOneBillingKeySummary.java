package kr.pgsdk.portone.billing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneChannel;
import kr.pgsdk.portone.model.PortOneObject;

/** A billing key that was just issued. */
public final class PortOneBillingKeySummary extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneBillingKeySummary(JsonObject json) {
    super(json);
  }

  /** The billing key. A secret: keep it out of logs. */
  public Optional<String> billingKey() {
    return text("billingKey");
  }

  /** The channels that it can be charged at. Unmodifiable. */
  public List<PortOneChannel> channels() {
    return objects("channels", PortOneChannel::new);
  }

  /** When it was issued. */
  public Optional<Instant> issuedAt() {
    return time("issuedAt");
  }
}
