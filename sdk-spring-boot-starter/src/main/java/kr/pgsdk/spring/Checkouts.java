package kr.pgsdk.spring;

import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.Checkout;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import org.springframework.beans.factory.ObjectProvider;

/** Opens orders for their checkout, at the price that the shop's {@link PgShop} says. */
public final class Checkouts {
  private final DurablePayments payments;
  private final ObjectProvider<PgShop> shop;

  Checkouts(DurablePayments payments, ObjectProvider<PgShop> shop) {
    this.payments = payments;
    this.shop = shop;
  }

  /**
   * Opens an order, as {@link DurablePayments#open} does; safe to repeat. Moves no money. Blocks
   * for the gateway at Iamport.
   *
   * @return empty if {@link PgShop#order} knows of no such order
   * @throws IllegalStateException inside a transaction
   * @throws kr.pgsdk.core.error.PaymentException if the gateway can't be told the price now
   */
  public Optional<Checkout> open(OrderId orderId) {
    return shop.getObject().order(orderId).map(payments::open);
  }

  /**
   * As {@link #open(OrderId)}, at a merchant the buyer has chosen.
   *
   * @param merchant its name
   * @throws IllegalArgumentException also if there is no such merchant
   */
  public Optional<Checkout> open(OrderId orderId, String merchant) {
    return shop.getObject()
        .order(orderId)
        .map(
            order -> {
              OpenOrder.Builder at =
                  OpenOrder.builder(order.orderId(), order.price()).account(merchant);
              order.orderName().ifPresent(at::orderName);
              return payments.open(at.build());
            });
  }
}
