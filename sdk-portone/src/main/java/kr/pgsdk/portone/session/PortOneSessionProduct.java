package kr.pgsdk.portone.session;

import java.util.Optional;
import java.util.OptionalInt;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** A product that the hosted checkout shows. */
public final class PortOneSessionProduct extends PortOneObject {
  private final String currency;

  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneSessionProduct(JsonObject json, String currency) {
    super(json);
    this.currency = currency;
  }

  /** Its id. */
  public Optional<String> id() {
    return text("id");
  }

  /** The name. */
  public Optional<String> name() {
    return text("name");
  }

  /** A code of the shop's. */
  public Optional<String> code() {
    return text("code");
  }

  /** The price of one. */
  public Optional<Money> unitPrice() {
    return minorMoney("unitPrice", currency);
  }

  /** How many. */
  public OptionalInt quantity() {
    return integer("quantity");
  }

  /** The first day, for what is used on certain days. */
  public Optional<String> startDate() {
    return text("startDate");
  }

  /** The last day, for what is used on certain days. */
  public Optional<String> endDate() {
    return text("endDate");
  }

  /** Where it is shown. */
  public Optional<String> url() {
    return text("url");
  }

  /** The kind of product at Naver Pay. */
  public Optional<String> nPayCategoryType() {
    return text("nPayCategoryType");
  }

  /** The product's category at Naver Pay. */
  public Optional<String> nPayCategoryId() {
    return text("nPayCategoryId");
  }

  /** The product's id at Naver Pay. */
  public Optional<String> nPayUid() {
    return text("nPayUid");
  }
}
