package kr.pgsdk.core.internal.http;

import java.util.List;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * How one list is asked for in pages, and read. May remember how far it got: it is for one stream.
 *
 * @param <T> what is made of a row
 */
public interface Paging<T> {
  /**
   * A page that was read to its end.
   *
   * @param rows how many rows it had
   * @param last its last row; null if it had none
   * @param envelope what surrounds the rows; null if the gateway said that there is no such page
   */
  record End<T>(int rows, @Nullable T last, @Nullable JsonObject envelope) {}

  /** The request for the first page: a SAFE one. */
  HttpRequest.Builder first();

  /**
   * Where in a page its rows may be: keys with dots between them, such as {@code response.list};
   * empty for the page itself.
   */
  List<String> places();

  /**
   * Makes what is handed on.
   *
   * @throws kr.pgsdk.core.internal.json.JsonProblem if it can't be
   */
  T row(JsonObject json);

  /** The row's id within the whole list. */
  String id(T row);

  /**
   * The request for the page after this one; null if there is none.
   *
   * @throws kr.pgsdk.core.internal.json.JsonProblem if the page doesn't lead on as it must
   */
  HttpRequest.@Nullable Builder next(End<T> page);

  /**
   * The request for what comes after this row, which goes on where a page broke off; null if the
   * list can't be asked for so, and the page is fetched again.
   */
  default HttpRequest.@Nullable Builder after(T last) {
    return null;
  }

  /** Whether this refusal of a page says that the page is empty. */
  default boolean isNone(GatewayException refusal) {
    return false;
  }

  /**
   * Whether a page that begins as the one before did is that page again, and the list has ended.
   */
  default boolean endsAtRepetition() {
    return false;
  }
}
