package kr.pgsdk.portone.payment;

import java.util.List;
import java.util.Optional;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneAmount;
import kr.pgsdk.portone.model.PortOneCancellation;
import kr.pgsdk.portone.model.PortOnePaymentRecord;

/** One attempt to make a payment; at most one of a payment's attempts succeeds. Immutable. */
public final class PortOneTransaction extends PortOnePaymentRecord {
  private final PaymentId transactionId;
  private final OrderId paymentId;
  private final String status;
  private final String currency;

  PortOneTransaction(JsonObject json) {
    super(json);
    this.transactionId = json.required("id", PaymentId::of);
    this.paymentId = json.required("paymentId", OrderId::of);
    this.status = json.requiredText("status");
    this.currency = json.requiredCurrency("currency");
  }

  /** PortOne's id for the attempt. */
  public PaymentId transactionId() {
    return transactionId;
  }

  /** The shop's id for the payment. */
  public OrderId paymentId() {
    return paymentId;
  }

  /** Its status, in the words of a payment's. */
  public String status() {
    return status;
  }

  @Override
  public String currency() {
    return currency;
  }

  /** Its amounts. */
  public Optional<PortOneAmount> amount() {
    return object("amount", each -> new PortOneAmount(each, currency));
  }

  /** Its cancels, finished or not. Unmodifiable. */
  public List<PortOneCancellation> cancellations() {
    return objects("cancellations", each -> new PortOneCancellation(each, currency));
  }

  /** Shows ids and status alone. */
  @Override
  public String toString() {
    return "PortOneTransaction[" + paymentId + ", " + transactionId + ", " + status + "]";
  }
}
