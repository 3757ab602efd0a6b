package kr.pgsdk.toss.card;

import java.time.YearMonth;
import java.util.Objects;
import java.util.regex.Pattern;
import kr.pgsdk.core.internal.http.RequestFields;

/**
 * A card's data. No message and no {@code toString} shows any of it. Immutable.
 *
 * <p>Whoever handles cards so needs a contract with Toss and the card companies' security audit;
 * the checkout page needs neither.
 */
public final class TossCardData {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}");
  private static final Pattern IDENTITY = Pattern.compile("[0-9]{6}|[0-9]{10}");
  private static final Pattern PASSWORD = Pattern.compile("[0-9]{2}");
  private static final int CENTURY = 2000;

  private final RequestFields fields;

  private TossCardData(RequestFields fields) {
    this.fields = fields;
  }

  /**
   * Returns a card.
   *
   * @param number its number: digits alone, at most 20
   * @param expiry the last month it is good for, from 2000 to 2099
   * @param customerIdentityNumber whose it is: the birth date as six digits (yyMMdd), or the ten
   *     digits of a business number
   * @throws IllegalArgumentException if a rule above is broken; the message shows no data
   */
  public static TossCardData of(String number, YearMonth expiry, String customerIdentityNumber) {
    Objects.requireNonNull(expiry, "expiry");
    if (expiry.getYear() / 100 * 100 != CENTURY) {
      throw new IllegalArgumentException("card expiry must be from 2000 to 2099");
    }
    return new TossCardData(
        new RequestFields()
            .personal("cardNumber", number, NUMBER, "1 to 20 digits, without spaces or dashes")
            .text("cardExpirationYear", twoDigits(expiry.getYear() - CENTURY), 2)
            .text("cardExpirationMonth", twoDigits(expiry.getMonthValue()), 2)
            .personal(
                "customerIdentityNumber",
                customerIdentityNumber,
                IDENTITY,
                "a birth date of 6 digits (yyMMdd) or a business number of 10"));
  }

  private static String twoDigits(int number) {
    return (number < 10 ? "0" : "") + number;
  }

  /**
   * Returns this card with its password.
   *
   * @param cardPassword its first two digits
   * @throws IllegalArgumentException if it isn't two digits; the message doesn't show it
   */
  public TossCardData withPassword(String cardPassword) {
    return new TossCardData(
        fields.copy().personal("cardPassword", cardPassword, PASSWORD, "2 digits"));
  }

  /**
   * The fields of a request's body.
   *
   * @hidden
   */
  public RequestFields fields() {
    return fields.copy();
  }

  @Override
  public String toString() {
    return "TossCardData";
  }
}
