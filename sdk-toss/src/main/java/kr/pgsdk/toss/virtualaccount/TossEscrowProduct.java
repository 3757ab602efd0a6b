package kr.pgsdk.toss.virtualaccount;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/** A product whose money an escrow holds until it is delivered. Immutable. */
public final class TossEscrowProduct extends RequestObject {
  private TossEscrowProduct(RequestFields fields) {
    super(fields);
  }

  /**
   * Returns a product.
   *
   * @param id the shop's number for this item of the order
   * @param name what it is
   * @param code the shop's number for the product
   * @param unitPrice what one costs
   * @param quantity how many, from 1
   * @throws IllegalArgumentException if a text is blank, the price is zero, or the quantity is less
   *     than 1
   */
  public static TossEscrowProduct of(
      String id, String name, String code, Money unitPrice, int quantity) {
    return new TossEscrowProduct(
        new RequestFields()
            .text("id", id)
            .note("name", name)
            .text("code", code)
            .positive("unitPrice", unitPrice)
            .number("quantity", quantity, 1, Integer.MAX_VALUE));
  }
}
