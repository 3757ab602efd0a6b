package kr.pgsdk.core;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import kr.pgsdk.core.internal.text.Texts;

/**
 * The gateway's number for a payment: {@code imp_uid} at Iamport, {@code paymentKey} at Toss,
 * {@code transactionId} at PortOne V2.
 *
 * <p>Any text of at most 200 characters that isn't blank, and has no control characters and no
 * {@code .} or {@code ..} path segment. The gateways document no pattern, so the SDK requires none.
 */
public final class PaymentId implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private final String value;

  private PaymentId(String value) {
    this.value = value;
  }

  /**
   * Returns the payment id with this text.
   *
   * @throws IllegalArgumentException if the text breaks a rule above; the message names it
   */
  public static PaymentId of(String value) {
    return new PaymentId(Texts.id(value, "payment id"));
  }

  /** The id as the gateway knows it. */
  public String value() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PaymentId that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }

  @Serial
  private Object writeReplace() {
    return SerializedForm.of(SerializedForm.Kind.PAYMENT_ID, value);
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw SerializedForm.notThis();
  }
}
