package kr.pgsdk.core.internal.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import kr.pgsdk.core.Money;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of a document that was looked at to its end.
 *
 * <p>Two ways to ask: the {@code required} and {@code strict} methods refuse a missing value, a
 * wrong type and a repeated key, and are for whatever money depends on; the others take anything
 * odd as absent, so that a changed detail never costs a shop its payment. Absent, {@code null} and
 * {@code ""} are one and the same.
 */
public final class JsonObject extends JsonMembers {
  /** A number as it was written; its value is worked out when asked for. */
  record Literal(String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * Makes an object as far as it has been read.
   *
   * @param members names and values by turns; the array is not copied
   * @param document where the members are that were passed over; null if none was
   */
  JsonObject(JsonPath path, @Nullable Object[] members, @Nullable JsonDocument document) {
    super(path, members, document);
  }

  public JsonProblem problem(String name, String problem) {
    return new JsonProblem(path.member(name).toString(), problem);
  }

  /** Returns a text that must be there and not empty. */
  public String requiredText(String name) {
    return requiredText(name, once(name));
  }

  private String requiredText(String name, @Nullable Object value) {
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
    Object value = once(name);
    return isNothing(value) ? null : made(name, requiredText(name, value), make);
  }

  /**
   * Returns a text, a number's digits included; null if it is absent, null or empty. Anything else
   * is a problem.
   */
  public @Nullable String strictText(String name) {
    Object value = once(name);
    if (value != null && !isWritten(value)) {
      throw problem(name, "is not a text");
    }
    return isNothing(value) ? null : String.valueOf(value);
  }

  /** Refuses each of these keys that is there more than once: the last one is read elsewhere. */
  public void requireOnce(String... names) {
    for (String name : names) {
      Object unused = once(name);
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
    Object value = once(name);
    if (value == null) {
      return null;
    }
    if (!(value instanceof Literal literal)) {
      throw problem(name, "is not a number");
    }
    if (literal.text().length() > MAX_NUMBER_LENGTH) {
      throw problem(name, "is a number of more than " + MAX_NUMBER_LENGTH + " characters");
    }
    BigDecimal number;
    try {
      number = decimal(literal.text());
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

  /** Returns an amount that must be there, written in minor units of {@code currency}. */
  public Money requiredMinorMoney(String name, String currency) {
    return minorMoney(name, requiredNumber(name), currency);
  }

  /** Returns an amount written in minor units, or null if it is absent. */
  public @Nullable Money strictMinorMoney(String name, String currency) {
    BigDecimal number = strictNumber(name);
    return number == null ? null : minorMoney(name, number, currency);
  }

  private Money minorMoney(String name, BigDecimal units, String currency) {
    try {
      return Money.ofMinorUnits(units.longValueExact(), currency);
    } catch (ArithmeticException e) {
      throw problem(name, "is not a whole number of minor units");
    } catch (IllegalArgumentException e) {
      throw problem(name, "is refused: " + e.getMessage());
    }
  }

  /** Returns a currency code that must be there. */
  public String requiredCurrency(String name) {
    String currency = requiredText(name);
    money(name, BigDecimal.ZERO, currency);
    return currency;
  }

  private Money money(String name, BigDecimal number, String currency) {
    try {
      return Money.of(number, currency);
    } catch (IllegalArgumentException e) {
      throw problem(name, "is refused: " + e.getMessage());
    }
  }

  /** Returns an object that must be there. */
  public JsonObject requiredObject(String name) {
    Object value = once(name);
    if (!(value instanceof JsonObject object)) {
      throw problem(name, value == null ? "is missing" : "is not an object");
    }
    return object;
  }

  /** Returns an object, or null if it is absent, null or an empty text. */
  public @Nullable JsonObject strictObject(String name) {
    return isNothing(once(name)) ? null : requiredObject(name);
  }

  /** Returns what {@code make} makes of each object in an array that must be there. */
  public <T> List<T> requiredObjects(String name, Function<JsonObject, T> make) {
    Object value = once(name);
    if (!(value instanceof List<?> array)) {
      throw problem(name, value == null ? "is missing" : "is not an array");
    }
    List<T> made = new ArrayList<>();
    for (Object element : array) {
      if (!(element instanceof JsonObject object)) {
        throw problem(name, "holds something that is not an object");
      }
      made.add(make.apply(object));
    }
    return Collections.unmodifiableList(made);
  }

  /** Returns what {@code make} makes of each object in an array; none if it is absent. */
  public <T> List<T> strictObjects(String name, Function<JsonObject, T> make) {
    return once(name) == null ? List.of() : requiredObjects(name, make);
  }

  /** Returns a member whose key must not be there again; null for the word null too. */
  private @Nullable Object once(String name) {
    @Nullable Object[] members = membersWith(name);
    int last = lastOf(members, name, members.length);
    if (last < 0) {
      return null;
    }
    if (lastOf(members, name, last) >= 0) {
      throw problem(name, "is there more than once");
    }
    return members[last + 1];
  }
}
