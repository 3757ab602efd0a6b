package kr.pgsdk.core;

import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The card data that the owner types in, to issue a billing key. A shop that handles card data must
 * follow the card companies' rules; a key that is issued in the gateway's own window needs no card
 * data. No message and no {@code toString} shows card data. Immutable.
 */
public final class CardData {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{14,16}");
  private static final Pattern IDENTITY =
      Pattern.compile(
          "[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])"
              + "|000000" // for cards abroad: v1.openapi.json, POST /subscribe/payments/onetime
              + "|[0-9]{10}");
  private static final Pattern TWO_DIGITS = Pattern.compile("[0-9]{2}");
  private static final Pattern CVC = Pattern.compile("[0-9]{3,4}");

  private final String number;
  private final YearMonth expiry;
  private final @Nullable String ownerIdentity;
  private final @Nullable String passwordDigits;
  private final @Nullable String cvc;

  private CardData(Builder builder) {
    this.number = builder.number;
    this.expiry = builder.expiry;
    this.ownerIdentity = builder.ownerIdentity;
    this.passwordDigits = builder.passwordDigits;
    this.cvc = builder.cvc;
  }

  /**
   * Starts a card.
   *
   * @param number 14 to 16 digits; dashes and spaces between them are dropped
   * @param expiry the last month in which it is valid
   * @throws IllegalArgumentException if the number has another form
   */
  public static Builder builder(String number, YearMonth expiry) {
    return new Builder(number, expiry);
  }

  /** The number, digits alone. */
  public String number() {
    return number;
  }

  /** The last month in which it is valid. */
  public YearMonth expiry() {
    return expiry;
  }

  /** The owner's birth date, {@code YYMMDD}, or the 10 digits of a business. */
  public Optional<String> ownerIdentity() {
    return Optional.ofNullable(ownerIdentity);
  }

  /** The first two digits of the card's password. */
  public Optional<String> passwordDigits() {
    return Optional.ofNullable(passwordDigits);
  }

  /** The three or four digits beside the signature. */
  public Optional<String> cvc() {
    return Optional.ofNullable(cvc);
  }

  @Override
  public String toString() {
    return "CardData";
  }

  /** Builds a {@link CardData}. Which parts are needed depends on the shop's contract. */
  public static final class Builder {
    private final String number;
    private final YearMonth expiry;
    private @Nullable String ownerIdentity;
    private @Nullable String passwordDigits;
    private @Nullable String cvc;

    private Builder(String number, YearMonth expiry) {
      this.number =
          require(
              Objects.requireNonNull(number, "number").replaceAll("[ -]", ""),
              NUMBER,
              "card number must be 14 to 16 digits");
      this.expiry = Objects.requireNonNull(expiry, "expiry");
    }

    private static String require(String text, Pattern form, String rule) {
      if (!form.matcher(Objects.requireNonNull(text, rule)).matches()) {
        throw new IllegalArgumentException(rule);
      }
      return text;
    }

    /**
     * The owner's birth date, {@code YYMMDD}, or the 10 digits of a business; {@code 000000} for a
     * foreign card, whose company asks for neither.
     */
    public Builder ownerIdentity(String digits) {
      this.ownerIdentity =
          require(
              digits,
              IDENTITY,
              "owner's identity must be a birth date YYMMDD, or a business number of 10 digits");
      return this;
    }

    /** The first two digits of the card's password. */
    public Builder passwordDigits(String digits) {
      this.passwordDigits = require(digits, TWO_DIGITS, "password digits must be 2 digits");
      return this;
    }

    /** The three or four digits beside the signature. Toss doesn't take them. */
    public Builder cvc(String digits) {
      this.cvc = require(digits, CVC, "cvc must be 3 or 4 digits");
      return this;
    }

    /** Returns the card. */
    public CardData build() {
      return new CardData(this);
    }
  }
}
