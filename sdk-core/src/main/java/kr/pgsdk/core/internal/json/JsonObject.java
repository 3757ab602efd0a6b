package kr.pgsdk.core.internal.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import kr.pgsdk.core.Money;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that was read whole.
 *
 * <p>Two ways to ask: the {@code required} and {@code strict} methods refuse a missing value, a
 * wrong type and a repeated key, and are for whatever money depends on; the others take anything
 * odd as absent, so that a changed detail never costs a shop its payment. Absent, {@code null} and
 * {@code ""} are one and the same.
 */
public final class JsonObject {
  /** A number as it was written; its value is worked out when asked for. */
  record Literal(String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  private static final Pattern WORD =
      Pattern.compile("(?!(?:.*[0-9]){7})[\\p{IsAlphabetic}0-9_.-]{1,24}");

  // Any amount fits in; the conversion of longer ones takes quadratic time.
  private static final int MAX_NUMBER_LENGTH = 64;
  private static final BigDecimal LAST_SECOND =
      BigDecimal.valueOf(KoreanTime.LAST.getEpochSecond());
  private static final int ABSENT = JsonMembers.ABSENT;

  private final JsonNodes nodes;
  private final int node;
  private final byte[] table;

  JsonObject(JsonNodes nodes, int node) {
    this.nodes = nodes;
    this.node = node;
    this.table = JsonMembers.table(nodes, node);
  }

  /** Whether the key is there, whatever its value. */
  public boolean has(String name) {
    return find(name) != ABSENT;
  }

  /** Whether the value is absent or {@code null}. */
  public boolean isNull(String name) {
    return value(name) == ABSENT;
  }

  /** All keys, in their order. Unmodifiable. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    int end = nodes.next(node);
    for (int each = node + JsonNodes.SIZE; each < end; each = nodes.next(each)) {
      names.add(nodes.name(each));
    }
    return Collections.unmodifiableSet(names);
  }

  /** All members, in their order, the last of several under one key; numbers as literals. */
  Map<String, @Nullable Object> members() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    int end = nodes.next(node);
    for (int each = node + JsonNodes.SIZE; each < end; each = nodes.next(each)) {
      map.put(nodes.name(each), nodes.value(each));
    }
    return Collections.unmodifiableMap(map);
  }

  /** A problem with a member of this object. */
  public JsonProblem problem(String name, String problem) {
    return new JsonProblem(nodes.path(node) + "." + name, problem);
  }

  // --- what money depends on

  /** Returns a text that must be there and not empty. */
  public String requiredText(String name) {
    return requiredText(name, once(name));
  }

  private String requiredText(String name, int value) {
    if (value == ABSENT || !nodes.isText(value)) {
      throw problem(name, value == ABSENT ? "is missing" : "is not a text");
    }
    String text = nodes.text(value);
    if (text.isEmpty()) {
      throw problem(name, "is empty");
    }
    return text;
  }

  /**
   * Returns what {@code make} makes of a text that must be there; what it refuses is a problem.
   *
   * @param make throws {@link IllegalArgumentException} for a text it doesn't take
   */
  public <T> T required(String name, Function<String, T> make) {
    return made(name, requiredText(name), make);
  }

  private <T> T made(String name, String text, Function<String, T> make) {
    try {
      return make.apply(text);
    } catch (IllegalArgumentException e) {
      throw problem(name, "is refused: " + e.getMessage());
    }
  }

  /**
   * Returns what {@code make} makes of a text; null if it is absent, null or empty.
   *
   * @param make as in {@link #required}
   */
  public <T> @Nullable T strict(String name, Function<String, T> make) {
    int value = once(name);
    boolean nothing = value == ABSENT || nodes.isEmptyText(value);
    return nothing ? null : made(name, requiredText(name, value), make);
  }

  /**
   * Returns a text, a number's digits included; null if it is absent, null or empty. Anything else
   * is a problem.
   */
  public @Nullable String strictText(String name) {
    int value = once(name);
    if (value != ABSENT && !nodes.isText(value) && !nodes.isNumber(value)) {
      throw problem(name, "is not a text");
    }
    return value == ABSENT || nodes.isEmptyText(value) ? null : nodes.text(value);
  }

  /** Refuses each of these keys that is there more than once: the last one is read elsewhere. */
  public void requireOnce(String... names) {
    for (String name : names) {
      int unused = once(name);
    }
  }

  /** Returns a number that must be there. */
  public BigDecimal requiredNumber(String name) {
    BigDecimal number = strictNumber(name);
    if (number == null) {
      throw problem(name, "is missing");
    }
    return number;
  }

  /** Returns a number, or null if it is absent. */
  public @Nullable BigDecimal strictNumber(String name) {
    int value = once(name);
    if (value == ABSENT) {
      return null;
    }
    if (!nodes.isNumber(value)) {
      throw problem(name, "is not a number");
    }
    if (nodes.length(value) > MAX_NUMBER_LENGTH) {
      throw problem(name, "is a number of more than " + MAX_NUMBER_LENGTH + " characters");
    }
    BigDecimal number;
    try {
      number = nodes.number(value);
    } catch (NumberFormatException e) {
      throw problem(name, "is not a number");
    }
    if (isTrap(number)) {
      throw problem(name, "is refused: beyond any amount");
    }
    return number;
  }

  /** Returns an amount that must be there, in major units of {@code currency}. */
  public Money requiredMoney(String name, String currency) {
    return money(name, requiredNumber(name), currency);
  }

  /** Returns an amount, or null if it is absent. */
  public @Nullable Money strictMoney(String name, String currency) {
    BigDecimal number = strictNumber(name);
    return number == null ? null : money(name, number, currency);
  }

