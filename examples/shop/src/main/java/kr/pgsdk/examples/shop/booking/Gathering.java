package kr.pgsdk.examples.shop.booking;

import java.time.LocalDate;
import java.util.Locale;

/**
 * An afternoon of tea for a few.
 *
 * @param deposit for one seat, in won
 */
public record Gathering(
    String id,
    String nameKo,
    String nameEn,
    String noteKo,
    String noteEn,
    LocalDate day,
    long deposit) {

  /** Its name in the reader's language. */
  public String name(Locale locale) {
    return locale.getLanguage().equals("en") ? nameEn : nameKo;
  }

  /** A sentence about it in the reader's language. */
  public String note(Locale locale) {
    return locale.getLanguage().equals("en") ? noteEn : noteKo;
  }
}
