package kr.pgsdk.portone.platform.transfer;

import java.math.BigDecimal;
import java.util.List;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PlatformFields;

/**
 * A sale, of which a partner is to get its part. Immutable; the same object sent again within three
 * hours is one request for PortOne, by its idempotency key.
 */
public final class PortOneOrderTransferRequest extends KeyedRequest {
  private final String subject;

  private PortOneOrderTransferRequest(RequestFields fields, String subject, String idempotencyKey) {
    super(fields, idempotencyKey);
    this.subject = subject;
  }

  /**
   * Starts a sale by its amount.
   *
   * @param partnerId who sold it
   * @param paymentId the shop's id for the payment
   * @param orderAmount what was ordered, before discounts, in minor units of the payment's currency
   * @throws IllegalArgumentException if a text is blank, or the amount isn't above zero
   */
  public static Builder ofAmount(String partnerId, OrderId paymentId, long orderAmount) {
    return new Builder(
        partnerId,
        paymentId,
        new RequestFields().number("orderAmount", orderAmount, 1, Long.MAX_VALUE));
  }

  /**
   * Starts a sale by its products.
   *
   * @param partnerId who sold it
   * @param paymentId the shop's id for the payment
   * @throws IllegalArgumentException if a text is blank, or there are no products
   */
  public static Builder ofLines(
      String partnerId, OrderId paymentId, List<PortOneTransferLineRequest> orderLines) {
    if (orderLines.isEmpty()) {
      throw new IllegalArgumentException("orderLines must not be empty");
    }
    return new Builder(
        partnerId,
        paymentId,
        new RequestFields()
            .objects("orderLines", orderLines.stream().map(RequestFields::of).toList()));
  }

  /** What to look up if the response is lost. */
  String subject() {
    return subject;
  }

  /** Builds {@link PortOneOrderTransferRequest}. What isn't set isn't sent. */
  public static final class Builder extends SaleTransferBuilder<Builder> {
    private final RequestFields parameters = new RequestFields();

    private Builder(String partnerId, OrderId paymentId, RequestFields orderDetail) {
      super("the transfers of the payment " + paymentId);
      fields.text("partnerId", partnerId);
      fields.text("paymentId", paymentId.value());
      fields.object("orderDetail", orderDetail);
      fields.objects("additionalFees", List.of()); // PortOne wants them, if only to be none
    }

    @Override
    protected Builder self() {
      return this;
    }

    /** The contract it follows; by default the partner's. */
    public Builder contractId(String contractId) {
      fields.text("contractId", contractId);
      return this;
    }

    /** The payment, where PortOne doesn't know it. */
    public Builder externalPayment(PortOneExternalPayment externalPayment) {
      fields.object("externalPaymentDetail", RequestFields.of(externalPayment));
      return this;
    }

    /** The additional fee policies that hold for all of it. */
    public Builder additionalFees(List<String> policyIds) {
      fields.objects("additionalFees", policyIds.stream().map(Builder::fee).toList());
      return this;
    }

    private static RequestFields fee(String policyId) {
      return new RequestFields().text("policyId", policyId);
    }

    /**
     * Something that the platform's formulas are calculated with. PortOne calls it an experiment.
     *
     * @throws IllegalArgumentException if it has more than 5 digits behind the point
     */
    public Builder parameter(String key, BigDecimal value) {
      parameters.object(key, PlatformFields.parameter(key, value));
      fields.object("parameters", parameters);
      return this;
    }

    /** Returns it. */
    public PortOneOrderTransferRequest build() {
      return new PortOneOrderTransferRequest(fields.copy(), subject(), key());
    }
  }
}
