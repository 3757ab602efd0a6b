package kr.pgsdk.sandbox.portone;

import kr.pgsdk.core.Money;

/** The two words for a currency: {@code KRW} of the REST API, {@code CURRENCY_KRW} of pages. */
final class PortOneCurrency {
  private static final String BROWSER_PREFIX = "CURRENCY_";

  private PortOneCurrency() {}

  /** The REST API's word for a currency, whichever of the two words a page uses. */
  static String code(String word) {
    String code = word.startsWith(BROWSER_PREFIX) ? word.substring(BROWSER_PREFIX.length()) : word;
    Money unused = Money.ofMinorUnits(0, code); // refuses what is no currency
    return code;
  }
}
