package kr.pgsdk.iamport;

import java.math.BigDecimal;
import java.util.Optional;
import kr.pgsdk.core.internal.JsonObject;

/** A promotion that was applied; the payment's amount is what was paid, the discount taken off. */
public final class IamportPromotion {
  private final JsonObject json;

  IamportPromotion(JsonObject json) {
    this.json = json;
  }

  /** The promotion, such as {@code promotion-id-…}. */
  public Optional<String> id() {
    return Fields.text(json, "id");
  }

  /** What was taken off, in major units of the payment's currency. */
  public Optional<BigDecimal> discount() {
    return Optional.ofNullable(json.number("discount"));
  }

  @Override
  public String toString() {
    return "IamportPromotion[" + id().filter(JsonObject::isWord).orElse("?") + "]";
  }
}
