package kr.pgsdk.core.internal.json;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document with Moshi into a tree: of {@link JsonObject}, {@code List}, {@code String},
 * {@link JsonObject.Literal}, {@code Boolean} and null, none of which changes any more.
 *
 * <p>Refused, though Moshi takes it: what {@link JsonCharacters} refuses. Taken, though it isn't
 * JSON by RFC 8259: a control character inside a text, for gateways pass on unseen what banks
 * write.
 */
final class JsonTree {
  /** Far more levels than any gateway nests. */
  static final int MAX_DEPTH = 64;

  /** Room for a payment of fifty members. */
  private static final int MEMBERS = 128;

  private final BufferedSource source;
  private final JsonReader reader;

  /** How many bytes have come out of what the source reads from; null if all have room. */
  private final @Nullable LongSupplier received;

  private final JsonNames names;
  private final @Nullable List<String> list;
  private final BiConsumer<JsonPath, @Nullable Object> elements;

  /** What has been read of the objects and arrays around the next value, the innermost last. */
  private @Nullable Object[] open = new Object[MEMBERS];

  private int size;

  /** Where what is read must have ended. */
  private long end = Json.MAX_OBJECT_BYTES;

  private JsonTree(
      BufferedSource source,
      JsonReader reader,
      @Nullable LongSupplier received,
      JsonNames names,
      @Nullable List<String> list,
      BiConsumer<JsonPath, @Nullable Object> elements) {
    this.source = source;
    this.reader = reader;
    this.received = received;
    this.names = names;
    this.list = list;
    this.elements = elements;
  }

  /**
   * Reads values of a document that comes in piece by piece.
   *
   * @param source whose bytes {@link JsonCharacters} has looked at
   * @param received how many bytes have come out of what {@code source} reads from
   */
  JsonTree(BufferedSource source, JsonReader reader, LongSupplier received) {
    this(source, reader, received, JsonNames.NONE, null, JsonTree::ignore);
  }

  /**
   * Returns the one document that {@code bytes} are.
   *
   * @param bytes at most {@link Json#MAX_OBJECT_BYTES}
   * @param names what is likely to be in it
   * @throws JsonProblem if they are anything else
   */
  static @Nullable Object read(byte[] bytes, JsonNames names) {
    JsonCharacters.require(bytes);
    BufferedSource source = source(new ByteArrayInputStream(bytes));
    return new JsonTree(source, JsonReader.of(source), null, names, null, JsonTree::ignore)
        .document();
  }

  /**
   * Returns a document with an array in it that isn't kept: its elements are handed on one by one,
   * each as large as a document may be, and in the tree it is empty.
   *
   * @param list the keys that lead to the array
   * @param elements gets the array's path and an element
   * @throws JsonProblem if {@code bytes} are anything else than one document
   */
  static @Nullable Object read(
      byte[] bytes, List<String> list, BiConsumer<JsonPath, @Nullable Object> elements) {
    JsonCharacters.require(bytes);
    ByteArrayInputStream unread = new ByteArrayInputStream(bytes);
    BufferedSource source = source(unread);
    LongSupplier received = () -> bytes.length - unread.available();
    return new JsonTree(source, JsonReader.of(source), received, JsonNames.NONE, list, elements)
        .document();
  }

  /** A piece at a time: in one long buffer Moshi takes quadratic time for a long number. */
  private static BufferedSource source(InputStream bytes) {
    return Okio.buffer(Okio.source(bytes));
  }

  private static void ignore(JsonPath array, @Nullable Object element) {}

  private @Nullable Object document() {
    try {
      Object document = value(JsonPath.ROOT, 0);
      requireEnd();
      return document;
    } catch (IOException | JsonDataException e) {
      // Its message quotes the document.
      throw broken();
    }
  }

  void requireEnd() {
    boolean ended;
    try {
      ended = reader.peek() == JsonReader.Token.END_DOCUMENT;
    } catch (IOException e) {
      ended = false;
    }
    if (!ended) {
      throw new JsonProblem("$", "is followed by something else");
    }
  }

  @Nullable Object value(JsonPath path, int depth) throws IOException {
    JsonReader.Token token = reader.peek();
    requireRoom();
    return switch (token) {
      case BEGIN_OBJECT -> object(path, deeper(depth));
      case BEGIN_ARRAY -> array(path, deeper(depth));
      case STRING -> reader.nextString();
      case NUMBER -> new JsonObject.Literal(reader.nextString());
      case BOOLEAN -> reader.nextBoolean();
      case NULL -> reader.nextNull();
      default -> throw broken();
    };
  }

  /** Whether the next value holds others: a problem with any other one is told by its holder. */
  private boolean needsPath() throws IOException {
    JsonReader.Token token = reader.peek();
    return token == JsonReader.Token.BEGIN_OBJECT || token == JsonReader.Token.BEGIN_ARRAY;
  }

  private static int deeper(int depth) {
    if (depth == MAX_DEPTH) {
      throw new JsonProblem("$", "is nested too deep");
    }
    return depth + 1;
  }

  private JsonObject object(JsonPath path, int depth) throws IOException {
    int start = size;
    reader.beginObject();
    while (reader.hasNext()) {
      String name = names.next(reader);
      Object value = value(needsPath() ? path.member(name) : path, depth);
      add(name);
      add(value);
    }
    reader.endObject();
    requireRoom();
    return new JsonObject(path, closed(start));
  }

  private List<@Nullable Object> array(JsonPath path, int depth) throws IOException {
    boolean kept = list == null || !path.isAt(list);
    int start = size;
    reader.beginArray();
    for (int i = 0; reader.hasNext(); i++) {
      JsonPath at = needsPath() ? path.element(i) : path;
      if (kept) {
        add(value(at, depth));
      } else {
        elements.accept(path, element(at, depth));
      }
    }
    reader.endArray();
    requireRoom();
    return Collections.unmodifiableList(Arrays.asList(closed(start)));
  }

  /** Takes out what has been read of an object or an array that has ended. */
  private @Nullable Object[] closed(int start) {
    @Nullable Object[] closed = Arrays.copyOfRange(open, start, size);
    Arrays.fill(open, start, size, null);
    size = start;
    return closed;
  }

  private void add(@Nullable Object read) {
    if (size == open.length) {
      open = Arrays.copyOf(open, 2 * size);
    }
    open[size++] = read;
  }

  /** An element of the list: it has room of its own, and takes none of what surrounds it. */
  @Nullable Object element(JsonPath path, int depth) throws IOException {
    LongSupplier received = Objects.requireNonNull(this.received);
    long start = position(received) - 1; // Moshi has gone over its first byte to know of it.
    long surrounding = end - start;
    end = start + Json.MAX_OBJECT_BYTES;
    Object element = value(path, depth);
    requireRoom();
    end = position(received) + surrounding;
    return element;
  }

  void requireRoom() {
    if (received != null && position(received) > end) {
      throw tooLarge();
    }
  }

  static JsonProblem tooLarge() {
    return new JsonProblem("$", "is larger than 1 MiB");
  }

  /** How many bytes Moshi has gone over. */
  private long position(LongSupplier received) {
    return received.getAsLong() - source.getBuffer().size();
  }

  static JsonProblem broken() {
    return new JsonProblem("$", "is not JSON, or breaks off");
  }
}
