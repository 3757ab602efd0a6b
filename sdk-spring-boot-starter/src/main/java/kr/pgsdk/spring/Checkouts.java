package kr.pgsdk.spring;

import java.sql.SQLException;
import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.Checkout;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.store.StoreException;
import kr.pgsdk.durable.store.Transactions;
import kr.pgsdk.durable.store.Transactions.Isolation;
import org.springframework.beans.factory.ObjectProvider;

/** Opens orders for their checkout, at the price that the shop's {@link PgShop} says. */
public final class Checkouts {
  private final DurablePayments payments;
  private final ObjectProvider<PgShop> shop;
  private final ObjectProvider<Transactions> transactions;

  Checkouts(
      DurablePayments payments,
      ObjectProvider<PgShop> shop,
      ObjectProvider<Transactions> transactions) {
    this.payments = payments;
    this.shop = shop;
    this.transactions = transactions;
  }

  /**
   * Opens an order, as {@link DurablePayments#open} does; safe to repeat. Moves no money. Blocks
   * for the gateway at Iamport. {@link PgShop#order} is asked in a transaction of its own, so that
   * no entity manager in view keeps a connection during that.
   *
   * @return empty if {@link PgShop#order} knows of no such order
   * @throws IllegalStateException inside a transaction
   * @throws kr.pgsdk.core.error.PaymentException if the gateway can't be told the price now
   */
  public Optional<Checkout> open(OrderId orderId) {
    return order(orderId).map(payments::open);
  }

  /**
   * As {@link #open(OrderId)}, at a merchant the buyer has chosen.
   *
   * @param merchant its name
   * @throws IllegalArgumentException also if there is no such merchant
   */
  public Optional<Checkout> open(OrderId orderId, String merchant) {
    return order(orderId)
        .map(
            order -> {
              OpenOrder.Builder at =
                  OpenOrder.builder(order.orderId(), order.price()).account(merchant);
              order.orderName().ifPresent(at::orderName);
              return payments.open(at.build());
            });
  }

  private Optional<OpenOrder> order(OrderId orderId) {
    Transactions own = transactions.getIfAvailable();
    if (own == null || own.active()) { // active: open refuses it, and says why
      return shop.getObject().order(orderId);
    }
    try {
      return own.inNew(Isolation.OF_THE_SHOP, connection -> shop.getObject().order(orderId));
    } catch (SQLException e) {
      throw new StoreException(StoreException.Kind.OTHER, "the order can't be read", e);
    }
  }
}
