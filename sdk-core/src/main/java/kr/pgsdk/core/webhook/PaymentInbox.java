package kr.pgsdk.core.webhook;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.PaymentStatus;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.webhook.ReplayGuard.Turn;
import org.jspecify.annotations.Nullable;

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
 * payment is handed on. And a payment that was paid and shows unpaid is an older view: it is handed
 * on only if a second look shows it too, for a deposit can be taken back (at Toss).
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
   * @throws IllegalArgumentException if it came from another gateway than this inbox's
   * @throws PaymentException if the gateway can't be asked now: answer 503
   * @throws RuntimeException what handing it on threw; answer 500, and it will be sent again
   */
  public Reception receive(UntrustedPayment named) {
    named.requireFrom(gateway);
    OrderId orderId = named.claimedOrderId().orElse(null);
    if (orderId == null) {
      Payment payment = named.fetch(gateway).orElse(null);
      if (payment == null) {
        return Reception.UNKNOWN_PAYMENT;
      }
      orderId = payment.orderId();
    }
    Money price = price(orderId);
    if (price == null) {
      return Reception.NOT_OURS;
    }
    try (Turn turn = guard.take(subject(named.gateway(), orderId)).orElse(null)) {
      if (turn == null) {
        return Reception.BUSY;
      }
      OrderLookup order = new OrderLookup(gateway, orderId, price);
      HandledOrder handled = HandledOrder.parse(turn.handled().orElse(""));
      Confirmation asked = named.verify(gateway, orderId, price);
      Confirmation outcome = order.mostTelling(asked, handled);
      PaymentStatus claimed = named.claimed();
      // What is said of one payment doesn't hold for the one that took its place.
      Known announced =
          claimed != null && isOfSamePayment(outcome, asked) ? claimed.known() : Known.UNKNOWN;
      return handOn(turn, handled, order, outcome, announced);
    }
  }

  /**
   * Hands on what a {@link PaymentGateway#confirm} answered, when the buyer came back: once,
   * whether the browser or the webhook is first. The answer may be an old one by now, or that of a
   * try which another has overtaken. So unless it shows money and nothing else has been handled of
   * the order, the gateway is asked anew, as for a webhook, and that is handed on. Moves no money;
   * may block as {@link #receive} does.
   *
   * <p>An outcome without a payment of this order is not handed on: it is for the buyer's page
   * alone.
   *
   * @return what became of it; {@code BUSY} if another works on the order, {@code NOT_YET} if
   *     something newer has been handed on or the gateway couldn't be asked: {@link #look} again
   *     later; {@code NOT_OURS} if no price is known
   * @throws IllegalArgumentException if the outcome is another gateway's than this inbox's
   * @throws RuntimeException what handing it on threw
   */
  public Reception settle(Confirmation outcome) {
    Payment payment = PaymentState.payment(outcome);
    if (payment == null) {
      return Reception.UNKNOWN_PAYMENT;
    }
    if (OrderLookup.isOfAnotherOrder(outcome)) {
      return Reception.MISLEADING;
    }
    OrderId orderId = payment.orderId();
    UntrustedPayment.of(payment.terms(), payment.paymentId(), orderId, null).requireFrom(gateway);
    Money price = price(orderId);
    if (price == null) {
      return Reception.NOT_OURS;
    }
    try (Turn turn = guard.take(subject(payment.gateway(), orderId)).orElse(null)) {
      if (turn == null) {
        return Reception.BUSY;
      }
      OrderLookup order = new OrderLookup(gateway, orderId, price);
      HandledOrder handled = HandledOrder.parse(turn.handled().orElse(""));
      PaymentState then = PaymentState.of(outcome, payment);
      Confirmation newest = outcome;
      if (PaymentState.weight(payment) <= 1 || handled.hasOtherThan(then)) {
        newest = newest(order, outcome, then, handled);
      }
      return newest == null
          ? Reception.NOT_YET
          : handOn(turn, handled, order, newest, Known.UNKNOWN);
    }
  }

  /** Null if the gateway doesn't say: to a caller, an exception would be about its confirm. */
  private static @Nullable Confirmation newest(
      OrderLookup order, Confirmation outcome, PaymentState then, HandledOrder handled) {
    try {
      Confirmation newest = order.newest(outcome, then, handled);
      return PaymentState.payment(newest) == null ? null : newest;
    } catch (PaymentException e) {
      return null;
    }
  }

  /**
   * Looks an order up and hands on what is new of it, as if a webhook had come: for orders that
   * stay open too long, and after {@code BUSY}. A webhook can get lost: Iamport sends it once.
   *
   * @return what became of it; {@code UNKNOWN_PAYMENT} if the order has no payment yet
   * @throws PaymentException if the gateway can't be asked now
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

  private Reception handOn(
      Turn turn, HandledOrder handled, OrderLookup order, Confirmation outcome, Known announced) {
    Payment payment = PaymentState.payment(outcome);
    if (payment == null) {
      return Reception.UNKNOWN_PAYMENT;
    }
    if (OrderLookup.isOfAnotherOrder(outcome)) {
      return Reception.MISLEADING;
    }
    PaymentState now = PaymentState.of(outcome, payment);
    PaymentState before = handled.state(now.paymentId());
    if (before != null && isOlder(now, before, order, payment, announced)) {
      return Reception.NOT_YET;
    }
    if (PaymentState.weight(payment) <= 1 && handled.paidInsteadOf(payment.paymentId()) != null) {
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

  private @Nullable Money price(OrderId orderId) {
    Optional<Money> price = prices.apply(orderId);
    return Objects.requireNonNull(price, "prices must return an Optional, empty if unknown")
        .orElse(null);
  }

  private static boolean isOlder(
      PaymentState now, PaymentState before, OrderLookup order, Payment payment, Known announced) {
    if (!now.isUnpaidAfter(before)) {
      return now.isBefore(before);
    }
    if (now.isBefore(before) || now.isBehind(announced)) {
      return true;
    }
    // A deposit can be taken back (Toss, webhook-events); what was announced, anyone can announce.
    Confirmation again = order.verified(payment.paymentId());
    Payment shown = PaymentState.payment(again);
    return shown == null || !PaymentState.of(again, shown).showsTheSameAs(now);
  }

  private static boolean isOfSamePayment(Confirmation one, Confirmation other) {
    Payment first = PaymentState.payment(one);
    Payment second = PaymentState.payment(other);
    return first != null && second != null && first.paymentId().equals(second.paymentId());
  }
}
