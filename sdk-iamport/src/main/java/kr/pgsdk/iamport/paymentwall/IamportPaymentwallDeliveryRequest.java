package kr.pgsdk.iamport.paymentwall;

import java.time.Instant;
import java.util.List;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/** A delivery to report. Of a physical one, carrier and address must be set too. */
public final class IamportPaymentwallDeliveryRequest extends RequestObject {
  private static final List<String> REQUIRED_OF_PHYSICAL =
      List.of(
          "carrier_tracking_id",
          "carrier_type",
          "shipping_address_country",
          "shipping_address_city",
          "shipping_address_zip",
          "shipping_address_state",
          "shipping_address_street",
          "shipping_address_phone",
          "shipping_address_firstname",
          "shipping_address_lastname");

  private final PaymentId paymentId;

  private IamportPaymentwallDeliveryRequest(Builder builder) {
    super(builder.fields.copy());
    this.paymentId = builder.paymentId;
  }

  /**
   * Starts a request.
   *
   * @param paymentId {@code imp_uid}: the payment
   * @param orderId {@code merchant_uid}: its order
   * @param type {@code type}: what is delivered
   * @param status {@code status}: how far it is
   * @param estimatedDelivery {@code estimated_delivery_datetime}: when it should arrive; now for a
   *     digital one
   * @param estimatedUpdate {@code estimated_update_datetime}: when its status should change; now
   *     for a digital one
   * @param refundable {@code refundable}: whether the payment can be refunded
   * @param email {@code shipping_address_email}: the receiver's, at most 50 characters
   * @throws IllegalArgumentException if one is blank or too long
   */
  public static Builder builder(
      PaymentId paymentId,
      OrderId orderId,
      IamportPaymentwallProductType type,
      IamportPaymentwallStatus status,
      Instant estimatedDelivery,
      Instant estimatedUpdate,
      boolean refundable,
      String email) {
    return new Builder(
        paymentId, orderId, type, status, estimatedDelivery, estimatedUpdate, refundable, email);
  }

  PaymentId paymentId() {
    return paymentId;
  }

  /** Builds an {@link IamportPaymentwallDeliveryRequest}. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();
    private final PaymentId paymentId;
    private final boolean physical;

    private Builder(
        PaymentId paymentId,
        OrderId orderId,
        IamportPaymentwallProductType type,
        IamportPaymentwallStatus status,
        Instant estimatedDelivery,
        Instant estimatedUpdate,
        boolean refundable,
        String email) {
      this.paymentId = paymentId;
      this.physical = type.equals(IamportPaymentwallProductType.PHYSICAL);
      fields.text("imp_uid", paymentId.value(), 40);
      fields.text("merchant_uid", orderId.value(), 40);
      fields.word("type", type);
      fields.word("status", status);
      fields.epochSeconds("estimated_delivery_datetime", estimatedDelivery);
      fields.epochSeconds("estimated_update_datetime", estimatedUpdate);
      fields.text("refundable", refundable ? "yes" : "no", 3);
      fields.personal("shipping_address_email", email, 50);
    }

    /** {@code carrier_tracking_id}: the number of the parcel. */
    public Builder carrierTrackingId(String number) {
      fields.text("carrier_tracking_id", number, 64);
      return this;
    }

    /** {@code carrier_type}: the carrier. */
    public Builder carrierType(String carrier) {
      fields.text("carrier_type", carrier, 64);
      return this;
    }

    /** {@code reason}: why the status is what it is. */
    public Builder reason(String reason) {
      fields.note("reason", reason, 64);
      return this;
    }

    /** {@code details}: more about it, at most 400 characters. */
    public Builder details(String details) {
      fields.text("details", details, 400);
      return this;
    }

    /** {@code shipping_address_country}: the country. */
    public Builder shippingAddressCountry(String text) {
      fields.personal("shipping_address_country", text, 40);
      return this;
    }

    /** {@code shipping_address_city}: the city. */
    public Builder shippingAddressCity(String text) {
      fields.personal("shipping_address_city", text, 40);
      return this;
    }

    /** {@code shipping_address_zip}: the postcode. */
    public Builder shippingAddressZip(String text) {
      fields.personal("shipping_address_zip", text, 40);
      return this;
    }

    /** {@code shipping_address_state}: the state; {@code N/A} outside the USA. */
    public Builder shippingAddressState(String text) {
      fields.personal("shipping_address_state", text, 40);
      return this;
    }

    /** {@code shipping_address_street}: the street. */
    public Builder shippingAddressStreet(String text) {
      fields.personal("shipping_address_street", text, 40);
      return this;
    }

    /** {@code shipping_address_phone}: the receiver's phone. */
    public Builder shippingAddressPhone(String text) {
      fields.personal("shipping_address_phone", text, 40);
      return this;
    }

    /** {@code shipping_address_firstname}: the receiver's first name. */
    public Builder shippingAddressFirstName(String text) {
      fields.personal("shipping_address_firstname", text, 40);
      return this;
    }

    /** {@code shipping_address_lastname}: the receiver's last name. */
    public Builder shippingAddressLastName(String text) {
      fields.personal("shipping_address_lastname", text, 40);
      return this;
    }

    private void requirePhysical() {
      for (String name : physical ? REQUIRED_OF_PHYSICAL : List.<String>of()) {
        if (!fields.has(name)) {
          throw new IllegalArgumentException(name + " must be set of a physical delivery");
        }
      }
    }

    /**
     * Returns the request.
     *
     * @throws IllegalArgumentException if a physical delivery lacks its carrier or its address
     */
    public IamportPaymentwallDeliveryRequest build() {
      requirePhysical();
      return new IamportPaymentwallDeliveryRequest(this);
    }
  }
}
