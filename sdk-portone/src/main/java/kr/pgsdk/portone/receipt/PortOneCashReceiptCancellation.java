package kr.pgsdk.portone.receipt;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** That a cash receipt was cancelled. */
public final class PortOneCashReceiptCancellation extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneCashReceiptCancellation(JsonObject json) {
    super(json);
  }

  /** How much was cancelled, in minor units of the receipt's currency. */
  public Optional<BigDecimal> cancelledAmount() {
    return number("cancelledAmount");
  }

  /** When it was cancelled. */
  public Optional<Instant> cancelledAt() {
    return time("cancelledAt");
  }
}
