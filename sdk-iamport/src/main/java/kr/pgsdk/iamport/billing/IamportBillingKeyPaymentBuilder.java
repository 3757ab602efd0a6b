package kr.pgsdk.iamport.billing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.iamport.receipt.IamportCashReceiptType;

/**
 * What a payment by a billing key takes, now or at a later time.
 *
 * @param <B> the builder itself
 */
public abstract class IamportBillingKeyPaymentBuilder<B extends IamportBillingKeyPaymentBuilder<B>>
    extends IamportPaymentBuilder<B> {
  /**
   * Starts with the order, its price and what is bought.
   *
   * @hidden
   */
  protected IamportBillingKeyPaymentBuilder(OrderId orderId, Money money, String name) {
    super(orderId, money);
    B unused = orderName(name);
  }

  /** {@code product_count}: how many things are sold; 1 by default. */
  public B productCount(int count) {
    return count("product_count", count);
  }

  /** {@code cash_receipt_type}: for whom a cash receipt is issued; Toss Pay only. */
  public B cashReceiptType(IamportCashReceiptType type) {
    fields.word("cash_receipt_type", type);
    return self();
  }

  /** {@code extra.naverUseCfm}: the day on which the use ends; Naver Pay only. */
  public B naverUseEnds(LocalDate day) {
    fields.object(
        "extra",
        new RequestFields().text("naverUseCfm", day.format(DateTimeFormatter.BASIC_ISO_DATE), 8));
    return self();
  }
}
