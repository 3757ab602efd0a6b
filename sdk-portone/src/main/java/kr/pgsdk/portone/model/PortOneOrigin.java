package kr.pgsdk.portone.model;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;

/** Where a payment was asked for. */
public final class PortOneOrigin extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneOrigin(JsonObject json) {
    super(json);
  }

  /** {@code PC}, {@code MOBILE} or {@code API}. */
  public Optional<String> platformType() {
    return text("platformType");
  }

  /** The browser. */
  public Optional<String> userAgent() {
    return text("userAgent");
  }

  /** The page. */
  public Optional<String> url() {
    return text("url");
  }

  /** The buyer's or the server's address. */
  public Optional<String> ipAddress() {
    return text("ipAddress");
  }
}
