package kr.pgsdk.durable;

import java.time.Duration;
import kr.pgsdk.core.Preparation;

/** Whether the buyer may be sent to the checkout now. */
public sealed interface Checkout {
  /**
   * Yes.
   *
   * @param account where
   * @param preparation what the page passes to the gateway's script
   */
  record Ready(String account, Preparation preparation) implements Checkout {}

  /**
   * The order costs nothing: it is paid, and the shop's handler has got the event or will get it.
   */
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

  /** It was closed: for another try of the buyer, use a new order id. */
  record Closed() implements Checkout {}
}
