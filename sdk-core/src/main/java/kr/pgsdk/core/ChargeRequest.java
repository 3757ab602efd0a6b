package kr.pgsdk.core;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import kr.pgsdk.core.internal.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A charge of a billing key, for one order. The SDK never sends an order id again that was charged
 * or declined; to try again after a decline, use a new order id. Immutable.
 */
public final class ChargeRequest {
  private static final int MAX_MONTHS = 36;

  private final BillingKey billingKey;
  private final OrderId orderId;
  private final Money money;
  private final String orderName;
  private final @Nullable Money taxFree;
  private final @Nullable String customerName;
  private final @Nullable String customerEmail;
  private final @Nullable Integer installmentMonths;

  private ChargeRequest(Builder builder) {
    this.billingKey = builder.billingKey;
    this.orderId = builder.orderId;
    this.money = builder.money;
    this.orderName = builder.orderName;
    this.taxFree = builder.taxFree;
    this.customerName = builder.customerName;
    this.customerEmail = builder.customerEmail;
    this.installmentMonths = builder.installmentMonths;
  }

  /**
   * Starts a charge.
   *
   * @param billingKey what is charged
   * @param orderId the shop's number for this charge; store it before you charge
   * @param money how much
   * @param orderName what it is for, as the card's statement may show it; Iamport takes 40
   *     characters, Toss 100
   * @throws IllegalArgumentException if the amount is zero, or the name is blank
   */
  public static Builder builder(
      BillingKey billingKey, OrderId orderId, Money money, String orderName) {
    return new Builder(billingKey, orderId, money, orderName);
  }

  /** What is charged. */
  public BillingKey billingKey() {
    return billingKey;
  }

  /** The shop's number for this charge. */
  public OrderId orderId() {
    return orderId;
  }

  /** How much. */
  public Money money() {
    return money;
  }

  /** What it is for. */
  public String orderName() {
    return orderName;
  }

  /** The tax-free part of it. */
  public Optional<Money> taxFree() {
    return Optional.ofNullable(taxFree);
  }

  /** The buyer's name. */
  public Optional<String> customerName() {
    return Optional.ofNullable(customerName);
  }

  /** The buyer's mail address. */
  public Optional<String> customerEmail() {
    return Optional.ofNullable(customerEmail);
  }

  /** In how many months it is paid off; 0 for at once. */
  public OptionalInt installmentMonths() {
    return installmentMonths == null ? OptionalInt.empty() : OptionalInt.of(installmentMonths);
  }

  /** Shows the order and the amount, never the key. */
  @Override
  public String toString() {
    return "ChargeRequest[" + orderId + ", " + money + "]";
  }

  /** Builds a {@link ChargeRequest}. */
  public static final class Builder {
    private final BillingKey billingKey;
    private final OrderId orderId;
    private final Money money;
    private final String orderName;
    private @Nullable Money taxFree;
    private @Nullable String customerName;
    private @Nullable String customerEmail;
    private @Nullable Integer installmentMonths;

    private Builder(BillingKey billingKey, OrderId orderId, Money money, String orderName) {
      this.billingKey = Objects.requireNonNull(billingKey, "billingKey");
      this.orderId = Objects.requireNonNull(orderId, "orderId");
      this.money = Requests.positive(money, "amount");
      this.orderName = Texts.note(orderName, "order name");
    }

    /**
     * The tax-free part of the amount.
     *
     * @throws IllegalArgumentException from {@link #build()} if it is more than the amount
     */
    public Builder taxFree(Money taxFree) {
      this.taxFree = Objects.requireNonNull(taxFree, "taxFree");
      return this;
    }

    /** The buyer's name. */
    public Builder customerName(String name) {
      this.customerName = Texts.note(name, "customer name");
      return this;
    }

    /** The buyer's mail address. */
    public Builder customerEmail(String email) {
      this.customerEmail = Texts.line(email, "customer email");
      return this;
    }

    /**
     * In how many months the buyer pays it off: 0 for at once, or 2 to 36. Only Iamport takes it,
     * from 50,000 won.
     *
     * @throws IllegalArgumentException if it is another number
     */
    public Builder installmentMonths(int months) {
      if (months < 0 || months == 1 || months > MAX_MONTHS) {
        throw new IllegalArgumentException(
            "installment months must be 0, or 2 to " + MAX_MONTHS + ": it is " + months);
      }
      this.installmentMonths = months;
      return this;
    }

    /**
     * Returns the request.
     *
     * @throws IllegalArgumentException if the tax-free part is more than the amount
     */
    public ChargeRequest build() {
      Requests.within(money, null, taxFree, null);
      return new ChargeRequest(this);
    }
  }
}
