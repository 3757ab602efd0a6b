package kr.pgsdk.sandbox.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Secrets that must not be seen anywhere, and how they may look when something repeats them. Half
 * of one is enough to be found, in capitals, encoded, or with gaps between its characters.
 */
final class Canaries {
  /** How a text between us and the gateway, or the gateway itself, may repeat a secret. */
  enum Echo {
    AS_IT_IS(secret -> secret),
    CAPITALS(secret -> secret.toUpperCase(Locale.ROOT)),
    SMALL(secret -> secret.toLowerCase(Locale.ROOT)),
    PERCENT(secret -> each(secret, c -> String.format("%%%02X", (int) c))),
    PERCENT_TWICE(secret -> each(secret, c -> String.format("%%25%02x", (int) c))),
    BASE64(secret -> Base64.getEncoder().encodeToString(secret.getBytes(UTF_8))),
    BASIC(secret -> Base64.getEncoder().encodeToString((secret + ":").getBytes(UTF_8))),
    BASIC_OF_USER(secret -> Base64.getEncoder().encodeToString(("u:" + secret).getBytes(UTF_8))),
    BASE64_URL(secret -> Base64.getUrlEncoder().encodeToString(("{" + secret).getBytes(UTF_8))),
    JSON_ESCAPED(secret -> each(secret, c -> String.format("\\u%04x", (int) c))),
    HTML_ENTITIES(secret -> each(secret, c -> "&#" + (int) c + ";")),
    HTML_HEX_ENTITIES(secret -> each(secret, c -> String.format("&#x%X;", (int) c))),
    SPACED(secret -> each(secret, c -> c + " ")),
    BROKEN_LINE(secret -> halves(secret, "\r\n")),
    ZERO_WIDTH(secret -> halves(secret, "\u200b")),
    FIRST_HALF(secret -> secret.substring(0, secret.length() * 2 / 3) + "..."),
    SECOND_HALF(secret -> "..." + secret.substring(secret.length() / 3)),
    ACROSS_THE_CUT(secret -> "가 ".repeat(250) + secret);

    private final UnaryOperator<String> how;

    Echo(UnaryOperator<String> how) {
      this.how = how;
    }

    String of(String secret) {
      return how.apply(secret);
    }
  }

  private interface OfChar {
    String of(char c);
  }

  private static String each(String text, OfChar how) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      out.append(how.of(text.charAt(i)));
    }
    return out.toString();
  }

  private static String halves(String text, String between) {
    int half = text.length() / 2;
    return text.substring(0, half) + between + text.substring(half);
  }

  private final Map<String, List<String>> needles = new LinkedHashMap<>();

  /** Watches for a credential: of half of it, whatever its form. */
  Canaries add(String name, String secret) {
    List<String> forms = new ArrayList<>(windows(plain(secret)));
    for (String prefix : List.of("", "x", "xx")) {
      String encoded = Base64.getEncoder().encodeToString((prefix + secret).getBytes(UTF_8));
      // Without the ends, which depend on what stands before and after.
      forms.addAll(windows(encoded.substring(4, encoded.length() - 4).toLowerCase(Locale.ROOT)));
    }
    needles.put(name, forms);
    return this;
  }

  /** Watches for something short, such as a name: of the whole of it. */
  Canaries addWhole(String name, String text) {
    needles.put(name, List.of(plain(text)));
    return this;
  }

  private static List<String> windows(String text) {
    int length = Math.max(Math.min(text.length(), 8), text.length() / 2);
    List<String> windows = new ArrayList<>();
    for (int i = 0; i + length <= text.length(); i++) {
      windows.add(text.substring(i, i + length));
    }
    return windows;
  }

  /** Returns the name of a canary that can be read out of {@code text}, if there is one. */
  Optional<String> in(String text) {
    List<String> readings = List.of(plain(text), plain(decoded(text)), base64Plain(text));
    return needles.entrySet().stream()
        .filter(
            e ->
                e.getValue().stream().anyMatch(n -> readings.stream().anyMatch(r -> r.contains(n))))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\\p{Cc}\\p{Cf}]", "").toLowerCase(Locale.ROOT);
  }

  private static String base64Plain(String text) {
    return plain(text).replace('-', '+').replace('_', '/');
  }

  /** What is left of an encoded text when everything but its characters' numbers is gone. */
  private static String decoded(String text) {
    String unescaped = text;
    for (int i = 0; i < 2; i++) {
      unescaped =
          java.util.regex.Pattern.compile("(?:%(?:25)*|\\\\u00|&#[xX])([0-9a-fA-F]{2});?")
              .matcher(unescaped)
              .replaceAll(
                  m ->
                      java.util.regex.Matcher.quoteReplacement(
                          Character.toString(Integer.parseInt(m.group(1), 16))));
    }
    return java.util.regex.Pattern.compile("&#([0-9]{2,3});")
        .matcher(unescaped)
        .replaceAll(
            m ->
                java.util.regex.Matcher.quoteReplacement(
                    Character.toString(Integer.parseInt(m.group(1)))));
  }
}
