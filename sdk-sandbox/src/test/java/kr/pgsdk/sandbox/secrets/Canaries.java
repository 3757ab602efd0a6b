package kr.pgsdk.sandbox.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    DOTTED(secret -> each(secret, c -> c + ".")),
    DASHED(secret -> secret.replaceAll("(.{4})", "$1-")),
    WITHOUT_ITS_MARKS(secret -> secret.replaceAll("[^A-Za-z0-9]", "")),
    OTHER_MARKS(secret -> secret.replaceAll("[^A-Za-z0-9]", ".")),
    ESCAPED_LINES(secret -> secret.replaceAll("(.{5})", "$1\\\\r\\\\n")),
    MARKUP(secret -> secret.replaceAll("(.{5})", "$1<br/>")),
    WIDE(secret -> each(secret, c -> Character.toString(c + 0xfee0))),
    HEX(secret -> each(secret, c -> String.format("%02x", (int) c))),
    HEX_WITH_COLONS(secret -> each(secret, c -> String.format("%02X:", (int) c))),
    BASIC_IN_GROUPS(secret -> BASIC.of(secret).replaceAll("(.{4})", "$1 ")),
    BASIC_IN_DASHED_GROUPS(secret -> BASIC.of(secret).replaceAll("(.{5})", "$1-")),
    BASIC_IN_LINES(secret -> BASIC.of(secret).replaceAll("(.{8})", "$1\n")),
    BASIC_IN_ESCAPED_LINES(secret -> BASIC.of(secret).replaceAll("(.{8})", "$1\\\\n")),
    BASE64_URL_IN_GROUPS(secret -> BASE64_URL.of(secret).replaceAll("(.{3})", "$1.")),
    BASIC_PERCENT(secret -> each(BASIC.of(secret), c -> String.format("%%%02X", (int) c))),
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

  private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Cc}\\p{Cf}]");
  private static final Pattern HEX_NUMBER =
      Pattern.compile("(?:%(?:25)*|\\\\u00|&#[xX])([0-9a-fA-F]{2});?");
  private static final Pattern NUMBER = Pattern.compile("&#([0-9]{2,3});");
  private static final Pattern MARK = Pattern.compile("\\\\[nrt]|<[^<>]{0,9}>");

  private final Map<String, List<Needle>> needles = new LinkedHashMap<>();

  /** What is looked for where only letters and digits are looked at. */
  private final Map<String, List<Needle>> letters = new LinkedHashMap<>();

  private final Pieces anyPiece = new Pieces();
  private final Pieces anyPieceOfLetters = new Pieces();

  /** Frames of stack traces that hold none: nearly all of a text is frames it has had before. */
  private final Set<String> frames = new HashSet<>();

  /**
   * A form of a secret: half of it in a row is enough to be found.
   *
   * @param pieces one of which is in every half: most texts hold none, and need no closer look
   */
  private record Needle(List<String> pieces, List<String> halves) {
    static Needle of(String form) {
      int length = Math.max(Math.min(form.length(), 8), form.length() / 2);
      int piece = Math.max(1, length / 2);
      return new Needle(parts(form, piece, piece), parts(form, length, 1));
    }

    static Needle ofWhole(String form) {
      return new Needle(List.of(form), List.of(form));
    }

    private static List<String> parts(String form, int length, int step) {
      List<String> parts = new ArrayList<>();
      for (int i = 0; i + length <= form.length(); i += step) {
        parts.add(form.substring(i, i + length));
      }
      return parts;
    }

    boolean isIn(String text) {
      return pieces.stream().anyMatch(text::contains) && halves.stream().anyMatch(text::contains);
    }
  }

  /** Watches for a credential: of half of it, whatever its form. */
  Canaries add(String name, String secret) {
    List<String> forms = new ArrayList<>(List.of(plain(secret)));
    for (String prefix : List.of("", "x", "xx")) {
      String encoded = Base64.getEncoder().encodeToString((prefix + secret).getBytes(UTF_8));
      // Without the ends, which depend on what stands before and after.
      forms.add(encoded.substring(4, encoded.length() - 4).toLowerCase(Locale.ROOT));
    }
    needles.put(name, forms.stream().map(Needle::of).toList());
    List<Needle> ofLetters = new ArrayList<>();
    forms.stream().map(Canaries::letters).map(Needle::of).forEach(ofLetters::add);
    ofLetters.add(Needle.of(HexFormat.of().formatHex(secret.getBytes(UTF_8))));
    letters.put(name, ofLetters);
    needles.get(name).forEach(needle -> needle.pieces().forEach(anyPiece::add));
    ofLetters.forEach(needle -> needle.pieces().forEach(anyPieceOfLetters::add));
    frames.clear();
    return this;
  }

  /** Watches for something short, such as a name: of the whole of it. */
  Canaries addWhole(String name, String text) {
    needles.put(name, List.of(Needle.ofWhole(plain(text))));
    anyPiece.add(plain(text));
    frames.clear();
    return this;
  }

  /** Returns the name of a canary that can be read out of {@code text}, if there is one. */
  Optional<String> in(String text) {
    List<String> lines = text.lines().filter(line -> !frames.contains(line)).toList();
    Optional<String> found = read(String.join("\n", lines));
    if (found.isEmpty()) {
      lines.stream().filter(line -> line.startsWith("\tat ")).forEach(frames::add);
    }
    return found;
  }

  private Optional<String> read(String text) {
    String decoded = decoded(text);
    String asItIs = plain(text);
    List<String> plain =
        List.of(asItIs, plain(decoded), asItIs.replace('-', '+').replace('_', '/'));
    Optional<String> whole =
        plain.stream().anyMatch(anyPiece::isIn) ? in(plain, needles) : Optional.empty();
    if (whole.isPresent()) {
      return whole;
    }
    String unmarked = MARK.matcher(decoded).replaceAll(" ");
    List<String> bare = List.of(letters(text), letters(decoded), letters(unmarked));
    return bare.stream().anyMatch(anyPieceOfLetters::isIn) ? in(bare, letters) : Optional.empty();
  }

  private static Optional<String> in(List<String> readings, Map<String, List<Needle>> needles) {
    return needles.entrySet().stream()
        .filter(e -> e.getValue().stream().anyMatch(n -> readings.stream().anyMatch(n::isIn)))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Letters and digits alone, the wide forms as the usual ones. */
  private static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      char narrow = c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c;
      if (Character.isLetterOrDigit(narrow)) {
        letters.append(Character.toLowerCase(narrow));
      }
    }
    return letters.toString();
  }

  /** Without spaces, and without what is not seen at all. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      if (Character.isSurrogate(c)) {
        return UNSEEN.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
      }
      boolean unseen =
          c < 0x7f
              ? c <= ' '
              : Character.getType(c) == Character.CONTROL
                  || Character.getType(c) == Character.FORMAT;
      if (!unseen) {
        plain.append(c);
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }

  /** What is left of an encoded text when everything but its characters' numbers is gone. */
  private static String decoded(String text) {
    String unescaped = text;
    for (int i = 0; i < 2; i++) {
      unescaped =
          HEX_NUMBER.matcher(unescaped).replaceAll(number -> character(number.group(1), 16));
    }
    return NUMBER.matcher(unescaped).replaceAll(number -> character(number.group(1), 10));
  }

  private static String character(String number, int radix) {
    return Matcher.quoteReplacement(Character.toString(Integer.parseInt(number, radix)));
  }
}
