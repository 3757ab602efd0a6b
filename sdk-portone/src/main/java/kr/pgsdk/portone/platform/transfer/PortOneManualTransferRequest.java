package kr.pgsdk.portone.platform.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PlatformFields;
import kr.pgsdk.portone.internal.PortOneFields;
import kr.pgsdk.portone.internal.PortOneRequestBuilder;

/**
 * An amount that the platform sets: a partner gets it besides its sales, or owes it. Immutable; the
 * same object sent again within three hours is one request for PortOne, by its idempotency key.
 */
public final class PortOneManualTransferRequest extends KeyedRequest {
  private final String subject;

  private PortOneManualTransferRequest(
      RequestFields fields, String subject, String idempotencyKey) {
    super(fields, idempotencyKey);
    this.subject = subject;
  }

  /**
   * Starts one.
   *
   * @param partnerId who gets it
   * @param settlementAmount how much, in minor units of the settlement's currency; below zero, what
   *     the partner owes
   * @param settlementDate the day it is settled, in Korea
   * @throws IllegalArgumentException if a text is blank or too long, or a number out of bounds
   */
  public static Builder builder(String partnerId, long settlementAmount, LocalDate settlementDate) {
    return new Builder(partnerId, settlementAmount, settlementDate);
  }

  /** What to look up if the answer is lost. */
  String subject() {
    return subject;
  }

  /** Builds {@link PortOneManualTransferRequest}. What isn't set isn't sent. */
  public static final class Builder extends PortOneRequestBuilder<Builder> {
    private final List<RequestFields> properties = new ArrayList<>();
    private String subject;

    private Builder(String partnerId, long settlementAmount, LocalDate settlementDate) {
      fields.text("partnerId", partnerId, RequestFields.ANY_LENGTH);
      fields.number("settlementAmount", settlementAmount, Long.MIN_VALUE, Long.MAX_VALUE);
      PortOneFields.date(fields, "settlementDate", settlementDate);
      this.subject = "the transfers of the partner " + partnerId;
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

    /** The currency's code; by default that of the partner's account. */
    public Builder settlementCurrency(String settlementCurrency) {
      fields.text("settlementCurrency", settlementCurrency, RequestFields.ANY_LENGTH);
      return this;
    }

    /** The tax-free part, in minor units. */
    public Builder settlementTaxFreeAmount(long settlementTaxFreeAmount) {
      fields.number(
          "settlementTaxFreeAmount", settlementTaxFreeAmount, Long.MIN_VALUE, Long.MAX_VALUE);
      return this;
    }

    /** A note of the platform's. */
    public Builder memo(String memo) {
      fields.note("memo", memo, RequestFields.ANY_LENGTH);
      return this;
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

    /** Returns it. */
    public PortOneManualTransferRequest build() {
      return new PortOneManualTransferRequest(fields.copy(), subject, key());
    }
  }
}
