package kr.pgsdk.portone.model;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;

/** An address: on one line, and perhaps in its parts. */
public final class PortOneAddress extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneAddress(JsonObject json) {
    super(json);
  }

  /** {@code ONE_LINE} or {@code SEPARATED}. */
  public Optional<String> type() {
    return text("type");
  }

  /** All of it on one line. */
  public Optional<String> oneLine() {
    return text("oneLine");
  }

  /** Street and number. */
  public Optional<String> addressLine1() {
    return text("addressLine1");
  }

  /** What follows them. */
  public Optional<String> addressLine2() {
    return text("addressLine2");
  }

  /** The city. */
  public Optional<String> city() {
    return text("city");
  }

  /** The province. */
  public Optional<String> province() {
    return text("province");
  }

  /** The country, in two letters. */
  public Optional<String> country() {
    return text("country");
  }
}
