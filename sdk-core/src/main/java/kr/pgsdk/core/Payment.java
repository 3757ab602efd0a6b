package kr.pgsdk.core;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payment as its gateway described it in one response. Immutable: call {@code find} again for a
 * newer view.
 *
 * <p>To decide whether an order is paid, don't compare fields yourself: use {@link
 * PaymentGateway#confirm} or {@link kr.pgsdk.core.verify.PaymentVerifier}, which compare all of
 * them.
 */
public final class Payment implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private final GatewayTerms terms;
  private final PaymentId paymentId;
  private final OrderId orderId;
  private final Money amount;
  private final PaymentStatus status;
  private final Money balance;
  private final Money cancelled;
  private final @Nullable String method;
  private final @Nullable String orderName;
  private final @Nullable Instant paidAt;
  private final boolean test;
  private final @Nullable VirtualAccount virtualAccount;
  private final @Nullable CardPayment card;
  private final @Nullable String receiptUrl;
  private final @Nullable String webhookSecret;
  private final List<PaymentCancel> cancels;
  private final RefundStatus refundStatus;
  private final @Nullable Promotion promotion;
  private final @Nullable String failureCode;
  private final @Nullable String failureMessage;

  private Payment(Builder builder) {
    this.terms = builder.terms;
    this.paymentId = builder.paymentId;
    this.orderId = builder.orderId;
    this.amount = builder.amount;
    this.status = builder.status;
    this.balance = builder.balance;
    this.cancelled = builder.cancelled;
    this.method = builder.method;
    this.orderName = builder.orderName;
    this.paidAt = builder.paidAt;
    this.test = builder.test;
    this.virtualAccount = builder.virtualAccount;
    this.card = builder.card;
    this.receiptUrl = builder.receiptUrl;
    this.webhookSecret = builder.webhookSecret;
    this.cancels = List.copyOf(builder.cancels);
    this.refundStatus = builder.refundStatus;
    this.promotion = builder.promotion;
    this.failureCode = builder.failureCode;
    this.failureMessage = builder.failureMessage;
  }

  /** Starts a payment from what every payment has; a shop's test may make one. */
  public static Builder builder(
      GatewayTerms terms,
      PaymentId paymentId,
      OrderId orderId,
      Money amount,
      PaymentStatus status) {
    return new Builder(terms, paymentId, orderId, amount, status);
  }

  /** What the gateway calls the fields of this payment. */
  public GatewayTerms terms() {
    return terms;
  }

  /** The gateway's short name: {@code iamport}, {@code toss} or {@code portone}. */
  public String gateway() {
    return terms.gateway();
  }

  /** The gateway's number for it. */
  public PaymentId paymentId() {
    return paymentId;
  }

  /** The merchant's number for the order. */
  public OrderId orderId() {
    return orderId;
  }

  /** The amount paid; cancels don't change it. */
  public Money amount() {
    return amount;
  }

  /** Where it stands. */
  public PaymentStatus status() {
    return status;
  }

  /** What can still be cancelled; zero for anything never captured. */
  public Money balance() {
    return balance;
  }

  /** The amount that has been cancelled so far, without a cancel under way. */
  public Money cancelled() {
    return cancelled;
  }

  /** How it was paid, in the gateway's words: {@code card} at Iamport, {@code 카드} at Toss. */
  public Optional<String> method() {
    return Optional.ofNullable(method);
  }

  /** What was bought, as the checkout showed it. */
  public Optional<String> orderName() {
    return Optional.ofNullable(orderName);
  }

  /**
   * When it was captured; empty unless it is or was paid. A time that the gateway gives for a
   * virtual account without a deposit is ignored. A cancel doesn't clear it.
   */
  public Optional<Instant> paidAt() {
    return Optional.ofNullable(paidAt);
  }

  /**
   * Whether the gateway marks it as made through a test channel (Iamport's {@code sandbox}, PortOne
   * V2's {@code channel.type}). Toss doesn't mark test payments: at Toss the secret key decides.
   */
  public boolean test() {
    return test;
  }

  /**
   * The virtual account to pay into, if the payment has one; always present while the status is
   * {@code WAITING_FOR_DEPOSIT}.
   */
  public Optional<VirtualAccount> virtualAccount() {
    return Optional.ofNullable(virtualAccount);
  }

  /**
   * The card it was paid with; empty for another method, and if the gateway doesn't name the card.
   */
  public Optional<CardPayment> card() {
    return Optional.ofNullable(card);
  }

  /**
   * The address of the receipt for the buyer, as the gateway wrote it; Iamport may write {@code
   * http}. Everyone who has the address can see the receipt.
   */
  public Optional<String> receiptUrl() {
    return Optional.ofNullable(receiptUrl);
  }

  /**
   * The secret that Toss repeats in its webhooks about this payment, and that proves a deposit's
   * webhook. The response to confirm has it: store it with the order, and keep it out of logs.
   * Iamport and PortOne V2 have none.
   */
  public Optional<String> webhookSecret() {
    return Optional.ofNullable(webhookSecret);
  }

  /** All cancels, in the gateway's order; empty if there are none. Unmodifiable. */
  public List<PaymentCancel> cancels() {
    return cancels;
  }

  /** How far the refund of a deposit has come; {@code NONE} for every other payment. */
  public RefundStatus refundStatus() {
    return refundStatus;
  }

  /** The promotion that reduced the price, if the gateway reports one. */
  public Optional<Promotion> promotion() {
    return Optional.ofNullable(promotion);
  }

  /** The gateway's code for why it failed; Iamport gives none. */
  public Optional<String> failureCode() {
    return Optional.ofNullable(failureCode);
  }

  /** Why it failed, in the gateway's words. */
  public Optional<String> failureMessage() {
    return Optional.ofNullable(failureMessage);
  }

  /** Shows ids, status and amounts; never account numbers, names, card data or the secret. */
  @Override
  public String toString() {
    return "Payment["
        + terms.gateway()
        + ", "
        + terms.paymentId()
        + "="
        + paymentId
        + ", "
        + terms.orderId()
        + "="
        + orderId
        + ", "
        + status
        + ", amount="
        + amount
        + ", balance="
        + balance
        + "]";
  }

  /** Builds a {@link Payment}. What isn't set is absent; balance and cancelled start at zero. */
  public static final class Builder {
    private final GatewayTerms terms;
    private final PaymentId paymentId;
    private final OrderId orderId;
    private final Money amount;
    private final PaymentStatus status;
    private Money balance;
    private Money cancelled;
    private @Nullable String method;
    private @Nullable String orderName;
    private @Nullable Instant paidAt;
    private boolean test;
    private @Nullable VirtualAccount virtualAccount;
    private @Nullable CardPayment card;
    private @Nullable String receiptUrl;
    private @Nullable String webhookSecret;
    private List<PaymentCancel> cancels = List.of();
    private RefundStatus refundStatus = RefundStatus.NONE;
    private @Nullable Promotion promotion;
    private @Nullable String failureCode;
    private @Nullable String failureMessage;

    private Builder(
        GatewayTerms terms,
        PaymentId paymentId,
        OrderId orderId,
        Money amount,
        PaymentStatus status) {
      this.terms = Objects.requireNonNull(terms, "terms");
      this.paymentId = Objects.requireNonNull(paymentId, "paymentId");
      this.orderId = Objects.requireNonNull(orderId, "orderId");
      this.amount = Objects.requireNonNull(amount, "amount");
      this.status = Objects.requireNonNull(status, "status");
      this.balance = Money.zero(amount.currency());
      this.cancelled = this.balance;
    }

    /** What can still be cancelled. */
    public Builder balance(Money balance) {
      this.balance = Objects.requireNonNull(balance, "balance");
      return this;
    }

    /** What has been cancelled. */
    public Builder cancelled(Money cancelled) {
      this.cancelled = Objects.requireNonNull(cancelled, "cancelled");
      return this;
    }

    /** How it was paid, in the gateway's words. */
    public Builder method(@Nullable String method) {
      this.method = method;
      return this;
    }

    /** What was bought. */
    public Builder orderName(@Nullable String orderName) {
      this.orderName = orderName;
      return this;
    }

    /** When it was captured. */
    public Builder paidAt(@Nullable Instant paidAt) {
      this.paidAt = paidAt;
      return this;
    }

    /** Whether it was made through a test channel. */
    public Builder test(boolean test) {
      this.test = test;
      return this;
    }

    /** The account to pay into. */
    public Builder virtualAccount(@Nullable VirtualAccount virtualAccount) {
      this.virtualAccount = virtualAccount;
      return this;
    }

    /** The card it was paid with. */
    public Builder card(@Nullable CardPayment card) {
      this.card = card;
      return this;
    }

    /** Where the receipt is. */
    public Builder receiptUrl(@Nullable String receiptUrl) {
      this.receiptUrl = receiptUrl;
      return this;
    }

    /** The secret that proves a webhook about it. */
    public Builder webhookSecret(@Nullable String webhookSecret) {
      this.webhookSecret = webhookSecret;
      return this;
    }

    /** All cancels. */
    public Builder cancels(List<PaymentCancel> cancels) {
      this.cancels = Objects.requireNonNull(cancels, "cancels");
      return this;
    }

    /** How far the refund of a deposit has come; {@code NONE} by default. */
    public Builder refundStatus(RefundStatus refundStatus) {
      this.refundStatus = Objects.requireNonNull(refundStatus, "refundStatus");
      return this;
    }

    /** The promotion that reduced the price. */
    public Builder promotion(@Nullable Promotion promotion) {
      this.promotion = promotion;
      return this;
    }

    /** Why it failed. */
    public Builder failure(@Nullable String code, @Nullable String message) {
      this.failureCode = code;
      this.failureMessage = message;
      return this;
    }

    /** Returns the payment. */
    public Payment build() {
      return new Payment(this);
    }
  }

  @Serial
  private Object writeReplace() {
    return SerializedForm.of(this);
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw SerializedForm.notThis();
  }
}
