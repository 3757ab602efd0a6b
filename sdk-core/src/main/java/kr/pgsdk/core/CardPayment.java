package kr.pgsdk.core;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The card a payment was made with, as a receipt or an order page shows it. Of its number only the
 * last four places are kept. Immutable.
 */
public final class CardPayment implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private static final int PLACES = 4;

  private final @Nullable String issuerCode;
  private final @Nullable String lastDigits;
  private final @Nullable Integer installmentMonths;

  private CardPayment(
      @Nullable String issuerCode,
      @Nullable String lastDigits,
      @Nullable Integer installmentMonths) {
    this.issuerCode = issuerCode;
    this.lastDigits = lastDigits;
    this.installmentMonths = installmentMonths;
  }

  /**
   * Returns a card payment; pass {@code null} for what the gateway didn't say.
   *
   * @param maskedNumber the card's number as the gateway shows it; all but its end is dropped
   * @param installmentMonths in how many months it is paid; 0 for all at once
   */
  public static CardPayment of(
      @Nullable String issuerCode,
      @Nullable String maskedNumber,
      @Nullable Integer installmentMonths) {
    return new CardPayment(issuerCode, end(maskedNumber), installmentMonths);
  }

  private static @Nullable String end(@Nullable String maskedNumber) {
    if (maskedNumber == null) {
      return null;
    }
    char[] end = new char[PLACES];
    int missing = PLACES;
    boolean telling = false; // masks alone tell a buyer nothing
    for (int i = maskedNumber.length() - 1; i >= 0 && missing > 0; i--) {
      char c = maskedNumber.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (digit || c == '*' || c == 'x' || c == 'X') {
        end[--missing] = c;
        telling |= digit;
      }
    }
    // Fewer places are no card's number.
    return telling && missing == 0 ? new String(end) : null;
  }

  /**
   * The issuer in the gateway's own code: {@code 361} at Iamport, {@code 61} at Toss, {@code
   * SHINHAN_CARD} at PortOne V2.
   */
  public Optional<String> issuerCode() {
    return Optional.ofNullable(issuerCode);
  }

  /**
   * The last four places of the card's number, as the gateway masks them, such as {@code 123*};
   * empty if it masks all four.
   */
  public Optional<String> lastDigits() {
    return Optional.ofNullable(lastDigits);
  }

  /** In how many months it is paid; 0 for all at once. */
  public OptionalInt installmentMonths() {
    return installmentMonths == null ? OptionalInt.empty() : OptionalInt.of(installmentMonths);
  }

  /** Shows nothing of the card: it is personal data. */
  @Override
  public String toString() {
    return "CardPayment";
  }

  @Serial
  private Object writeReplace() {
    return SerializedForm.of(
        SerializedForm.Kind.CARD_PAYMENT, issuerCode, lastDigits, installmentMonths);
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw SerializedForm.notThis();
  }
}
