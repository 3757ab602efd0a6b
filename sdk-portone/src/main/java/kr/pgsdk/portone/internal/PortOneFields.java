package kr.pgsdk.portone.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OpenEnum;
import kr.pgsdk.core.internal.http.RequestFields;

/** How PortOne writes amounts and moments in a request's body. */
public final class PortOneFields {
  private PortOneFields() {}

  /**
   * Sets an amount, in the minor units of its currency.
   *
   * @throws IllegalArgumentException if it is zero, or no whole number of minor units
   */
  public static void amount(RequestFields fields, String name, Money money) {
    fields.number(name, units(name, money), 1, Long.MAX_VALUE);
  }

  /**
   * As {@link #amount}, of a part of another amount, which may be zero.
   *
   * @throws IllegalArgumentException if it is more than the whole, or in another currency
   */
  public static void part(RequestFields fields, String name, Money part, Money whole) {
    long units = units(name, part);
    if (!part.currency().equals(whole.currency()) || units > whole.minorUnits()) {
      throw new IllegalArgumentException(name + " must be a part of " + whole + ": it is " + part);
    }
    fields.number(name, units, 0, Long.MAX_VALUE);
  }

  private static long units(String name, Money money) {
    return Objects.requireNonNull(money, name).minorUnits();
  }

  /** Sets a moment, as RFC 3339 writes it. */
  public static void time(RequestFields fields, String name, Instant moment) {
    fields.text(name, Objects.requireNonNull(moment, name).toString());
  }

  /** Sets a day, as ISO 8601 writes it. */
  public static void date(RequestFields fields, String name, LocalDate day) {
    fields.text(name, Objects.requireNonNull(day, name).toString());
  }

  /** Sets an array of PortOne's words. */
  public static void words(RequestFields fields, String name, List<? extends OpenEnum> words) {
    fields.texts(name, words.stream().map(OpenEnum::text).toList());
  }

  /**
   * Sets a time from one moment or day to another.
   *
   * @throws IllegalArgumentException if it ends before it begins
   */
  public static <T extends Comparable<? super T>> void between(
      RequestFields fields, String name, T from, T until) {
    if (from.compareTo(until) > 0) {
      throw new IllegalArgumentException("from must not be after until: " + from + " to " + until);
    }
    fields.object(
        name, new RequestFields().text("from", from.toString()).text("until", until.toString()));
  }
}
