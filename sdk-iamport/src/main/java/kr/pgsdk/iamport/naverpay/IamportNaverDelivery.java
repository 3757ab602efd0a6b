package kr.pgsdk.iamport.naverpay;

import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.http.RequestObject;

/** How goods travel. Immutable. */
public final class IamportNaverDelivery extends RequestObject {
  private static final int MAX_LENGTH = 100;

  private IamportNaverDelivery(RequestFields fields) {
    super(fields);
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
}