  /** Returns a currency code that must be there. */
  public String requiredCurrency(String name) {
    String currency = requiredText(name);
    money(name, BigDecimal.ZERO, currency);
    return currency;
  }

  /** Returns an object that must be there. */
  public JsonObject requiredObject(String name) {
    int value = once(name);
    if (value == ABSENT || nodes.first(value) != '{') {
      throw problem(name, value == ABSENT ? "is missing" : "is not an object");
    }
    return new JsonObject(nodes, value);
  }

  /** Returns an object, or null if it is absent, null or an empty text. */
  public @Nullable JsonObject strictObject(String name) {
    int value = once(name);
    return value == ABSENT || nodes.isEmptyText(value) ? null : requiredObject(name);
  }

  /** Returns what {@code make} makes of each object in an array that must be there. */
  public <T> List<T> requiredObjects(String name, Function<JsonObject, T> make) {
    int array = once(name);
    if (array == ABSENT || nodes.first(array) != '[') {
      throw problem(name, array == ABSENT ? "is missing" : "is not an array");
    }
    int end = nodes.next(array);
    if (end == array + JsonNodes.SIZE) {
      return List.of();
    }
    List<T> made = new ArrayList<>();
    for (int each = array + JsonNodes.SIZE; each < end; each = nodes.next(each)) {
      if (nodes.first(each) != '{') {
        throw problem(name, "holds something that is not an object");
      }
      made.add(make.apply(new JsonObject(nodes, each)));
    }
    return Collections.unmodifiableList(made);
  }

  /** Returns what {@code make} makes of each object in an array; none if it is absent. */
  public <T> List<T> strictObjects(String name, Function<JsonObject, T> make) {
    return once(name) == ABSENT ? List.of() : requiredObjects(name, make);
  }

  private Money money(String name, BigDecimal number, String currency) {
    try {
      return Money.of(number, currency);
    } catch (IllegalArgumentException e) {
      throw problem(name, "is refused: " + e.getMessage());
    }
  }

  /** Such as 1E+999999999: a small object, and a gigabyte for whoever prints or rescales it. */
  private static boolean isTrap(BigDecimal number) {
    return Math.abs((long) number.scale()) > MAX_NUMBER_LENGTH;
  }

  private int once(String name) {
    int value = JsonMembers.find(nodes, node, table, name);
    if (value < 0) {
      throw problem(name, "is there more than once");
    }
    return orAbsent(value);
  }

  private int value(String name) {
    return orAbsent(find(name));
  }

  /** The member, whatever it is; the last one of several under one key. */
  private int find(String name) {
    int value = JsonMembers.find(nodes, node, table, name);
    return value < 0 ? ~value : value;
  }

  /** The word null is as good as nothing. */
  private int orAbsent(int value) {
    return value == ABSENT || nodes.first(value) == 'n' ? ABSENT : value;
  }

  // --- everything else

  /** Returns a text, a number's digits included; null if there is nothing of the kind. */
  public @Nullable String text(String name) {
    int value = find(name);
    if (value == ABSENT || !(nodes.isText(value) || nodes.isNumber(value))) {
      return null;
    }
    String text = nodes.text(value);
    return text.isEmpty() ? null : text;
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
    return WORD.matcher(text).matches();
  }

  /** Returns a number, also one written as a text; null if there is nothing of the kind. */
  public @Nullable BigDecimal number(String name) {
    int value = find(name);
    try {
      BigDecimal number = null;
      if (value != ABSENT && nodes.isNumber(value)) {
        number = nodes.length(value) <= MAX_NUMBER_LENGTH ? nodes.number(value) : null;
      } else if (value != ABSENT && nodes.isText(value)) {
        String text = nodes.text(value);
        number = text.length() <= MAX_NUMBER_LENGTH ? new BigDecimal(text) : null;
      }
      return number == null || isTrap(number) ? null : number;
    } catch (NumberFormatException e) {
      return null;
    }
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
    int value = find(name);
    return value == ABSENT ? null : nodes.bool(value);
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
    int value = value(name);
    return value == ABSENT ? null : JsonText.of(nodes.value(value));
  }

  /** Returns an object; null if there is none. */
  public @Nullable JsonObject object(String name) {
    int value = find(name);
    return value != ABSENT && nodes.first(value) == '{' ? new JsonObject(nodes, value) : null;
  }

  /** Returns what {@code make} makes of the objects in an array; anything else is left out. */
  public <T> List<T> objects(String name, Function<JsonObject, T> make) {
    return elements(
        name,
        element -> nodes.first(element) == '{' ? make.apply(new JsonObject(nodes, element)) : null);
  }

  /** Returns each key with its text, a number's digits included; empty texts for anything else. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    int end = nodes.next(node);
    for (int each = node + JsonNodes.SIZE; each < end; each = nodes.next(each)) {
      boolean written = nodes.isText(each) || nodes.isNumber(each);
      texts.put(nodes.name(each), written ? nodes.text(each) : "");
    }
    return Collections.unmodifiableMap(texts);
  }

  /** Returns the texts in an array; whatever else it holds is left out. */
  public List<String> texts(String name) {
    return elements(name, element -> nodes.isText(element) ? nodes.text(element) : null);
  }

  private <T> List<T> elements(String name, IntFunction<@Nullable T> make) {
    int array = find(name);
    if (array == ABSENT || nodes.first(array) != '[') {
      return List.of();
    }
    List<T> elements = new ArrayList<>();
    int end = nodes.next(array);
    for (int each = array + JsonNodes.SIZE; each < end; each = nodes.next(each)) {
      T element = make.apply(each);
      if (element != null) {
        elements.add(element);
      }
    }
    return Collections.unmodifiableList(elements);
  }

  /** Shows the path alone: the members may hold anything. */
  @Override
  public String toString() {
    return "JsonObject[" + nodes.path(node) + "]";
  }
}
