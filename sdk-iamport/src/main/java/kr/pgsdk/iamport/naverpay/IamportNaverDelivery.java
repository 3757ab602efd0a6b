package kr.pgsdk.iamport.naverpay;

import kr.pgsdk.core.internal.http.RequestFields;

/** How goods travel. Immutable. */
public final class IamportNaverDelivery {
  private static final int MAX_LENGTH = 100;

  private final RequestFields fields;

  private IamportNaverDelivery(RequestFields fields) {
    this.fields = fields;
  }

  /**
   * Returns a delivery without a parcel service.
   *
   * @throws IllegalArgumentException if the method needs one
   */
  public static IamportNaverDelivery of(IamportNaverDeliveryMethod method) {
    if (method.equals(IamportNaverDeliveryMethod.DELIVERY)
        || method.equals(IamportNaverDeliveryMethod.RETURN_DELIVERY)) {
      throw new IllegalArgumentException("delivery_method " + method + " needs a delivery_company");
    }
    return new IamportNaverDelivery(new RequestFields().word("delivery_method", method));
  }

  /**
   * Returns a delivery by a parcel service.
   *
   * @param trackingNumber {@code tracking_number}: the waybill's number
   * @throws IllegalArgumentException if the number is blank
   */
  public static IamportNaverDelivery of(
      IamportNaverDeliveryMethod method,
      IamportNaverDeliveryCompany company,
      String trackingNumber) {
    return new IamportNaverDelivery(
        new RequestFields()
            .word("delivery_method", method)
            .word("delivery_company", company)
            .personal("tracking_number", trackingNumber, MAX_LENGTH));
  }

  RequestFields fields() {
    return fields;
  }

  @Override
  public String toString() {
    return "IamportNaverDelivery";
  }
}
