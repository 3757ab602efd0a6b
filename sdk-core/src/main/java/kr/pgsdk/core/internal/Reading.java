package kr.pgsdk.core.internal;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as somebody reads it who looks for a secret in it: percent, JSON and HTML escapes decoded,
 * without gaps, in small letters. Each character knows where it came from.
 */
final class Reading {
  /** What an encoder leaves: a percent escape, a JSON escape, an HTML entity by number. */
  private static final Pattern ESCAPE =
      Pattern.compile(
          "%([0-9a-fA-F]{2})|\\\\u([0-9a-fA-F]{4})|&#[xX]0*([0-9a-fA-F]{1,4});?|&#0*([0-9]{1,5});?"
              + "|\\\\(?=[^u])|&(?=amp;)amp;");

  /** Twice encoded is seen in the wild, by a proxy that logs what it was redirected with. */
  private static final int MAX_ROUNDS = 3;

  private final String text;
  private final int[] starts;
  private final int[] ends;

  private Reading(String text, int[] starts, int[] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  static Reading of(String text) {
    int[] starts = new int[text.length()];
    int[] ends = new int[text.length()];
    for (int i = 0; i < text.length(); i++) {
      starts[i] = i;
      ends[i] = i + 1;
    }
    Reading reading = new Reading(text, starts, ends);
    for (int round = 0; round < MAX_ROUNDS; round++) {
      Matcher escape = ESCAPE.matcher(reading.text);
      if (!escape.find()) {
        break;
      }
      reading = reading.decoded(escape.reset());
    }
    return reading.withoutGaps();
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
    for (int group = 1; group <= 3; group++) {
      if (escape.group(group) != null) {
        return (char) Integer.parseInt(escape.group(group), 16);
      }
    }
    if (escape.group(4) != null) {
      return (char) Integer.parseInt(escape.group(4));
    }
    return escape.group().equals("\\") ? ' ' : '&';
  }

  private Reading withoutGaps() {
    Writer out = new Writer(this);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int type = Character.getType(c);
      boolean gap =
          Character.isWhitespace(c)
              || Character.isSpaceChar(c)
              || type == Character.CONTROL
              || type == Character.FORMAT;
      if (!gap) {
        // As base64 has it for addresses; both sides are read so, and no secret gets lost by it.
        char plain = c == '-' ? '+' : c == '_' ? '/' : Character.toLowerCase(c);
        out.add(plain, i, i + 1);
      }
    }
    return out.done();
  }

  String text() {
    return text;
  }

  /** Marks where {@code needle} came from, wherever it stands. */
  void mark(String needle, BitSet found) {
    for (int at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
      found.set(starts[at], ends[at + needle.length() - 1]);
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
