package kr.pgsdk.iamport.billing;

import java.time.YearMonth;
import java.util.regex.Pattern;
import kr.pgsdk.core.internal.http.RequestFields;

/** Card data. Neither {@code toString} nor any message shows it. */
public final class IamportCard {
  // Digits alone, or in groups with a dash between.
  private static final Pattern NUMBER = Pattern.compile("[0-9](?:-?[0-9]){13,15}");
  private static final Pattern BIRTH = Pattern.compile("[0-9]{6}|[0-9]{10}");
  private static final Pattern TWO_DIGITS = Pattern.compile("[0-9]{2}");
  private static final Pattern CVC = Pattern.compile("[0-9]{3,4}");
  private static final Pattern FOUR_BEFORE_MORE = Pattern.compile("([0-9]{4})(?=[0-9])");

  private final RequestFields fields;

  private IamportCard(RequestFields fields) {
    this.fields = fields;
  }

  /**
   * Starts a card.
   *
   * @param number 14 to 16 digits, with or without dashes
   * @param expiry the last month it is valid in
   * @throws IllegalArgumentException if the number has another form; the message doesn't repeat it
   */
  public static Builder builder(String number, YearMonth expiry) {
    return new Builder(number, expiry);
  }

  /**
   * What is sent of it.
   *
   * @hidden
   */
  public RequestFields fields() {
    return fields;
  }

  @Override
  public String toString() {
    return "IamportCard";
  }

  /** Builds an {@link IamportCard}. Which fields are required depends on the payment company. */
  public static final class Builder {
    private final RequestFields fields = new RequestFields();

    private Builder(String number, YearMonth expiry) {
      fields.personal("card_number", number, NUMBER, "14 to 16 digits, with or without dashes");
      String digits = number.replace("-", "");
      // Iamport wants dddd-dddd-dddd-dddd.
      fields.personal("card_number", FOUR_BEFORE_MORE.matcher(digits).replaceAll("$1-"), 19);
      if (expiry.getYear() < 1000 || expiry.getYear() > 9999) {
        throw new IllegalArgumentException("expiry must have a year of four digits");
      }
      fields.personal("expiry", expiry.toString(), 7);
    }

    /**
     * {@code birth}: the holder's date of birth as {@code YYMMDD}, or the 10 digits of a company's
     * business number.
     */
    public Builder birth(String birth) {
      fields.personal("birth", birth, BIRTH, "6 digits (YYMMDD) or 10 digits (business number)");
      return this;
    }

    /** {@code pwd_2digit}: the first two digits of the card's password. */
    public Builder passwordTwoDigits(String digits) {
      fields.personal("pwd_2digit", digits, TWO_DIGITS, "2 digits");
      return this;
    }

    /** {@code cvc}: the 3 or 4 digits printed on the card. */
    public Builder cvc(String cvc) {
      fields.personal("cvc", cvc, CVC, "3 or 4 digits");
      return this;
    }

    /** Returns the card. */
    public IamportCard build() {
      return new IamportCard(fields.copy());
    }
  }
}
