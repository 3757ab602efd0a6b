package kr.pgsdk.sandbox.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the money is that goes back to a buyer's account. */
public enum Landing {
  /** The bank has it. */
  ON_ITS_WAY,
  /** The buyer has it. */
  LANDED,
  /** The buyer's bank refused it. */
  BOUNCED;

  /**
   * Returns {@code refundStatus} of a virtual account, or null if nothing goes back.
   *
   * @param partly the gateway's word for some that landed beside some that bounced
   */
  public static @Nullable String refundStatus(List<Landing> all, String partly) {
    if (all.isEmpty()) {
      return null;
    }
    if (all.contains(ON_ITS_WAY)) {
      return "PENDING";
    }
    if (!all.contains(BOUNCED)) {
      return "COMPLETED";
    }
    return all.contains(LANDED) ? partly : "FAILED";
  }
}
