package kr.pgsdk.portone.identity;

import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneChannel;
import kr.pgsdk.portone.model.PortOneFailure;
import kr.pgsdk.portone.model.PortOneObject;

/** The verification of a person by their mobile carrier or an app. */
public final class PortOneIdentityVerification extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneIdentityVerification(JsonObject json) {
    super(json);
  }

  /** Its status, in PortOne's words. */
  public Optional<String> status() {
    return text("status");
  }

  /** The shop's id for it. */
  public Optional<String> id() {
    return text("id");
  }

  /** The channel it went through. */
  public Optional<PortOneChannel> channel() {
    return object("channel", PortOneChannel::new);
  }

  /** Who was asked. */
  public Optional<PortOneRequestedPerson> requestedCustomer() {
    return object("requestedCustomer", PortOneRequestedPerson::new);
  }

  /** What the shop stored with it. */
  public Optional<String> customData() {
    return text("customData");
  }

  /** When it was asked for. */
  public Optional<Instant> requestedAt() {
    return time("requestedAt");
  }

  /** When it changed last. */
  public Optional<Instant> updatedAt() {
    return time("updatedAt");
  }

  /** When its status changed last. */
  public Optional<Instant> statusChangedAt() {
    return time("statusChangedAt");
  }

  /** Why it failed. */
  public Optional<PortOneFailure> failure() {
    return object("failure", PortOneFailure::new);
  }

  /** {@code V2}, or {@code V1} of what was made there. */
  public Optional<String> version() {
    return text("version");
  }

  /** The payment company's number for it. */
  public Optional<String> pgTxId() {
    return text("pgTxId");
  }

  /** Who it turned out to be. */
  public Optional<PortOneVerifiedPerson> verifiedCustomer() {
    return object("verifiedCustomer", PortOneVerifiedPerson::new);
  }

  /** When it was verified. */
  public Optional<Instant> verifiedAt() {
    return time("verifiedAt");
  }

  /** What the payment company answered. Personal data: keep it out of logs. */
  public Optional<String> pgRawResponse() {
    return text("pgRawResponse");
  }
}
