package kr.pgsdk.durable;

import java.time.Duration;
import kr.pgsdk.core.Preparation;

/** Whether the buyer may be sent to the checkout now. */
public sealed interface Checkout {
  /**
   * Yes.
   *
   * @param account where
   * @param preparation what the page hands to the gateway's script
   */
  record Ready(String account, Preparation preparation) implements Checkout {}

  /** The order costs nothing: it is paid, and the shop's handler has been told or will be. */
  record Free() implements Checkout {}

  /**
   * A payment of the order is being captured, its deposit is awaited at another price, it was
   * opened at another price at the same moment, or the shop's handler is at work on it.
   *
   * @param askAgainIn when to call again
   */
  record UnderWay(Duration askAgainIn) implements Checkout {}

  /** It is paid already. */
  record Paid() implements Checkout {}

  /** It was closed: give the buyer's new try an order id of its own. */
  record Closed() implements Checkout {}
}
