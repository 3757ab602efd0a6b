package kr.pgsdk.examples.shop.booking;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kr.pgsdk.examples.shop.buyer.Buyer;
import kr.pgsdk.examples.shop.orders.Fulfilment;
import kr.pgsdk.examples.shop.orders.Order;
import kr.pgsdk.examples.shop.orders.OrderKind;
import kr.pgsdk.examples.shop.orders.Orders;
import kr.pgsdk.examples.shop.orders.PayBy;
import kr.pgsdk.examples.shop.orders.Problem;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bookings: a seat is held for ten minutes while the buyer pays its deposit. */
@Service
class Bookings implements Fulfilment {
  static final Duration HOLD = Duration.ofMinutes(10);

  private final Orders orders;
  private final Seats seats;
  private final MessageSource messages;

  Bookings(Orders orders, Seats seats, MessageSource messages) {
    this.orders = orders;
    this.seats = seats;
    this.messages = messages;
  }

  /**
   * Holds a seat for a buyer. Whoever comes back before paying gets the same booking again, with
   * the seat chosen now: one buyer never holds two seats with one payment.
   */
  @Transactional
  public Order book(
      Buyer buyer, String gatheringId, String seat, String name, PayBy payBy, Locale locale) {
    Gathering gathering = seats.gathering(gatheringId).orElseThrow(Problem.NOT_FOUND::toException);
    if (seats.of(gathering, buyer).stream().noneMatch(one -> one.name().equals(seat))) {
      throw Problem.BAD_INPUT.toException();
    }
    Optional<Order> open =
        seats.openOrder(gathering, buyer).flatMap(orders::lock).filter(Order::isPayable);
    Order order =
        open.orElseGet(
            () ->
                orders.add(
                    buyer,
                    new Orders.Draft(
                        OrderKind.BOOKING,
                        title(gathering, locale),
                        gathering.deposit(),
                        0,
                        payBy,
                        name,
                        null,
                        HOLD)));
    boolean had =
        open.isPresent()
            && seats.of(gathering, buyer).stream()
                .anyMatch(one -> one.name().equals(seat) && one.state() == Seat.State.YOURS);
    if (!had && !seats.hold(gathering, seat, order)) {
      throw Problem.SEAT_TAKEN.toException();
    }
    seats.freeOthers(gathering, seat, order);
    orders.payBy(order, payBy);
    return order;
  }

  private String title(Gathering gathering, Locale locale) {
    return messages.getMessage("booking.title", new Object[] {gathering.name(locale)}, locale);
  }

  @Override
  public OrderKind kind() {
    return OrderKind.BOOKING;
  }

  @Override
  public List<Content> contents(Order order, Locale locale) {
    String seat =
        seats
            .of(order)
            .map(name -> messages.getMessage("booking.seat", new Object[] {name}, locale))
            .orElse("");
    return List.of(new Content(order.title(), seat, order.total()));
  }

  @Override
  public void deliver(Order order) {
    seats.taken(order, true);
  }

  @Override
  public void withdraw(Order order) {
    seats.taken(order, false);
  }

  @Override
  public void release(Order order) {
    seats.free(order);
  }
}
