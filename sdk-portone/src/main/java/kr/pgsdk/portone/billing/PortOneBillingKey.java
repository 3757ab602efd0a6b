package kr.pgsdk.portone.billing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneChannel;
import kr.pgsdk.portone.model.PortOneChannelGroup;
import kr.pgsdk.portone.model.PortOneCustomer;
import kr.pgsdk.portone.model.PortOneObject;

/** A billing key: what can be charged without the buyer, and whose it is. */
public final class PortOneBillingKey extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneBillingKey(JsonObject json) {
    super(json);
  }

  /** Its status, in PortOne's words. */
  public Optional<String> status() {
    return text("status");
  }

  /** The billing key. A secret: keep it out of logs. */
  public Optional<String> billingKey() {
    return text("billingKey");
  }

  /** The merchant's id. */
  public Optional<String> merchantId() {
    return text("merchantId");
  }

  /** The store's id. */
  public Optional<String> storeId() {
    return text("storeId");
  }

  /** The means of payment. Unmodifiable. */
  public List<PortOneBillingKeyMethod> methods() {
    return objects("methods", PortOneBillingKeyMethod::new);
  }

  /** The channels that it can be charged at. Unmodifiable. */
  public List<PortOneChannel> channels() {
    return objects("channels", PortOneChannel::new);
  }

  /** Whose it is. */
  public Optional<PortOneCustomer> customer() {
    return object("customer", PortOneCustomer::new);
  }

  /** What the shop stored with it. */
  public Optional<String> customData() {
    return text("customData");
  }

  /** The shop's id for the issuing. */
  public Optional<String> issueId() {
    return text("issueId");
  }

  /** What the issuing was called on the checkout. */
  public Optional<String> issueName() {
    return text("issueName");
  }

  /** When it was asked for. */
  public Optional<Instant> requestedAt() {
    return time("requestedAt");
  }

  /** When it was issued. */
  public Optional<Instant> issuedAt() {
    return time("issuedAt");
  }

  /** The group the channels were chosen from. */
  public Optional<PortOneChannelGroup> channelGroup() {
    return object("channelGroup", PortOneChannelGroup::new);
  }

  /** What each payment company answered. Unmodifiable. */
  public List<PortOneBillingKeyIssue> pgBillingKeyIssueResponses() {
    return objects("pgBillingKeyIssueResponses", PortOneBillingKeyIssue::new);
  }

  /** When it was deleted. */
  public Optional<Instant> deletedAt() {
    return time("deletedAt");
  }
}
