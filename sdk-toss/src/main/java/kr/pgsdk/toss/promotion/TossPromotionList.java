package kr.pgsdk.toss.promotion;

import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.toss.model.TossObject;

/**
 * The promotions of all payment methods. Toss's published description names no field of it: what
 * came is in {@link #toJson()}.
 */
public final class TossPromotionList extends TossObject {
  TossPromotionList(JsonObject json) {
    super(json);
  }
}
