package kr.pgsdk.durable;

import java.util.Objects;
import java.util.Optional;
import kr.pgsdk.core.CancelRequester;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.RefundAccount;
import org.jspecify.annotations.Nullable;

/**
 * A refund with the shop's own id. All requests with the same id are one refund, in every process,
 * before and after a crash. Immutable.
 */
public final class Refund {
  private final String refundId;
  private final OrderId orderId;
  private final @Nullable Money amount;
  private final String reason;
  private final @Nullable PaymentId paymentId;
  private final @Nullable Money taxFree;
  private final @Nullable Money vat;
  private final @Nullable RefundAccount refundAccount;
  private final @Nullable CancelRequester requester;

  private Refund(Builder builder) {
    this.refundId = builder.refundId;
    this.orderId = builder.orderId;
    this.amount = builder.amount;
    this.reason = builder.reason;
    this.paymentId = builder.paymentId;
    this.taxFree = builder.taxFree;
    this.vat = builder.vat;
    this.refundAccount = builder.refundAccount;
    this.requester = builder.requester;
  }

  /**
   * Starts a refund of all that is left.
   *
   * @param refundId 1 to 32 of {@code A-Z a-z 0-9 _ -}, such as the number of the return
   * @param reason at most 200 characters, as {@link String#length} counts; line breaks become
   *     spaces. The gateway stores it and may show it
   */
  public static Builder full(String refundId, OrderId orderId, String reason) {
    return new Builder(refundId, orderId, null, reason);
  }

  /** Starts a refund of a part; otherwise as {@link #full}. */
  public static Builder partial(String refundId, OrderId orderId, Money amount, String reason) {
    return new Builder(refundId, orderId, OpenOrder.storable(amount), reason);
  }

  /** The shop's id for it. */
  public String refundId() {
    return refundId;
  }

  /** The order. */
  public OrderId orderId() {
    return orderId;
  }

  /** How much goes back; empty for all that is left. */
  public Optional<Money> amount() {
    return Optional.ofNullable(amount);
  }

  /** Why. */
  public String reason() {
    return reason;
  }

  /** The payment; empty for the one that pays the order. */
  public Optional<PaymentId> paymentId() {
    return Optional.ofNullable(paymentId);
  }

  Optional<Money> taxFree() {
    return Optional.ofNullable(taxFree);
  }

  Optional<Money> vat() {
    return Optional.ofNullable(vat);
  }

  Optional<RefundAccount> refundAccount() {
    return Optional.ofNullable(refundAccount);
  }

  Optional<CancelRequester> requester() {
    return Optional.ofNullable(requester);
  }

  /** Shows ids and amount; never the refund account. */
  @Override
  public String toString() {
    return "Refund["
        + refundId
        + ", "
        + orderId
        + ", "
        + amount().map(Money::toString).orElse("all")
        + "]";
  }

  /** Builds a {@link Refund}. */
  public static final class Builder {
    private final String refundId;
    private final OrderId orderId;
    private final @Nullable Money amount;
    private final String reason;
    private @Nullable PaymentId paymentId;
    private @Nullable Money taxFree;
    private @Nullable Money vat;
    private @Nullable RefundAccount refundAccount;
    private @Nullable CancelRequester requester;

    private Builder(String refundId, OrderId orderId, @Nullable Money amount, String reason) {
      this.refundId = Ids.refundId(refundId);
      this.orderId = Ids.storable(orderId);
      this.amount = amount;
      this.reason = RefundText.reason(reason);
    }

    /** The payment to refund, where it isn't the one that pays the order. */
    public Builder paymentId(PaymentId paymentId) {
      this.paymentId = Objects.requireNonNull(paymentId, "paymentId");
      return this;
    }

    /** The tax-free part of the amount. */
    public Builder taxFree(Money taxFree) {
      this.taxFree = OpenOrder.storable(taxFree);
      return this;
    }

    /** The VAT in the amount. Iamport only. */
    public Builder vat(Money vat) {
      this.vat = OpenOrder.storable(vat);
      return this;
    }

    /**
     * The account to which a deposit is refunded. The store seals it with {@link
     * DurableBuilder#sealer}.
     */
    public Builder refundAccount(RefundAccount refundAccount) {
      this.refundAccount = Objects.requireNonNull(refundAccount, "refundAccount");
      return this;
    }

    /** Who asked for the refund; Naver Pay needs this. */
    public Builder requester(CancelRequester requester) {
      this.requester = Objects.requireNonNull(requester, "requester");
      return this;
    }

    /**
     * Returns the refund.
     *
     * @throws IllegalArgumentException if reason or amounts break the rules of a cancel
     */
    public Refund build() {
      Refund refund = new Refund(this);
      RefundText.request(refund, PaymentId.of("check")).build();
      return refund;
    }
  }
}
