package kr.pgsdk.portone.internal;

import java.util.List;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.model.PortOneAddressRequest;
import kr.pgsdk.portone.model.PortOneBuyer;
import kr.pgsdk.portone.model.PortOneProductRequest;
import kr.pgsdk.portone.model.PortOneProductType;

/**
 * What a request for a new payment is built from.
 *
 * @param <B> the builder itself
 * @hidden
 */
public abstract class PortOneOrderBuilder<B extends PortOneOrderBuilder<B>>
    extends PortOneRequestBuilder<B> {
  private static final int MAX_PRODUCTS = 1_000_000;

  private final Money total;
  private final RequestFields amount = new RequestFields();

  /**
   * For the builders of requests.
   *
   * @hidden
   */
  protected PortOneOrderBuilder(String orderName, Money total) {
    this.total = total;
    PortOneFields.amount(amount, "total", total);
    fields.text("orderName", orderName).text("currency", total.currency());
  }

  /**
   * The body.
   *
   * @hidden
   */
  protected final RequestFields body() {
    return fields.copy().object("amount", amount);
  }

  /**
   * The tax-free part of the amount.
   *
   * @throws IllegalArgumentException if it is more than the amount, or in another currency
   */
  public B taxFreeAmount(Money taxFree) {
    PortOneFields.part(amount, "taxFree", taxFree, total);
    return self();
  }

  /**
   * The VAT in the amount; without it the payment company works it out.
   *
   * @throws IllegalArgumentException if it is more than the amount, or in another currency
   */
  public B vatAmount(Money vat) {
    PortOneFields.part(amount, "vat", vat, total);
    return self();
  }

  /** The buyer. */
  public B customer(PortOneBuyer customer) {
    fields.object("customer", RequestFields.of(customer));
    return self();
  }

  /** What the shop stores with the payment: any text, and the payment shows it as such. */
  public B customData(String customData) {
    fields.anyText("customData", customData);
    return self();
  }

  /** The country, in two letters. */
  public B country(String country) {
    fields.text("country", country, 2);
    return self();
  }

  /** Where webhooks about it are sent, instead of the addresses in the console. */
  public B noticeUrls(List<String> noticeUrls) {
    fields.texts("noticeUrls", noticeUrls);
    return self();
  }

  /** What is bought, product by product. */
  public B products(List<PortOneProductRequest> products) {
    fields.objects("products", products.stream().map(RequestFields::of).toList());
    return self();
  }

  /** How many products. */
  public B productCount(int productCount) {
    fields.number("productCount", productCount, 1, MAX_PRODUCTS);
    return self();
  }

  /** What the buyer receives. */
  public B productType(PortOneProductType productType) {
    fields.word("productType", productType);
    return self();
  }

  /** Where it is delivered to. */
  public B shippingAddress(PortOneAddressRequest shippingAddress) {
    fields.object("shippingAddress", RequestFields.of(shippingAddress));
    return self();
  }

  /** PortOne's id for a promotion that reduces what is charged. */
  public B promotionId(String promotionId) {
    fields.text("promotionId", promotionId);
    return self();
  }

  /** What is passed to the payment company unchanged: one JSON object. */
  public B bypass(String json) {
    fields.document("bypass", json);
    return self();
  }
}
