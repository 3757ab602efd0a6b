package kr.pgsdk.toss.brandpay;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.text.DerivedKey;
import kr.pgsdk.toss.internal.TossCustomBuilder;
import kr.pgsdk.toss.internal.TossFields;

/**
 * A payment with a method in a customer's wallet, without the customer being there. Immutable.
 *
 * <p>Its idempotency key is derived from order id, amount, currency, customer key and method key
 * unless given: the same payment has the same key on every server, and two orders never share one.
 * Toss keeps a response under its key for 15 days, refusals too.
 */
public final class TossBrandpayPaymentRequest extends KeyedRequest {
  private final OrderId orderId;
  private final Money amount;

  private TossBrandpayPaymentRequest(
      OrderId orderId, Money amount, RequestFields fields, String idempotencyKey) {
    super(fields, idempotencyKey);
    this.orderId = orderId;
    this.amount = amount;
  }

  /**
   * Starts a payment. Which fields Toss demands isn't confirmed; those of its other payments have a
   * method here, any other is set by {@link Builder#field} and {@link Builder#jsonField}.
   *
   * @param orderId 6 to 64 letters, digits, - _ =
   * @param amount what it costs; Toss is told the number alone, not the currency
   * @throws IllegalArgumentException if the amount is zero, or a rule above is broken
   */
  public static Builder builder(OrderId orderId, Money amount) {
    return new Builder(orderId, amount);
  }

  /** The order. */
  public OrderId orderId() {
    return orderId;
  }

  /** What it costs. */
  public Money amount() {
    return amount;
  }

  /** Shows order and amount alone. */
  @Override
  public String toString() {
    return "TossBrandpayPaymentRequest[" + orderId + ", " + amount + "]";
  }

  /** Builds a {@link TossBrandpayPaymentRequest}. What isn't set isn't sent. */
  public static final class Builder extends TossCustomBuilder<Builder> {
    private static final int MAX_ORDER_NAME = 100;

    private final OrderId orderId;
    private final Money amount;
    private String customerKey = "";
    private String methodKey = "";

    private Builder(OrderId orderId, Money amount) {
      this.orderId = TossFields.requireOrderId(orderId);
      this.amount = amount;
      fields.positive("amount", amount).text("orderId", orderId.value());
    }

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * {@code customerKey}: the shop's key for the customer: 2 to 300 letters, digits, - _ = . @. A
     * secret: no message shows it.
     */
    public Builder customerKey(String customerKey) {
      TossFields.customerKey(fields, customerKey);
      this.customerKey = customerKey;
      return this;
    }

    /** {@code methodKey}: the card or account in the wallet. A secret too. */
    public Builder methodKey(String methodKey) {
      fields.personal("methodKey", methodKey);
      this.methodKey = methodKey;
      return this;
    }

    /** {@code orderName}: what is bought; at most 100 characters. */
    public Builder orderName(String orderName) {
      fields.note("orderName", orderName, MAX_ORDER_NAME);
      return this;
    }

    /** Returns the request. */
    public TossBrandpayPaymentRequest build() {
      String key =
          ownKey()
              .orElseGet(
                  () ->
                      DerivedKey.of(
                          "brandpay payment",
                          orderId.value(),
                          amount.toPlainString(),
                          amount.currency(),
                          customerKey,
                          methodKey));
      return new TossBrandpayPaymentRequest(orderId, amount, fields.copy(), key);
    }
  }
}
