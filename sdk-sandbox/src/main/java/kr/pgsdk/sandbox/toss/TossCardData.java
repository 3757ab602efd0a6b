package kr.pgsdk.sandbox.toss;

import java.util.regex.Pattern;
import kr.pgsdk.sandbox.TestCard;
import kr.pgsdk.sandbox.wire.Params;
import org.jspecify.annotations.Nullable;

/** The data of a card that a shop's server sends itself. */
final class TossCardData {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{14,20}");
  private static final Pattern TWO_DIGITS = Pattern.compile("[0-9]{2}");
  private static final Pattern IDENTITY = Pattern.compile("[0-9]{6}|[0-9]{10}");

  private TossCardData() {}

  /** Checks the form of what was sent, and returns what becomes of the card. */
  static TestCard of(Params params) {
    String number = params.text("cardNumber");
    if (number == null
        || !NUMBER.matcher(number).matches()
        || !matches(TWO_DIGITS, params.text("cardExpirationYear"))
        || !matches(TWO_DIGITS, params.text("cardExpirationMonth"))) {
      throw TossRefusal.of("INVALID_REQUEST");
    }
    if (!matches(IDENTITY, params.text("customerIdentityNumber"))) {
      throw TossRefusal.of("INVALID_BIRTH_DAY_FORMAT");
    }
    if (params.has("cardPassword") && !matches(TWO_DIGITS, params.text("cardPassword"))) {
      throw TossRefusal.of("INVALID_CARD_PASSWORD");
    }
    return TestCard.of(number);
  }

  private static boolean matches(Pattern form, @Nullable String text) {
    return text != null && form.matcher(text).matches();
  }

  /** The number as Toss shows it: all but a few digits are hidden. */
  static String masked(TestCard card) {
    return card.number().substring(0, 8) + "****" + card.number().substring(12, 15) + "*";
  }
}
