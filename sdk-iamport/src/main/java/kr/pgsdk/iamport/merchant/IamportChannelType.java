package kr.pgsdk.iamport.merchant;

import kr.pgsdk.core.OpenEnum;

/** What a channel is for. */
public final class IamportChannelType extends OpenEnum {
  /** Payments in a checkout window. */
  public static final IamportChannelType PAYMENT = of("payment");

  /** Payments by REST calls. */
  public static final IamportChannelType API_PAYMENT = of("api_payment");

  /** Identity verifications. */
  public static final IamportChannelType CERTIFICATION = of("certification");

  private IamportChannelType(String text) {
    super(text);
  }

  /** Returns the type with this word, also one that isn't documented. */
  public static IamportChannelType of(String text) {
    return new IamportChannelType(text);
  }
}
