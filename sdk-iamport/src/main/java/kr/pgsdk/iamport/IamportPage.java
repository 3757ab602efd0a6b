package kr.pgsdk.iamport;

import java.util.Objects;

/**
 * Which part of a list, in which order.
 *
 * @param number the page, from 1
 * @param limit how many payments a page has: 1 to 1000
 * @param sorting in which order
 */
public record IamportPage(int number, int limit, IamportSorting sorting) {
  private static final int MAX_LIMIT = 1000;
  private static final int DEFAULT_LIMIT = 20;

  /** Refuses a page below 1 and a limit outside 1 to 1000. */
  public IamportPage {
    if (number < 1) {
      throw new IllegalArgumentException("page must be at least 1: " + number);
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ": " + limit);
    }
    Objects.requireNonNull(sorting, "sorting");
  }

  /** The first twenty, last started first, as Iamport lists by itself. */
  public static IamportPage first() {
    return new IamportPage(1, DEFAULT_LIMIT, IamportSorting.NEWEST_STARTED);
  }

  /** This page with another number. */
  public IamportPage withNumber(int number) {
    return new IamportPage(number, limit, sorting);
  }

  /** This page with another length. */
  public IamportPage withLimit(int limit) {
    return new IamportPage(number, limit, sorting);
  }

  /** This page in another order. */
  public IamportPage withSorting(IamportSorting sorting) {
    return new IamportPage(number, limit, sorting);
  }
}
