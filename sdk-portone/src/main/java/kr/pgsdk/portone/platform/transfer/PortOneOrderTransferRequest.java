package kr.pgsdk.portone.platform.transfer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PlatformFields;
import kr.pgsdk.portone.internal.PortOneFields;
import kr.pgsdk.portone.internal.PortOneRequestBuilder;

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

  /** What to look up if the answer is lost. */
  String subject() {
    return subject;
  }

  /** Builds {@link PortOneOrderTransferRequest}. What isn't set isn't sent. */
  public static final class Builder extends PortOneRequestBuilder<Builder> {
    private final List<RequestFields> properties = new ArrayList<>();
    private String subject;
    private final RequestFields parameters = new RequestFields();

    private Builder(String partnerId, OrderId paymentId, RequestFields orderDetail) {
      fields.text("partnerId", partnerId, RequestFields.ANY_LENGTH);
      fields.text("paymentId", paymentId.value(), RequestFields.ANY_LENGTH);
      fields.object("orderDetail", orderDetail);
      fields.objects("discounts", List.of()); // PortOne wants both, if only to be none
      fields.objects("additionalFees", List.of());
      this.subject = "the transfers of the payment " + paymentId;
    }

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * The transfer's id, by which PortOne refuses a second one for good; by default PortOne makes
     * one.
     */
    public Builder id(String id) {
      fields.text("id", id, RequestFields.ANY_LENGTH);
      this.subject = "the transfer " + id;
      return this;
    }

    /** The contract it follows; by default the partner's. */
    public Builder contractId(String contractId) {
      fields.text("contractId", contractId, RequestFields.ANY_LENGTH);
      return this;
    }

    /** A note of the platform's. */
    public Builder memo(String memo) {
      fields.note("memo", memo, RequestFields.ANY_LENGTH);
      return this;
    }

    /** The tax-free part of all of it, in minor units, in place of that of its products. */
    public Builder taxFreeAmount(long taxFreeAmount) {
      fields.number("taxFreeAmount", taxFreeAmount, 0, Long.MAX_VALUE);
      return this;
    }

    /** The day its settlement begins, in Korea; by default the day of the payment. */
    public Builder settlementStartDate(LocalDate settlementStartDate) {
      PortOneFields.date(fields, "settlementStartDate", settlementStartDate);
      return this;
    }

    /** The day it is settled, in Korea; by default as the contract says. */
    public Builder settlementDate(LocalDate settlementDate) {
      PortOneFields.date(fields, "settlementDate", settlementDate);
      return this;
    }

    /** The discounts on all of it. */
    public Builder discounts(List<PortOneTransferDiscountRequest> discounts) {
      fields.objects("discounts", discounts.stream().map(RequestFields::of).toList());
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
      return new RequestFields().text("policyId", policyId, RequestFields.ANY_LENGTH);
    }

    /**
     * Something that the platform stores with it.
     *
     * @param key one that the console has
     */
    public Builder userDefinedProperty(String key, String value) {
      properties.add(PlatformFields.property(key, value));
      fields.objects("userDefinedProperties", properties);
      return this;
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
      return new PortOneOrderTransferRequest(fields.copy(), subject, key());
    }
  }
}
