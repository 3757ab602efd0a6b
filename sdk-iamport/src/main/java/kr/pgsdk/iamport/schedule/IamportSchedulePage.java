package kr.pgsdk.iamport.schedule;

import java.util.List;
import java.util.OptionalInt;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.JsonRows;
import org.jspecify.annotations.Nullable;

/**
 * One page of scheduled payments. Iamport sends it with page numbers or, as documented, as the list
 * alone. Where it has none, the page is empty.
 */
public final class IamportSchedulePage {
  private static final String RESPONSE = "response";

  private final OptionalInt total;
  private final OptionalInt previous;
  private final OptionalInt next;
  private final List<IamportScheduledPayment> list;

  private IamportSchedulePage(
      OptionalInt total,
      OptionalInt previous,
      OptionalInt next,
      List<IamportScheduledPayment> list) {
    this.total = total;
    this.previous = previous;
    this.next = next;
    this.list = list;
  }

  static IamportSchedulePage read(
      JsonObject envelope, int number, JsonRows<IamportScheduledPayment> rows) {
    JsonObject page = envelope.object(RESPONSE);
    if (page == null) {
      OptionalInt unknown = OptionalInt.empty();
      return new IamportSchedulePage(unknown, unknown, unknown, rows.required(envelope));
    }
    OptionalInt next = number(page.integer("next"));
    if (next.isPresent() && next.getAsInt() != 0 && next.getAsInt() <= number) {
      // Following it would never end.
      throw page.problem("next", "doesn't lead on from page " + number);
    }
    return new IamportSchedulePage(
        number(page.integer("total")),
        number(page.integer("previous")),
        next,
        page.requiredObjects("list", IamportScheduledPayment::new));
  }

  static IamportSchedulePage empty(int number) {
    return new IamportSchedulePage(
        OptionalInt.of(0), OptionalInt.of(number - 1), OptionalInt.of(0), List.of());
  }

  private static OptionalInt number(@Nullable Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** How many there are on all pages; empty if Iamport sent the list alone. */
  public OptionalInt total() {
    return total;
  }

  /** The number of the page before; 0 if there is none, empty if Iamport sent the list alone. */
  public OptionalInt previous() {
    return previous;
  }

  /**
   * The number of the next page, more than this page's; 0 if there is none. Empty if Iamport sent
   * the list alone: then there may be more.
   */
  public OptionalInt next() {
    return next;
  }

  /** The scheduled payments of this page. Unmodifiable. */
  public List<IamportScheduledPayment> list() {
    return list;
  }

  @Override
  public String toString() {
    return "IamportSchedulePage[" + list.size() + "]";
  }
}
