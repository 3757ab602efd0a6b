package kr.pgsdk.core.internal.json;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Source;
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
  /** Room for what is asked for of a payment at once. */
  private static final int MEMBERS = 48;

  private final BufferedSource source;
  private final JsonReader reader;

  /** How many bytes have come out of what the source reads from; null if all have room. */
  private final @Nullable LongSupplier received;

  private final JsonNames names;

  /** Where what is passed over stays; null if nothing is. */
  private final @Nullable JsonDocument document;

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
      @Nullable JsonDocument document,
      @Nullable List<String> list,
      BiConsumer<JsonPath, @Nullable Object> elements) {
    this.source = source;
    this.reader = reader;
    this.received = received;
    this.names = names;
    this.document = document;
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
    this(source, reader, received, JsonNames.NONE, null, null, JsonTree::ignore);
  }

  /**
   * Returns the one document that {@code bytes} are.
   *
   * @param bytes at most {@link Json#MAX_OBJECT_BYTES}; they must not change any more
   * @param names what is asked for at once
   * @throws JsonProblem if they are anything else
   */
  static @Nullable Object read(byte[] bytes, JsonNames names) {
    JsonCharacters.require(bytes);
    return read(bytes, names, new JsonDocument(bytes, names));
  }

  /** Returns a document of which a part has been read, and so is known to be one. */
  static Object whole(byte[] bytes, JsonNames names) {
    return Objects.requireNonNull(read(bytes, names, null));
  }

  private static @Nullable Object read(
      byte[] bytes, JsonNames names, @Nullable JsonDocument document) {
    BufferedSource source = source(new Buffer().write(bytes));
    return new JsonTree(
            source, JsonReader.of(source), null, names, document, null, JsonTree::ignore)
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
    Buffer unread = new Buffer().write(bytes);
    BufferedSource source = source(unread);
    LongSupplier received = () -> bytes.length - unread.size();
    return new JsonTree(
            source, JsonReader.of(source), received, JsonNames.NONE, null, list, elements)
        .document();
  }

  /** A piece at a time: in one long buffer Moshi takes quadratic time for a long number. */
  private static BufferedSource source(Buffer bytes) {
    return Okio.buffer((Source) bytes);
  }

  private static void ignore(JsonPath array, @Nullable Object element) {}

  private @Nullable Object document() {
    try {
      Object document = value(JsonPath.ROOT);
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

  @Nullable Object value(JsonPath path) throws IOException {
    JsonReader.Token token = reader.peek();
    requireRoom();
    return switch (token) {
      case BEGIN_OBJECT -> object(path);
      case BEGIN_ARRAY -> array(path);
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

  private JsonObject object(JsonPath path) throws IOException {
    int start = size;
    boolean passedOver = false;
    reader.beginObject();
    while (reader.hasNext()) {
      String name = names.next(reader);
      if (name == null) {
        passedOver = true;
      } else {
        Object value = value(needsPath() ? path.member(name) : path);
        add(name);
        add(value);
      }
    }
    reader.endObject();
    requireRoom();
    return new JsonObject(path, closed(start), passedOver ? document : null);
  }

  private List<@Nullable Object> array(JsonPath path) throws IOException {
    boolean kept = list == null || !path.isAt(list);
    int start = size;
    reader.beginArray();
    for (int i = 0; reader.hasNext(); i++) {
      JsonPath at = needsPath() ? path.element(i) : path;
      if (kept) {
        add(value(at));
      } else {
        elements.accept(path, element(at));
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
  @Nullable Object element(JsonPath path) throws IOException {
    LongSupplier received = Objects.requireNonNull(this.received);
    long start = position(received) - 1; // Moshi has gone over its first byte to know of it.
    long surrounding = end - start;
    end = start + Json.MAX_OBJECT_BYTES;
    Object element = value(path);
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
