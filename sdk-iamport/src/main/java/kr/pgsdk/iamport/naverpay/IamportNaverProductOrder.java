package kr.pgsdk.iamport.naverpay;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.iamport.model.IamportObject;

/** One product in an order at Naver Pay. */
public final class IamportNaverProductOrder extends IamportObject {
  IamportNaverProductOrder(JsonObject json) {
    super(json);
    String unused = required("product_order_id");
  }

  /** {@code product_order_id}: Naver's number for it. */
  public String productOrderId() {
    return required("product_order_id");
  }

  /** {@code product_order_status}: where it stands, in Naver's words. */
  public Optional<String> productOrderStatus() {
    return text("product_order_status");
  }

  /** {@code claim_type}: what the buyer claims: a cancel, an exchange, a return. */
  public Optional<String> claimType() {
    return text("claim_type");
  }

  /** {@code claim_status}: how far that claim has come. */
  public Optional<String> claimStatus() {
    return text("claim_status");
  }

  /** {@code product_id}: the product. */
  public Optional<String> productId() {
    return text("product_id");
  }

  /** {@code product_name}: the product's name. */
  public Optional<String> productName() {
    return text("product_name");
  }

  /** {@code product_option_id}: the option. */
  public Optional<String> productOptionId() {
    return text("product_option_id");
  }

  /** {@code product_option_name}: the option's name. */
  public Optional<String> productOptionName() {
    return text("product_option_name");
  }

  /** {@code product_amount}: the price of the product, in won. */
  public Optional<BigDecimal> productAmount() {
    return number("product_amount");
  }

  /** {@code delivery_amount}: the price of its delivery, in won. */
  public Optional<BigDecimal> deliveryAmount() {
    return number("delivery_amount");
  }

  /** {@code quantity}: how many. */
  public OptionalInt quantity() {
    return integer("quantity");
  }

  /** {@code orderer}: who ordered; personal. */
  public Optional<IamportNaverOrderer> orderer() {
    return object("orderer", IamportNaverOrderer::new);
  }

  /** {@code shipping_address}: where it goes; personal. */
  public Optional<IamportNaverAddress> shippingAddress() {
    return object("shipping_address", IamportNaverAddress::new);
  }

  /** {@code shipping_memo}: what the buyer wrote to the carrier; may be personal. */
  public Optional<String> shippingMemo() {
    return text("shipping_memo");
  }

  /** {@code shipping_due}: until when it must be shipped. */
  public Optional<Instant> shippingDue() {
    return time("shipping_due");
  }

  /** {@code individual_code}: the buyer's customs code; personal. */
  public Optional<String> individualCode() {
    return text("individual_code");
  }
}
