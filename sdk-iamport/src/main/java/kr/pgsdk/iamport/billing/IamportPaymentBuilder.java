package kr.pgsdk.iamport.billing;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.iamport.model.IamportBuyer;
import kr.pgsdk.iamport.model.IamportProductType;

/**
 * What every payment without a payment window takes. What isn't set isn't sent. Each method refuses
 * a value of the wrong form.
 *
 * @param <B> the builder itself
 */
public abstract class IamportPaymentBuilder<B extends IamportPaymentBuilder<B>> {
  private static final int MAX_MERCHANT_UID_LENGTH = 40;
  private static final int MAX_NAME_LENGTH = 40;
  private static final int MAX_CURRENCY_LENGTH = 40; // longer than any Money's
  private static final int MAX_COUNT = 1_000_000;
  private static final Money LEAST_BY_INSTALMENTS = Money.krw(50_000);

  /**
   * What is set.
   *
   * @hidden
   */
  protected final RequestFields fields = new RequestFields();

  private final Money money;

  /**
   * Starts with the order and its price.
   *
   * @hidden
   */
  protected IamportPaymentBuilder(OrderId orderId, Money money) {
    this.money = money;
    fields.text("merchant_uid", orderId.value(), MAX_MERCHANT_UID_LENGTH);
    fields.positive("amount", money);
    fields.text("currency", money.currency(), MAX_CURRENCY_LENGTH);
  }

  /**
   * This builder.
   *
   * @hidden
   */
  protected abstract B self();

  /**
   * Sets what is bought.
   *
   * @hidden
   */
  protected final B orderName(String name) {
    fields.note("name", name, MAX_NAME_LENGTH);
    return self();
  }

  /**
   * Sets a whole number from 1.
   *
   * @hidden
   */
  protected final B count(String name, int number) {
    fields.number(name, number, 1, MAX_COUNT);
    return self();
  }

  /** {@code tax_free}: the tax-free part of the amount. */
  public B taxFree(Money money) {
    fields.amount("tax_free", money);
    return self();
  }

  /** {@code vat_amount}: the VAT in the amount; few payment companies take it. */
  public B vatAmount(Money money) {
    fields.amount("vat_amount", money);
    return self();
  }

  /** {@code buyer_name} and the other fields of the buyer. */
  public B buyer(IamportBuyer buyer) {
    fields.all(RequestFields.of(buyer));
    return self();
  }

  /**
   * {@code card_quota}: months of instalments, 2 or more, from 50,000 won; 0 for one payment.
   *
   * @throws IllegalArgumentException if it breaks that rule
   */
  public B cardQuota(int months) {
    if (months == 1) {
      throw new IllegalArgumentException("card_quota must be 0, or 2 and more: it is 1");
    }
    if (months > 0 && money.currency().equals("KRW") && LEAST_BY_INSTALMENTS.isMoreThan(money)) {
      throw new IllegalArgumentException(
          "card_quota needs an amount of 50,000 won or more: it is " + money);
    }
    fields.number("card_quota", months, 0, MAX_COUNT);
    return self();
  }

  /** {@code interest_free_by_merchant}: whether the shop bears the interest of instalments. */
  public B interestFreeByMerchant(boolean interestFree) {
    fields.flag("interest_free_by_merchant", interestFree);
    return self();
  }

  /** {@code use_card_point}: whether points of the card are used. */
  public B useCardPoint(boolean use) {
    fields.flag("use_card_point", use);
    return self();
  }

  /** {@code custom_data}: a text of the shop's that is kept with the payment. */
  public B customData(String data) {
    fields.anyText("custom_data", data);
    return self();
  }

  /** {@code notice_url}: where the webhook of this payment goes, in place of the console's URL. */
  public B noticeUrl(String url) {
    fields.text("notice_url", url);
    return self();
  }

  /** {@code browser_ip}: the address of the buyer's browser. */
  public B browserIp(String ip) {
    fields.personal("browser_ip", ip);
    return self();
  }

  /** {@code product_type}: what is sold. */
  public B productType(IamportProductType type) {
    fields.word("product_type", type);
    return self();
  }

  /** {@code promotion_id}: the promotion whose discount is applied. */
  public B promotionId(String id) {
    fields.text("promotion_id", id);
    return self();
  }

  /** {@code bypass}: parameters of one payment company, as JSON, handed to it unchanged. */
  public B bypass(String json) {
    fields.anyText("bypass", json);
    return self();
  }
}
