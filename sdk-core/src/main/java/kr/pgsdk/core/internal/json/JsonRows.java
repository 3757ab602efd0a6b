package kr.pgsdk.core.internal.json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The objects in one array of a response, each made into something as soon as it is read, and not
 * kept. So a list may be longer than any object, and one that isn't what it must be ends at its
 * first wrong row.
 *
 * <p>For one response, and one thread.
 *
 * @param <T> what is made of an object
 */
public final class JsonRows<T> {
  private final Function<JsonObject, T> make;
  private final List<String> names;
  private final List<T> made = new ArrayList<>();

  /** Makes something of the objects in the array that these keys lead to. */
  public JsonRows(Function<JsonObject, T> make, String... names) {
    this.make = make;
    this.names = List.of(names);
  }

  /**
   * Returns the object that {@code bytes} hold, the array in it empty: its objects are {@link
   * #required}. If there is something else in place of the array, it is read as any value.
   *
   * @throws JsonProblem if they hold anything else than an object, or the array holds something
   *     else than objects; and what {@code make} throws
   */
  public JsonObject read(byte[] bytes) {
    made.clear();
    return Json.object(JsonTree.read(Json.bounded(bytes), names, this::add));
  }

  private void add(JsonPath array, @Nullable Object element) {
    if (!(element instanceof JsonObject object)) {
      throw new JsonProblem(array.toString(), "holds something that is not an object");
    }
    made.add(make.apply(object));
  }

  /**
   * Returns what was made of the objects, in their order. Unmodifiable.
   *
   * @param holder the object that must hold the array
   */
  public List<T> required(JsonObject holder) {
    List<JsonObject> unused = holder.requiredObjects(name(), each -> each);
    return List.copyOf(made);
  }

  /** As {@link #required}; none if the array is absent. */
  public List<T> strict(JsonObject holder) {
    holder.requireOnce(name());
    return holder.isNull(name()) ? List.of() : required(holder);
  }

  private String name() {
    return names.get(names.size() - 1);
  }
}
