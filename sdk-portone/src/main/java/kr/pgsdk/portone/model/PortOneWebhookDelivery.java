package kr.pgsdk.portone.model;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import kr.pgsdk.core.internal.json.JsonObject;

/** A webhook that PortOne sent about a payment, and how it went. */
public final class PortOneWebhookDelivery extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneWebhookDelivery(JsonObject json) {
    super(json);
  }

  /** Its id, as in the header {@code webhook-id}. */
  public Optional<String> id() {
    return text("id");
  }

  /** The status it told of. */
  public Optional<String> paymentStatus() {
    return text("paymentStatus");
  }

  /** {@code SUCCEEDED}, {@code FAILED_NOT_OK_RESPONSE} or {@code FAILED_UNEXPECTED_ERROR}. */
  public Optional<String> status() {
    return text("status");
  }

  /** Where it went. */
  public Optional<String> url() {
    return text("url");
  }

  /** Whether the event came without a request. */
  public Optional<Boolean> isAsync() {
    return flag("isAsync");
  }

  /** How often it was sent. */
  public OptionalInt currentExecutionCount() {
    return integer("currentExecutionCount");
  }

  /** How often it is sent at most. */
  public OptionalInt maxExecutionCount() {
    return integer("maxExecutionCount");
  }

  /** What led to it, such as {@code VIRTUAL_ACCOUNT_DEPOSIT}. */
  public Optional<String> trigger() {
    return text("trigger");
  }

  /** When. */
  public Optional<Instant> triggeredAt() {
    return time("triggeredAt");
  }

  /** What was sent last. */
  public Optional<PortOneWebhookRequest> request() {
    return object("request", PortOneWebhookRequest::new);
  }

  /** What the shop answered to it. */
  public Optional<PortOneWebhookResponse> response() {
    return object("response", PortOneWebhookResponse::new);
  }
}
