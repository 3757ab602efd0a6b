package kr.pgsdk.portone;

import java.util.Objects;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PortOneRequestBuilder;

/**
 * A confirm through a channel with manual confirmation, with every documented field. Immutable; the
 * same object sent again is one confirm for PortOne, for three hours, by its idempotency key.
 */
public final class PortOneConfirmRequest extends KeyedRequest {
  private final OrderId paymentId;

  private PortOneConfirmRequest(OrderId paymentId, RequestFields fields, String idempotencyKey) {
    super(fields, idempotencyKey);
    this.paymentId = paymentId;
  }

  /**
   * Starts a confirm.
   *
   * @param paymentId the shop's own id for the payment
   * @param paymentToken what the checkout brought back; no message and no {@code toString} shows it
   * @param total what the order costs, from the shop's own records: PortOne refuses the confirm of
   *     another amount or currency ({@code INFORMATION_MISMATCH})
   * @throws IllegalArgumentException if the amount is zero or no whole number of minor units, or
   *     the token is blank
   */
  public static Builder builder(OrderId paymentId, String paymentToken, Money total) {
    return new Builder(paymentId, paymentToken, total);
  }

  /** The shop's own id for the payment. */
  public OrderId paymentId() {
    return paymentId;
  }

  /** Shows only the payment. */
  @Override
  public String toString() {
    return "PortOneConfirmRequest[" + paymentId + "]";
  }

  /** Builds a {@link PortOneConfirmRequest}. What isn't set isn't sent. */
  public static final class Builder extends PortOneRequestBuilder<Builder> {
    private final OrderId paymentId;

    private Builder(OrderId paymentId, String paymentToken, Money total) {
      this.paymentId = Objects.requireNonNull(paymentId, "paymentId");
      fields
          .personal("paymentToken", paymentToken)
          .text("currency", total.currency())
          .number("totalAmount", total.minorUnits(), 1, Long.MAX_VALUE);
    }

    @Override
    protected Builder self() {
      return this;
    }

    /** {@code txId}: the only attempt to pay that may be confirmed. */
    public Builder txId(PaymentId transactionId) {
      fields.text("txId", transactionId.value());
      return this;
    }

    /**
     * {@code taxFreeAmount}: the tax-free part that the payment must have, in the currency of the
     * whole.
     *
     * @throws IllegalArgumentException if it is no whole number of minor units
     */
    public Builder taxFreeAmount(Money taxFree) {
      fields.number("taxFreeAmount", taxFree.minorUnits(), 0, Long.MAX_VALUE);
      return this;
    }

    /** {@code isTest}: whether the payment must be a test (true) or a live one (false). */
    public Builder isTest(boolean test) {
      fields.flag("isTest", test);
      return this;
    }

    /** {@code skipWebhook}: whether PortOne sends no webhook about the success. */
    public Builder skipWebhook(boolean skip) {
      fields.flag("skipWebhook", skip);
      return this;
    }

    /** Returns the request. */
    public PortOneConfirmRequest build() {
      return new PortOneConfirmRequest(paymentId, fields.copy(), key());
    }
  }
}
