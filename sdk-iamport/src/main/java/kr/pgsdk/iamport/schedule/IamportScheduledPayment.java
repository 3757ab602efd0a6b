package kr.pgsdk.iamport.schedule;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.iamport.model.IamportObject;

/** A scheduled payment as Iamport knows it. */
public final class IamportScheduledPayment extends IamportObject {
  private final OrderId orderId;

  IamportScheduledPayment(JsonObject json) {
    super(json);
    this.orderId = json.required("merchant_uid", OrderId::of);
  }

  /** {@code merchant_uid}: the order. */
  public OrderId orderId() {
    return orderId;
  }

  /** {@code customer_uid}: the billing key; a secret. */
  public Optional<String> customerUid() {
    return text("customer_uid");
  }

  /** {@code imp_uid}: the payment it became; empty before it is executed. */
  public Optional<PaymentId> paymentId() {
    return word("imp_uid", PaymentId::of);
  }

  /** {@code schedule_status}: how far it is. */
  public Optional<IamportScheduleStatus> scheduleStatus() {
    return word("schedule_status", IamportScheduleStatus::of);
  }

  /** {@code payment_status}: what it became; empty before it is executed. */
  public Optional<IamportScheduledPaymentStatus> paymentStatus() {
    return word("payment_status", IamportScheduledPaymentStatus::of);
  }

  /** {@code pg_provider}: the payment company that charged a super billing key. */
  public Optional<String> pgProvider() {
    return text("pg_provider");
  }

  /** {@code pg_id}: the shop's id at that payment company. */
  public Optional<String> pgId() {
    return text("pg_id");
  }

  /** {@code customer_id}: the shop's number for the buyer. */
  public Optional<String> customerId() {
    return text("customer_id");
  }

  /** {@code schedule_at}: when it is to be paid. */
  public Optional<Instant> scheduleAt() {
    return time("schedule_at");
  }

  /** {@code executed_at}: when it was tried; empty if it wasn't. */
  public Optional<Instant> executedAt() {
    return time("executed_at");
  }

  /** {@code revoked_at}: when it was revoked; empty if it wasn't. */
  public Optional<Instant> revokedAt() {
    return time("revoked_at");
  }

  /** {@code amount}: the price, in units of the currency. */
  public Optional<BigDecimal> amount() {
    return number("amount");
  }

  /** {@code currency}: the currency. */
  public Optional<String> currency() {
    return text("currency");
  }

  /** {@code name}: what is bought. */
  public Optional<String> name() {
    return text("name");
  }

  /** {@code buyer_name}: the buyer's name. */
  public Optional<String> buyerName() {
    return text("buyer_name");
  }

  /** {@code buyer_email}: the buyer's mail address. */
  public Optional<String> buyerEmail() {
    return text("buyer_email");
  }

  /** {@code buyer_tel}: the buyer's phone. */
  public Optional<String> buyerTel() {
    return text("buyer_tel");
  }

  /** {@code buyer_addr}: the buyer's address. */
  public Optional<String> buyerAddr() {
    return text("buyer_addr");
  }

  /** {@code buyer_postcode}: the buyer's postcode. */
  public Optional<String> buyerPostcode() {
    return text("buyer_postcode");
  }

  /** {@code custom_data}: the shop's own text. */
  public Optional<String> customData() {
    return text("custom_data");
  }

  /** {@code fail_reason}: why it failed, for a reader. */
  public Optional<String> failReason() {
    return text("fail_reason");
  }

  /** {@code promotion_id}: the promotion that was applied. */
  public Optional<String> promotionId() {
    return text("promotion_id");
  }
}
