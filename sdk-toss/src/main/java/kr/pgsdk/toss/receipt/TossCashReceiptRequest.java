package kr.pgsdk.toss.receipt;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.toss.internal.TossFields;
import kr.pgsdk.toss.internal.TossOrderBuilder;
import kr.pgsdk.toss.model.TossCashReceiptType;

/**
 * What a cash receipt is issued with. Immutable; the same object sent again is one receipt for
 * Toss, within 15 days, by its idempotency key.
 */
public final class TossCashReceiptRequest extends KeyedRequest {
  private final OrderId orderId;

  private TossCashReceiptRequest(OrderId orderId, RequestFields fields, String idempotencyKey) {
    super(fields, idempotencyKey);
    this.orderId = orderId;
  }

  /**
   * Starts a request.
   *
   * @param orderId 6 to 64 letters, digits, - _ =
   * @param amount what was received, in won
   * @param orderName what was bought: at most 100 characters
   * @param customerIdentityNumber whom it is for: the number of a phone, a business or a receipt
   *     card, 8 to 30 digits; dashes between them are dropped. No message and no {@code toString}
   *     shows it.
   * @throws IllegalArgumentException if the amount is zero, or a rule above is broken
   */
  public static Builder builder(
      OrderId orderId,
      Money amount,
      String orderName,
      TossCashReceiptType type,
      String customerIdentityNumber) {
    return new Builder(orderId, amount, orderName, type, customerIdentityNumber);
  }

  /** The order. */
  public OrderId orderId() {
    return orderId;
  }

  /** Shows the order alone. */
  @Override
  public String toString() {
    return "TossCashReceiptRequest[" + orderId + "]";
  }

  /** Builds a {@link TossCashReceiptRequest}. What isn't set isn't sent. */
  public static final class Builder extends TossOrderBuilder<Builder> {
    private Builder(
        OrderId orderId,
        Money amount,
        String orderName,
        TossCashReceiptType type,
        String customerIdentityNumber) {
      super(orderId, amount, orderName);
      fields.won("amount", amount).word("type", type);
      TossFields.receiptIdentity(fields, "customerIdentityNumber", customerIdentityNumber);
    }

    @Override
    protected Builder self() {
      return this;
    }

    /** Returns the request. */
    public TossCashReceiptRequest build() {
      return new TossCashReceiptRequest(orderId, fields.copy(), key());
    }
  }
}
