package kr.pgsdk.core.inbound;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Mismatch.Field;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.inbound.ReplayGuard.Turn;

/**
 * Turns webhooks into what the shop does about a payment, once for each state of it. Thread-safe.
 *
 * <p>Nothing a webhook claims is handed on. It is a reason to look: in a turn of its own for the
 * order, the payment is fetched, compared with the shop's price, and handed on if it stands
 * elsewhere than when it was last handed on. So repeats are dropped, also of two kinds of webhook
 * about the same change; of two threads with the same one goes on; and a late webhook shows where
 * the payment stands now, never where it stood. If handing it on throws, nothing is remembered, and
 * it can come in again.
 *
 * <p>A try that failed says nothing about an order which another payment has paid: then that
 * payment is handed on.
 */
public final class PaymentInbox {
  private final PaymentGateway gateway;
  private final ReplayGuard guard;
  private final Function<OrderId, Optional<Money>> prices;
  private final Consumer<Confirmation> shop;

  private PaymentInbox(
      PaymentGateway gateway,
      ReplayGuard guard,
      Function<OrderId, Optional<Money>> prices,
      Consumer<Confirmation> shop) {
    this.gateway = Objects.requireNonNull(gateway, "gateway");
    this.guard = Objects.requireNonNull(guard, "guard");
    this.prices = Objects.requireNonNull(prices, "prices");
    this.shop = Objects.requireNonNull(shop, "shop");
  }

  /**
   * Returns an inbox.
   *
   * @param gateway asked for every payment; give it a deadline of a few seconds, for the sender
   *     waits (Toss 10 s, Iamport 30 s)
   * @param guard may be shared by the inboxes of several gateways
   * @param prices what an order of the shop costs; empty for one that isn't the shop's
   * @param shop what to do about a payment; runs in the caller's thread, within the order's turn
   */
  public static PaymentInbox of(
      PaymentGateway gateway,
      ReplayGuard guard,
      Function<OrderId, Optional<Money>> prices,
      Consumer<Confirmation> shop) {
    return new PaymentInbox(gateway, guard, prices, shop);
  }

  /**
   * Looks up the payment that a webhook names, and hands it on if it is new. Moves no money; blocks
   * for the lookup, the shop's own work, and up to a few seconds for another one's turn.
   *
   * @return what became of it; answer the sender with its {@code httpStatus()}
   * @throws RejectedRequestException if it names a payment of another order than it says
   * @throws kr.pgsdk.core.error.PaymentException if the gateway can't be asked now: answer 503
   * @throws RuntimeException what handing it on threw; answer 500, and it will be sent again
   */
  public Reception receive(UntrustedPayment named) {
    OrderId orderId = named.claimedOrderId().orElse(null);
    if (orderId == null) {
      Payment payment = named.fetch(gateway).orElse(null);
      if (payment == null) {
        return Reception.UNKNOWN_PAYMENT;
      }
      orderId = payment.orderId();
    }
    Money price = prices.apply(orderId).orElse(null);
    if (price == null) {
      return Reception.NOT_OURS;
    }
    try (Turn turn = guard.take(subject(named.gateway(), orderId)).orElse(null)) {
      if (turn == null) {
        return Reception.BUSY;
      }
      Confirmation outcome = mostTelling(named.verify(gateway, orderId, price), orderId, price);
      PaymentStatus claimed = named.claimed();
      return handOn(turn, outcome, claimed == null ? Known.UNKNOWN : claimed.known());
    }
  }

  /**
   * Hands on what a {@link PaymentGateway#confirm} answered, when the buyer came back: once,
   * whether the browser or the webhook is first. An outcome without a payment of this order is not
   * handed on: it is for the buyer's page alone.
   *
   * @return what became of it; {@code BUSY} if another works on the order, {@code NOT_YET} if
   *     something newer has been handed on: {@link #look} again later
   * @throws RuntimeException what handing it on threw
   */
  public Reception settle(Confirmation outcome) {
    Payment payment = PaymentState.payment(outcome);
    if (payment == null) {
      return Reception.UNKNOWN_PAYMENT;
    }
    try (Turn turn = guard.take(subject(payment.gateway(), payment.orderId())).orElse(null)) {
      return turn == null ? Reception.BUSY : handOn(turn, outcome, Known.UNKNOWN);
    }
  }

  /**
   * Looks an order up and hands on what is new of it, as if a webhook had come: for orders that
   * stay open too long, and after {@code BUSY}. A webhook can get lost: Iamport sends it once.
   *
   * @return what became of it; {@code UNKNOWN_PAYMENT} if the order has no payment yet
   * @throws kr.pgsdk.core.error.PaymentException if the gateway can't be asked now
   * @throws RuntimeException what handing it on threw
   */
  public Reception look(OrderId orderId) {
    return gateway
        .find(PaymentLookup.byOrderId(orderId))
        .map(p -> receive(UntrustedPayment.of(p.terms(), p.paymentId(), p.orderId(), null)))
        .orElse(Reception.UNKNOWN_PAYMENT);
  }

  private static String subject(String gateway, OrderId orderId) {
    return gateway + " " + orderId;
  }

  private Reception handOn(Turn turn, Confirmation outcome, Known announced) {
    Payment payment = PaymentState.payment(outcome);
    if (payment == null) {
      return Reception.UNKNOWN_PAYMENT;
    }
    if (isOfAnotherOrder(outcome)) {
      return Reception.MISLEADING;
    }
    PaymentState now = PaymentState.of(outcome, payment);
    HandledOrder handled = HandledOrder.parse(turn.handled().orElse(""));
    PaymentState before = handled.state(now.paymentId());
    if (before != null && now.isBefore(before)) {
      return Reception.NOT_YET;
    }
    boolean repeated = now.equals(before);
    if (!repeated) {
      shop.accept(outcome);
      turn.complete(handled.with(now).toText());
    }
    if (now.isBehind(announced)) {
      return Reception.NOT_YET;
    }
    return repeated ? Reception.REPEATED : Reception.HANDLED;
  }

  private static boolean isOfAnotherOrder(Confirmation outcome) {
    return outcome instanceof NotConfirmed refused
        && refused.mismatches().stream().anyMatch(m -> m.field() == Field.ORDER_ID);
  }

  /** The outcome, or that of the payment which tells more about the same order. */
  private Confirmation mostTelling(Confirmation outcome, OrderId orderId, Money price) {
    Payment payment = PaymentState.payment(outcome);
    if (payment == null || isOfAnotherOrder(outcome) || weight(payment) > 1) {
      return outcome;
    }
    return gateway
        .find(PaymentLookup.byOrderId(orderId))
        .filter(other -> !other.paymentId().equals(payment.paymentId()))
        .filter(other -> weight(other) > weight(payment))
        .map(other -> verified(other.paymentId(), orderId, price))
        .orElse(outcome);
  }

  private Confirmation verified(PaymentId paymentId, OrderId orderId, Money price) {
    return gateway.confirm(
        ConfirmRequest.builder(paymentId, orderId, price).withoutCapture().build());
  }

  /** 2 for a payment that holds or held money, 1 for one that awaits its deposit, else 0. */
  private static int weight(Payment payment) {
    if (!payment.balance().isZero() || !payment.cancelled().isZero()) {
      return 2;
    }
    return payment.status().known() == Known.WAITING_FOR_DEPOSIT ? 1 : 0;
  }
}
