package kr.pgsdk.portone.session;

import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** A hosted checkout that was opened. */
public final class PortOneOpenedSession extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneOpenedSession(JsonObject json) {
    super(json);
  }

  /** Its id. */
  public Optional<String> sessionId() {
    return text("sessionId");
  }

  /** Where it is shown. */
  public Optional<String> url() {
    return text("url");
  }

  /** When it expires. */
  public Optional<Instant> expiresAt() {
    return time("expiresAt");
  }
}
