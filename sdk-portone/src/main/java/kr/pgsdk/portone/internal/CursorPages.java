package kr.pgsdk.portone.internal;

import java.util.List;
import java.util.function.Function;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.Paging;
import kr.pgsdk.core.internal.http.RequestFields;
import kr.pgsdk.core.internal.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A list whose every item says where the list goes on after it: {@code {items: [{NAME, cursor}]}}.
 *
 * @param <T> what is made of an item
 */
public final class CursorPages<T> implements Paging<T> {
  private static final int SIZE = 1_000; // rest-v2, payments-by-cursor: the most

  private final String operation;
  private final String path;
  private final RequestFields wanted;
  private final String name;
  private final Function<JsonObject, T> reader;
  private final Function<T, String> id;
  private @Nullable String cursor;
  private @Nullable String pageBegan;

  /**
   * Asks for pages.
   *
   * @param wanted what is asked for, but the cursor
   * @param name the item's member that {@code reader} reads
   * @param id what makes a row this one and no other
   */
  public CursorPages(
      String operation,
      String path,
      RequestFields wanted,
      String name,
      Function<JsonObject, T> reader,
      Function<T, String> id) {
    this.operation = operation;
    this.path = path;
    this.wanted = wanted.copy();
    this.name = name;
    this.reader = reader;
    this.id = id;
  }

  @Override
  public HttpRequest.Builder first() {
    pageBegan = cursor;
    RequestFields page = wanted.copy().number("size", SIZE, 1, SIZE);
    if (cursor != null) {
      page.text("cursor", cursor);
    }
    return HttpRequest.safe(operation, "GET", path).query("requestBody", page);
  }

  @Override
  public List<String> places() {
    return List.of("items");
  }

  @Override
  public T row(JsonObject json) {
    T row = reader.apply(json.requiredObject(name));
    cursor = json.requiredText("cursor");
    return row;
  }

  @Override
  public String id(T row) {
    return id.apply(row);
  }

  @Override
  public HttpRequest.@Nullable Builder next(End<T> page) {
    if (page.rows() == 0) {
      return null;
    }
    JsonObject envelope = page.envelope();
    if (envelope != null && cursor != null && cursor.equals(pageBegan)) {
      throw envelope.problem("items", "don't lead on"); // it would never end
    }
    return first();
  }

  @Override
  public HttpRequest.Builder after(T last) {
    return first();
  }
}
