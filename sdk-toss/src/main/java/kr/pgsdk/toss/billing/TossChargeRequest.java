package kr.pgsdk.toss.billing;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.text.DerivedKey;
import kr.pgsdk.toss.internal.TossFields;
import kr.pgsdk.toss.internal.TossOrderBuilder;

/**
 * A charge of a billing key. Immutable.
 *
 * <p>Its idempotency key is derived from billing key, customer key, order id, amount and currency
 * unless given: the same charge has the same key on every server, and two orders never share one.
 * Toss keeps a response under its key for 15 days, refusals too.
 */
public final class TossChargeRequest extends KeyedRequest {
  private final String billingKey;
  private final OrderId orderId;
  private final Money amount;

  private TossChargeRequest(
      String billingKey,
      OrderId orderId,
      Money amount,
      RequestFields fields,
      String idempotencyKey) {
    super(fields, idempotencyKey);
    this.billingKey = billingKey;
    this.orderId = orderId;
    this.amount = amount;
  }

  /**
   * Starts a charge.
   *
   * @param billingKey at most 200 visible ASCII characters. A secret: no message shows it.
   * @param customerKey the one it was issued with: 2 to 300 letters, digits, - _ = . @; a secret
   *     too
   * @param orderId 6 to 64 letters, digits, - _ =
   * @param amount what it costs; Toss is told the number alone, not the currency
   * @param orderName what is bought: at most 100 characters
   * @throws IllegalArgumentException if the amount is zero, or a rule above is broken
   */
  public static Builder builder(
      String billingKey, String customerKey, OrderId orderId, Money amount, String orderName) {
    return new Builder(billingKey, customerKey, orderId, amount, orderName);
  }

  /** The order. */
  public OrderId orderId() {
    return orderId;
  }

  /** What it costs. */
  public Money amount() {
    return amount;
  }

  /** Its last part is the number of the key: a charge has no second one. */
  static String derivedKey(String billingKey, String customerKey, OrderId orderId, Money amount) {
    return DerivedKey.of(
        "charge",
        billingKey,
        customerKey,
        orderId.value(),
        amount.toPlainString(),
        amount.currency(),
        "1");
  }

  String billingKey() {
    return billingKey;
  }

  /** Shows order and amount alone. */
  @Override
  public String toString() {
    return "TossChargeRequest[" + orderId + ", " + amount + "]";
  }

  /** Builds a {@link TossChargeRequest}. What isn't set isn't sent. */
  public static final class Builder extends TossOrderBuilder<Builder> {
    private final String billingKey;
    private final String customerKey;

    private Builder(
        String billingKey, String customerKey, OrderId orderId, Money amount, String orderName) {
      super(orderId, amount, orderName);
      TossFields.customerKey(fields, customerKey);
      this.billingKey = TossFields.requireBillingKey(billingKey);
      this.customerKey = customerKey;
    }

    @Override
    protected Builder self() {
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

    /**
     * {@code taxExemptionAmount}: the part of the amount that is exempt from taxation, such as a
     * cup deposit.
     *
     * @throws IllegalArgumentException if it is more than the amount, or in another currency
     */
    public Builder taxExemptionAmount(Money exempt) {
      TossFields.part(fields, "taxExemptionAmount", exempt, amount);
      return this;
    }

    /**
     * A key of the caller's own: 1 to 300 visible ASCII characters, never used for another charge.
     * By default it is derived from what is charged.
     *
     * @throws IllegalArgumentException if it breaks that rule
     */
    @Override
    public Builder idempotencyKey(String idempotencyKey) {
      return super.idempotencyKey(idempotencyKey);
    }

    /** Returns the request. */
    public TossChargeRequest build() {
      String key = ownKey().orElseGet(() -> derivedKey(billingKey, customerKey, orderId, amount));
      return new TossChargeRequest(billingKey, orderId, amount, fields.copy(), key);
    }
  }
}
