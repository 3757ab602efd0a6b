package kr.pgsdk.portone.promotion;

import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** Whether a cancelled payment gives its discount back to the budget. */
public final class PortOneRecoverOption extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneRecoverOption(JsonObject json) {
    super(json);
  }

  /** Its kind, in PortOne's words. */
  public Optional<String> type() {
    return text("type");
  }

  /** How much is kept back. */
  public Optional<PortOneSpareBudget> spareBudget() {
    return object("spareBudget", PortOneSpareBudget::new);
  }
}
