package kr.pgsdk.core;

/**
 * One way in which a payment isn't the expected one. For operators, never for the buyer's screen:
 * it says what a forger would want to know.
 *
 * @param field what differs
 * @param fieldName the gateway's name for it, such as {@code merchant_uid}
 * @param expected what the shop expected
 * @param actual what the gateway, or the browser, said
 */
public record Mismatch(Field field, String fieldName, String expected, String actual) {
  /** What can differ. */
  public enum Field {
    ORDER_ID,
    PAYMENT_ID,
    AMOUNT,
    CURRENCY,
    STATUS
  }

  @Override
  public String toString() {
    return fieldName + ": expected " + expected + ", actual " + actual;
  }
}
