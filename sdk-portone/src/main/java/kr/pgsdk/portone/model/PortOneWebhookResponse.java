package kr.pgsdk.portone.model;

import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;

/** What the shop answered to a webhook; it may hold personal data. */
public final class PortOneWebhookResponse extends PortOneObject {
  PortOneWebhookResponse(JsonObject json) {
    super(json);
  }

  /** The HTTP status. */
  public Optional<String> code() {
    return text("code");
  }

  /** The headers, as they came. */
  public Optional<String> header() {
    return text("header");
  }

  /** The body. */
  public Optional<String> body() {
    return text("body");
  }

  /** When it came. */
  public Optional<Instant> respondedAt() {
    return time("respondedAt");
  }
}
