package kr.pgsdk.sandbox.wire;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * JSON as maps, lists, texts, {@link BigDecimal}s, booleans and nulls. Numbers keep the digits they
 * were written with.
 */
public final class Json {
  private static final int MAX_SCALE = 64;

  private Json() {}

  /** How the gateway's software writes JSON. */
  public enum Style {
    /** Everything beyond what must be escaped is written as it is. */
    PLAIN,
    /** As PHP does by default: everything but ASCII is escaped, and so is every slash. */
    PHP
  }

  /**
   * Returns the object written in {@code text}.
   *
   * @throws IllegalArgumentException if it is no JSON object
   */
  public static Map<String, @Nullable Object> object(String text) {
    try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(text))) {
      Map<String, @Nullable Object> object = readObject(reader);
      if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
        throw new IllegalArgumentException("text behind the JSON object");
      }
      return object;
    } catch (EOFException | JsonDataException e) {
      throw new IllegalArgumentException("no JSON object", e);
    } catch (IOException e) {
      throw new IllegalArgumentException("broken JSON", e);
    }
  }

  private static Map<String, @Nullable Object> readObject(JsonReader reader) throws IOException {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      object.put(reader.nextName(), readValue(reader));
    }
    reader.endObject();
    return object;
  }

  private static @Nullable Object readValue(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> readObject(reader);
      case BEGIN_ARRAY -> readArray(reader);
      case NUMBER -> number(reader.nextString());
      case BOOLEAN -> reader.nextBoolean();
      case NULL -> reader.nextNull();
      default -> reader.nextString();
    };
  }

  /**
   * Returns the number written in {@code text}.
   *
   * @throws NumberFormatException if it is none, or one that would fill the memory when it is
   *     written without an exponent
   */
  static BigDecimal number(String text) {
    BigDecimal number = new BigDecimal(text);
    if (Math.abs((long) number.scale()) > MAX_SCALE) {
      throw new NumberFormatException("a number beyond any amount");
    }
    return number;
  }

  private static List<@Nullable Object> readArray(JsonReader reader) throws IOException {
    List<@Nullable Object> array = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      array.add(readValue(reader));
    }
    reader.endArray();
    return array;
  }

  /** Writes a map, list, text, number, boolean or null. */
  public static String write(@Nullable Object value, Style style) {
    StringBuilder out = new StringBuilder();
    write(value, style, out);
    return out.toString();
  }

  private static void write(@Nullable Object value, Style style, StringBuilder out) {
    if (value instanceof Map<?, ?> map) {
      String separator = "{";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.append(separator);
        writeText(String.valueOf(entry.getKey()), style, out);
        out.append(':');
        write(entry.getValue(), style, out);
        separator = ",";
      }
      out.append(map.isEmpty() ? "{}" : "}");
    } else if (value instanceof List<?> list) {
      out.append('[');
      for (int i = 0; i < list.size(); i++) {
        out.append(i == 0 ? "" : ",");
        write(list.get(i), style, out);
      }
      out.append(']');
    } else if (value instanceof BigDecimal number) {
      out.append(number.toPlainString());
    } else if (value instanceof String text) {
      writeText(text, style, out);
    } else {
      out.append(value);
    }
  }

  private static void writeText(String text, Style style, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '/' -> out.append(style == Style.PHP ? "\\/" : "/");
        default -> {
          if (c < ' ' || (c > '~' && style == Style.PHP)) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
