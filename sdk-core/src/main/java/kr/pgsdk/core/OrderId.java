package kr.pgsdk.core;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;
import kr.pgsdk.core.internal.text.Texts;

/**
 * The merchant's number for an order: {@code merchant_uid} at Iamport, {@code orderId} at Toss,
 * {@code paymentId} at PortOne V2.
 *
 * <p>Any text of at most 200 characters that isn't blank, and has no control characters and no
 * {@code .} or {@code ..} path segment. Gateways have further rules for the id of a <em>new</em>
 * order (Iamport: at most 40 characters; Toss: 6 to 64 of {@code A-Z a-z 0-9 - _ =}; PortOne V2: 6
 * to 40 of {@code A-Z a-z 0-9 - _}). Only {@link PaymentGateway#prepare prepare} and a charge check
 * them, so that older orders stay reachable.
 */
public final class OrderId implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  // Crockford's digits in ASCII order, so that text order is time order.
  private static final char[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
  private static final int TIME_DIGITS = 10;
  private static final int RANDOM_DIGITS = 22;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String value;

  private OrderId(String value) {
    this.value = value;
  }

  /**
   * Returns the order id with this text.
   *
   * @throws IllegalArgumentException if the text breaks a rule above; the message names it
   */
  public static OrderId of(String value) {
    return new OrderId(Texts.id(value, "order id"));
  }

  /**
   * Returns a new order id of 32 lower-case letters and digits. Nobody can guess it (110 random
   * bits), it sorts after every id that was made in an earlier millisecond, and every gateway
   * accepts it. It may also be the id of a refund.
   */
  public static OrderId random() {
    return random(Clock.systemUTC(), RANDOM);
  }

  /** Like {@link #random()}, with time and randomness from outside. */
  public static OrderId random(Clock clock, RandomGenerator random) {
    char[] text = new char[TIME_DIGITS + RANDOM_DIGITS];
    long millis = clock.millis();
    for (int i = TIME_DIGITS - 1; i >= 0; i--) {
      text[i] = DIGITS[(int) (millis & 31)];
      millis >>>= 5;
    }
    for (int i = TIME_DIGITS; i < text.length; i++) {
      text[i] = DIGITS[random.nextInt(DIGITS.length)];
    }
    return new OrderId(new String(text));
  }

  /** The id as the gateway knows it. */
  public String value() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OrderId that && value.equals(that.value);
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
    return SerializedForm.of(SerializedForm.Kind.ORDER_ID, value);
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw SerializedForm.notThis();
  }
}
