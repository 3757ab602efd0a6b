package kr.pgsdk.toss.settlement;

import java.math.BigDecimal;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.toss.model.TossObject;

/** A fee that Toss keeps. */
public final class TossSettlementFee extends TossObject {
  TossSettlementFee(JsonObject json) {
    super(json);
  }

  /** {@code type}: what it is for. */
  public Optional<TossFeeType> type() {
    return word("type", TossFeeType::of);
  }

  /** {@code fee}: how much, in the settlement's currency. */
  public Optional<BigDecimal> fee() {
    return number("fee");
  }
}
