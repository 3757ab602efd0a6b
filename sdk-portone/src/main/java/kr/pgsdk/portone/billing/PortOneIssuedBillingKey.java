package kr.pgsdk.portone.billing;

import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** What issuing a billing key led to: the key, and the channels of the group that refused. */
public final class PortOneIssuedBillingKey extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneIssuedBillingKey(JsonObject json) {
    super(json);
  }

  /** The key. */
  public Optional<PortOneBillingKeySummary> billingKeyInfo() {
    return object("billingKeyInfo", PortOneBillingKeySummary::new);
  }

  /** The channels that refused, and why. Unmodifiable. */
  public List<PortOneChannelFailure> channelSpecificFailures() {
    return objects("channelSpecificFailures", PortOneChannelFailure::new);
  }
}
