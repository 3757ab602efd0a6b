package kr.pgsdk.core.internal.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import kr.pgsdk.core.Money;
import org.jspecify.annotations.Nullable;

/**
 * An object in a response, as users see it: a field that is absent, null, an empty text, or of
 * another type than documented, is empty. Each gateway's objects extend a class of their own that
 * extends this. Immutable.
 */
public abstract class ResponseObject {
  private final JsonObject json;

  /**
   * Takes what was read.
   *
   * @hidden
   */
  protected ResponseObject(JsonObject json) {
    this.json = json;
  }

  /**
   * Everything the gateway sent, as JSON.
   *
   * @hidden
   */
  protected final String all() {
    return JsonText.of(json);
  }

  /**
   * A text; empty for none.
   *
   * @hidden
   */
  protected Optional<String> text(String name) {
    return Optional.ofNullable(json.text(name));
  }

  /**
   * A text that is always there.
   *
   * @hidden
   */
  protected final String required(String name) {
    return json.requiredText(name);
  }

  /**
   * A number.
   *
   * @hidden
   */
  protected final Optional<BigDecimal> number(String name) {
    return Optional.ofNullable(json.number(name));
  }

  /**
   * A whole number.
   *
   * @hidden
   */
  protected OptionalInt integer(String name) {
    Integer number = json.integer(name);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /**
   * An amount written in minor units of a currency.
   *
   * @hidden
   */
  protected final Optional<Money> minorMoney(String name, String currency) {
    try {
      return Optional.ofNullable(json.strictMinorMoney(name, currency));
    } catch (JsonProblem e) {
      return Optional.empty();
    }
  }

  /**
   * A yes or no.
   *
   * @hidden
   */
  protected final Optional<Boolean> flag(String name) {
    return Optional.ofNullable(json.bool(name));
  }

  /**
   * A moment; Korean time is meant where it is written without an offset.
   *
   * @hidden
   */
  protected Optional<Instant> time(String name) {
    return Optional.ofNullable(json.koreanTime(name));
  }

  /**
   * A day, in Korea.
   *
   * @hidden
   */
  protected final Optional<LocalDate> date(String name) {
    return text(name).map(ResponseObject::dateOrNull);
  }

  private static @Nullable LocalDate dateOrNull(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /**
   * One of the gateway's words, or an id; what {@code make} refuses is empty.
   *
   * @hidden
   */
  protected final <T> Optional<T> word(String name, Function<String, T> make) {
    try {
      return text(name).map(make);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * A text for {@code toString}: a code or a word as it is, a question mark for anything that could
   * be more than that.
   *
   * @hidden
   */
  protected final @Nullable String shown(String name) {
    return json.word(name);
  }

  /**
   * An object.
   *
   * @hidden
   */
  protected final <T> Optional<T> object(String name, Function<JsonObject, T> make) {
    return Optional.ofNullable(json.object(name)).map(make);
  }

  /**
   * The objects in an array.
   *
   * @hidden
   */
  protected final <T> List<T> objects(String name, Function<JsonObject, T> make) {
    return json.objects(name, make);
  }

  /**
   * The texts in an array.
   *
   * @hidden
   */
  protected final List<String> texts(String name) {
    return json.texts(name);
  }

  /**
   * The whole numbers in an array.
   *
   * @hidden
   */
  protected final List<Integer> integers(String name) {
    return json.integers(name);
  }

  /**
   * A value of any kind, as JSON.
   *
   * @hidden
   */
  protected final Optional<String> json(String name) {
    return Optional.ofNullable(json.json(name));
  }

  /** Shows its kind alone: a field may be personal. */
  @Override
  public String toString() {
    return getClass().getSimpleName();
  }
}
