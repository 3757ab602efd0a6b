package kr.pgsdk.iamport.naverpay;

import java.math.BigDecimal;
import java.util.Optional;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.iamport.model.IamportObject;

/** For how much of a payment a cash receipt can be issued, in won. */
public final class IamportNaverCashAmount extends IamportObject {
  IamportNaverCashAmount(JsonObject json) {
    super(json);
  }

  /** {@code amount_total}: all of it. */
  public Optional<BigDecimal> amountTotal() {
    return number("amount_total");
  }

  /** {@code amount_by_npoint}: the part paid in points. */
  public Optional<BigDecimal> amountByNpoint() {
    return number("amount_by_npoint");
  }

  /** {@code amount_by_primary}: the part paid by card, transfer or the like. */
  public Optional<BigDecimal> amountByPrimary() {
    return number("amount_by_primary");
  }

  /** {@code amount_supply}: the value of supply in all of it. */
  public Optional<BigDecimal> amountSupply() {
    return number("amount_supply");
  }

  /** {@code amount_vat}: the VAT in all of it. */
  public Optional<BigDecimal> amountVat() {
    return number("amount_vat");
  }
}
