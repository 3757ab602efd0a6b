package kr.pgsdk.examples.shop.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.OrderView;
import kr.pgsdk.durable.Refund;
import kr.pgsdk.durable.RefundView;
import kr.pgsdk.durable.Resolution;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.durable.store.RefundRow;
import kr.pgsdk.examples.shop.orders.Order;
import kr.pgsdk.examples.shop.orders.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Money that an order can't use: it came twice, too late, or isn't what the order costs. Second and
 * late payments the SDK gives back by itself; of a deposit the gateway refuses that without an
 * account, so the buyer is asked for one.
 */
@Service
public class UnusedPayments {
  private final DurablePayments payments;

  UnusedPayments(DurablePayments payments) {
    this.payments = payments;
  }

  /** The deposit of an order that waits for an account to go back to. */
  static Optional<PaymentRow> deposit(Order order, OrderView known) {
    return known.payments().stream()
        .filter(row -> row.holdsMoney() && row.dueAt() != null)
        .filter(row -> row.role() != PaymentRow.Role.KEPT)
        .filter(row -> paysNothing(row, order))
        .filter(row -> tried(known, row.key().paymentId()).stream().allMatch(UnusedPayments::ended))
        .findFirst();
  }

  /** What is held of a wrong amount, a person looks at first. */
  private static boolean paysNothing(PaymentRow row, Order order) {
    return switch (order.state()) {
      case ENDED, REFUNDED -> true;
      case PAID -> !row.key().paymentId().equals(order.paymentId());
      case OPEN, AWAITING, HELD -> false;
    };
  }

  /** As above; throws if no deposit of the order waits. */
  PaymentRow deposit(Order order) {
    return payments
        .order(order.orderId())
        .flatMap(known -> deposit(order, known))
        .orElseThrow(Problem.NOT_REFUNDABLE::toException);
  }

  /** A payment of an order, if there is such a one. */
  public Optional<PaymentRow> find(OrderId orderId, PaymentId paymentId) {
    return payments.order(orderId).stream()
        .flatMap(known -> known.payments().stream())
        .filter(row -> row.key().paymentId().equals(paymentId.value()))
        .findFirst();
  }

  /**
   * Gives a payment back, and takes tries that were refused off the operator's list. Two clicks are
   * one refund. Moves money.
   *
   * @param account where a deposit goes back to
   */
  public void giveBack(
      OrderId orderId,
      PaymentId paymentId,
      @Nullable RefundAccount account,
      String why,
      String by) {
    OrderView known = payments.order(orderId).orElseThrow(Problem.NOT_FOUND::toException);
    List<RefundView> tried = tried(known, paymentId.value());
    if (!tried.stream().allMatch(UnusedPayments::ended)) {
      throw Problem.REFUND_UNDER_WAY.toException();
    }
    Refund.Builder refund = Refund.full(id(paymentId, tried.size()), orderId, why);
    refund.paymentId(paymentId);
    if (account != null) {
      refund.refundAccount(account);
    }
    RefundView unused = payments.refund(refund.build());
    tried.stream()
        .filter(one -> one.state() == RefundRow.State.REFUSED)
        .forEach(
            one ->
                payments.resolve(one.refundId(), Resolution.NOT_DONE, by, "asked for once more"));
  }

  private static String id(PaymentId paymentId, int number) {
    String name = paymentId.value() + " " + number;
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString().replace("-", "");
  }

  private static List<RefundView> tried(OrderView known, String paymentId) {
    return known.refunds().stream()
        .filter(one -> one.paymentId().filter(id -> id.value().equals(paymentId)).isPresent())
        .toList();
  }

  private static boolean ended(RefundView refund) {
    return refund.state().isEnd();
  }
}
