package kr.pgsdk.portone.platform.transfer;

import java.time.LocalDate;
import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PortOneFields;

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

  /** What to look up if the response is lost. */
  String subject() {
    return subject;
  }

  /** Builds {@link PortOneManualTransferRequest}. What isn't set isn't sent. */
  public static final class Builder extends TransferBuilder<Builder> {
    private Builder(String partnerId, long settlementAmount, LocalDate settlementDate) {
      super("the transfers of the partner " + partnerId);
      fields.text("partnerId", partnerId);
      fields.number("settlementAmount", settlementAmount, Long.MIN_VALUE, Long.MAX_VALUE);
      PortOneFields.date(fields, "settlementDate", settlementDate);
    }

    @Override
    protected Builder self() {
      return this;
    }

    /** The currency's code; by default that of the partner's account. */
    public Builder settlementCurrency(String settlementCurrency) {
      fields.text("settlementCurrency", settlementCurrency);
      return this;
    }

    /** The tax-free part, in minor units. */
    public Builder settlementTaxFreeAmount(long settlementTaxFreeAmount) {
      fields.number(
          "settlementTaxFreeAmount", settlementTaxFreeAmount, Long.MIN_VALUE, Long.MAX_VALUE);
      return this;
    }

    /** Returns it. */
    public PortOneManualTransferRequest build() {
      return new PortOneManualTransferRequest(fields.copy(), subject(), key());
    }
  }
}
