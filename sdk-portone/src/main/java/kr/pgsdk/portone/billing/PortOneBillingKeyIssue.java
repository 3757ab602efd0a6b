package kr.pgsdk.portone.billing;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneChannel;
import kr.pgsdk.portone.model.PortOneObject;

/** What one payment company answered when a billing key was issued at several. */
public final class PortOneBillingKeyIssue extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneBillingKeyIssue(JsonObject json) {
    super(json);
  }

  /** Its kind, in PortOne's words. */
  public Optional<String> type() {
    return text("type");
  }

  /** The channel it went through. */
  public Optional<PortOneChannel> channel() {
    return object("channel", PortOneChannel::new);
  }

  /** Why it failed. */
  public Optional<PortOneBillingKeyFailure> failure() {
    return object("failure", PortOneBillingKeyFailure::new);
  }

  /** The payment company's number for it. */
  public Optional<String> pgTxId() {
    return text("pgTxId");
  }

  /** The means of payment. */
  public Optional<PortOneBillingKeyMethod> method() {
    return object("method", PortOneBillingKeyMethod::new);
  }
}
