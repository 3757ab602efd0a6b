package kr.pgsdk.toss.receipt;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.toss.internal.TossRequestBuilder;

/**
 * The cancel of a cash receipt, whole or in part. Immutable; the same object sent again is one
 * cancel for Toss, within 15 days, by its idempotency key.
 */
public final class TossCashReceiptCancelRequest extends KeyedRequest {
  private final String receiptKey;

  private TossCashReceiptCancelRequest(
      String receiptKey, RequestFields fields, String idempotencyKey) {
    super(fields, idempotencyKey);
    this.receiptKey = receiptKey;
  }

  /**
   * Starts a cancel of the whole receipt.
   *
   * @param receiptKey the receipt's, at most 200 characters
   * @throws IllegalArgumentException if it is blank or longer
   */
  public static Builder full(String receiptKey) {
    return new Builder(receiptKey);
  }

  /**
   * Starts a cancel of a part.
   *
   * @param receiptKey the receipt's, at most 200 characters
   * @param amount in won
   * @throws IllegalArgumentException if it is blank or longer, or the amount is zero
   */
  public static Builder partial(String receiptKey, Money amount) {
    return new Builder(receiptKey).amount(amount);
  }

  /** The receipt's key. */
  public String receiptKey() {
    return receiptKey;
  }

  /** Shows the receipt's key alone. */
  @Override
  public String toString() {
    return "TossCashReceiptCancelRequest[" + receiptKey + "]";
  }

  /** Builds a {@link TossCashReceiptCancelRequest}. */
  public static final class Builder extends TossRequestBuilder<Builder> {
    private static final int MAX_RECEIPT_KEY = 200;

    private final String receiptKey;

    private Builder(String receiptKey) {
      RequestFields unused = new RequestFields().text("receiptKey", receiptKey, MAX_RECEIPT_KEY);
      this.receiptKey = receiptKey;
    }

    @Override
    protected Builder self() {
      return this;
    }

    private Builder amount(Money amount) {
      fields.won("amount", amount);
      return this;
    }

    /** Returns the request. */
    public TossCashReceiptCancelRequest build() {
      return new TossCashReceiptCancelRequest(receiptKey, fields.copy(), key());
    }
  }
}
