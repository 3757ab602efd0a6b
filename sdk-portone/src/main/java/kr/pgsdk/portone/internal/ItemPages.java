package kr.pgsdk.portone.internal;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.Paging;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A list in numbered pages, {@code {items, page: {number, size, totalCount}}}, asked for by a JSON
 * document in the query: proxies drop the body of a GET.
 *
 * @param <T> what is made of an item
 */
public final class ItemPages<T> implements Paging<T> {
  private static final int SIZE = 100;
  private static final long MAX_ROWS = 60_000; // rest-v2, PageInput: (number + 1) * size

  private final Supplier<HttpRequest.Builder> request;
  private final String items;
  private final RequestFields wanted;
  private final Function<JsonObject, T> reader;
  private final Function<T, String> id;
  private int number;

  /**
   * Asks for pages.
   *
   * @param wanted what is asked for, but the page
   * @param id what makes a row this one and no other
   */
  public ItemPages(
      String operation,
      String path,
      RequestFields wanted,
      Function<JsonObject, T> reader,
      Function<T, String> id) {
    this(() -> HttpRequest.safe(operation, "GET", path), "items", wanted, reader, id);
  }

  /**
   * Asks for pages.
   *
   * @param request starts the request for a page
   * @param items where in a page its items are
   */
  ItemPages(
      Supplier<HttpRequest.Builder> request,
      String items,
      RequestFields wanted,
      Function<JsonObject, T> reader,
      Function<T, String> id) {
    this.request = request;
    this.items = items;
    this.wanted = wanted.copy();
    this.reader = reader;
    this.id = id;
  }

  @Override
  public HttpRequest.Builder first() {
    RequestFields page =
        new RequestFields().number("number", number, 0, MAX_ROWS).number("size", SIZE, 1, SIZE);
    return request.get().query("requestBody", wanted.copy().object("page", page));
  }

  @Override
  public List<String> places() {
    return List.of(items);
  }

  @Override
  public T row(JsonObject json) {
    return reader.apply(json);
  }

  @Override
  public String id(T row) {
    return id.apply(row);
  }

  @Override
  public HttpRequest.@Nullable Builder next(End<T> page) {
    JsonObject envelope = page.envelope();
    if (envelope == null) {
      return null;
    }
    JsonObject place = envelope.requiredObject("page");
    long total = place.requiredNumber("totalCount").longValue();
    if (page.rows() == 0 && total > (long) number * SIZE) {
      throw place.problem("totalCount", "is " + total + ", and a page has no row");
    }
    long soFar = (number + 1L) * SIZE;
    if (soFar >= total) {
      return null;
    }
    if (soFar + SIZE > MAX_ROWS) {
      throw place.problem(
          "totalCount",
          "is " + total + ", and PortOne shows 60,000 at most: ask for a shorter time");
    }
    number++;
    return first();
  }
}
