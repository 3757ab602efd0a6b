package kr.pgsdk.core.internal.json;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Source;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The objects in one array of a document that is still coming in, one by one: each is there before
 * the next has come. As strict as {@link Json}. For one thread.
 */
public final class JsonPage {
  /** Bytes of a document that is still coming in. */
  @FunctionalInterface
  public interface Input {
    /**
     * Reads what has come in; waits only if nothing has.
     *
     * @return how many bytes are in {@code buffer} now; -1 at the end
     * @throws IOException if the document can't be read to its end
     */
    int read(byte[] buffer) throws IOException;
  }

  /** An object that is read down to the array, member by member. */
  private record Level(JsonPath path, String place, List<@Nullable Object> members) {
    static Level at(JsonPath path, String place) {
      return new Level(path, place, new ArrayList<>());
    }

    String name() {
      return JsonPage.name(place);
    }

    void put(String name, @Nullable Object value) {
      members.add(name);
      members.add(value);
    }

    JsonObject object() {
      return new JsonObject(path, members.toArray(), null);
    }
  }

  private static final int PIECE = 8 << 10;

  private final JsonReader reader;
  private final JsonTree tree;
  private final List<String> places;
  private final Deque<Level> levels = new ArrayDeque<>();
  private JsonPath array = JsonPath.ROOT;
  private boolean started;
  private boolean inArray;
  private boolean arrayFound;
  private boolean ended;
  private int index;
  private long received;
  private @Nullable JsonObject envelope;

  /**
   * Starts to read a document; nothing is read yet.
   *
   * @param places where its array may be: keys with dots between them, such as {@code
   *     response.list}; empty for the document itself
   */
  public JsonPage(Input input, List<String> places) {
    BufferedSource buffered = Okio.buffer(new Checked(input));
    this.reader = JsonReader.of(buffered);
    this.tree = new JsonTree(buffered, reader, () -> received);
    this.places = places;
  }

  /**
   * Returns the array's next object; null at the end of the document, which is complete then.
   *
   * @throws JsonProblem if the document isn't what it must be
   * @throws UncheckedIOException if it can't be read to its end
   */
  public @Nullable JsonObject next() {
    try {
      return advance();
    } catch (IOException | JsonDataException e) {
      throw JsonTree.broken(); // its message quotes the document
    }
  }

  /**
   * What surrounds the array, as far as it has been read: the array is empty in it. An object
   * without members if the document is the array.
   */
  public JsonObject envelope() {
    if (envelope != null) {
      return envelope;
    }
    Level outermost = levels.peekLast();
    return (outermost == null ? Level.at(JsonPath.ROOT, "") : outermost).object();
  }

  /** Refuses a document without the array; at its end. */
  public void requireArray() {
    if (!arrayFound) {
      throw new JsonProblem("$", "has no array at " + String.join(" or ", places));
    }
  }

  private @Nullable JsonObject advance() throws IOException {
    if (!started) {
      started = true;
      start();
    }
    while (!ended) {
      if (inArray && reader.hasNext()) {
        return row();
      }
      if (inArray) {
        reader.endArray();
        inArray = false;
      } else if (levels.isEmpty()) {
        tree.requireEnd();
        ended = true;
      } else {
        member(levels.element());
      }
      tree.requireRoom();
    }
    return null;
  }

  private void start() throws IOException {
    if (!enter(JsonPath.ROOT, "")) {
      throw new JsonProblem("$", places.contains("") ? "is not an array" : "is not an object");
    }
  }

  private JsonObject row() throws IOException {
    JsonPath path = array.element(index++);
    if (!(tree.element(path) instanceof JsonObject object)) {
      throw new JsonProblem(array.toString(), "holds something that is not an object");
    }
    return object;
  }

  /** Reads a level's next member, or leaves the level. */
  private void member(Level level) throws IOException {
    if (!reader.hasNext()) {
      reader.endObject();
      levels.pop();
      Level holder = levels.peek();
      if (holder == null) {
        envelope = level.object();
      } else {
        holder.put(level.name(), level.object());
      }
      return;
    }
    String name = reader.nextName();
    JsonPath path = level.path().member(name);
    String place = level.place().isEmpty() ? name : level.place() + "." + name;
    if (!enter(path, place)) {
      level.put(name, tree.value(path));
    }
  }

  /** Goes into the array, or into what leads to it. */
  private boolean enter(JsonPath path, String place) throws IOException {
    JsonReader.Token token = reader.peek();
    if (token == JsonReader.Token.BEGIN_ARRAY && places.contains(place)) {
      if (arrayFound) {
        throw new JsonProblem(path.toString(), "is there more than once");
      }
      if (!levels.isEmpty()) {
        levels.element().put(name(place), List.of());
      }
      reader.beginArray();
      array = path;
      arrayFound = true;
      inArray = true;
      return true;
    }
    if (token == JsonReader.Token.BEGIN_OBJECT && leadsOn(place)) {
      reader.beginObject();
      levels.push(Level.at(path, place));
      return true;
    }
    return false;
  }

  private static String name(String place) {
    return place.substring(place.lastIndexOf('.') + 1);
  }

  private boolean leadsOn(String place) {
    String prefix = place.isEmpty() ? "" : place + ".";
    return places.stream().anyMatch(each -> !each.equals(place) && each.startsWith(prefix));
  }

  /** Looks at each byte before Moshi does. */
  private final class Checked implements Source {
    private final Input input;
    private final JsonCharacters characters = new JsonCharacters();
    private final byte[] piece = new byte[PIECE];

    Checked(Input input) {
      this.input = input;
    }

    @Override
    public long read(Buffer sink, long wanted) {
      int count;
      try {
        count = input.read(piece);
      } catch (IOException e) {
        throw new UncheckedIOException(e); // Moshi's own ones say that it isn't JSON
      }
      if (count < 0) {
        characters.end();
        return -1;
      }
      received += count;
      if (received > Json.MAX_LIST_BYTES) {
        throw new JsonProblem("$", "is larger than 16 MiB");
      }
      characters.next(piece, count);
      sink.write(piece, 0, count);
      return count;
    }

    @Override
    public Timeout timeout() {
      return Timeout.NONE;
    }

    @Override
    public void close() {}
  }
}
