package kr.pgsdk.toss;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.core.internal.json.JsonText;
import kr.pgsdk.core.internal.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A cancel as Toss takes it, with every documented field. Immutable; the same object sent twice is
 * one cancel for Toss, within 15 days, by its idempotency key.
 */
public final class TossCancelRequest {
  private final PaymentId paymentKey;
  private final String cancelReason;
  private final @Nullable Money cancelAmount;
  private final @Nullable String currency;
  private final @Nullable Money refundableAmount;
  private final @Nullable Money taxFreeAmount;
  private final @Nullable Money taxExemptionAmount;
  private final @Nullable RefundAccount refundReceiveAccount;
  private final @Nullable String cancelRequestId;
  private final String idempotencyKey;

  private TossCancelRequest(Builder builder) {
    this.paymentKey = builder.paymentKey;
    this.cancelReason = builder.cancelReason;
    this.cancelAmount = builder.cancelAmount;
    this.currency = builder.currency;
    this.refundableAmount = builder.refundableAmount;
    this.taxFreeAmount = builder.taxFreeAmount;
    this.taxExemptionAmount = builder.taxExemptionAmount;
    this.refundReceiveAccount = builder.refundReceiveAccount;
    this.cancelRequestId = builder.cancelRequestId;
    this.idempotencyKey =
        builder.idempotencyKey != null ? builder.idempotencyKey : UUID.randomUUID().toString();
  }

  /**
   * Starts a cancel of all that is left, or of a virtual account without a deposit.
   *
   * @param cancelReason why, at most 200 characters as {@link String#length} counts; line breaks
   *     become spaces
   * @throws IllegalArgumentException if the reason breaks that rule
   */
  public static Builder full(PaymentId paymentKey, String cancelReason) {
    return new Builder(paymentKey, null, cancelReason);
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
    if (cancelAmount.isZero()) {
      throw new IllegalArgumentException("cancelAmount must be more than zero");
    }
    return new Builder(paymentKey, cancelAmount, cancelReason);
  }

  /** Toss's number for the payment. */
  public PaymentId paymentKey() {
    return paymentKey;
  }

  /** How much; empty for all that is left. */
  public Optional<Money> cancelAmount() {
    return Optional.ofNullable(cancelAmount);
  }

  /** Under what Toss recognises a repetition. */
  public String idempotencyKey() {
    return idempotencyKey;
  }

  /** What no message may repeat. */
  String[] personal() {
    return refundReceiveAccount == null
        ? new String[0]
        : new String[] {refundReceiveAccount.number(), refundReceiveAccount.holder()};
  }

  String toJson() {
    return JsonText.object()
        .put("cancelReason", cancelReason)
        .put("cancelAmount", cancelAmount)
        .put("currency", currency)
        .put("refundableAmount", refundableAmount)
        .put("taxFreeAmount", taxFreeAmount)
        .put("taxExemptionAmount", taxExemptionAmount)
        .put("refundReceiveAccount", account())
        .put("cancelRequestId", cancelRequestId)
        .toString();
  }

  private @Nullable JsonText account() {
    // The bank is called bank here and bankCode in answers.
    return refundReceiveAccount == null
        ? null
        : JsonText.object()
            .put("bank", refundReceiveAccount.bankCode())
            .put("accountNumber", refundReceiveAccount.number())
            .put("holderName", refundReceiveAccount.holder());
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
  public static final class Builder {
    private final PaymentId paymentKey;
    private final @Nullable Money cancelAmount;
    private final String cancelReason;
    private @Nullable String currency;
    private @Nullable Money refundableAmount;
    private @Nullable Money taxFreeAmount;
    private @Nullable Money taxExemptionAmount;
    private @Nullable RefundAccount refundReceiveAccount;
    private @Nullable String cancelRequestId;
    private @Nullable String idempotencyKey;

    private Builder(PaymentId paymentKey, @Nullable Money cancelAmount, String cancelReason) {
      this.paymentKey = Objects.requireNonNull(paymentKey, "paymentKey");
      this.cancelAmount = cancelAmount;
      this.cancelReason = TossRules.reason(cancelReason);
      this.currency =
          cancelAmount == null || cancelAmount.currency().equals("KRW")
              ? null
              : cancelAmount.currency();
    }

    /**
     * The payment's currency, for anything but won; a part in another currency than won sets it by
     * itself.
     */
    public Builder currency(String currency) {
      this.currency = Money.zero(currency).currency();
      return this;
    }

    /** What must be left before it: if Toss knows another balance, it cancels nothing. */
    public Builder refundableAmount(Money refundableAmount) {
      this.refundableAmount = Objects.requireNonNull(refundableAmount, "refundableAmount");
      return this;
    }

    /** The tax-free part of what is cancelled. */
    public Builder taxFreeAmount(Money taxFreeAmount) {
      this.taxFreeAmount = Objects.requireNonNull(taxFreeAmount, "taxFreeAmount");
      return this;
    }

    /** The part of what is cancelled that is exempt from taxation, such as a cup deposit. */
    public Builder taxExemptionAmount(Money taxExemptionAmount) {
      this.taxExemptionAmount = Objects.requireNonNull(taxExemptionAmount, "taxExemptionAmount");
      return this;
    }

    /**
     * Where a deposit is refunded to; Toss demands it for a virtual account that was paid into, and
     * for nothing else.
     *
     * @throws IllegalArgumentException if the number isn't at most 20 digits, the holder is longer
     *     than 60 characters, or a phone number is with it
     */
    public Builder refundReceiveAccount(RefundAccount account) {
      this.refundReceiveAccount = TossRules.refundAccount(account);
      return this;
    }

    /**
     * The shop's number for the cancel, which overseas wallets demand: 6 to 64 letters, digits, - _
     * =.
     *
     * @throws IllegalArgumentException if it breaks that rule
     */
    public Builder cancelRequestId(String cancelRequestId) {
      this.cancelRequestId = TossRules.cancelRequestId(cancelRequestId);
      return this;
    }

    /**
     * A key of the caller's own: 1 to 300 visible ASCII characters, never used for another cancel.
     * Random by default.
     *
     * @throws IllegalArgumentException if it breaks that rule
     */
    public Builder idempotencyKey(String idempotencyKey) {
      this.idempotencyKey = Texts.idempotencyKey(idempotencyKey);
      return this;
    }

    /**
     * Returns the request.
     *
     * @throws IllegalArgumentException if its amounts are of different currencies, or more is to be
     *     cancelled than is left
     */
    public TossCancelRequest build() {
      String common = currency != null ? currency : "KRW";
      requireCurrency(cancelAmount, "cancelAmount", common);
      requireCurrency(refundableAmount, "refundableAmount", common);
      requireCurrency(taxFreeAmount, "taxFreeAmount", common);
      requireCurrency(taxExemptionAmount, "taxExemptionAmount", common);
      if (cancelAmount != null
          && refundableAmount != null
          && cancelAmount.isMoreThan(refundableAmount)) {
        throw new IllegalArgumentException(
            "cancelAmount (" + cancelAmount + ") is more than is left (" + refundableAmount + ")");
      }
      return new TossCancelRequest(this);
    }

    private static void requireCurrency(@Nullable Money money, String name, String currency) {
      if (money != null && !money.currency().equals(currency)) {
        throw new IllegalArgumentException(
            name + " is in " + money.currency() + ", the cancel in " + currency);
      }
    }
  }
}
