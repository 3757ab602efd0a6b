package kr.pgsdk.toss.card;

import java.math.BigDecimal;
import java.util.Objects;
import kr.pgsdk.core.CardData;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.toss.internal.TossFields;
import kr.pgsdk.toss.internal.TossOrderBuilder;

/**
 * A payment with a card's data. Immutable; the same object sent again is one payment for Toss,
 * within 15 days, by its idempotency key.
 */
public final class TossKeyInRequest extends KeyedRequest {
  private final OrderId orderId;
  private final Money amount;

  private TossKeyInRequest(
      OrderId orderId, Money amount, RequestFields fields, String idempotencyKey) {
    super(fields, idempotencyKey);
    this.orderId = orderId;
    this.amount = amount;
  }

  /**
   * Starts a payment.
   *
   * @param orderId 6 to 64 letters, digits, - _ =
   * @param amount what it costs; Toss is told the number alone, not the currency
   * @param orderName what is bought: at most 100 characters
   * @throws IllegalArgumentException if the amount is zero, or a rule above is broken
   */
  public static Builder builder(OrderId orderId, Money amount, String orderName, CardData card) {
    return new Builder(orderId, amount, orderName, card);
  }

  /** The order. */
  public OrderId orderId() {
    return orderId;
  }

  /** What it costs. */
  public Money amount() {
    return amount;
  }

  /** Shows order and amount alone. */
  @Override
  public String toString() {
    return "TossKeyInRequest[" + orderId + ", " + amount + "]";
  }

  /** Builds a {@link TossKeyInRequest}. What isn't set isn't sent. */
  public static final class Builder extends TossOrderBuilder<Builder> {
    private static final int MAX_MONTHS = 12;
    private static final BigDecimal LEAST_IN_INSTALLMENTS = BigDecimal.valueOf(50_000);

    private Builder(OrderId orderId, Money amount, String orderName, CardData card) {
      super(orderId, amount, orderName);
      TossFields.card(fields, Objects.requireNonNull(card, "card"));
    }

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * {@code cardInstallmentPlan}: in how many months it is paid off: 2 to 12, from 50,000 won; 0
     * for at once.
     *
     * @throws IllegalArgumentException if it breaks that rule
     */
    public Builder cardInstallmentPlan(int months) {
      if (months == 1) {
        throw new IllegalArgumentException("cardInstallmentPlan must be 0, or 2 to 12: it is 1");
      }
      if (months > 0
          && amount.currency().equals("KRW")
          && amount.amount().compareTo(LEAST_IN_INSTALLMENTS) < 0) {
        throw new IllegalArgumentException(
            "cardInstallmentPlan needs an amount of 50,000 won or more: it is " + amount);
      }
      fields.number("cardInstallmentPlan", months, 0, MAX_MONTHS);
      return this;
    }

    /** {@code useFreeInstallmentPlan}: whether the merchant pays the interest. */
    public Builder useFreeInstallmentPlan(boolean free) {
      fields.flag("useFreeInstallmentPlan", free);
      return this;
    }

    /** {@code useCardPoint}: whether card points are spent. */
    public Builder useCardPoint(boolean use) {
      fields.flag("useCardPoint", use);
      return this;
    }

    /** {@code customerName}: personal, as the next two; at most 100 characters. */
    public Builder customerName(String name) {
      TossFields.customerName(fields, name);
      return this;
    }

    /** {@code customerEmail}: at most 100 characters. */
    public Builder customerEmail(String email) {
      TossFields.customerEmail(fields, email);
      return this;
    }

    /** {@code customerIp}: the address the buyer came from. */
    public Builder customerIp(String ip) {
      TossFields.customerIp(fields, ip);
      return this;
    }

    /** {@code vbv}: what a 3-D Secure authentication made elsewhere proved. */
    public Builder vbv(String cavv, String xid, String eci) {
      TossFields.vbv(fields, cavv, xid, eci);
      return this;
    }

    /** Returns the request. */
    public TossKeyInRequest build() {
      return new TossKeyInRequest(orderId, amount, fields.copy(), key());
    }
  }
}
