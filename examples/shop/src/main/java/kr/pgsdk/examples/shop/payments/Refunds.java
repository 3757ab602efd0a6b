package kr.pgsdk.examples.shop.payments;

import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.PaymentEvent;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.durable.RefundView;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.examples.shop.orders.Fulfilments;
import kr.pgsdk.examples.shop.orders.Order;
import kr.pgsdk.examples.shop.orders.OrderKind;
import kr.pgsdk.examples.shop.orders.OrderState;
import kr.pgsdk.examples.shop.orders.Orders;
import kr.pgsdk.examples.shop.orders.Problem;
import kr.pgsdk.examples.shop.payments.RefundRecord.State;
import kr.pgsdk.examples.shop.points.Points;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Refunds of whole orders and parts. What a card paid goes back first; the points follow when the
 * gateway shows that it did. Of a charge the points are taken back first, and the money follows.
 */
@Service
public class Refunds {
  private final ObjectProvider<DurablePayments> payments; // which is built upon the shop's handler
  private final Orders orders;
  private final Fulfilments fulfilments;
  private final Points points;
  private final RefundRecords records;

  Refunds(
      ObjectProvider<DurablePayments> payments,
      Orders orders,
      Fulfilments fulfilments,
      Points points,
      RefundRecords records) {
    this.payments = payments;
    this.orders = orders;
    this.fulfilments = fulfilments;
    this.points = points;
    this.records = records;
  }

  /**
   * Who wants money back, and why.
   *
   * @param amount in won; null for all that is left
   * @param account where a deposit goes back to; null if it wasn't one
   */
  public record Ask(
      @Nullable Long amount, String reason, String by, @Nullable RefundAccount account) {}

  /** The shop's record and the request to the gateway commit together; it is sent afterwards. */
  @Transactional
  public RefundRecord request(String orderId, Ask ask) {
    Order order = orders.lock(orderId).orElseThrow(Problem.NOT_FOUND::toException);
    long amount = ask.amount() == null ? order.left() : ask.amount();
    if (order.state() != OrderState.PAID || amount <= 0 || amount > order.left()) {
      throw Problem.NOT_REFUNDABLE.toException();
    }
    if (records.of(orderId).stream().anyMatch(one -> one.state() == State.ASKED)) {
      throw Problem.REFUND_UNDER_WAY.toException();
    }
    long card = Math.min(amount, order.priceLeft());
    RefundRecord refund = records.add(order, card, amount - card, ask.reason(), ask.by());
    if (order.kind() == OrderKind.POINTS) {
      points.revoke(order, refund.id(), card);
    }
    if (card == 0) {
      finish(order, refund);
      endIfNothingIsLeft(order);
    } else {
      send(order, refund, ask.account());
    }
    return refund;
  }

  /** Asks again for what the gateway refused, under a new id. */
  @Transactional
  public RefundRecord again(String refundId, String by, @Nullable RefundAccount account) {
    RefundRecord refused = refused(refundId);
    Order order = orders.lock(refused.orderId()).orElseThrow();
    giveUp(refused);
    RefundRecord next = records.add(order, refused.card(), refused.points(), refused.reason(), by);
    send(order, next, account);
    return next;
  }

  /** Gives up what the gateway refused: a person has paid it out otherwise, or won't. */
  @Transactional
  public void giveUp(String refundId) {
    RefundRecord refused = refused(refundId);
    Order order = orders.lock(refused.orderId()).orElseThrow();
    giveUp(refused);
    if (order.kind() == OrderKind.POINTS) {
      points.restore(order, refused.id(), refused.card());
    }
  }

  /** One of two at once. */
  private void giveUp(RefundRecord refused) {
    if (!records.end(refused, State.GIVEN_UP)) {
      throw Problem.NOT_NOW.toException();
    }
  }

  private RefundRecord refused(String refundId) {
    RefundRecord refund = records.find(refundId).orElseThrow(Problem.NOT_FOUND::toException);
    boolean refused =
        payments()
            .refundState(refundId)
            .map(RefundView::state)
            .filter(
                state ->
                    state == RefundRow.State.REFUSED
                        || state == RefundRow.State.FAILED
                        || state == RefundRow.State.RESOLVED)
            .isPresent();
    if (refund.state() != State.ASKED || !refused) {
      throw Problem.NOT_NOW.toException();
    }
    return refund;
  }

  private void send(Order order, RefundRecord refund, @Nullable RefundAccount account) {
    Refund.Builder request =
        refund.card() == order.priceLeft()
            ? Refund.full(refund.id(), order.orderId(), refund.reason())
            : Refund.partial(
                refund.id(), order.orderId(), Money.krw(refund.card()), refund.reason());
    Optional.ofNullable(order.paymentId()).map(PaymentId::of).ifPresent(request::paymentId);
    Optional.ofNullable(account).ifPresent(request::refundAccount);
    payments().requestRefund(request.build());
  }

  /** Within the payments' transaction: money has gone back. */
  void moneyReturned(Order order, PaymentEvent event) {
    boolean ofThePrice =
        event
            .paymentId()
            .map(PaymentId::value)
            .filter(id -> id.equals(order.paymentId()))
            .isPresent();
    if (!ofThePrice) {
      return; // a payment that the order was never delivered for
    }
    long returned = event.change().returned().longValueExact();
    orders.priceReturned(order, returned);
    long ours = 0;
    for (RefundRecord refund : records.of(order.id())) {
      if (refund.state() == State.ASKED && event.refundIds().contains(refund.id())) {
        finish(order, refund);
        ours += refund.card();
      }
    }
    if (returned > ours) {
      fulfilments.of(order).givenBackElsewhere(order, returned - ours);
    }
    endIfNothingIsLeft(order);
  }

  /**
   * A person saw that it was executed. It ends here if its money is booked already, without its
   * number; else with the money, which the gateway will show.
   */
  @Transactional
  public void resolvedAsDone(String refundId) {
    RefundRecord refund = records.find(refundId).orElse(null);
    if (refund == null) {
      return;
    }
    Order order = orders.lock(refund.orderId()).orElseThrow();
    long ended =
        records.of(order.id()).stream()
            .filter(one -> one.state() == State.DONE)
            .mapToLong(RefundRecord::card)
            .sum();
    if (order.priceReturned() >= ended + refund.card()) {
      finish(order, refund);
      endIfNothingIsLeft(order);
    }
  }

  private void finish(Order order, RefundRecord refund) {
    if (records.end(refund, State.DONE)) {
      points.giveBack(order, refund.id(), refund.points());
      orders.pointsReturned(order, refund.points());
    }
  }

  private void endIfNothingIsLeft(Order order) {
    Order now = orders.find(order.id()).orElseThrow();
    if (now.left() == 0 && now.state() == OrderState.PAID) {
      fulfilments.of(now).takeBack(now);
      orders.move(now, OrderState.REFUNDED);
    }
  }

  /** An order's refunds, the oldest first. */
  public List<RefundRecord> of(Order order) {
    return records.of(order.id());
  }

  /** Refunds whose gateway's part isn't done. */
  public List<RefundRecord> open(int max) {
    return records.open(max);
  }

  /** A refund. */
  public Optional<RefundRecord> find(String refundId) {
    return records.find(refundId);
  }

  private DurablePayments payments() {
    return payments.getObject();
  }
}
