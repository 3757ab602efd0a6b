package kr.pgsdk.core;

import java.util.Objects;
import java.util.Optional;
import kr.pgsdk.core.internal.text.Texts;
import org.jspecify.annotations.Nullable;

/** What the shop's own order expects of a payment, and what the browser brought back. Immutable. */
public final class ConfirmRequest {
  /** What to do with a payment of this order whose amount or currency is wrong. */
  public enum OnMismatch {
    /** Report it, and change nothing. */
    REPORT,
    /**
     * Refund it, if it is a fully paid payment of this order and only amount or currency is wrong.
     * Anything else is only reported. Otherwise a buyer could pass another buyer's payment id and
     * have that payment refunded.
     */
    CANCEL
  }

  private final PaymentId paymentId;
  private final OrderId orderId;
  private final Money money;
  private final @Nullable OrderId returnedOrderId;
  private final @Nullable Money returnedMoney;
  private final OnMismatch onMismatch;
  private final boolean withoutCapture;
  private final @Nullable String idempotencyKey;
  private final @Nullable String paymentToken;

  private ConfirmRequest(Builder builder) {
    this.paymentId = builder.paymentId;
    this.orderId = builder.orderId;
    this.money = builder.money;
    this.returnedOrderId = builder.returnedOrderId;
    this.returnedMoney = builder.returnedMoney;
    this.onMismatch = builder.onMismatch;
    this.withoutCapture = builder.withoutCapture;
    this.idempotencyKey = builder.idempotencyKey;
    this.paymentToken = builder.paymentToken;
  }

  /**
   * Starts a request.
   *
   * @param paymentId the gateway's number, as the browser brought it
   * @param orderId the order, from the shop's own records
   * @param money what the order costs, from the shop's own records; never from the browser
   * @throws IllegalArgumentException if the amount is zero
   */
  public static Builder builder(PaymentId paymentId, OrderId orderId, Money money) {
    return new Builder(paymentId, orderId, money);
  }

  /** The gateway's number for the payment. */
  public PaymentId paymentId() {
    return paymentId;
  }

  /** The order that the payment must belong to. */
  public OrderId orderId() {
    return orderId;
  }

  /** The amount that the payment must have. */
  public Money money() {
    return money;
  }

  /** The order id the browser brought back. */
  public Optional<OrderId> returnedOrderId() {
    return Optional.ofNullable(returnedOrderId);
  }

  /** The amount the browser brought back. */
  public Optional<Money> returnedMoney() {
    return Optional.ofNullable(returnedMoney);
  }

  /** What to do with a wrong amount or currency. */
  public OnMismatch onMismatch() {
    return onMismatch;
  }

  /** Whether to look the payment up and compare only, without capturing. */
  public boolean withoutCapture() {
    return withoutCapture;
  }

  /** The caller's own key; empty if the SDK makes one. */
  public Optional<String> idempotencyKey() {
    return Optional.ofNullable(idempotencyKey);
  }

  /**
   * The token that PortOne's checkout brought back through a channel with manual confirmation; a
   * confirm captures with it. It is a secret until then: keep it out of logs.
   */
  public Optional<String> paymentToken() {
    return Optional.ofNullable(paymentToken);
  }

  @Override
  public String toString() {
    return "ConfirmRequest[" + paymentId + ", " + orderId + ", " + money + "]";
  }

  /** Builds a {@link ConfirmRequest}. */
  public static final class Builder {
    private final PaymentId paymentId;
    private final OrderId orderId;
    private final Money money;
    private @Nullable OrderId returnedOrderId;
    private @Nullable Money returnedMoney;
    private OnMismatch onMismatch = OnMismatch.REPORT;
    private boolean withoutCapture;
    private @Nullable String idempotencyKey;
    private @Nullable String paymentToken;

    private Builder(PaymentId paymentId, OrderId orderId, Money money) {
      this.paymentId = Objects.requireNonNull(paymentId, "paymentId");
      this.orderId = Objects.requireNonNull(orderId, "orderId");
      this.money = Requests.positive(money, "amount");
    }

    /**
     * What the browser brought back with the redirect. If it differs from what is expected, nothing
     * is sent, so nothing is captured, and the result is {@code NotConfirmed(MISMATCH)}.
     */
    public Builder returned(OrderId orderId, Money money) {
      return returnedOrderId(orderId).returnedMoney(money);
    }

    /** Like {@link #returned}, for a checkout that brings back only the order id. */
    public Builder returnedOrderId(OrderId orderId) {
      this.returnedOrderId = Objects.requireNonNull(orderId, "orderId");
      return this;
    }

    /** Like {@link #returned}, for a checkout that brings back only the amount. */
    public Builder returnedMoney(Money money) {
      this.returnedMoney = Objects.requireNonNull(money, "money");
      return this;
    }

    /** What to do with a wrong amount or currency; {@link OnMismatch#REPORT} by default. */
    public Builder onMismatch(OnMismatch onMismatch) {
      this.onMismatch = Objects.requireNonNull(onMismatch, "onMismatch");
      return this;
    }

    /**
     * The caller's own idempotency key: 1 to 300 visible ASCII characters, <em>never used for
     * another payment</em>, because Toss would answer with the first payment's result. Seldom
     * needed: by default the key is made from payment id, order id and amount, so it is the same on
     * every server. Iamport has no idempotency keys.
     *
     * @throws IllegalArgumentException if it breaks that rule
     */
    public Builder idempotencyKey(String idempotencyKey) {
      this.idempotencyKey = Texts.idempotencyKey(idempotencyKey);
      return this;
    }

    /**
     * The {@code paymentToken} that PortOne's checkout brought back, through a channel with manual
     * confirmation: this confirm captures with it. Without a token, confirm only looks the payment
     * up and compares. Iamport and Toss have no such token, so it is ignored there.
     *
     * @throws IllegalArgumentException if it is blank, longer than 2,000 characters, or has control
     *     characters; the message doesn't show it
     */
    public Builder paymentToken(String paymentToken) {
      this.paymentToken = Requests.token(paymentToken);
      return this;
    }

    /**
     * Looks the payment up and compares, and captures nothing. For webhooks, which anyone can send,
     * and for a check at any later time. At Toss a payment that the buyer has only authenticated is
     * then {@code NotConfirmed(NOT_YET_PAID)}. Iamport's confirm never captures.
     */
    public Builder withoutCapture() {
      this.withoutCapture = true;
      return this;
    }

    /**
     * Returns the request.
     *
     * @throws IllegalArgumentException if it says both {@code withoutCapture()} and {@code
     *     onMismatch(CANCEL)}
     */
    public ConfirmRequest build() {
      if (withoutCapture && onMismatch == OnMismatch.CANCEL) {
        throw new IllegalArgumentException(
            "a confirm withoutCapture moves no money: leave out onMismatch(CANCEL)");
      }
      return new ConfirmRequest(this);
    }
  }
}
