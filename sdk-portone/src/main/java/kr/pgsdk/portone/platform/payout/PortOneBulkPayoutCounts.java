package kr.pgsdk.portone.platform.payout;

import java.util.OptionalInt;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** How many bulk payouts are in each status. */
public final class PortOneBulkPayoutCounts extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneBulkPayoutCounts(JsonObject json) {
    super(json);
  }

  /** Getting ready. */
  public OptionalInt preparing() {
    return integer("preparing");
  }

  /** To be made. */
  public OptionalInt prepared() {
    return integer("prepared");
  }

  /** Being made. */
  public OptionalInt ongoing() {
    return integer("ongoing");
  }

  /** Made, but for what follows. */
  public OptionalInt postProcessPending() {
    return integer("postProcessPending");
  }

  /** Made. */
  public OptionalInt completed() {
    return integer("completed");
  }

  /** Cancelled. */
  public OptionalInt cancelled() {
    return integer("cancelled");
  }
}
