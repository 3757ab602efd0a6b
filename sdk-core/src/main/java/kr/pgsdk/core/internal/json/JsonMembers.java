package kr.pgsdk.core.internal.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import kr.pgsdk.core.internal.time.KoreanTime;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object, read leniently: anything odd is absent, and no method throws. For what
 * no money depends on.
 */
abstract sealed class JsonMembers permits JsonObject {
  private static final String WORD = "(?!(?:.*[0-9]){7})[\\p{IsAlphabetic}0-9_.-]{1,24}";

  // Any amount fits in; the conversion of longer ones takes quadratic time.
  static final int MAX_NUMBER_LENGTH = 64;
  private static final int MAX_LONG_DIGITS = 18;
  private static final BigDecimal LAST_SECOND =
      BigDecimal.valueOf(KoreanTime.LAST.getEpochSecond());

  final JsonPath path;

  /**
   * Names and values by turns, in the document's order; a key that was repeated is there again.
   * Searched from end to end: a gateway's objects have few members, and a table of them would take
   * more room than they do.
   */
  private final @Nullable Object[] members;

  /** Where the members are that were passed over; null if none was. */
  private final @Nullable JsonDocument document;

  JsonMembers(JsonPath path, @Nullable Object[] members, @Nullable JsonDocument document) {
    this.path = path;
    this.members = members;
    this.document = document;
  }

  /** All members, or those that were read, if one of this name would be among them. */
  final @Nullable Object[] membersWith(String name) {
    return document == null || document.hasRead(name) ? members : all();
  }

  private @Nullable Object[] all() {
    return document == null ? members : ((JsonMembers) document.at(path)).members;
  }

  /** Where the last member under this key is that stands before {@code end}; -1 for none. */
  static int lastOf(@Nullable Object[] members, String name, int end) {
    int at = end - 2;
    while (at >= 0 && !name.equals(members[at])) {
      at -= 2;
    }
    return at;
  }

  final @Nullable Object value(String name) {
    @Nullable Object[] members = membersWith(name);
    int at = lastOf(members, name, members.length);
    return at < 0 ? null : members[at + 1];
  }

  /** Whether the key is there, whatever its value. */
  public boolean has(String name) {
    @Nullable Object[] members = membersWith(name);
    return lastOf(members, name, members.length) >= 0;
  }

  /** Whether the value is absent or {@code null}. */
  public boolean isNull(String name) {
    return value(name) == null;
  }

  /** All keys, in their order. Unmodifiable. */
  public Set<String> names() {
    return Collections.unmodifiableSet(members().keySet());
  }

  /** All members, in their order, the last of several under one key; numbers as literals. */
  Map<String, @Nullable Object> members() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    @Nullable Object[] members = all();
    for (int i = 0; i < members.length; i += 2) {
      all.put(String.valueOf(members[i]), members[i + 1]);
    }
    return all;
  }

  /** Returns a text, a number's digits included; null if there is nothing of the kind. */
  public @Nullable String text(String name) {
    Object value = value(name);
    return isNothing(value) || !isWritten(value) ? null : String.valueOf(value);
  }

  static boolean isNothing(@Nullable Object value) {
    return value == null || "".equals(value);
  }

  static boolean isWritten(@Nullable Object value) {
    return value instanceof String || value instanceof JsonObject.Literal;
  }

  /**
   * Returns a text for {@code toString}: a code or a word as it is, a question mark for anything
   * that could be more than that.
   */
  public @Nullable String word(String name) {
    String text = text(name);
    return text == null || isWord(text) ? text : "?";
  }

  /** Whether a text is short, on one line, and neither a key nor the number of an account. */
  public static boolean isWord(String text) {
    return text.matches(WORD);
  }

  /** Returns a number, also one written as a text; null if there is nothing of the kind. */
  public @Nullable BigDecimal number(String name) {
    String text = text(name);
    if (text == null || text.length() > MAX_NUMBER_LENGTH) {
      return null;
    }
    try {
      BigDecimal number = decimal(text);
      return isTrap(number) ? null : number;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * Returns the number that a text is. Most are whole, and need no copy of their digits.
   *
   * @throws NumberFormatException if it is none
   */
  static BigDecimal decimal(String text) {
    boolean whole = !text.isEmpty() && text.length() <= MAX_LONG_DIGITS;
    for (int i = 0; whole && i < text.length(); i++) {
      whole = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return whole ? BigDecimal.valueOf(Long.parseLong(text)) : new BigDecimal(text);
  }

  /** Such as 1E+999999999: a small object, and a gigabyte for whoever prints or rescales it. */
  static boolean isTrap(BigDecimal number) {
    return Math.abs((long) number.scale()) > MAX_NUMBER_LENGTH;
  }

  /** Returns a whole number within an int, also one written as a text; else null. */
  public @Nullable Integer integer(String name) {
    BigDecimal number = number(name);
    if (number == null || number.abs().compareTo(BigDecimal.valueOf(1L << 31)) >= 0) {
      return null;
    }
    return number.intValue();
  }

  /** Returns true or false; null if there is nothing of the kind. */
  public @Nullable Boolean bool(String name) {
    return value(name) instanceof Boolean bool ? bool : null;
  }

  /** Returns a moment given in seconds since 1970; null if absent or 0, which means never. */
  public @Nullable Instant epochSeconds(String name) {
    BigDecimal number = number(name);
    if (number == null || number.signum() <= 0 || number.compareTo(LAST_SECOND) > 0) {
      return null;
    }
    return Instant.ofEpochSecond(number.longValue());
  }

  /** Returns a moment written with or without offset; without, Korean time is meant. */
  public @Nullable Instant koreanTime(String name) {
    String text = text(name);
    return text == null ? null : KoreanTime.parse(text);
  }

  /** Returns a value of any kind as JSON text again; null if there is none. */
  public @Nullable String json(String name) {
    Object value = value(name);
    return value == null ? null : JsonText.of(value);
  }

  /** Returns an object; null if there is none. */
  public @Nullable JsonObject object(String name) {
    return value(name) instanceof JsonObject object ? object : null;
  }

  /** Returns what {@code make} makes of the objects in an array; anything else is left out. */
  public <T> List<T> objects(String name, Function<JsonObject, T> make) {
    return elements(name, JsonObject.class).stream().map(make).toList();
  }

  /** Returns the texts in an array; whatever else it holds is left out. */
  public List<String> texts(String name) {
    return elements(name, String.class);
  }

  /** Returns the whole numbers in an array that fit an int; whatever else it holds is left out. */
  public List<Integer> integers(String name) {
    return elements(name, JsonObject.Literal.class).stream()
        .map(JsonObject.Literal::text)
        .filter(text -> text.matches("-?[0-9]{1,10}"))
        .map(Long::valueOf)
        .filter(number -> number == number.intValue())
        .map(Long::intValue)
        .toList();
  }

  private <T> List<T> elements(String name, Class<T> type) {
    return value(name) instanceof List<?> array
        ? array.stream().filter(type::isInstance).map(type::cast).toList()
        : List.of();
  }

  /** Returns each key with its text, a number's digits included; empty texts for anything else. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    members().forEach((name, value) -> texts.put(name, isWritten(value) ? value.toString() : ""));
    return Collections.unmodifiableMap(texts);
  }

  /** Shows the path alone: the members may hold anything. */
  @Override
  public String toString() {
    return "JsonObject[" + path + "]";
  }
}
