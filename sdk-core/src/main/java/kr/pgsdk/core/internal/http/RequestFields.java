package kr.pgsdk.core.internal.http;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OpenEnum;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.core.internal.json.JsonText;
import kr.pgsdk.core.internal.text.Texts;

/**
 * The fields of a request's JSON body, each checked when it is set, by its gateway's name. What is
 * personal or secret is known to be: no message repeats it, and {@code toString} shows no value.
 *
 * <p>Not thread-safe: a builder fills one, and a request keeps a {@link #copy}.
 */
public final class RequestFields {
  /** Longer than any documented text that has no documented length. */
  private static final int ANY_LENGTH = 2_000;

  private final Map<String, Object> fields = new LinkedHashMap<>();
  private final List<String> hidden = new ArrayList<>();

  /** Returns the fields of an object that a user built; not to be changed. */
  public static RequestFields of(RequestObject object) {
    return object.fields;
  }

  /** Returns fields that no longer change with these. */
  public RequestFields copy() {
    RequestFields copy = new RequestFields();
    copy.fields.putAll(fields);
    copy.hidden.addAll(hidden);
    return copy;
  }

  /**
   * Sets a text of one line.
   *
   * @throws IllegalArgumentException if it is blank, longer, or has a line break or another control
   *     character; the message doesn't repeat it
   */
  public RequestFields text(String name, String text, int maxLength) {
    return put(name, line(name, text, maxLength));
  }

  /** As {@link #text(String, String, int)}, of a text without a documented length. */
  public RequestFields text(String name, String text) {
    return text(name, text, ANY_LENGTH);
  }

  /**
   * Sets a text that a person typed, such as what was bought: line breaks and tabs become spaces.
   *
   * @throws IllegalArgumentException if it is blank, longer, or has another control character
   */
  public RequestFields note(String name, String text, int maxLength) {
    return put(name, Texts.note(text, name, maxLength));
  }

  /** As {@link #note(String, String, int)}, of a text without a documented length. */
  public RequestFields note(String name, String text) {
    return note(name, text, ANY_LENGTH);
  }

  /**
   * As {@link #text(String, String, int)}, of what no message may repeat: a buyer's data, a key, a
   * card.
   */
  public RequestFields personal(String name, String text, int maxLength) {
    hidden.add(line(name, text, maxLength));
    return put(name, text);
  }

  /** As {@link #personal(String, String, int)}, of a text without a documented length. */
  public RequestFields personal(String name, String text) {
    return personal(name, text, ANY_LENGTH);
  }

  /**
   * As {@link #personal(String, String, int)}, of a text with a fixed form.
   *
   * @param rule completes "name must be"
   */
  public RequestFields personal(String name, String text, Pattern form, String rule) {
    Objects.requireNonNull(text, name);
    if (!form.matcher(text).matches()) {
      throw new IllegalArgumentException(name + " must be " + rule);
    }
    hidden.add(text);
    return put(name, text);
  }

  /**
   * As {@link #personal(String, String, int)}, of a number that people write with dashes, such as a
   * phone's or a business's. The dashes are dropped.
   *
   * @throws IllegalArgumentException if it has anything but digits, or another count of them
   */
  public RequestFields digits(String name, String number, int min, int max) {
    String digits = Objects.requireNonNull(number, name).replaceAll("(?<=[0-9])-(?=[0-9])", "");
    if (digits.length() < min || digits.length() > max || !digits.matches("[0-9]+")) {
      throw new IllegalArgumentException(
          name + " must be " + (min == max ? min : min + " to " + max) + " digits");
    }
    hidden.add(digits);
    return put(name, digits);
  }

  /** Sets a text of any characters, such as the shop's own data. */
  public RequestFields anyText(String name, String text) {
    Objects.requireNonNull(text, name);
    return put(name, Texts.atMost(text, name, ANY_LENGTH));
  }

  private static String line(String name, String text, int maxLength) {
    return Texts.atMost(Texts.line(text, name), name, maxLength);
  }

