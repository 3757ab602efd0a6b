package kr.pgsdk.spring;

import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.durable.Arrival;
import kr.pgsdk.durable.Delivery;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.PaymentEvent;
import kr.pgsdk.toss.webhook.TossEvent;

/**
 * What only the shop knows: what an order costs, and what to do when its payment changes. The one
 * interface a shop implements, as a Spring bean. Thread-safe.
 */
public interface PgShop {
  /**
   * What an order costs now, from the shop's own tables: never from what a browser brought.
   *
   * @return empty if the shop has no such order, or it isn't to be paid any more
   */
  Optional<OpenOrder> order(OrderId orderId);

  /**
   * A payment stands elsewhere than before. It is called once for each change, within one database
   * transaction of the shop's {@code PlatformTransactionManager}: whatever JPA, {@code JdbcClient}
   * or MyBatis write here commits together with the mark that the shop was told. Whatever it throws
   * rolls both back, and it is called again later.
   *
   * <p>Call no gateway and send no mail here: the one is refused inside a transaction, the other
   * would be sent again. Refund with {@code delivery.requestRefund}. What runs under {@code
   * REQUIRES_NEW} commits by itself, and so a second time if this is called again.
   */
  void paymentChanged(PaymentEvent event, Delivery delivery) throws Exception;

  /**
   * What to do outside the database after {@link #paymentChanged} has committed, such as a mail. It
   * is called at least once: the same {@code deliveryId} may come again. Whatever it throws, it is
   * called again later.
   */
  default void afterwards(PaymentEvent event, String deliveryId) throws Exception {}

  /**
   * The page for a buyer who came back from the checkout. Whether this is the order's buyer, the
   * page itself must check: anyone can type the address of a return.
   *
   * @param orderId the order as the browser named it; empty if it named none
   * @return an address of the shop's, such as {@code /orders/17}; empty for the one of {@code
   *     pgsdk.returns.page}
   */
  default Optional<String> pageAfter(Optional<OrderId> orderId, Arrival arrival) {
    return Optional.empty();
  }

  /**
   * An event of Toss's that is signed and about no payment, such as {@code payout.changed}. The
   * signature is right. It is called once for each event, in one transaction with the mark that it
   * was; whatever it throws, Toss sends the event again. Needs {@code pgsdk.toss.security-key}.
   *
   * @param merchant the name of the merchant whose key signed it
   */
  default void signedEvent(String merchant, TossEvent event, Delivery delivery) throws Exception {}
}
