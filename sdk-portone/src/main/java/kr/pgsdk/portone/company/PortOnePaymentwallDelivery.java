package kr.pgsdk.portone.company;

import java.time.Instant;
import java.util.List;
import kr.pgsdk.core.internal.http.KeyedRequest;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.portone.internal.PortOneFields;
import kr.pgsdk.portone.internal.PortOneRequestBuilder;

/** What Paymentwall is told of a delivery. */
public final class PortOnePaymentwallDelivery extends KeyedRequest {
  private PortOnePaymentwallDelivery(RequestFields fields, String idempotencyKey) {
    super(fields, idempotencyKey);
  }

  /**
   * Starts a request.
   *
   * @param transactionId portOne's id for the payment's attempt
   * @param deliveryType {@code DIGITAL} or {@code PHYSICAL}
   * @param deliveryStatus {@code ORDER_PLACED}, {@code ORDER_SHIPPED} or {@code DELIVERED}
   * @param estimatedDeliveryDatetime when it is expected to arrive
   * @param estimatedUpdateDatetime when its status is expected to change
   * @param refundable whether the shop takes it back
   * @param details what is delivered, and how
   * @param shippingAddressEmail the receiver's e-mail address. No message shows it.
   * @throws IllegalArgumentException if a text is blank or too long, or an amount is zero
   */
  public static Builder builder(
      String transactionId,
      String deliveryType,
      String deliveryStatus,
      Instant estimatedDeliveryDatetime,
      Instant estimatedUpdateDatetime,
      boolean refundable,
      String details,
      String shippingAddressEmail) {
    return new Builder(
        transactionId,
        deliveryType,
        deliveryStatus,
        estimatedDeliveryDatetime,
        estimatedUpdateDatetime,
        refundable,
        details,
        shippingAddressEmail);
  }

  /** Builds {@link PortOnePaymentwallDelivery}. What isn't set isn't sent. */
  public static final class Builder extends PortOneRequestBuilder<Builder> {
    private Builder(
        String transactionId,
        String deliveryType,
        String deliveryStatus,
        Instant estimatedDeliveryDatetime,
        Instant estimatedUpdateDatetime,
        boolean refundable,
        String details,
        String shippingAddressEmail) {
      fields.text("transactionId", transactionId);
      fields.text("deliveryType", deliveryType);
      fields.text("deliveryStatus", deliveryStatus);
      PortOneFields.time(fields, "estimatedDeliveryDatetime", estimatedDeliveryDatetime);
      PortOneFields.time(fields, "estimatedUpdateDatetime", estimatedUpdateDatetime);
      fields.flag("refundable", refundable);
      fields.text("details", details);
      fields.personal("shippingAddressEmail", shippingAddressEmail);
    }

    @Override
    protected Builder self() {
      return this;
    }

    /** Why. */
    public Builder reason(String reason) {
      fields.text("reason", reason);
      return self();
    }

    /** The carrier's number for the parcel. */
    public Builder carrierTrackingId(String carrierTrackingId) {
      fields.text("carrierTrackingId", carrierTrackingId);
      return self();
    }

    /** The carrier. */
    public Builder carrierType(String carrierType) {
      fields.text("carrierType", carrierType);
      return self();
    }

    /** The country of the receiver, in two letters. */
    public Builder shippingAddressCountry(String shippingAddressCountry) {
      fields.personal("shippingAddressCountry", shippingAddressCountry);
      return self();
    }

    /** The city of the receiver. */
    public Builder shippingAddressCity(String shippingAddressCity) {
      fields.personal("shippingAddressCity", shippingAddressCity);
      return self();
    }

    /** The postal code of the receiver. */
    public Builder shippingAddressZip(String shippingAddressZip) {
      fields.personal("shippingAddressZip", shippingAddressZip);
      return self();
    }

    /** The state of the receiver. */
    public Builder shippingAddressState(String shippingAddressState) {
      fields.personal("shippingAddressState", shippingAddressState);
      return self();
    }

    /** The street of the receiver. */
    public Builder shippingAddressStreet(String shippingAddressStreet) {
      fields.personal("shippingAddressStreet", shippingAddressStreet);
      return self();
    }

    /** The receiver's phone. */
    public Builder shippingAddressPhone(String shippingAddressPhone) {
      fields.personal("shippingAddressPhone", shippingAddressPhone);
      return self();
    }

    /** The receiver's first name. */
    public Builder shippingAddressFirstname(String shippingAddressFirstname) {
      fields.personal("shippingAddressFirstname", shippingAddressFirstname);
      return self();
    }

    /** The receiver's last name. */
    public Builder shippingAddressLastname(String shippingAddressLastname) {
      fields.personal("shippingAddressLastname", shippingAddressLastname);
      return self();
    }

    /** Addresses of files that show the delivery. */
    public Builder attachments(List<String> attachments) {
      fields.texts("attachments", attachments);
      return self();
    }

    /** Returns it. */
    public PortOnePaymentwallDelivery build() {
      return new PortOnePaymentwallDelivery(fields.copy(), key());
    }
  }
}
