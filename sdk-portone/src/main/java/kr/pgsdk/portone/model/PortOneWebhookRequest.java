package kr.pgsdk.portone.model;

import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;

/** What PortOne sent to the shop; the body names ids alone. */
public final class PortOneWebhookRequest extends PortOneObject {
  PortOneWebhookRequest(JsonObject json) {
    super(json);
  }

  /** The headers, as they were sent. */
  public Optional<String> header() {
    return text("header");
  }

  /** The body. */
  public Optional<String> body() {
    return text("body");
  }

  /** When it was sent. */
  public Optional<Instant> requestedAt() {
    return time("requestedAt");
  }
}
