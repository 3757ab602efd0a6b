package kr.pgsdk.iamport.escrow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/** What is sent, and by whom. */
public final class IamportEscrowParcel extends RequestObject {
  private IamportEscrowParcel(Builder builder) {
    super(builder.fields.copy());
  }

  /**
   * Starts a request.
   *
   * @param company {@code company}: the carrier, by the code of the payment company
   * @param invoice {@code invoice}: the number of the parcel
   * @param sentAt {@code sent_at}: when it was sent
   * @throws IllegalArgumentException if one is blank
   */
  public static Builder builder(String company, String invoice, Instant sentAt) {
    return new Builder(company, invoice, sentAt);
  }

  /** Builds an {@link IamportEscrowParcel}. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder(String company, String invoice, Instant sentAt) {
      fields.text("company", company);
      fields.text("invoice", invoice);
      fields.epochSeconds("sent_at", sentAt);
    }

    /**
     * {@code receiving_at}: the day it arrives, sent as {@code YYYYMMDD}; Kiwoom Pay demands it.
     */
    public Builder receivingAt(LocalDate day) {
      fields.text("receiving_at", day.format(DateTimeFormatter.BASIC_ISO_DATE), 8);
      return this;
    }

    /** {@code address}: where it is sent from; Kiwoom Pay demands it. */
    public Builder address(String address) {
      fields.personal("address", address);
      return this;
    }

    /** Returns the request. */
    public IamportEscrowParcel build() {
      return new IamportEscrowParcel(this);
    }
  }
}
