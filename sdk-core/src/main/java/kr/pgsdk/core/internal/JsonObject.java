package kr.pgsdk.core.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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

  /** Where this object stands in its document, such as {@code $.response}. */
  private final JsonPath path;

  private final Map<String, @Nullable Object> members;
  private final Set<String> repeated;

  JsonObject(JsonPath path, Map<String, @Nullable Object> members, Set<String> repeated) {
    this.path = path;
    this.members = members;
    this.repeated = repeated;
  }

  /** Whether the key is there, whatever its value. */
  public boolean has(String name) {
    return members.containsKey(name);
  }

  /** Whether the value is absent or {@code null}. */
  public boolean isNull(String name) {
    return members.get(name) == null;
  }

  /** All keys, in their order. Unmodifiable. */
  public Set<String> names() {
    return Collections.unmodifiableSet(members.keySet());
  }

  /** All members, in their order; numbers as opaque literals. */
  Map<String, @Nullable Object> members() {
    return Collections.unmodifiableMap(members);
  }

  /** A problem with a member of this object. */
  public JsonProblem problem(String name, String problem) {
    return new JsonProblem(path.member(name).toString(), problem);
  }

  // --- what money depends on

  /** Returns a text that must be there and not empty. */
  public String requiredText(String name) {
    Object value = once(name);
    if (!(value instanceof String text)) {
      throw problem(name, value == null ? "is missing" : "is not a text");
    }
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
    String text = requiredText(name);
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
    Object value = once(name);
    return value == null || value.equals("") ? null : required(name, make);
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
    Object value = once(name);
    if (value == null) {
      return null;
    }
    if (!(value instanceof Literal literal)) {
      throw problem(name, "is not a number");
    }
    return number(name, literal);
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
    Object value = once(name);
    if (value instanceof JsonObject object) {
      return object;
    }
    throw problem(name, value == null ? "is missing" : "is not an object");
  }

  /** Returns the objects of an array that must be there. */
  public List<JsonObject> requiredObjects(String name) {
    Object value = once(name);
    if (!(value instanceof List<?> elements)) {
      throw problem(name, value == null ? "is missing" : "is not an array");
    }
    return objects(name, elements);
  }

  /** Returns the objects of an array; none if it is absent. */
  public List<JsonObject> strictObjects(String name) {
    return once(name) == null ? List.of() : requiredObjects(name);
  }

  private Money money(String name, BigDecimal number, String currency) {
    try {
      return Money.of(number, currency);
    } catch (IllegalArgumentException e) {
      throw problem(name, "is refused: " + e.getMessage());
    }
  }

  private BigDecimal number(String name, Literal literal) {
    if (literal.text().length() > MAX_NUMBER_LENGTH) {
      throw problem(name, "is a number of more than " + MAX_NUMBER_LENGTH + " characters");
    }
    BigDecimal number;
    try {
      number = new BigDecimal(literal.text());
    } catch (NumberFormatException e) {
      throw problem(name, "is not a number");
    }
    if (isTrap(number)) {
      throw problem(name, "is refused: beyond any amount");
    }
    return number;
  }

  /** Such as 1E+999999999: a small object, and a gigabyte for whoever prints or rescales it. */
  private static boolean isTrap(BigDecimal number) {
    return Math.abs((long) number.scale()) > MAX_NUMBER_LENGTH;
  }

  private List<JsonObject> objects(String name, List<?> elements) {
    List<JsonObject> objects = new ArrayList<>(elements.size());
    for (Object element : elements) {
      if (!(element instanceof JsonObject object)) {
        throw problem(name, "holds something that is not an object");
      }
      objects.add(object);
    }
    return Collections.unmodifiableList(objects);
  }

  private @Nullable Object once(String name) {
    if (repeated.contains(name)) {
      throw problem(name, "is there more than once");
    }
    return members.get(name);
  }

  // --- everything else

  /** Returns a text, a number's digits included; null if there is nothing of the kind. */
  public @Nullable String text(String name) {
    Object value = members.get(name);
    if (value instanceof String text) {
      return text.isEmpty() ? null : text;
    }
    return value instanceof Literal literal ? literal.text() : null;
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
    String text = text(name);
    if (text == null || text.length() > MAX_NUMBER_LENGTH) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      return isTrap(number) ? null : number;
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
    return members.get(name) instanceof Boolean value ? value : null;
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
    Object value = members.get(name);
    return value == null ? null : JsonText.of(value);
  }

  /** Returns an object; null if there is none. */
  public @Nullable JsonObject object(String name) {
    return members.get(name) instanceof JsonObject object ? object : null;
  }

  /** Returns the objects in an array; whatever else it holds is left out. */
  public List<JsonObject> objects(String name) {
    List<JsonObject> objects = new ArrayList<>();
    for (Object element : elements(name)) {
      if (element instanceof JsonObject object) {
        objects.add(object);
      }
    }
    return Collections.unmodifiableList(objects);
  }

  /** Returns the texts in an array; whatever else it holds is left out. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Object element : elements(name)) {
      if (element instanceof String text) {
        texts.add(text);
      }
    }
    return Collections.unmodifiableList(texts);
  }

  private List<?> elements(String name) {
    return members.get(name) instanceof List<?> elements ? elements : List.of();
  }

  /** Shows the path alone: the members may hold anything. */
  @Override
  public String toString() {
    return "JsonObject[" + path + "]";
  }
}
