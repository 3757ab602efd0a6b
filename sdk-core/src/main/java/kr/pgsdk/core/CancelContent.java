package kr.pgsdk.core;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a refund is asked for with, beside what makes it this one ({@link CancelIdentity}). A
 * builder changes its own; a request keeps a copy.
 */
final class CancelContent {
  final PaymentId paymentId;
  final @Nullable Money amount;
  final String reason;
  @Nullable OrderId orderId;
  @Nullable Money expectedBalance;
  @Nullable Money taxFree;
  @Nullable Money vat;
  @Nullable RefundAccount refundAccount;
  @Nullable CancelRequester requester;

  CancelContent(PaymentId paymentId, @Nullable Money amount, String reason) {
    this.paymentId = Objects.requireNonNull(paymentId, "paymentId");
    this.amount = amount;
    this.reason = Requests.reason(reason);
  }

  private CancelContent(CancelContent other) {
    this.paymentId = other.paymentId;
    this.amount = other.amount;
    this.reason = other.reason;
    this.orderId = other.orderId;
    this.expectedBalance = other.expectedBalance;
    this.taxFree = other.taxFree;
    this.vat = other.vat;
    this.refundAccount = other.refundAccount;
    this.requester = other.requester;
  }

  CancelContent copy() {
    return new CancelContent(this);
  }

  @Override
  public String toString() {
    return paymentId + ", " + (amount == null ? "all" : amount);
  }
}
