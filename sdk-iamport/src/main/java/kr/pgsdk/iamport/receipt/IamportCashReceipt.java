package kr.pgsdk.iamport.receipt;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.iamport.model.IamportObject;

/** A cash receipt. Amounts are in won. */
public final class IamportCashReceipt extends IamportObject {
  IamportCashReceipt(JsonObject json) {
    super(json);
  }

  /** {@code imp_uid}: the payment; empty for an external receipt. */
  public Optional<PaymentId> paymentId() {
    return word("imp_uid", PaymentId::of);
  }

  /** {@code merchant_uid}: the order of an external receipt; else empty. */
  public Optional<OrderId> orderId() {
    return word("merchant_uid", OrderId::of);
  }

  /** {@code receipt_tid}: the payment company's number for it. */
  public Optional<String> receiptTid() {
    return text("receipt_tid");
  }

  /** {@code apply_num}: the number it was approved under. */
  public Optional<String> applyNum() {
    return text("apply_num");
  }

  /** {@code type}: for whom it is. */
  public Optional<IamportCashReceiptType> type() {
    return word("type", IamportCashReceiptType::of);
  }

  /** {@code amount}: what it is for. */
  public Optional<BigDecimal> amount() {
    return number("amount");
  }

  /** {@code vat}: the VAT in it. */
  public Optional<BigDecimal> vat() {
    return number("vat");
  }

  /** {@code receipt_url}: where it is shown. */
  public Optional<String> receiptUrl() {
    return text("receipt_url");
  }

  /** {@code applied_at}: when it was issued. */
  public Optional<Instant> appliedAt() {
    return time("applied_at");
  }

  /** {@code cancelled_at}: when it was cancelled; empty if it wasn't. */
  public Optional<Instant> cancelledAt() {
    return time("cancelled_at");
  }
}
