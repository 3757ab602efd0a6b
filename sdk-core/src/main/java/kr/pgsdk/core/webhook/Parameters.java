package kr.pgsdk.core.webhook;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a redirect or a form, read strictly. A broken percent sign, bytes that aren't
 * text, and a name with two different values are refused, because two programs could read them
 * differently. Immutable. Nothing in the parameters is trusted.
 */
public final class Parameters {
  private static final int MAX_QUERY_LENGTH = 64 << 10;
  private static final int MAX_COUNT = 1_000;

  private final Map<String, String> values = new LinkedHashMap<>();
  private final Set<String> ambiguous = new HashSet<>();

  private Parameters() {}

  /**
   * Reads a raw query without its question mark, such as servlets' {@code getQueryString()}
   * returns; null is an empty query.
   *
   * @throws RejectedRequestException with 414 if it is longer than 64 Ki characters, with 413 if it
   *     has more than 1,000 parameters, with 400 if it can't be read
   */
  public static Parameters ofQuery(@Nullable String query) {
    if (query != null && query.length() > MAX_QUERY_LENGTH) {
      throw new RejectedRequestException(414, "the query is too long");
    }
    return ofForm(query == null ? "" : query, StandardCharsets.UTF_8);
  }

  /**
   * Takes what servlets' {@code getParameterMap()} returns.
   *
   * @throws RejectedRequestException with 413 if there are more than 1,000 parameters
   */
  public static Parameters of(Map<String, String[]> parameters) {
    Parameters result = new Parameters();
    parameters.forEach((name, values) -> result.addAll(name, Arrays.asList(values)));
    return result;
  }

  /**
   * Takes what Spring's {@code MultiValueMap} is.
   *
   * @throws RejectedRequestException with 413 if there are more than 1,000 parameters
   */
  public static Parameters ofLists(Map<String, ? extends List<String>> parameters) {
    Parameters result = new Parameters();
    parameters.forEach(result::addAll);
    return result;
  }

  static Parameters ofForm(String text, Charset charset) {
    Parameters result = new Parameters();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('&', start);
      end = end < 0 ? text.length() : end;
      if (end > start) {
        String pair = text.substring(start, end);
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        result.add(decoded(name, charset), decoded(value, charset));
      }
      start = end + 1;
    }
    return result;
  }

  private void addAll(String name, List<String> all) {
    all.forEach(value -> add(name, value));
  }

  private void add(String name, @Nullable String value) {
    String text = value == null ? "" : value;
    String known = values.putIfAbsent(name, text);
    // The same once more is no doubt: a shop's own return URL may name the order as well.
    if (known != null && !known.equals(text)) {
      ambiguous.add(name);
    }
    if (values.size() > MAX_COUNT) {
      throw new RejectedRequestException(413, "there are more than " + MAX_COUNT + " parameters");
    }
  }

  private static String decoded(String text, Charset charset) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return text;
    }
    StringBuilder decoded = new StringBuilder(text.length());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '%') {
        bytes.write(hexByte(text, i + 1));
        i += 3;
      } else {
        flush(bytes, charset, decoded);
        decoded.append(c == '+' ? ' ' : c);
        i++;
      }
    }
    flush(bytes, charset, decoded);
    return decoded.toString();
  }

  private static int hexByte(String text, int index) {
    // HexFormat's digits are ASCII; Character's are those of every script.
    boolean hex =
        index + 1 < text.length()
            && HexFormat.isHexDigit(text.charAt(index))
            && HexFormat.isHexDigit(text.charAt(index + 1));
    if (!hex) {
      throw new RejectedRequestException(400, "a percent sign is not followed by two hex digits");
    }
    return HexFormat.fromHexDigits(text, index, index + 2);
  }

  private static void flush(ByteArrayOutputStream bytes, Charset charset, StringBuilder decoded) {
    if (bytes.size() == 0) {
      return;
    }
    try {
      decoded.append(charset.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())));
    } catch (CharacterCodingException e) {
      throw new RejectedRequestException(400, "percent-encoded bytes are not UTF-8 text");
    }
    bytes.reset();
  }

  /**
   * Returns a parameter's value; empty if it is absent or blank.
   *
   * @throws RejectedRequestException if it is given more than once, with different values
   */
  public Optional<String> value(String name) {
    if (ambiguous.contains(name)) {
      throw new RejectedRequestException(
          400, name + " is given more than once, with different values");
    }
    String value = values.get(name);
    return value == null || value.isBlank() ? Optional.empty() : Optional.of(value);
  }

  /** Shows only the number of parameters: names and values may be anything. */
  @Override
  public String toString() {
    return "Parameters[" + values.size() + "]";
  }
}
