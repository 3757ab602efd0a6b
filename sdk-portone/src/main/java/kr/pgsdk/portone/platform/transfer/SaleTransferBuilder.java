package kr.pgsdk.portone.platform.transfer;

import java.time.LocalDate;
import java.util.List;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PortOneFields;

/**
 * What the transfer of a sale or of its cancel is built from.
 *
 * @param <B> the builder itself
 */
abstract class SaleTransferBuilder<B extends SaleTransferBuilder<B>> extends TransferBuilder<B> {
  SaleTransferBuilder(String subject) {
    super(subject);
    fields.objects("discounts", List.of()); // PortOne wants them, if only to be none
  }

  /**
   * The tax-free part of all that is sold or cancelled, in minor units, in place of that of its
   * products.
   */
  public B taxFreeAmount(long taxFreeAmount) {
    fields.number("taxFreeAmount", taxFreeAmount, 0, Long.MAX_VALUE);
    return self();
  }

  /** The day its settlement begins, in Korea; that of a sale is by default that of the payment. */
  public B settlementStartDate(LocalDate settlementStartDate) {
    PortOneFields.date(fields, "settlementStartDate", settlementStartDate);
    return self();
  }

  /** The day it is settled, in Korea; that of a sale is by default as the contract says. */
  public B settlementDate(LocalDate settlementDate) {
    PortOneFields.date(fields, "settlementDate", settlementDate);
    return self();
  }

  /** The discounts on all that is sold or cancelled. */
  public B discounts(List<PortOneTransferDiscountRequest> discounts) {
    fields.objects("discounts", discounts.stream().map(RequestFields::of).toList());
    return self();
  }
}
