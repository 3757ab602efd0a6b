package kr.pgsdk.iamport.internal;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.Paging;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.JsonProblem;
import org.jspecify.annotations.Nullable;

/**
 * A list in numbered pages: each as {@code {total, previous, next, list}}, or, of some lists, as
 * the rows alone, and then there are pages until one is empty or comes again.
 *
 * @param <T> what is made of a row
 */
public class NumberedPages<T> implements Paging<T> {
  private static final String RESPONSE = "response";
  private static final String NEXT = "next";

  private final IntFunction<HttpRequest.Builder> request;
  private final Function<JsonObject, T> reader;
  private final Function<T, String> id;
  private int number = 1;
  private boolean rowsAlone;

  /**
   * Asks for pages.
   *
   * @param request the request for a page, by its number
   * @param id what makes a row this one and no other
   */
  public NumberedPages(
      IntFunction<HttpRequest.Builder> request,
      Function<JsonObject, T> reader,
      Function<T, String> id) {
    this.request = request;
    this.reader = reader;
    this.id = id;
  }

  @Override
  public final HttpRequest.Builder first() {
    return request.apply(number);
  }

  @Override
  public final List<String> places() {
    return List.of(RESPONSE, RESPONSE + ".list");
  }

  @Override
  public final T row(JsonObject json) {
    return reader.apply(json);
  }

  @Override
  public final String id(T row) {
    return id.apply(row);
  }

  @Override
  public final boolean endsAtRepetition() {
    return rowsAlone;
  }

  /** A page past the end is a 400, which on the first page means something else. */
  @Override
  public final boolean isNone(GatewayException refusal) {
    return isNone(refusal, number);
  }

  /** Whether this refusal says that there is no page of this number. */
  public static boolean isNone(GatewayException refusal, int number) {
    return IamportCalls.isNotFound(refusal)
        || (number > 1 && refusal.httpStatus().orElse(0) == 400);
  }

  /**
   * Returns the number of the page after this one; 0 if there is none.
   *
   * @param number the page that was asked for
   * @throws JsonProblem if the page doesn't say, or leads back
   */
  public static int next(JsonObject page, int number) {
    if (!page.has(NEXT)) {
      throw page.problem(NEXT, "is missing"); // the list would look complete
    }
    if (page.strictNumber(NEXT) == null) {
      return 0;
    }
    Integer next = page.integer(NEXT);
    if (next == null || next < 0 || (next != 0 && next <= number)) {
      // Following it would never end, or leave rows out.
      throw page.problem(NEXT, "doesn't lead on from page " + number);
    }
    return next;
  }

  /** Begins with the first page of another part of the list. */
  protected final HttpRequest.Builder restart() {
    number = 1;
    return first();
  }

  @Override
  public HttpRequest.@Nullable Builder next(End<T> page) {
    JsonObject envelope = page.envelope();
    if (envelope == null) {
      return null;
    }
    JsonObject response = envelope.object(RESPONSE);
    rowsAlone = response == null;
    int next = response != null ? next(response, number) : page.rows() == 0 ? 0 : number + 1;
    if (next == 0) {
      return null;
    }
    if (page.rows() == 0) {
      throw new JsonProblem("$.response.next", "follows no row");
    }
    number = next;
    return first();
  }
}
