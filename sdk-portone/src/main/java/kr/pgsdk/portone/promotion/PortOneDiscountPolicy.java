package kr.pgsdk.portone.promotion;

import java.util.List;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** The discounts of a promotion, by amount. */
public final class PortOneDiscountPolicy extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneDiscountPolicy(JsonObject json) {
    super(json);
  }

  /** The discounts, by amount. Unmodifiable. */
  public List<PortOneDiscountPartition> partitions() {
    return objects("partitions", PortOneDiscountPartition::new);
  }
}
