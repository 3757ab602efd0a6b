package kr.pgsdk.iamport.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.Promotion;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.text.Redaction;
import org.jspecify.annotations.Nullable;

/** A promotion that was applied; the payment's amount is what was paid, the discount taken off. */
public final class IamportPromotion extends IamportObject {
  IamportPromotion(JsonObject json) {
    super(json);
  }

  /**
   * Returns what a promotion took off the price; null if there is none, or it took nothing off.
   *
   * @param redaction what must not be seen: an id that repeats it is none
   * @throws kr.pgsdk.core.internal.json.JsonProblem if it is odd: a price that differs by a
   *     promotion must not look like one that simply differs
   */
  static @Nullable Promotion strict(JsonObject payment, String currency, Redaction redaction) {
    JsonObject json = Fields.strictObject(payment, "promotion");
    if (json == null) {
      return null;
    }
    String id = Fields.strictText(json, "id");
    Money discount = json.strictMoney("discount", currency);
    if (discount == null || discount.isZero()) {
      return null;
    }
    boolean shown = id != null && !redaction.finds(id, List.of());
    return Promotion.of(shown ? id : null, discount);
  }

  /** The promotion, such as {@code promotion-id-…}. */
  public Optional<String> id() {
    return text("id");
  }

  /** What was taken off, in major units of the payment's currency. */
  public Optional<BigDecimal> discount() {
    return number("discount");
  }

  /** Shows the discount alone: the id may be any text. */
  @Override
  public String toString() {
    return "IamportPromotion[" + discount().map(BigDecimal::toString).orElse("?") + " off]";
  }
}
