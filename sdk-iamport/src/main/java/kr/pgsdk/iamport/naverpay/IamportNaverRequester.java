package kr.pgsdk.iamport.naverpay;

import kr.pgsdk.core.OpenEnum;

/** Who asks for the confirmation of an escrow order. */
public final class IamportNaverRequester extends OpenEnum {
  /** The buyer. */
  public static final IamportNaverRequester CUSTOMER = of("customer");

  /** The shop; Iamport's default. */
  public static final IamportNaverRequester ADMIN = of("admin");

  private IamportNaverRequester(String text) {
    super(text);
  }

  /** Returns the requester with this word, also one that isn't documented. */
  public static IamportNaverRequester of(String text) {
    return new IamportNaverRequester(text);
  }
}
