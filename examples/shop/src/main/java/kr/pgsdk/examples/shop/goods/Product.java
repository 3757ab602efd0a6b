package kr.pgsdk.examples.shop.goods;

import java.util.Locale;

/**
 * What stands on the shelf.
 *
 * @param price in won
 * @param left what can still be ordered
 */
public record Product(
    String id, String nameKo, String nameEn, String noteKo, String noteEn, long price, long left) {

  /** Its name in the reader's language. */
  public String name(Locale locale) {
    return isEnglish(locale) ? nameEn : nameKo;
  }

  /** A sentence about it in the reader's language. */
  public String note(Locale locale) {
    return isEnglish(locale) ? noteEn : noteKo;
  }

  private static boolean isEnglish(Locale locale) {
    return locale.getLanguage().equals("en");
  }
}
