package kr.pgsdk.toss.promotion;

import java.util.List;
import java.util.Map;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.toss.model.TossObject;

/**
 * The promotions of card companies. Their fields are not all known: each is a map of those that are
 * texts or numbers, by Toss's names; {@link #toJson()} has the others too.
 */
public final class TossCardPromotions extends TossObject {
  TossCardPromotions(JsonObject json) {
    super(json);
  }

  /** {@code discountCards}: the cards with an instant discount. Unmodifiable. */
  public List<Map<String, String>> discountCards() {
    return objects("discountCards", JsonObject::texts);
  }

  /** {@code interestFreeCards}: the cards with installments without interest. Unmodifiable. */
  public List<Map<String, String>> interestFreeCards() {
    return objects("interestFreeCards", JsonObject::texts);
  }
}
