package kr.pgsdk.iamport.internal;

import kr.pgsdk.core.internal.http.RequestFields;

/** The rules of {@code customer_uid}: who has it can charge the card behind it. */
public final class CustomerUid {
  public static final String NAME = "customer_uid";

  private static final int MAX_LENGTH = 80; // v1.openapi.json, POST /subscribe/payments/again

  private CustomerUid() {}

  /**
   * Returns fields with it.
   *
   * @throws IllegalArgumentException if it is blank, or has more than 80 characters or a control
   *     character; the message doesn't repeat it
   */
  public static RequestFields fields(String customerUid) {
    return new RequestFields().personal(NAME, customerUid, MAX_LENGTH);
  }

  /** Returns it, checked as by {@link #fields}. */
  public static String checked(String customerUid) {
    fields(customerUid);
    return customerUid;
  }
}
