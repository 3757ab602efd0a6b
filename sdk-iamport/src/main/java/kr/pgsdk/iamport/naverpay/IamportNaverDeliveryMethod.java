package kr.pgsdk.iamport.naverpay;

import kr.pgsdk.core.OpenEnum;

/** How goods go to the buyer, or come back. */
public final class IamportNaverDeliveryMethod extends OpenEnum {
  /** By a parcel service or by mail; needs a company. */
  public static final IamportNaverDeliveryMethod DELIVERY = of("DELIVERY");

  /** By a waybill that Goodsflow prints. */
  public static final IamportNaverDeliveryMethod GDFW_ISSUE_SVC = of("GDFW_ISSUE_SVC");

  /** The buyer fetches them. */
  public static final IamportNaverDeliveryMethod VISIT_RECEIPT = of("VISIT_RECEIPT");

  /** The shop brings them. */
  public static final IamportNaverDeliveryMethod DIRECT_DELIVERY = of("DIRECT_DELIVERY");

  /** By a courier. */
  public static final IamportNaverDeliveryMethod QUICK_SVC = of("QUICK_SVC");

  /** Nothing is delivered. */
  public static final IamportNaverDeliveryMethod NOTHING = of("NOTHING");

  /** A return by the parcel service that the shop ordered. */
  public static final IamportNaverDeliveryMethod RETURN_DESIGNATED = of("RETURN_DESIGNATED");

  /** A return by any parcel service; needs a company. */
  public static final IamportNaverDeliveryMethod RETURN_DELIVERY = of("RETURN_DELIVERY");

  /** A return that the buyer brings. */
  public static final IamportNaverDeliveryMethod RETURN_INDIVIDUAL = of("RETURN_INDIVIDUAL");

  private IamportNaverDeliveryMethod(String text) {
    super(text);
  }

  /** Returns the method with this word, also one that isn't documented. */
  public static IamportNaverDeliveryMethod of(String text) {
    return new IamportNaverDeliveryMethod(text);
  }
}
