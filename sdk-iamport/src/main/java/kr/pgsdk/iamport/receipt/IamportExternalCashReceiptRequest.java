package kr.pgsdk.iamport.receipt;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/** What a cash receipt for money received elsewhere is issued with. */
public final class IamportExternalCashReceiptRequest extends RequestObject {
  private IamportExternalCashReceiptRequest(RequestFields fields) {
    super(fields);
  }

  /**
   * Starts a request.
   *
   * @param channelKey the channel that issues it, as the console shows it
   * @param name what was bought
   * @param amount what was received, in whole won
   * @param identifier whom the receipt is for: the number of a phone, a business, a resident or a
   *     receipt card, 8 to 20 digits; dashes between them are dropped. No message and no {@code
   *     toString} shows it.
   * @throws IllegalArgumentException if a text is blank, the identifier has another form, or the
   *     amount is zero or in another currency
   */
  public static Builder builder(String channelKey, String name, Money amount, String identifier) {
    return new Builder(channelKey, name, amount, identifier);
  }

  /** Builds an {@link IamportExternalCashReceiptRequest}. */
  public static final class Builder extends ReceiptBuilder<Builder> {
    private Builder(String channelKey, String name, Money amount, String identifier) {
      super(identifier);
      text("channel_key", channelKey);
      text("name", name);
      fields.won("amount", amount);
    }

    @Override
    Builder self() {
      return this;
    }

    /** {@code pay_method}: how the money came in: {@code trans} or {@code vbank}. */
    public Builder payMethod(String method) {
      return text("pay_method", method);
    }

    /** Returns the request. */
    public IamportExternalCashReceiptRequest build() {
      return new IamportExternalCashReceiptRequest(fields.copy());
    }
  }
}
