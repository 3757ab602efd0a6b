package kr.pgsdk.portone.platform.settlement;

import java.util.OptionalInt;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** How many settlements are in each status. */
public final class PortOneSettlementCounts extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneSettlementCounts(JsonObject json) {
    super(json);
  }

  /** Their day hasn't come. */
  public OptionalInt payoutScheduled() {
    return integer("payoutScheduled");
  }

  /** To be paid out. */
  public OptionalInt payoutPrepared() {
    return integer("payoutPrepared");
  }

  /** Withheld. */
  public OptionalInt payoutWithheld() {
    return integer("payoutWithheld");
  }

  /** Not to be paid out. */
  public OptionalInt payoutExcluded() {
    return integer("payoutExcluded");
  }

  /** Their payout failed. */
  public OptionalInt payoutFailed() {
    return integer("payoutFailed");
  }

  /** Their payout was cancelled. */
  public OptionalInt payoutCancelled() {
    return integer("payoutCancelled");
  }

  /** Their payout is confirmed. */
  public OptionalInt payoutConfirmed() {
    return integer("payoutConfirmed");
  }

  /** Their payout is under way. */
  public OptionalInt inPayout() {
    return integer("inPayout");
  }

  /** Paid out. */
  public OptionalInt paidOut() {
    return integer("paidOut");
  }
}
