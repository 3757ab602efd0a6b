package kr.pgsdk.examples.shop.operator;

import java.util.Optional;
import kr.pgsdk.core.Money;
import kr.pgsdk.durable.Attention;
import kr.pgsdk.durable.store.PaymentRow;
import kr.pgsdk.examples.shop.orders.Order;

/**
 * An entry of the operator's list, with what the shop knows of it. The SDK's own reason is in
 * English, for developers.
 *
 * @param asked how much the refund is of that it is about, in won, if it is about one
 * @param payment the payment that it is about, if it is about one
 */
record Worry(
    Attention attention,
    Optional<Order> order,
    Optional<Long> asked,
    Optional<PaymentRow> payment) {

  /** Whether it is money that was deposited, and goes back to an account alone. */
  public boolean isDeposit() {
    return misplaced().isPresent() && payment.filter(row -> row.dueAt() != null).isPresent();
  }

  /** Why the money pays for nothing. */
  public Optional<PaymentRow.Role> misplaced() {
    return payment
        .filter(row -> attention.kind() == Attention.Kind.MONEY_MISPLACED)
        .map(PaymentRow::role);
  }

  /** How much it is about, in won. */
  public Optional<Long> amount() {
    return asked.or(
        () -> payment.filter(PaymentRow::holdsMoney).map(PaymentRow::balance).map(Worry::won));
  }

  static long won(Money money) {
    return money.amount().longValue();
  }

  /** The gateway that it is about, by the name of the shop's account there. */
  public Optional<String> gateway() {
    return attention.kind() == Attention.Kind.ACCOUNT_CHANGED
        ? Optional.of(attention.subject())
        : payment
            .map(row -> row.key().account())
            .or(() -> order.map(bought -> bought.payBy().account()));
  }
}
