package kr.pgsdk.portone.platform.settlement;

import java.util.Optional;
import java.util.OptionalInt;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** What became of settlements that the platform has paid out by itself. */
public final class PortOnePayoutCompletion extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOnePayoutCompletion(JsonObject json) {
    super(json);
  }

  /** The id of the bulk payout that stands for them. */
  public Optional<String> bulkPayoutId() {
    return text("bulkPayoutId");
  }

  /** Its id in PortOne's GraphQL API. */
  public Optional<String> bulkPayoutGraphqlId() {
    return text("bulkPayoutGraphqlId");
  }

  /** How many payouts are in it. */
  public OptionalInt payoutCount() {
    return integer("payoutCount");
  }

  /** How many settlements are in them. */
  public OptionalInt partnerSettlementCount() {
    return integer("partnerSettlementCount");
  }
}
