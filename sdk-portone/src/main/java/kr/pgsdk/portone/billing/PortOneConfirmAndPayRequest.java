package kr.pgsdk.portone.billing;

import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PortOneFields;
import kr.pgsdk.portone.internal.PortOneRequestBuilder;

/**
 * What confirms that a billing key is issued and a payment made with it, where the channel asks the
 * shop first. The amount is always sent, so that PortOne refuses another one. Immutable; the same
 * object sent again within three hours is one request for PortOne, by its idempotency key.
 */
public final class PortOneConfirmAndPayRequest extends KeyedRequest {
  private final OrderId paymentId;

  private PortOneConfirmAndPayRequest(
      OrderId paymentId, RequestFields fields, String idempotencyKey) {
    super(fields, idempotencyKey);
    this.paymentId = paymentId;
  }

  /**
   * Starts a request.
   *
   * @param billingIssueToken the token that the checkout returned; no message shows it
   * @param paymentId the shop's id for the payment
   * @param amount what the shop expects it to cost
   * @throws IllegalArgumentException if the token is blank, or the amount zero
   */
  public static Builder builder(String billingIssueToken, OrderId paymentId, Money amount) {
    return new Builder(billingIssueToken, paymentId, amount);
  }

  /** The shop's id for the payment. */
  public OrderId paymentId() {
    return paymentId;
  }

  /** Shows the payment's id alone. */
  @Override
  public String toString() {
    return "PortOneConfirmAndPayRequest[" + paymentId + "]";
  }

  /** Builds a {@link PortOneConfirmAndPayRequest}. What isn't set isn't sent. */
  public static final class Builder extends PortOneRequestBuilder<Builder> {
    private final OrderId paymentId;
    private final Money amount;

    private Builder(String billingIssueToken, OrderId paymentId, Money amount) {
      this.paymentId = paymentId;
      this.amount = amount;
      fields
          .personal("billingIssueToken", billingIssueToken)
          .text("paymentId", paymentId.value())
          .text("currency", amount.currency());
      PortOneFields.amount(fields, "totalAmount", amount);
    }

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * The tax-free part of the amount.
     *
     * @throws IllegalArgumentException if it is more than the amount, or in another currency
     */
    public Builder taxFreeAmount(Money taxFree) {
      PortOneFields.part(fields, "taxFreeAmount", taxFree, amount);
      return this;
    }

    /** Whether the channel must be a test channel; PortOne refuses one that isn't as said. */
    public Builder isTest(boolean isTest) {
      fields.flag("isTest", isTest);
      return this;
    }

    /** Whether no webhook is sent about it. */
    public Builder skipWebhook(boolean skip) {
      fields.flag("skipWebhook", skip);
      return this;
    }

    /** Returns the request. */
    public PortOneConfirmAndPayRequest build() {
      return new PortOneConfirmAndPayRequest(paymentId, fields.copy(), key());
    }
  }
}
