package kr.pgsdk.toss.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * An object in a response of Toss's. A field that is absent, null, an empty text, or of another
 * type than documented, is empty here. Words such as a method are Toss's own, in Korean unless the
 * client asks for English. Immutable.
 */
public abstract class TossObject {
  private final JsonObject json;

  /**
   * Takes what was read.
   *
   * @hidden
   */
  protected TossObject(JsonObject json) {
    this.json = json;
  }

  /**
   * Everything Toss sent, as JSON: also the fields that this version of the SDK doesn't know. It
   * may hold personal data and keys, so keep it out of logs.
   */
  public final String toJson() {
    return JsonText.of(json);
  }

  /**
   * A text; empty for none.
   *
   * @hidden
   */
  protected final Optional<String> text(String name) {
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
  protected final OptionalInt integer(String name) {
    Integer number = json.integer(name);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
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
  protected final Optional<Instant> time(String name) {
    return Optional.ofNullable(json.koreanTime(name));
  }

  /**
   * A day, in Korea.
   *
   * @hidden
   */
  protected final Optional<LocalDate> date(String name) {
    return text(name).map(TossObject::dateOrNull);
  }

  private static @Nullable LocalDate dateOrNull(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /**
   * One of Toss's words, or an id; what {@code make} refuses is empty.
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
