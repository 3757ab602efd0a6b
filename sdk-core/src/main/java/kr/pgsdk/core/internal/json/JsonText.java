package kr.pgsdk.core.internal.json;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.Money;
import okio.Buffer;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** Writes a JSON object; what is null is left out, and numbers never have an exponent. */
public final class JsonText {
  private final Map<String, Object> members = new LinkedHashMap<>();

  private JsonText() {}

  public static JsonText object() {
    return new JsonText();
  }

  /**
   * Adds a member: a text, a boolean, a number, an amount, an object of this class, or a list of
   * such.
   */
  public JsonText put(String name, @Nullable Object value) {
    if (value != null) {
      members.put(name, value);
    }
    return this;
  }

  /** Returns the object as JSON. */
  @Override
  public String toString() {
    return write(this);
  }

  /** Returns what was read by {@link Json} as JSON again. */
  public static String of(@Nullable Object document) {
    return write(document);
  }

  private static String write(@Nullable Object value) {
    Buffer buffer = new Buffer();
    try (JsonWriter writer = JsonWriter.of(buffer)) {
      writer.setSerializeNulls(true);
      value(writer, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return buffer.readUtf8();
  }

  private static void value(JsonWriter writer, @Nullable Object value) throws IOException {
    if (value instanceof JsonText object) {
      members(writer, object.members);
    } else if (value instanceof JsonObject object) {
      members(writer, object.members());
    } else if (value instanceof List<?> elements) {
      writer.beginArray();
      for (Object element : elements) {
        value(writer, element);
      }
      writer.endArray();
    } else if (value instanceof Boolean bool) {
      writer.value(bool);
    } else if (value instanceof Money money) {
      number(writer, money.amount());
    } else if (value instanceof BigDecimal number) {
      number(writer, number);
    } else if (value instanceof JsonObject.Literal || value instanceof Number) {
      raw(writer, value.toString());
    } else {
      writer.value(value == null ? null : value.toString());
    }
  }

  private static void members(JsonWriter writer, Map<String, ? extends @Nullable Object> members)
      throws IOException {
    writer.beginObject();
    for (Map.Entry<String, ? extends @Nullable Object> member : members.entrySet()) {
      writer.name(member.getKey());
      value(writer, member.getValue());
    }
    writer.endObject();
  }

  private static void number(JsonWriter writer, BigDecimal number) throws IOException {
    if (number.scale() == 0) {
      writer.value(number); // its digits as they are, which costs half as much
    } else {
      raw(writer, number.toPlainString());
    }
  }

  private static void raw(JsonWriter writer, String number) throws IOException {
    try (BufferedSink sink = writer.valueSink()) {
      sink.writeUtf8(number);
    }
  }
}
