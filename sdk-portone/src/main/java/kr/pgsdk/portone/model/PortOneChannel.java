package kr.pgsdk.portone.model;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;

/** The channel a payment went through: a payment company, live or as a test. */
public final class PortOneChannel extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneChannel(JsonObject json) {
    super(json);
  }

  /** {@code LIVE} or {@code TEST}. */
  public Optional<String> type() {
    return text("type");
  }

  /** Its id. */
  public Optional<String> id() {
    return text("id");
  }

  /** Its key, as the checkout names it. */
  public Optional<String> key() {
    return text("key");
  }

  /** Its name in the console. */
  public Optional<String> name() {
    return text("name");
  }

  /** The payment company, such as {@code TOSSPAYMENTS}. */
  public Optional<String> pgProvider() {
    return text("pgProvider");
  }

  /** The merchant's id at the payment company. */
  public Optional<String> pgMerchantId() {
    return text("pgMerchantId");
  }
}
