package kr.pgsdk.examples.shop.orders;

import java.util.List;
import java.util.Locale;

/**
 * What one kind of order changes in the shop's tables. Each change runs inside the transaction that
 * marks the payment's change as told, so it happens exactly once, or not at all.
 */
public interface Fulfilment {
  /** The kind it is for. */
  OrderKind kind();

  /** What is in an order, for its page. */
  List<Content> contents(Order order, Locale locale);

  /**
   * A line of an order.
   *
   * @param detail how many, or which seat
   * @param amount in won
   */
  record Content(String name, String detail, long amount) {}

  /** The order is paid: what was reserved is the buyer's. */
  void deliver(Order order);

  /** It isn't paid any more: what was delivered is reserved again. */
  void withdraw(Order order);

  /** Nobody will pay it: what was reserved is free for others. */
  void release(Order order);

  /** All that was paid went back: what was delivered is free for others. */
  default void takeBack(Order order) {
    withdraw(order);
    release(order);
  }

  /**
   * Money went back that no refund of the shop's asked for: somebody did it in the gateway's
   * console.
   */
  default void givenBackElsewhere(Order order, long won) {}
}
