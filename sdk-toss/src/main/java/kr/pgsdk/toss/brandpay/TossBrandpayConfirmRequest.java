package kr.pgsdk.toss.brandpay;

import java.util.Objects;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.text.DerivedKey;
import kr.pgsdk.toss.internal.TossFields;
import kr.pgsdk.toss.internal.TossRequestBuilder;

/**
 * The confirm of a payment that the customer made in the wallet. Immutable.
 *
 * <p>Its idempotency key is derived from all of it unless given: the same confirm has the same key
 * on every server.
 */
public final class TossBrandpayConfirmRequest extends KeyedRequest {
  private final PaymentId paymentKey;
  private final OrderId orderId;
  private final Money amount;

  private TossBrandpayConfirmRequest(Builder builder) {
    super(builder.fields(), builder.keyOrDerived());
    this.paymentKey = builder.paymentKey;
    this.orderId = builder.orderId;
    this.amount = builder.amount;
  }

  /**
   * Starts a confirm.
   *
   * @param paymentKey at most 200 characters, as the redirect brought it
   * @param orderId the shop's own order: 6 to 64 letters, digits, - _ =
   * @param amount what the order costs by the shop's own books; Toss is told the number alone
   * @param customerKey the shop's key for the customer: 2 to 300 letters, digits, - _ = . @. A
   *     secret: no message shows it.
   * @throws IllegalArgumentException if the amount is zero, or a rule above is broken
   */
  public static Builder builder(
      PaymentId paymentKey, OrderId orderId, Money amount, String customerKey) {
    return new Builder(paymentKey, orderId, amount, customerKey);
  }

  /** Toss's number for the payment. */
  public PaymentId paymentKey() {
    return paymentKey;
  }

  /** The order. */
  public OrderId orderId() {
    return orderId;
  }

  /** What it costs. */
  public Money amount() {
    return amount;
  }

  /** Shows payment, order and amount alone. */
  @Override
  public String toString() {
    return "TossBrandpayConfirmRequest[" + paymentKey + ", " + orderId + ", " + amount + "]";
  }

  /** Builds a {@link TossBrandpayConfirmRequest}. */
  public static final class Builder extends TossRequestBuilder<Builder> {
    private static final int MAX_PAYMENT_KEY = 200;

    private final PaymentId paymentKey;
    private final OrderId orderId;
    private final Money amount;
    private final String customerKey;

    private Builder(PaymentId paymentKey, OrderId orderId, Money amount, String customerKey) {
      this.paymentKey = Objects.requireNonNull(paymentKey, "paymentKey");
      this.orderId = TossFields.requireOrderId(orderId);
      this.amount = amount;
      this.customerKey = customerKey;
      fields
          .text("paymentKey", paymentKey.value(), MAX_PAYMENT_KEY)
          .positive("amount", amount)
          .text("orderId", orderId.value());
      TossFields.customerKey(fields, customerKey);
    }

    @Override
    protected Builder self() {
      return this;
    }

    private RequestFields fields() {
      return fields.copy();
    }

    private String keyOrDerived() {
      return ownKey()
          .orElseGet(
              () ->
                  DerivedKey.of(
                      "brandpay confirm",
                      paymentKey.value(),
                      orderId.value(),
                      amount.toPlainString(),
                      amount.currency(),
                      customerKey));
    }

    /** Returns the request. */
    public TossBrandpayConfirmRequest build() {
      return new TossBrandpayConfirmRequest(this);
    }
  }
}