  /**
   * Sets an amount, in major units.
   *
   * @throws IllegalArgumentException if it is zero
   */
  public RequestFields positive(String name, Money money) {
    Objects.requireNonNull(money, name);
    if (money.isZero()) {
      throw new IllegalArgumentException(name + " must be more than zero");
    }
    return put(name, money);
  }

  /**
   * Sets an amount of a request that names no currency, because the gateway takes won alone.
   *
   * @throws IllegalArgumentException if it is zero, or in another currency
   */
  public RequestFields won(String name, Money money) {
    if (!money.currency().equals("KRW")) {
      throw new IllegalArgumentException(
          name + " must be in KRW, the only currency here: it is in " + money.currency());
    }
    return positive(name, money);
  }

  /** Sets an amount, in major units; zero is one. */
  public RequestFields amount(String name, Money money) {
    return put(name, money);
  }

  /**
   * Sets an amount that the gateway takes without a fraction.
   *
   * @throws IllegalArgumentException if it has one
   */
  public RequestFields wholeAmount(String name, Money money) {
    BigDecimal amount = Objects.requireNonNull(money, name).amount();
    if (amount.stripTrailingZeros().scale() > 0) {
      throw new IllegalArgumentException(name + " must have no fraction: " + money);
    }
    return put(name, money);
  }

  /**
   * Sets a whole number.
   *
   * @throws IllegalArgumentException if it is out of bounds
   */
  public RequestFields number(String name, long number, long min, long max) {
    if (number < min || number > max) {
      throw new IllegalArgumentException(
          name + " must be " + min + " to " + max + ": it is " + number);
    }
    return put(name, number);
  }

  /** Sets a yes or no. */
  public RequestFields flag(String name, boolean flag) {
    return put(name, flag);
  }

  /** Sets one of the gateway's words. */
  public RequestFields word(String name, OpenEnum word) {
    return put(name, Objects.requireNonNull(word, name).text());
  }

  /** Sets a moment, in seconds since 1970. */
  public RequestFields epochSeconds(String name, Instant moment) {
    return put(name, Objects.requireNonNull(moment, name).getEpochSecond());
  }

  public RequestFields object(String name, RequestFields object) {
    hidden.addAll(object.hidden);
    return put(name, object.json());
  }

  public RequestFields objects(String name, List<RequestFields> objects) {
    objects.forEach(object -> hidden.addAll(object.hidden));
    return put(name, objects.stream().map(RequestFields::json).toList());
  }

  public RequestFields texts(String name, List<String> texts) {
    return put(name, List.copyOf(texts));
  }

  /** Sets an array of whole numbers. */
  public RequestFields numbers(String name, List<Integer> numbers) {
    return put(name, List.copyOf(numbers));
  }

  /**
   * Sets a value of any kind, given as JSON. Its texts and numbers are taken as personal.
   *
   * @throws IllegalArgumentException if it isn't one JSON document; the message doesn't repeat it
   */
  public RequestFields document(String name, String json) {
    Objects.requireNonNull(json, name);
    try {
      Object document = Json.document(json.getBytes(StandardCharsets.UTF_8));
      if (document == null) {
        throw new IllegalArgumentException(name + " must not be null: leave the field out");
      }
      hidden.addAll(Json.textsOf(json));
      return put(name, document);
    } catch (JsonProblem e) {
      throw new IllegalArgumentException(name + " must be one JSON document: " + e.getMessage(), e);
    }
  }

  /** Takes all fields of others: of a buyer, of a card. */
  public RequestFields all(RequestFields others) {
    hidden.addAll(others.hidden);
    fields.putAll(others.fields);
    return this;
  }

  private RequestFields put(String name, Object value) {
    fields.put(name, Objects.requireNonNull(value, name));
    return this;
  }

  public boolean has(String name) {
    return fields.containsKey(name);
  }

  JsonText json() {
    JsonText json = JsonText.object();
    fields.forEach(json::put);
    return json;
  }

  /** What no message may repeat. Unmodifiable. */
  List<String> hidden() {
    return List.copyOf(hidden);
  }

  /** Shows the names of the fields alone. */
  @Override
  public String toString() {
    return fields.keySet().toString();
  }
}
