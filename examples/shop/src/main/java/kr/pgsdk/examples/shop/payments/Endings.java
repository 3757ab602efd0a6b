package kr.pgsdk.examples.shop.payments;

import kr.pgsdk.durable.Closing;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.examples.shop.orders.Fulfilments;
import kr.pgsdk.examples.shop.orders.Order;
import kr.pgsdk.examples.shop.orders.OrderState;
import kr.pgsdk.examples.shop.orders.Orders;
import kr.pgsdk.examples.shop.points.Points;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Ends orders that nobody pays: the buyer gives up, or the time is over. They are closed with the
 * payments first, so that nothing is captured for them any more; what they had reserved becomes
 * free when the payments say so.
 */
@Service
public class Endings {
  private static final Logger LOG = LoggerFactory.getLogger(Endings.class);
  private static final int MOST_AT_ONCE = 100;

  private final DurablePayments payments;
  private final Orders orders;
  private final Fulfilments fulfilments;
  private final Points points;
  private final TransactionOperations transactions;

  Endings(
      DurablePayments payments,
      Orders orders,
      Fulfilments fulfilments,
      Points points,
      TransactionOperations transactions) {
    this.payments = payments;
    this.orders = orders;
    this.fulfilments = fulfilments;
    this.points = points;
    this.transactions = transactions;
  }

  /** Closes an order; moves no money. */
  public Closing end(Order order, String why) {
    if (payments.order(order.orderId()).isEmpty()) {
      transactions.executeWithoutResult(status -> endUnopened(order));
      return Closing.CLOSED;
    }
    return payments.close(order.orderId(), why);
  }

  /** It never got as far as the checkout, so the payments don't know it. */
  private void endUnopened(Order order) {
    Order now = orders.lock(order.id()).orElseThrow();
    if (now.state() == OrderState.OPEN) {
      fulfilments.of(now).release(now);
      points.release(now);
      orders.move(now, OrderState.ENDED);
    }
  }

  /** Any number of servers may do it at once. */
  @Scheduled(fixedDelayString = "${shop.endings.every:5s}")
  public void endWhatIsOver() {
    for (Order order : orders.due(MOST_AT_ONCE)) {
      try {
        Closing closing = end(order, "the time to pay is over");
        // Paid meanwhile: the handler is told of it, and gives the money back if need be.
        boolean over = closing == Closing.CLOSED || closing == Closing.PAID;
        if (over && order.state() == OrderState.ENDED) {
          orders.settled(order);
        }
      } catch (RuntimeException e) {
        LOG.warn("order {} could not be ended; it is tried again", order.id(), e);
      }
    }
  }
}
