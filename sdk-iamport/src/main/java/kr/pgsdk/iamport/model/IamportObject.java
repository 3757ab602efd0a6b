package kr.pgsdk.iamport.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.core.internal.json.JsonText;

/**
 * An object in a response of Iamport's. What Iamport sends for "nothing" (null, 0 for a time, an
 * empty text, no key at all) is empty here; so is a field of another type than documented.
 * Immutable.
 */
public abstract class IamportObject {
  private final JsonObject json;

  /**
   * Takes what was read.
   *
   * @hidden
   */
  protected IamportObject(JsonObject json) {
    this.json = json;
  }

  /**
   * Everything Iamport sent, as JSON: also the fields that this version of the SDK doesn't know. It
   * may hold personal data and keys, so keep it out of logs.
   */
  public final String toJson() {
    return JsonText.of(json);
  }

  /**
   * A text; empty for absent, null, {@code ""}, blanks and {@code "null"}.
   *
   * @hidden
   */
  protected final Optional<String> text(String name) {
    return Fields.text(json, name);
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
   * A number, also one written as a text.
   *
   * @hidden
   */
  protected final Optional<BigDecimal> number(String name) {
    return Optional.ofNullable(json.number(name));
  }

  /**
   * A whole number, also one written as a text; a zero is a number.
   *
   * @hidden
   */
  protected final OptionalInt integer(String name) {
    return Fields.integer(json, name);
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
   * A moment; empty for 0, which means never.
   *
   * @hidden
   */
  protected final Optional<Instant> time(String name) {
    return Optional.ofNullable(json.epochSeconds(name));
  }

  /**
   * One of Iamport's words.
   *
   * @hidden
   */
  protected final <T> Optional<T> word(String name, Function<String, T> make) {
    return text(name).map(make);
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
