package kr.pgsdk.toss.settlement;

import java.util.Objects;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.toss.internal.TossRequestBuilder;

/**
 * Asks for the settlement of a payment that isn't settled by itself. Immutable; the same object
 * sent again is one request for Toss, within 15 days, by its idempotency key.
 */
public final class TossSettlementRequest extends KeyedRequest {
  private final PaymentId paymentKey;

  private TossSettlementRequest(PaymentId paymentKey, RequestFields fields, String idempotencyKey) {
    super(fields, idempotencyKey);
    this.paymentKey = paymentKey;
  }

  /** Starts a request. */
  public static Builder builder(PaymentId paymentKey) {
    return new Builder(paymentKey);
  }

  /** Toss's number for the payment. */
  public PaymentId paymentKey() {
    return paymentKey;
  }

  @Override
  public String toString() {
    return "TossSettlementRequest[" + paymentKey + "]";
  }

  /** Builds a {@link TossSettlementRequest}. */
  public static final class Builder extends TossRequestBuilder<Builder> {
    private final PaymentId paymentKey;

    private Builder(PaymentId paymentKey) {
      this.paymentKey = Objects.requireNonNull(paymentKey, "paymentKey");
      fields.text("paymentKey", paymentKey.value());
    }

    @Override
    protected Builder self() {
      return this;
    }

    /** Returns the request. */
    public TossSettlementRequest build() {
      return new TossSettlementRequest(paymentKey, fields.copy(), key());
    }
  }
}
