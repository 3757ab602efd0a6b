package kr.pgsdk.core.verify;

import java.util.Objects;
import java.util.Optional;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import org.jspecify.annotations.Nullable;

/** What a shop expects of a payment, from its own order. */
public final class PaymentExpectation {
  private final OrderId orderId;
  private final @Nullable PaymentId paymentId;
  private final Money money;

  private PaymentExpectation(OrderId orderId, @Nullable PaymentId paymentId, Money money) {
    this.orderId = Objects.requireNonNull(orderId, "orderId");
    this.paymentId = paymentId;
    this.money = Objects.requireNonNull(money, "money");
    if (money.isZero()) {
      throw new IllegalArgumentException("amount must be more than zero");
    }
  }

  /**
   * Expects this very payment.
   *
   * @throws IllegalArgumentException if the amount is zero
   */
  public static PaymentExpectation of(OrderId orderId, PaymentId paymentId, Money money) {
    return new PaymentExpectation(orderId, Objects.requireNonNull(paymentId, "paymentId"), money);
  }

  /**
   * Expects any payment of the order, when its payment id isn't known.
   *
   * @throws IllegalArgumentException if the amount is zero
   */
  public static PaymentExpectation of(OrderId orderId, Money money) {
    return new PaymentExpectation(orderId, null, money);
  }

  /** The order. */
  public OrderId orderId() {
    return orderId;
  }

  /** The payment, if a certain one is expected. */
  public Optional<PaymentId> paymentId() {
    return Optional.ofNullable(paymentId);
  }

  /** The amount and currency. */
  public Money money() {
    return money;
  }

  @Nullable PaymentId paymentIdOrNull() {
    return paymentId;
  }
}
