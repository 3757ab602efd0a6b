package kr.pgsdk.portone.platform.payout;

import java.util.OptionalInt;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneObject;

/** How many bulk transfers are in each status. */
public final class PortOneBulkAccountTransferCounts extends PortOneObject {
  /**
   * Reads one.
   *
   * @hidden
   */
  public PortOneBulkAccountTransferCounts(JsonObject json) {
    super(json);
  }

  /** To be made. */
  public OptionalInt prepared() {
    return integer("prepared");
  }

  /** To be made at their time. */
  public OptionalInt scheduled() {
    return integer("scheduled");
  }

  /** Being made. */
  public OptionalInt ongoing() {
    return integer("ongoing");
  }

  /** Made. */
  public OptionalInt completed() {
    return integer("completed");
  }
}
