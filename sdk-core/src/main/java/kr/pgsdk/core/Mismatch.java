package kr.pgsdk.core;

import java.io.Serial;
import java.io.Serializable;

/**
 * One difference between a payment and the expected one. Show it to operators only, never to the
 * buyer: it tells a forger what to change.
 *
 * @param field what differs
 * @param fieldName the gateway's name for it, such as {@code merchant_uid}
 * @param expected what the shop expected
 * @param actual what the gateway, or the browser, said
 */
public record Mismatch(Field field, String fieldName, String expected, String actual)
    implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  /** What can differ. */
  public enum Field {
    /** The merchant's number for the order. */
    ORDER_ID,
    /** The gateway's number for the payment. */
    PAYMENT_ID,
    /** The number alone, whatever its scale: 10.5 is 10.50. */
    AMOUNT,
    /** The currency's code. */
    CURRENCY,
    /** The payment's status: it isn't fully paid. */
    STATUS
  }

  @Override
  public String toString() {
    return fieldName + ": expected " + expected + ", actual " + actual;
  }
}
