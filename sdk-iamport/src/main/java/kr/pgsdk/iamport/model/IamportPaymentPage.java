package kr.pgsdk.iamport.model;

import java.util.List;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.JsonRows;
import org.jspecify.annotations.Nullable;

/** One page of payments. Where Iamport has none, the page is empty. */
public final class IamportPaymentPage {
  private final int total;
  private final int previous;
  private final int next;
  private final List<IamportPayment> list;

  private IamportPaymentPage(int total, int previous, int next, List<IamportPayment> list) {
    this.total = total;
    this.previous = previous;
    this.next = next;
    this.list = list;
  }

  /**
   * Reads a page in a response.
   *
   * @param number the page that was asked for
   * @throws kr.pgsdk.core.internal.json.JsonProblem if it leads back
   * @hidden
   */
  public static IamportPaymentPage read(
      JsonObject json, int number, JsonRows<IamportPayment> list) {
    return new IamportPaymentPage(
        orZero(json.integer("total")),
        orZero(json.integer("previous")),
        next(json, number),
        list.strict(json));
  }

  /**
   * Returns the number of the page after a page; 0 if there is none.
   *
   * @param number the page that was asked for
   * @throws kr.pgsdk.core.internal.json.JsonProblem if it leads back
   * @hidden
   */
  public static int next(JsonObject page, int number) {
    if (page.strictNumber("next") == null) {
      return 0;
    }
    Integer next = page.integer("next");
    if (next == null || next < 0 || (next != 0 && next <= number)) {
      // Following it would never end, or leave payments out.
      throw page.problem("next", "doesn't lead on from page " + number);
    }
    return next;
  }

  /**
   * Returns a page without payments.
   *
   * @hidden
   */
  public static IamportPaymentPage empty(int number) {
    return new IamportPaymentPage(0, number - 1, 0, List.of());
  }

  private static int orZero(@Nullable Integer number) {
    return number == null ? 0 : number;
  }

  /** How many payments there are on all pages; 0 on an empty page. */
  public int total() {
    return total;
  }

  /** The number of the page before this one; 0 if there is none. */
  public int previous() {
    return previous;
  }

  /** The number of the next page; 0 if there is none. Always more than this page's. */
  public int next() {
    return next;
  }

  /** The payments of this page. Unmodifiable. */
  public List<IamportPayment> list() {
    return list;
  }

  @Override
  public String toString() {
    return "IamportPaymentPage[total=" + total + ", next=" + next + ", " + list + "]";
  }
}
