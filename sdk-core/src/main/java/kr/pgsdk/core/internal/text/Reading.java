package kr.pgsdk.core.internal.text;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as somebody reads it who looks for a secret in it: escapes decoded, in small letters, and
 * without what may stand between its characters. Each character knows where it came from.
 */
final class Reading {
  /** What an encoder leaves: a percent escape, a JSON escape, an HTML entity by number. */
  private static final String ESCAPES =
      "%([0-9a-fA-F]{2})|\\\\u([0-9a-fA-F]{4})|&#[xX]0*([0-9a-fA-F]{1,4});?|&#0*([0-9]{1,5});?"
          + "|&(?=amp;)amp;|\\\\(?=[^u])";

  private static final Pattern ESCAPE = Pattern.compile(ESCAPES);

  /** What separates though it is written with letters: an escaped line break, markup, 0x. */
  private static final Pattern ESCAPE_OR_MARKUP =
      Pattern.compile(
          "\\\\x([0-9a-fA-F]{2})|"
              + ESCAPES.replace("|\\\\(?=[^u])", "")
              + "|\\\\[nrtbf]|<[^<>]{0,40}>|&(?!amp;)[A-Za-z]{2,8};|0[xX](?=[0-9a-fA-F]{2})"
              + "|\\\\(?=[^u])");

  /** Twice encoded is seen in the wild, by a proxy that logs what it was redirected with. */
  private static final int MAX_ROUNDS = 3;

  /** So many characters together are looked up at once before anything is searched for. */
  private static final int GRAM = 4;

  private final String text;
  private final int[] starts;
  private final int[] ends;
  private final BitSet grams;

  private Reading(String text, int[] starts, int[] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
    this.grams = new BitSet();
  }

  /** With all but gaps: a secret may consist of other characters than letters and digits. */
  static Reading of(String text) {
    return decoded(text, ESCAPE).kept(false);
  }

  /** Letters and digits alone, whatever stands between them. */
  static Reading lettersOf(String text) {
    return decoded(text, ESCAPE).kept(true);
  }

  /** All readings of a text in which only letters and digits count. */
  static List<Reading> allLettersOf(String text) {
    Reading letters = lettersOf(text);
    Reading unmarked = decoded(text, ESCAPE_OR_MARKUP).kept(true);
    return unmarked.text.equals(letters.text) ? List.of(letters) : List.of(letters, unmarked);
  }

  private static Reading decoded(String text, Pattern escapes) {
    int[] starts = new int[text.length()];
    int[] ends = new int[text.length()];
    for (int i = 0; i < text.length(); i++) {
      starts[i] = i;
      ends[i] = i + 1;
    }
    Reading reading = new Reading(text, starts, ends);
    for (int round = 0; round < MAX_ROUNDS; round++) {
      Matcher escape = escapes.matcher(reading.text);
      if (!escape.find()) {
        break;
      }
      reading = reading.decoded(escape.reset());
    }
    return reading;
  }

  private Reading decoded(Matcher escape) {
    Writer out = new Writer(this);
    int next = 0;
    while (escape.find()) {
      out.copy(next, escape.start());
      out.add(character(escape), escape.start(), escape.end());
      next = escape.end();
    }
    out.copy(next, text.length());
    return out.done();
  }

  /** Returns what an escape stands for; a gap if for nothing. */
  private static char character(Matcher escape) {
    for (int group = 1; group <= escape.groupCount(); group++) {
      if (escape.group(group) != null) {
        boolean decimal = group == escape.groupCount();
        return (char) Integer.parseInt(escape.group(group), decimal ? 10 : 16);
      }
    }
    return escape.group().equals("&amp;") ? '&' : ' ';
  }

  private Reading kept(boolean lettersAlone) {
    Writer out = new Writer(this);
    for (int i = 0; i < text.length(); i++) {
      char c = plain(text.charAt(i));
      if (lettersAlone ? Character.isLetterOrDigit(c) : !isGap(c)) {
        out.add(c, i, i + 1);
      }
    }
    return out.done();
  }

  private static boolean isGap(char c) {
    int type = Character.getType(c);
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || type == Character.CONTROL
        || type == Character.FORMAT;
  }

  /** What is written otherwise and read the same; both sides are read so. */
  private static char plain(char c) {
    char ascii = c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c; // the wide forms
    // As base64 has it for addresses.
    return ascii == '-' ? '+' : ascii == '_' ? '/' : Character.toLowerCase(ascii);
  }

  String text() {
    return text;
  }

  /** Whether {@code length} characters of {@code form} in a row may stand here. */
  boolean mayHold(String form, int length) {
    if (length > text.length() || length > form.length()) {
      return false;
    }
    if (length < GRAM) {
      return true;
    }
    if (grams.isEmpty()) {
      for (int i = 0; i + GRAM <= text.length(); i++) {
        grams.set(gram(text, i));
      }
    }
    int run = 0;
    for (int i = 0; i + GRAM <= form.length() && run <= length - GRAM; i++) {
      run = grams.get(gram(form, i)) ? run + 1 : 0;
    }
    return run > length - GRAM;
  }

  private static int gram(String text, int at) {
    int hash = 0;
    for (int i = at; i < at + GRAM; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return hash & 0xffff;
  }

  /**
   * Marks where {@code length} characters of {@code form} in a row, or more, came from. Takes
   * {@code form.length()} times {@code text().length()} steps, whatever stands in them.
   */
  void mark(String form, int length, BitSet found) {
    int[] runs = new int[text.length() + 1];
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      for (int end = text.length(); end > 0; end--) {
        int run = text.charAt(end - 1) == c ? runs[end - 1] + 1 : 0;
        runs[end] = run;
        if (run >= length) {
          found.set(starts[end - length], ends[end - 1]);
        }
      }
    }
  }

  /** Whether nothing of it is left to mark. */
  boolean isMarked(BitSet found) {
    return text.isEmpty() || found.nextClearBit(starts[0]) >= ends[text.length() - 1];
  }

  /** Writes a reading of a reading: what came from where is handed down. */
  private static final class Writer {
    private final Reading from;
    private final StringBuilder text = new StringBuilder();
    private final int[] starts;
    private final int[] ends;

    Writer(Reading from) {
      this.from = from;
      this.starts = new int[from.text.length()];
      this.ends = new int[from.text.length()];
    }

    void add(char c, int start, int end) {
      starts[text.length()] = from.starts[start];
      ends[text.length()] = from.ends[end - 1];
      text.append(c);
    }

    void copy(int start, int end) {
      for (int i = start; i < end; i++) {
        add(from.text.charAt(i), i, i + 1);
      }
    }

    Reading done() {
      return new Reading(text.toString(), starts, ends);
    }
  }
}
