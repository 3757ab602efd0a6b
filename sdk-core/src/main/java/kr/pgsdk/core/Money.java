package kr.pgsdk.core;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An amount in major units of a currency: {@code Money.krw(15_000)} is fifteen thousand won.
 *
 * <p>Never negative; at most 18 digits before the point and 8 behind it; won have no fraction. The
 * currency is kept as the gateway writes it, in capitals ({@code KRW}, {@code USD}, also {@code
 * MUSD}, which Toss sends and ISO 4217 doesn't know). Two equal amounts are equal whatever their
 * scale: 10.5 is 10.50.
 */
public final class Money implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private static final int MAX_INTEGER_DIGITS = 18;
  private static final int MAX_FRACTION_DIGITS = 8;
  private static final int MAX_TEXT_LENGTH = 64;
  private static final Pattern PLAIN_DECIMAL = Pattern.compile("[0-9]+(\\.[0-9]+)?");

  private final BigDecimal amount;
  private final String currency;

  private Money(BigDecimal amount, String currency) {
    this.amount = amount;
    this.currency = currency;
  }

  /**
   * Returns {@code amount} of {@code currency}.
   *
   * @throws IllegalArgumentException if a rule above is broken; the message names it
   */
  public static Money of(BigDecimal amount, String currency) {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(currency, "currency");
    if (!isCurrency(currency)) {
      throw new IllegalArgumentException(
          "currency must be 3 to 10 capital letters or digits, such as KRW or USD");
    }
    if (amount.signum() < 0) {
      throw new IllegalArgumentException(
          "amount must not be negative: money that goes back is a cancel of a positive amount");
    }
    // Compared before any rescaling: 1E+999999999 is a small object and a gigabyte of text.
    long integerDigits = (long) amount.precision() - amount.scale();
    if (amount.signum() != 0 && integerDigits > MAX_INTEGER_DIGITS) {
      throw new IllegalArgumentException(
          "amount must have at most " + MAX_INTEGER_DIGITS + " digits before the decimal point");
    }
    BigDecimal plain = plain(amount);
    if (plain.scale() > MAX_FRACTION_DIGITS) {
      throw new IllegalArgumentException(
          "amount must have at most " + MAX_FRACTION_DIGITS + " digits after the decimal point");
    }
    if (plain.scale() > 0 && currency.equals("KRW")) {
      throw new IllegalArgumentException(
          "an amount in KRW must not have a fraction: round it to whole won");
    }
    return new Money(plain, currency);
  }

  private static boolean isCurrency(String text) {
    if (text.length() < 3 || text.length() > 10) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'A' && c <= 'Z';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  /** Without trailing zeros behind the point, and without an exponent. */
  private static BigDecimal plain(BigDecimal amount) {
    if (amount.signum() == 0) {
      return BigDecimal.ZERO;
    }
    if (amount.scale() == 0) {
      return amount;
    }
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /**
   * Returns the amount written in {@code amount}: digits, and at most one point with digits on both
   * sides. No sign, no comma, no exponent, no space.
   *
   * @throws IllegalArgumentException if it is written otherwise, or breaks a rule above
   */
  public static Money of(String amount, String currency) {
    Objects.requireNonNull(amount, "amount");
    if (amount.length() > MAX_TEXT_LENGTH || !PLAIN_DECIMAL.matcher(amount).matches()) {
      throw new IllegalArgumentException(
          "amount must be a plain decimal such as 15000 or 544.68:"
              + " no sign, no thousands separator, no exponent");
    }
    return of(new BigDecimal(amount), currency);
  }

  /**
   * Returns {@code won} Korean won.
   *
   * @throws IllegalArgumentException if {@code won} is negative
   */
  public static Money krw(long won) {
    return of(BigDecimal.valueOf(won), "KRW");
  }

  /**
   * Returns an amount given in the currency's minor units, as ISO 4217 has them: 600 of USD are 6
   * dollars, 600 of KRW are 600 won.
   *
   * @throws IllegalArgumentException if {@code units} is negative, or the currency's minor unit
   *     isn't known
   */
  public static Money ofMinorUnits(long units, String currency) {
    return of(BigDecimal.valueOf(units, MinorUnits.digits(currency)), currency);
  }

  /** Nothing, in {@code currency}. */
  public static Money zero(String currency) {
    return of(BigDecimal.ZERO, currency);
  }

  /** The amount in major units, without trailing zeros and never in exponent form. */
  public BigDecimal amount() {
    return amount;
  }

  /**
   * The amount in the currency's minor units, exactly: the reverse of {@link #ofMinorUnits}.
   *
   * @throws IllegalArgumentException if it isn't a whole number of them, such as 0.5 yen, or the
   *     currency's minor unit isn't known
   */
  public long minorUnits() {
    try {
      return amount.movePointRight(MinorUnits.digits(currency)).longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          this + " is not a whole number of minor units that a long holds", e);
    }
  }

  /** The currency's code as the gateway writes it. */
  public String currency() {
    return currency;
  }

  /** Whether the amount is nothing. */
  public boolean isZero() {
    return amount.signum() == 0;
  }

  /**
   * Returns this less {@code other}.
   *
   * @throws IllegalArgumentException if the currencies differ or {@code other} is more than this
   */
  public Money minus(Money other) {
    requireSameCurrency(other);
    return other.isZero() ? this : of(amount.subtract(other.amount), currency);
  }

  /**
   * Returns this and {@code other} together.
   *
   * @throws IllegalArgumentException if the currencies differ
   */
  public Money plus(Money other) {
    requireSameCurrency(other);
    return of(amount.add(other.amount), currency);
  }

  /**
   * Whether this is more than {@code other}.
   *
   * @throws IllegalArgumentException if the currencies differ
   */
  public boolean isMoreThan(Money other) {
    requireSameCurrency(other);
    return amount.compareTo(other.amount) > 0;
  }

  private void requireSameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "amounts of different currencies: "
              + currency
              + " and "
              + other.currency
              + ". Convert one of them first");
    }
  }

  /** The amount as a plain decimal, such as {@code 15000} or {@code 544.68}. */
  public String toPlainString() {
    return amount.toPlainString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Money that
        && amount.compareTo(that.amount) == 0
        && currency.equals(that.currency);
  }

  @Override
  public int hashCode() {
    return 31 * amount.hashCode() + currency.hashCode();
  }

  @Override
  public String toString() {
    return toPlainString() + " " + currency;
  }

  @Serial
  private Object writeReplace() {
    return SerializedForm.of(SerializedForm.Kind.MONEY, toPlainString(), currency);
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw SerializedForm.notThis();
  }
}
