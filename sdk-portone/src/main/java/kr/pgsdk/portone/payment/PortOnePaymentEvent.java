package kr.pgsdk.portone.payment;

import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.portone.model.PortOneAmount;
import kr.pgsdk.portone.model.PortOneCancellation;
import kr.pgsdk.portone.model.PortOnePaymentRecord;

/** What happened to a payment: that it was paid, or cancelled wholly or in part. Immutable. */
public final class PortOnePaymentEvent extends PortOnePaymentRecord {
  private final String id;
  private final OrderId paymentId;
  private final PaymentId transactionId;
  private final String type;
  private final String currency;

  PortOnePaymentEvent(JsonObject json) {
    super(json);
    this.id = json.requiredText("id");
    this.paymentId = json.required("paymentId", OrderId::of);
    this.transactionId = json.required("transactionId", PaymentId::of);
    this.type = json.requiredText("type");
    this.currency = json.requiredCurrency("currency");
  }

  /** PortOne's id for the event. */
  public String id() {
    return id;
  }

  /** The shop's id for the payment. */
  public OrderId paymentId() {
    return paymentId;
  }

  /** PortOne's id for the attempt. */
  public PaymentId transactionId() {
    return transactionId;
  }

  /** {@code PAID}, {@code CANCELLED}, {@code PARTIAL_CANCELLED}, or a word added since. */
  public String type() {
    return type;
  }

  @Override
  public String currency() {
    return currency;
  }

  /** The payment's amounts. */
  public Optional<PortOneAmount> totalAmount() {
    return object("totalAmount", each -> new PortOneAmount(each, currency));
  }

  /** How much this event is about: what was paid, or cancelled. */
  public Optional<Money> eventAmount() {
    return minorMoney("eventAmount", currency);
  }

  /** The cancel, of an event that is one. */
  public Optional<PortOneCancellation> cancellation() {
    return object("cancellation", each -> new PortOneCancellation(each, currency));
  }

  /** When it happened. */
  public Optional<Instant> createdAt() {
    return time("createdAt");
  }

  /** Shows ids and kind alone. */
  @Override
  public String toString() {
    return "PortOnePaymentEvent[" + paymentId + ", " + transactionId + ", " + type + "]";
  }
}
