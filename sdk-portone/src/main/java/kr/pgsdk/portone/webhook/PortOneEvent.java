package kr.pgsdk.portone.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import kr.pgsdk.core.webhook.UntrustedPayment;

/**
 * A webhook whose signature was right: PortOne wrote it, and sent it within the time window. It has
 * neither amount nor status: {@link #payment} names what to look up. It may come again, under the
 * same {@link #id()}, and after a later one. Immutable.
 */
public final class PortOneEvent {
  private final String id;
  private final PortOneWebhook webhook;

  PortOneEvent(String id, PortOneWebhook webhook) {
    this.id = id;
    this.webhook = webhook;
  }

  /**
   * The webhook's own number. Standard Webhooks says that it is the same each time it is sent;
   * PortOne's documentation doesn't.
   */
  public String id() {
    return id;
  }

  /** What it tells of; of a webhook of version 2024-01-01, what its status means. */
  public PortOneEventType type() {
    return webhook.claimedType();
  }

  /** When it happened; the same each time it is sent. Empty in version 2024-01-01. */
  public Optional<Instant> timestamp() {
    return webhook.claimedTimestamp();
  }

  /** The payment it is about, to be looked up; empty for a billing key's. */
  public Optional<UntrustedPayment> payment() {
    return webhook.payment();
  }

  /** The store it is about. */
  public Optional<String> storeId() {
    return webhook.data("storeId");
  }

  /** The cancel it is about. */
  public Optional<String> cancellationId() {
    return webhook.data("cancellationId");
  }

  /** The billing key it is about. A secret: keep it out of logs. */
  public Optional<String> billingKey() {
    return webhook.data("billingKey");
  }

  /** What is to be captured, in minor units; of {@code Transaction.Confirm} alone. */
  public OptionalLong totalAmount() {
    return webhook.totalAmount();
  }

  /** All of it as JSON, also what this version of the SDK doesn't know; empty for a form. */
  public Optional<String> toJson() {
    return webhook.untrustedJson();
  }

  /** Shows type and ids. */
  @Override
  public String toString() {
    return "PortOneEvent[" + type() + ", " + payment().map(Object::toString).orElse("") + "]";
  }
}
