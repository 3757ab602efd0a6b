package kr.pgsdk.sandbox.portone;

import java.math.BigDecimal;
import java.util.Currency;
import kr.pgsdk.core.Money;

/** Amounts on PortOne's wire: whole numbers of the currency's smallest unit (ISO 4217). */
final class PortOneMoney {
  private static final String BROWSER_PREFIX = "CURRENCY_";

  private PortOneMoney() {}

  /**
   * Returns {@code money} in the smallest unit.
   *
   * @throws IllegalArgumentException if it has a smaller part, or PortOne has no such currency
   */
  static long minor(Money money) {
    try {
      return money.amount().movePointRight(digits(money.currency())).longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(money + " has more digits than its currency", e);
    }
  }

  /** Returns this many of the smallest unit of {@code currency}. */
  static Money of(long minor, String currency) {
    return Money.of(BigDecimal.valueOf(minor, digits(currency)), currency);
  }

  /** The REST API's word for a currency, whichever of the two words a page uses. */
  static String currency(String word) {
    String code = word.startsWith(BROWSER_PREFIX) ? word.substring(BROWSER_PREFIX.length()) : word;
    int unused = digits(code);
    return code;
  }

  private static int digits(String currency) {
    return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
  }
}
