package kr.pgsdk.portone;

import java.util.Objects;
import kr.pgsdk.core.CancelRequester;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.RefundAccount;
import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.text.Texts;
import kr.pgsdk.portone.internal.PortOneRequestBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A cancel as PortOne takes it, with every documented field. Immutable; the same object sent twice
 * is one cancel for PortOne, for three hours, by its idempotency key.
 */
public final class PortOneCancelRequest extends KeyedRequest {
  /** What becomes of a promotion's discount after a partial cancel. */
  public enum PromotionDiscount {
    /** It stays as it was; PortOne adjusts the amount that goes back. */
    RETAIN,
    /** PortOne calculates it again for what is left. */
    RELEASE
  }

  private final OrderId paymentId;
  private final String currency;

  private PortOneCancelRequest(
      OrderId paymentId, String currency, RequestFields fields, String idempotencyKey) {
    super(fields, idempotencyKey);
    this.paymentId = paymentId;
    this.currency = currency;
  }

  /**
   * Starts a cancel of all that is left.
   *
   * @param currency the payment's: PortOne's response doesn't name it
   * @param reason why, at most 200 characters as {@link String#length} counts; line breaks become
   *     spaces
   * @throws IllegalArgumentException if the reason breaks that rule
   */
  public static Builder full(OrderId paymentId, String currency, String reason) {
    return new Builder(paymentId, Money.zero(currency).currency(), null, reason);
  }

  /**
   * Starts a cancel of a part.
   *
   * @param amount how much goes back
   * @param reason as for {@link #full}
   * @throws IllegalArgumentException if the amount is zero or no whole number of minor units, or
   *     the reason breaks its rule
   */
  public static Builder partial(OrderId paymentId, Money amount, String reason) {
    return new Builder(paymentId, amount.currency(), amount, reason);
  }

  /** The shop's own id for the payment. */
  public OrderId paymentId() {
    return paymentId;
  }

  String currency() {
    return currency;
  }

  /** Shows only the payment. */
  @Override
  public String toString() {
    return "PortOneCancelRequest[" + paymentId + "]";
  }

  /** Builds a {@link PortOneCancelRequest}. What isn't set isn't sent. */
  public static final class Builder extends PortOneRequestBuilder<Builder> {
    private static final int MAX_REASON = 200;

    private final OrderId paymentId;
    private final String currency;

    private Builder(OrderId paymentId, String currency, @Nullable Money amount, String reason) {
      this.paymentId = Objects.requireNonNull(paymentId, "paymentId");
      this.currency = currency;
      fields.text("reason", Texts.note(reason, "reason", MAX_REASON), MAX_REASON);
      if (amount != null) {
        fields.number("amount", amount.minorUnits(), 1, Long.MAX_VALUE);
      }
    }

    @Override
    protected Builder self() {
      return this;
    }

    /** The balance before this cancel: if PortOne has another balance, it cancels nothing. */
    public Builder currentCancellableAmount(Money balance) {
      return units("currentCancellableAmount", balance);
    }

    /** The tax-free part of what is cancelled; without it, all of it is taxable. */
    public Builder taxFreeAmount(Money taxFree) {
      return units("taxFreeAmount", taxFree);
    }

    /** The VAT in what is cancelled; if it isn't set, PortOne calculates it. */
    public Builder vatAmount(Money vat) {
      return units("vatAmount", vat);
    }

    private Builder units(String name, Money money) {
      if (!money.currency().equals(currency)) {
        throw new IllegalArgumentException(
            name + " is in " + money.currency() + ", the cancel in " + currency);
      }
      fields.number(name, money.minorUnits(), 0, Long.MAX_VALUE);
      return this;
    }

    /** Who asked for it. */
    public Builder requester(CancelRequester requester) {
      fields.text(
          "requester",
          switch (requester) {
            case CUSTOMER -> "CUSTOMER";
            case MERCHANT -> "ADMIN";
          });
      return this;
    }

    /**
     * The account for the refund of a deposit, or of a mobile payment after its month. The bank is
     * PortOne's word, such as {@code SHINHAN}; Smartro requires the holder's phone number. No
     * message and no {@code toString} shows any of it.
     */
    public Builder refundAccount(RefundAccount account) {
      RequestFields to =
          new RequestFields()
              .text("bank", account.bankCode())
              .personal("number", account.number())
              .personal("holderName", account.holder());
      account.phone().ifPresent(phone -> to.personal("holderPhoneNumber", phone));
      fields.object("refundAccount", to);
      return this;
    }

    /** The mail address to which the payment company writes about the refund; for Triple-A. */
    public Builder refundEmail(String email) {
      fields.personal("refundEmail", email);
      return this;
    }

    /** What becomes of a promotion's discount; the same in all partial cancels of a payment. */
    public Builder promotionDiscount(PromotionDiscount option) {
      fields.text("promotionDiscountRetainOption", option.name());
      return this;
    }

    /** Whether PortOne sends no webhook about the success. */
    public Builder skipWebhook(boolean skip) {
      fields.flag("skipWebhook", skip);
      return this;
    }

    /** Returns the request. */
    public PortOneCancelRequest build() {
      return new PortOneCancelRequest(paymentId, currency, fields.copy(), key());
    }
  }
}
