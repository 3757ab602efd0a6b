package kr.pgsdk.portone.billing;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneChannel;
import kr.pgsdk.portone.model.PortOneObject;

/** Why one channel of a group did not issue a billing key. */
public final class PortOneChannelFailure extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneChannelFailure(JsonObject json) {
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
}
