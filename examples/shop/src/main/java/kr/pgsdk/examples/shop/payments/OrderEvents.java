package kr.pgsdk.examples.shop.payments;

import java.util.Optional;
import kr.pgsdk.core.CheckoutMethod;
import kr.pgsdk.core.CheckoutOptions;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.durable.Arrival;
import kr.pgsdk.durable.Delivery;
import kr.pgsdk.durable.OpenOrder;
import kr.pgsdk.durable.PaymentEvent;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.examples.shop.orders.Fulfilments;
import kr.pgsdk.examples.shop.orders.Order;
import kr.pgsdk.examples.shop.orders.OrderState;
import kr.pgsdk.examples.shop.orders.Orders;
import kr.pgsdk.examples.shop.orders.PayBy;
import kr.pgsdk.examples.shop.points.Points;
import kr.pgsdk.spring.PgShop;
import org.springframework.stereotype.Component;

/**
 * What the payments ask the shop, and what they tell it. Each change comes once, in the transaction
 * in which the order, the stock, the points and the seats change with it.
 */
@Component
class OrderEvents implements PgShop {
  private static final int LONGEST_NAME = 40; // Iamport's

  private final Orders orders;
  private final Fulfilments fulfilments;
  private final Points points;
  private final Refunds refunds;

  OrderEvents(Orders orders, Fulfilments fulfilments, Points points, Refunds refunds) {
    this.orders = orders;
    this.fulfilments = fulfilments;
    this.points = points;
    this.refunds = refunds;
  }

  @Override
  public Optional<OpenOrder> order(OrderId orderId) {
    return orders.find(orderId.value()).filter(Order::isPayable).map(OrderEvents::toOpen);
  }

  private static OpenOrder toOpen(Order order) {
    CheckoutOptions.Builder page = CheckoutOptions.builder().method(method(order.payBy().method()));
    Optional.of(order.receiver()).filter(name -> !name.isEmpty()).ifPresent(page::buyerName);
    String title = order.title();
    return OpenOrder.builder(order.orderId(), order.money())
        .orderName(title.length() > LONGEST_NAME ? title.substring(0, LONGEST_NAME) : title)
        .account(order.payBy().account())
        .checkout(page.build())
        .build();
  }

  private static CheckoutMethod method(PayBy.Method method) {
    return switch (method) {
      case CARD -> CheckoutMethod.CARD;
      case VIRTUAL_ACCOUNT -> CheckoutMethod.VIRTUAL_ACCOUNT;
    };
  }

  @Override
  public void paymentChanged(PaymentEvent event, Delivery delivery) {
    Order order = orders.lock(event.orderId().value()).orElseThrow();
    orders.book(
        order,
        event.now().captured().amount().longValueExact(),
        event.now().returned().amount().longValueExact());
    if (event instanceof PaymentEvent.OrderPaid) {
      paid(order, event, delivery);
    } else if (event instanceof PaymentEvent.AwaitingDeposit) {
      move(order, OrderState.OPEN, OrderState.AWAITING);
    } else if (event instanceof PaymentEvent.DepositWithdrawn) {
      withdrawn(order);
    } else if (event instanceof PaymentEvent.MoneyReturned) {
      refunds.moneyReturned(order, event);
      heldNoMore(order, event);
      if (order.isPayable() && event.change().captured().signum() > 0) {
        ended(order); // all of it went back before the shop was told that it came
      }
    } else if (event instanceof PaymentEvent.Mismatch && order.isPayable()) {
      orders.move(order, OrderState.HELD);
    } else if (event instanceof PaymentEvent.Ended) {
      ended(order);
    }
    // DuplicatePayment and PaidAfterClose: the SDK refunds by itself, and the totals are booked.
  }

  private void paid(Order order, PaymentEvent event, Delivery delivery) {
    switch (order.state()) {
      case OPEN, AWAITING, HELD -> {
        fulfilments.of(order).deliver(order);
        orders.paidBy(order, event.paymentId().map(PaymentId::value).orElse(null));
        if (event.change().returned().signum() > 0) { // before the shop was told of the payment
          refunds.moneyReturned(orders.lock(order.id()).orElseThrow(), event);
        }
      }
      // What it had reserved is another buyer's by now.
      case ENDED, REFUNDED ->
          event.paymentId().ifPresent(payment -> giveBack(order, payment, delivery));
      case PAID ->
          event
              .paymentId()
              .filter(payment -> !payment.value().equals(order.paymentId()))
              .ifPresent(payment -> giveBack(order, payment, delivery));
    }
  }

  private static void giveBack(Order order, PaymentId payment, Delivery delivery) {
    delivery.requestRefund(
        Refund.full(RefundRecords.newId(), order.orderId(), "the order is over")
            .paymentId(payment)
            .build());
  }

  private void withdrawn(Order order) {
    if (order.state() == OrderState.PAID) {
      fulfilments.of(order).withdraw(order);
      orders.move(order, OrderState.AWAITING);
    }
  }

  /** Money that didn't fit has gone back: the buyer may pay again. */
  private void heldNoMore(Order order, PaymentEvent event) {
    if (event.now().held().isZero()) {
      move(order, OrderState.HELD, OrderState.OPEN);
    }
  }

  private void ended(Order order) {
    if (order.isPayable() || order.state() == OrderState.HELD) {
      fulfilments.of(order).release(order);
      points.release(order);
      orders.move(order, OrderState.ENDED);
    }
  }

  private void move(Order order, OrderState from, OrderState to) {
    if (order.state() == from) {
      orders.move(order, to);
    }
  }

  /** Back to the order's page, which says by itself where the order stands. */
  @Override
  public Optional<String> pageAfter(Optional<OrderId> orderId, Arrival arrival) {
    Optional<Order> order = orderId.flatMap(id -> orders.find(id.value()));
    order.ifPresent(
        known -> orders.asking(known.id(), ReturnNotice.of(arrival) == ReturnNotice.ASKING));
    return order.map(known -> "/orders/" + known.id() + ReturnNotice.of(arrival).query());
  }
}
