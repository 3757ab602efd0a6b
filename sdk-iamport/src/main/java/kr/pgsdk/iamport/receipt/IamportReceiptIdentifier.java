package kr.pgsdk.iamport.receipt;

import kr.pgsdk.core.OpenEnum;

/** What kind of number says whom a cash receipt is for. */
public final class IamportReceiptIdentifier extends OpenEnum {
  /** A resident's number. */
  public static final IamportReceiptIdentifier PERSON = of("person");

  /** A business's number. */
  public static final IamportReceiptIdentifier BUSINESS = of("business");

  /** A phone's number. */
  public static final IamportReceiptIdentifier PHONE = of("phone");

  /** A receipt card's number. */
  public static final IamportReceiptIdentifier TAXCARD = of("taxcard");

  private IamportReceiptIdentifier(String text) {
    super(text);
  }

  /** Returns the kind with this word, also one that isn't documented. */
  public static IamportReceiptIdentifier of(String text) {
    return new IamportReceiptIdentifier(text);
  }
}
