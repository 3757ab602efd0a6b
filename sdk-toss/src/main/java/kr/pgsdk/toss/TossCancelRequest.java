package kr.pgsdk.toss;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.toss.internal.TossRequestBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A cancel as Toss takes it, with every documented field. Immutable; the same object sent twice is
 * one cancel for Toss, within 15 days, by its idempotency key.
 */
public final class TossCancelRequest extends KeyedRequest {
  private final PaymentId paymentKey;
  private final @Nullable Money cancelAmount;

  private TossCancelRequest(
      PaymentId paymentKey, @Nullable Money cancelAmount, RequestFields fields, String key) {
    super(fields, key);
    this.paymentKey = paymentKey;
    this.cancelAmount = cancelAmount;
  }

  /**
   * Starts a cancel of all that is left, or of a virtual account without a deposit.
   *
   * @param cancelReason why, at most 200 characters as {@link String#length} counts; line breaks
   *     become spaces
   * @throws IllegalArgumentException if the reason breaks that rule
   */
  public static Builder full(PaymentId paymentKey, String cancelReason) {
    return new Builder(paymentKey, cancelReason);
  }

  /**
   * Starts a cancel of a part.
   *
   * @param cancelAmount how much goes back
   * @param cancelReason why, at most 200 characters as {@link String#length} counts; line breaks
   *     become spaces
   * @throws IllegalArgumentException if the amount is zero, or the reason breaks that rule
   */
  public static Builder partial(PaymentId paymentKey, Money cancelAmount, String cancelReason) {
    return new Builder(paymentKey, cancelReason).part(cancelAmount);
  }

  /** Toss's number for the payment. */
  public PaymentId paymentKey() {
    return paymentKey;
  }

  /** How much; empty for all that is left. */
  public Optional<Money> cancelAmount() {
    return Optional.ofNullable(cancelAmount);
  }

  @Override
  public String toString() {
    return "TossCancelRequest["
        + paymentKey
        + ", "
        + (cancelAmount == null ? "all" : cancelAmount)
        + "]";
  }

  /** Builds a {@link TossCancelRequest}. What isn't set isn't sent. */
  public static final class Builder extends TossRequestBuilder<Builder> {
    private static final String CANCEL_AMOUNT = "cancelAmount";
    private static final String REFUNDABLE_AMOUNT = "refundableAmount";
    private static final int MAX_REASON = 200;

    private final PaymentId paymentKey;
    private final Map<String, Money> amounts = new LinkedHashMap<>();
    private String currency = "KRW";

    private Builder(PaymentId paymentKey, String cancelReason) {
      this.paymentKey = Objects.requireNonNull(paymentKey, "paymentKey");
      fields.note("cancelReason", cancelReason, MAX_REASON);
    }

    private Builder part(Money cancelAmount) {
      fields.positive(CANCEL_AMOUNT, cancelAmount);
      amounts.put(CANCEL_AMOUNT, cancelAmount);
      return cancelAmount.currency().equals(currency) ? this : currency(cancelAmount.currency());
    }

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * The payment's currency, if it isn't won; a partial cancel in another currency sets it
     * automatically.
     */
    public Builder currency(String currency) {
      this.currency = Money.zero(currency).currency();
      fields.text("currency", this.currency);
      return this;
    }

    /** The balance before this cancel: if Toss has another balance, it cancels nothing. */
    public Builder refundableAmount(Money refundableAmount) {
      return amount(REFUNDABLE_AMOUNT, refundableAmount);
    }

    /** The tax-free part of what is cancelled. */
    public Builder taxFreeAmount(Money taxFreeAmount) {
      return amount("taxFreeAmount", taxFreeAmount);
    }

    /** The part of what is cancelled that is exempt from taxation, such as a cup deposit. */
    public Builder taxExemptionAmount(Money taxExemptionAmount) {
      return amount("taxExemptionAmount", taxExemptionAmount);
    }

    private Builder amount(String name, Money amount) {
      fields.amount(name, amount);
      amounts.put(name, amount);
      return this;
    }

    /**
     * Where a deposit is refunded to; Toss requires it for a virtual account that was paid into,
     * and for nothing else.
     *
     * @throws IllegalArgumentException if the number isn't at most 20 digits, the holder is longer
     *     than 60 characters, or a phone number is with it
     */
    public Builder refundReceiveAccount(RefundAccount account) {
      RefundAccount checked = TossRules.refundAccount(account);
      // The bank is called bank here and bankCode in responses.
      fields.object(
          "refundReceiveAccount",
          new RequestFields()
              .text("bank", checked.bankCode())
              .personal("accountNumber", checked.number())
              .personal("holderName", checked.holder()));
      return this;
    }

    /**
     * The shop's number for the cancel, which overseas wallets demand: 6 to 64 letters, digits, - _
     * =.
     *
     * @throws IllegalArgumentException if it breaks that rule
     */
    public Builder cancelRequestId(String cancelRequestId) {
      fields.text("cancelRequestId", TossRules.cancelRequestId(cancelRequestId));
      return this;
    }

    /**
     * Returns the request.
     *
     * @throws IllegalArgumentException if its amounts are of different currencies, or more is to be
     *     cancelled than is left
     */
    public TossCancelRequest build() {
      amounts.forEach(
          (name, amount) -> {
            if (!amount.currency().equals(currency)) {
              throw new IllegalArgumentException(
                  name + " is in " + amount.currency() + ", the cancel in " + currency);
            }
          });
      Money part = amounts.get(CANCEL_AMOUNT);
      Money left = amounts.get(REFUNDABLE_AMOUNT);
      if (part != null && left != null && part.isMoreThan(left)) {
        throw new IllegalArgumentException(
            CANCEL_AMOUNT + " (" + part + ") is more than is left (" + left + ")");
      }
      return new TossCancelRequest(paymentKey, part, fields.copy(), key());
    }
  }
}
