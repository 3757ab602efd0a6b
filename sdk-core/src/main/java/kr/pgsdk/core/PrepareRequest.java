package kr.pgsdk.core;

import java.util.Objects;
import java.util.Optional;
import kr.pgsdk.core.internal.text.Texts;
import org.jspecify.annotations.Nullable;

/** An order about to be paid: its number and what it costs. */
public final class PrepareRequest {
  private final OrderId orderId;
  private final Money money;
  private final @Nullable String orderName;
  private final boolean replaceAmount;
  private final CheckoutOptions checkout;

  private PrepareRequest(Builder builder) {
    this.orderId = builder.orderId;
    this.money = builder.money;
    this.orderName = builder.orderName;
    this.replaceAmount = builder.replaceAmount;
    this.checkout = builder.checkout;
  }

  /**
   * Starts a request.
   *
   * @throws IllegalArgumentException if the amount is zero
   */
  public static Builder builder(OrderId orderId, Money money) {
    return new Builder(orderId, money);
  }

  /** The order to be paid. */
  public OrderId orderId() {
    return orderId;
  }

  /** What the buyer must pay. */
  public Money money() {
    return money;
  }

  /** What is bought, as the checkout shows it. */
  public Optional<String> orderName() {
    return Optional.ofNullable(orderName);
  }

  /** Whether an amount registered before for the same order is to be replaced. */
  public boolean replaceAmount() {
    return replaceAmount;
  }

  /** What the shop knows of the checkout; {@link CheckoutOptions#none} if it said nothing. */
  public CheckoutOptions checkout() {
    return checkout;
  }

  @Override
  public String toString() {
    return "PrepareRequest[" + orderId + ", " + money + "]";
  }

  /** Builds a {@link PrepareRequest}. */
  public static final class Builder {
    private final OrderId orderId;
    private final Money money;
    private @Nullable String orderName;
    private boolean replaceAmount;
    private CheckoutOptions checkout = CheckoutOptions.none();

    private Builder(OrderId orderId, Money money) {
      this.orderId = Objects.requireNonNull(orderId, "orderId");
      this.money = Requests.positive(money, "amount");
    }

    /**
     * What is bought, as the checkout shows it (Iamport: at most 40 characters, Toss: 100, as
     * {@link String#length} counts). The scripts need it. Line breaks and tabs become spaces.
     *
     * @throws IllegalArgumentException if it is blank or has other control characters
     */
    public Builder orderName(String orderName) {
      this.orderName = Texts.note(orderName, "order name");
      return this;
    }

    /**
     * Replaces an amount registered before for the same order. Off by default: then another amount
     * than the registered one is an error.
     */
    public Builder replaceAmount(boolean replaceAmount) {
      this.replaceAmount = replaceAmount;
      return this;
    }

    /** What the shop knows of the checkout: {@link Preparation#checkout} then has it too. */
    public Builder checkout(CheckoutOptions checkout) {
      this.checkout = Objects.requireNonNull(checkout, "checkout");
      return this;
    }

    /** Returns the request. */
    public PrepareRequest build() {
      return new PrepareRequest(this);
    }
  }
}
