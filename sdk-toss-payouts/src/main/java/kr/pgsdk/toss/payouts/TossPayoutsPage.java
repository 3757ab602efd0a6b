package kr.pgsdk.toss.payouts;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.toss.internal.CursorPage;
import kr.pgsdk.toss.model.TossObject;

/**
 * A page of a list. By which query parameter the next page is asked for isn't confirmed.
 *
 * @param <T> what is listed
 */
public final class TossPayoutsPage<T> extends TossObject {
  private final List<T> items;
  private final boolean hasNext;

  TossPayoutsPage(JsonObject json, Function<JsonObject, T> item) {
    super(json);
    this.items = json.requiredObjects("items", item);
    this.hasNext = CursorPage.hasNext(json);
  }

  /** {@code items}: what is on this page. Unmodifiable. */
  public List<T> items() {
    return items;
  }

  /** {@code hasNext}: whether there is another page. */
  public boolean hasNext() {
    return hasNext;
  }

  /** {@code lastCursor}: where the next page begins. */
  public Optional<String> lastCursor() {
    return json("lastCursor").map(json -> json.replace("\"", ""));
  }
}
