package kr.pgsdk.iamport.receipt;

import kr.pgsdk.core.OpenEnum;

/** For whom a cash receipt is. */
public final class IamportCashReceiptType extends OpenEnum {
  /** A person, for the income tax deduction. */
  public static final IamportCashReceiptType PERSON = of("person");

  /** A business, as proof of an expense. */
  public static final IamportCashReceiptType COMPANY = of("company");

  private IamportCashReceiptType(String text) {
    super(text);
  }

  /** Returns the type with this word, also one that isn't documented. */
  public static IamportCashReceiptType of(String text) {
    return new IamportCashReceiptType(text);
  }
}
