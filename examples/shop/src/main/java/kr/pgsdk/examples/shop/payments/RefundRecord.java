package kr.pgsdk.examples.shop.payments;

import java.time.Instant;

/**
 * A refund, as the shop's table has it.
 *
 * @param card what goes back through the gateway, in won
 * @param points what goes back as points, once the gateway's part is done
 * @param by who asked for it
 */
public record RefundRecord(
    String id,
    String orderId,
    long card,
    long points,
    String reason,
    String by,
    State state,
    Instant at) {
  /** Where a refund stands in the shop's table. */
  public enum State {
    /** The gateway's part isn't done. */
    ASKED,
    /** Both parts went back. */
    DONE,
    /** The gateway refused its part, and a person has given it up. */
    GIVEN_UP
  }

  /** What goes back in all. */
  public long amount() {
    return card + points;
  }
}
