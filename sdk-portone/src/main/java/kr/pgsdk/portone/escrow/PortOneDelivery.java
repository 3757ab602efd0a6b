package kr.pgsdk.portone.escrow;

import java.time.Instant;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;
import kr.pgsdk.portone.internal.PortOneFields;
import kr.pgsdk.portone.model.PortOneAddressRequest;

/** A delivery of goods. */
public final class PortOneDelivery extends RequestObject {
  private PortOneDelivery(RequestFields fields) {
    super(fields);
  }

  /**
   * Starts one.
   *
   * @param company the carrier, in PortOne's words, such as {@code CJ}
   * @param invoiceNumber the number on the parcel
   * @param sentAt when it was sent
   * @throws IllegalArgumentException if a text is blank or too long, or an amount is zero
   */
  public static Builder builder(String company, String invoiceNumber, Instant sentAt) {
    return new Builder(company, invoiceNumber, sentAt);
  }

  /** Builds {@link PortOneDelivery}. What isn't set isn't sent. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder(String company, String invoiceNumber, Instant sentAt) {
      fields.text("company", company);
      fields.text("invoiceNumber", invoiceNumber);
      PortOneFields.time(fields, "sentAt", sentAt);
    }

    /** When it was received. */
    public Builder receivedAt(Instant receivedAt) {
      PortOneFields.time(fields, "receivedAt", receivedAt);
      return this;
    }

    /** The address. */
    public Builder address(PortOneAddressRequest address) {
      fields.object("address", RequestFields.of(address));
      return this;
    }

    /** Returns it. */
    public PortOneDelivery build() {
      return new PortOneDelivery(fields.copy());
    }
  }
}
