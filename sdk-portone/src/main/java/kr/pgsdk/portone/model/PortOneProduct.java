package kr.pgsdk.portone.model;

import java.util.Optional;
import java.util.OptionalInt;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.internal.json.JsonObject;

/** A product that was paid for. */
public final class PortOneProduct extends PortOneObject {
  private final String currency;

  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneProduct(JsonObject json, String currency) {
    super(json);
    this.currency = currency;
  }

  /** The shop's id for it. */
  public Optional<String> id() {
    return text("id");
  }

  /** Its name. */
  public Optional<String> name() {
    return text("name");
  }

  /** A category. */
  public Optional<String> tag() {
    return text("tag");
  }

  /** Its code. */
  public Optional<String> code() {
    return text("code");
  }

  /** What one of it costs. */
  public Optional<Money> amount() {
    return minorMoney("amount", currency);
  }

  /** How many. */
  public OptionalInt quantity() {
    return integer("quantity");
  }

  /** Where it is sold. */
  public Optional<String> link() {
    return text("link");
  }
}
