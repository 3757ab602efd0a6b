package kr.pgsdk.spring;

import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.Checkout;
import kr.pgsdk.durable.DurablePayments;

/**
 * Opens orders for their checkout, at the price that the shop's {@link PgShop} says. The starter
 * has a bean of this type, unless the shop has one of its own. Thread-safe.
 */
public interface Checkouts {
  /**
   * Opens an order, as {@link DurablePayments#open} does; safe to repeat. Moves no money. Blocks
   * for the gateway at Iamport. Where the order names no return URL, it gets that of {@link
   * ReturnAddress}. {@link PgShop#order} is asked in a transaction of its own, so that no entity
   * manager in view keeps a connection during the call.
   *
   * @return empty if {@link PgShop#order} knows of no such order
   * @throws IllegalStateException inside a transaction
   * @throws kr.pgsdk.core.error.PaymentException if the gateway can't be told the price now
   */
  Optional<Checkout> open(OrderId orderId);

  /**
   * As {@link #open(OrderId)}, at a merchant the buyer has chosen.
   *
   * @param merchant its name, which may come from a browser
   * @return empty also if there is no such merchant
   */
  Optional<Checkout> open(OrderId orderId, String merchant);

  /** What the page needs to open a checkout that is ready. */
  CheckoutPage page(Checkout.Ready ready);
}
