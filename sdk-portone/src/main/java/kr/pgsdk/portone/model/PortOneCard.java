package kr.pgsdk.portone.model;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;

/** A card. */
public final class PortOneCard extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneCard(JsonObject json) {
    super(json);
  }

  /** The code of the company whose network it is of ({@code publisher}). */
  public Optional<String> publisher() {
    return text("publisher");
  }

  /** The issuer's code. */
  public Optional<String> issuer() {
    return text("issuer");
  }

  /** {@code LOCAL}, {@code VISA}, {@code MASTER}, …. */
  public Optional<String> brand() {
    return text("brand");
  }

  /** {@code CREDIT}, {@code DEBIT} or {@code GIFT}. */
  public Optional<String> type() {
    return text("type");
  }

  /** {@code PERSONAL} or {@code CORPORATE}. */
  public Optional<String> ownerType() {
    return text("ownerType");
  }

  /** The first six or eight digits. */
  public Optional<String> bin() {
    return text("bin");
  }

  /** The card product's name. */
  public Optional<String> name() {
    return text("name");
  }

  /** The masked number. */
  public Optional<String> number() {
    return text("number");
  }
}
