package kr.pgsdk.portone.internal;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.model.PortOneCashReceiptType;

/**
 * What a request to charge a billing key is built from.
 *
 * @param <B> the builder itself
 * @hidden
 */
public abstract class PortOneChargeBuilder<B extends PortOneChargeBuilder<B>>
    extends PortOneOrderBuilder<B> {
  private static final int MAX_MONTHS = 60;

  /**
   * For the builders of requests.
   *
   * @hidden
   */
  protected PortOneChargeBuilder(String billingKey, String orderName, Money total) {
    super(orderName, total);
    fields.personal("billingKey", billingKey);
  }

  /** The channel to charge it at, of a key that several channels know. */
  public B channelKey(String channelKey) {
    fields.text("channelKey", channelKey);
    return self();
  }

  /** How many months it is paid in: 0 is at once. */
  public B installmentMonth(int months) {
    fields.number("installmentMonth", months, 0, MAX_MONTHS);
    return self();
  }

  /** Whether the shop pays the interest of an installment. */
  public B useFreeInterestFromMerchant(boolean free) {
    fields.flag("useFreeInterestFromMerchant", free);
    return self();
  }

  /** Whether the card's points are spent. */
  public B useCardPoint(boolean use) {
    fields.flag("useCardPoint", use);
    return self();
  }

  /**
   * The cash receipt that is issued with it.
   *
   * @param identityNumber the number of a phone, a receipt card or a business; no message shows it
   */
  public B cashReceipt(PortOneCashReceiptType type, String identityNumber) {
    fields.object(
        "cashReceipt",
        new RequestFields()
            .word("type", type)
            .digits("customerIdentityNumber", identityNumber, 8, 30));
    return self();
  }

  /** The language of what the buyer is shown, such as {@code KO_KR}. */
  public B locale(String locale) {
    fields.text("locale", locale);
    return self();
  }
}
