package kr.pgsdk.examples.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lines for people: sentences, values behind aligned labels, commands to copy. */
final class Page {
  /** The meaning of a line, shown as a colour. */
  enum Tone {
    GOOD("32"),
    WAITING("33"),
    BAD("31"),
    QUIET("2"),
    STRONG("1");

    private final String ansi;

    Tone(String ansi) {
      this.ansi = ansi;
    }
  }

  private static final int LABEL_WIDTH = 17;

  /** Characters that control a terminal, or change the order in which text is shown. */
  static final Pattern UNPRINTABLE =
      Pattern.compile(
          "[\\p{gc=Cc}\\u061c\\u200e\\u200f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");

  private final boolean colour;
  private final List<String> lines = new ArrayList<>();

  Page(boolean colour) {
    this.colour = colour;
  }

  /** A line in a colour. */
  Page line(Tone tone, String text) {
    lines.add(paint(tone, clean(text)));
    return this;
  }

  /** A value behind its label; nothing at all if the value is empty. */
  Page value(String label, String text) {
    if (!text.isEmpty()) {
      lines.add("  " + paint(Tone.QUIET, padded(label)) + clean(text));
    }
    return this;
  }

  /** A sentence. */
  Page text(String sentence) {
    lines.add(clean(sentence));
    return this;
  }

  /** A line to copy into a shell. */
  Page command(String command) {
    lines.add("  " + paint(Tone.STRONG, clean(command)));
    return this;
  }

  /** What to do next; an indented line is a command. */
  Page advice(List<String> advice) {
    for (String line : advice) {
      if (line.startsWith(Advice.COMMAND_INDENT)) {
        command(line.strip());
      } else {
        text(line);
      }
    }
    return this;
  }

  /** An empty line. */
  Page gap() {
    lines.add("");
    return this;
  }

  private String paint(Tone tone, String text) {
    return colour ? "\u001b[" + tone.ansi + "m" + text + "\u001b[0m" : text;
  }

  /** Prints the lines, and removes them. */
  void flush(PrintStream to) {
    lines.forEach(line -> to.print(line + "\n"));
    lines.clear();
    to.flush();
  }

  /**
   * Texts come from gateways and buyers. An escape sequence in one must not reach the terminal, nor
   * a character that changes the order in which a line is shown.
   */
  private static String clean(String text) {
    return UNPRINTABLE.matcher(text).replaceAll(" ");
  }

  private static String padded(String label) {
    return label + " ".repeat(Math.max(1, LABEL_WIDTH - label.length()));
  }
}
