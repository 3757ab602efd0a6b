package kr.pgsdk.core.internal.text;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The letters and digits of a text, without separators: secrets are searched for in them. */
final class SearchableText {
  /** What an encoder leaves: percent and JSON escapes, HTML entities by number. */
  private static final Pattern ESCAPE =
      Pattern.compile(
          "(?i)(?:%|\\\\x)([0-9a-f]{2})|(?:\\\\u|&#x0*)([0-9a-f]{1,4});?|&#0*([0-9]{1,5});?");

  /** What separates though it is written with letters: an escaped line break, markup, 0x. */
  private static final Pattern MARKUP =
      Pattern.compile("(?i)\\\\[nrtbf]|<[^<>]{0,40}>|&[a-z]{2,8};|0x(?=[0-9a-f]{2})");

  /** Twice encoded is seen in the wild, by a proxy that logs what it was redirected with. */
  private static final int MAX_ROUNDS = 3;

  private SearchableText() {}

  /** All ways in which a text can be read: as it is, decoded, and without markup. */
  static List<String> allOf(String text) {
    String decoded = text;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      decoded = ESCAPE.matcher(decoded.replace("&amp;", "&")).replaceAll(SearchableText::character);
    }
    String unmarked = MARKUP.matcher(decoded).replaceAll(" ");
    return Stream.of(text, decoded, unmarked).map(SearchableText::letters).distinct().toList();
  }

  private static String character(MatchResult escape) {
    boolean decimal = escape.group(3) != null;
    String number = decimal ? escape.group(3) : escape.group(escape.group(1) != null ? 1 : 2);
    char character = (char) Integer.parseInt(number, decimal ? 10 : 16);
    return Matcher.quoteReplacement(String.valueOf(character));
  }

  /** Letters and digits alone, in small letters and narrow forms. */
  static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char narrow = c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c;
      if (Character.isLetterOrDigit(narrow)) {
        letters.append(Character.toLowerCase(narrow));
      }
    }
    return letters.toString();
  }
}
