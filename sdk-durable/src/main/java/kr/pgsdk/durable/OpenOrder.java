package kr.pgsdk.durable;

import java.util.Objects;
import java.util.Optional;
import kr.pgsdk.core.CheckoutOptions;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import org.jspecify.annotations.Nullable;

/** An order that the buyer may pay now, from the shop's own records. Immutable. */
public final class OpenOrder {
  // What the store's columns hold.
  private static final int LARGEST_SCALE = 4;
  private static final int MOST_DIGITS = 15; // before the point
  private static final int LONGEST_CURRENCY = 8;

  private final OrderId orderId;
  private final Money price;
  private final @Nullable String orderName;
  private final @Nullable String account;
  private final CheckoutOptions checkout;

  private OpenOrder(Builder builder) {
    this.orderId = builder.orderId;
    this.price = builder.price;
    this.orderName = builder.orderName;
    this.account = builder.account;
    this.checkout = builder.checkout;
  }

  /**
   * Starts an order.
   *
   * @param price what it costs; zero is paid at once, without a gateway
   * @throws IllegalArgumentException if the price has more than four decimals or 15 digits before
   *     the point, its currency more than 8 letters, or the order id more than 64 characters or a
   *     blank at an edge
   */
  public static Builder builder(OrderId orderId, Money price) {
    return new Builder(orderId, price);
  }

  /** The order. */
  public OrderId orderId() {
    return orderId;
  }

  /** What it costs. */
  public Money price() {
    return price;
  }

  /** What is bought, as the checkout shows it. */
  public Optional<String> orderName() {
    return Optional.ofNullable(orderName);
  }

  /** The account the checkout is opened at; empty for the only one. */
  public Optional<String> account() {
    return Optional.ofNullable(account);
  }

  /** What the shop knows about the checkout; the store keeps none of it. */
  public CheckoutOptions checkout() {
    return checkout;
  }

  static Money storable(Money money) {
    if (money.amount().stripTrailingZeros().scale() > LARGEST_SCALE) {
      throw new IllegalArgumentException("an amount has at most four decimals here: " + money);
    }
    if (money.amount().precision() - money.amount().scale() > MOST_DIGITS) {
      throw new IllegalArgumentException(
          "an amount has at most 15 digits before the point here: " + money);
    }
    if (money.currency().length() > LONGEST_CURRENCY) {
      throw new IllegalArgumentException("a currency has at most 8 letters here: " + money);
    }
    return money;
  }

  /** Builds an {@link OpenOrder}. */
  public static final class Builder {
    private final OrderId orderId;
    private final Money price;
    private @Nullable String orderName;
    private @Nullable String account;
    private CheckoutOptions checkout = CheckoutOptions.none();

    private Builder(OrderId orderId, Money price) {
      this.orderId = Ids.storable(orderId);
      this.price = storable(price);
    }

    /** What is bought, as the checkout shows it. */
    public Builder orderName(String orderName) {
      this.orderName = Objects.requireNonNull(orderName, "orderName");
      return this;
    }

    /** The account to open the checkout at, where the shop has several. */
    public Builder account(String account) {
      this.account = Objects.requireNonNull(account, "account");
      return this;
    }

    /** What the shop knows about the checkout; the store keeps none of it. */
    public Builder checkout(CheckoutOptions checkout) {
      this.checkout = Objects.requireNonNull(checkout, "checkout");
      return this;
    }

    /** Returns the order. */
    public OpenOrder build() {
      return new OpenOrder(this);
    }
  }
}
