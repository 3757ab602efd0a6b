package kr.pgsdk.core.internal.text;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One search through a text for all that must not be seen in it. Its work is bounded: if that isn't
 * enough, all of the text counts as found.
 */
final class Search {
  /** Far more than any answer of a gateway takes, and a fraction of a second. */
  static final long MAX_STEPS = 100_000_000;

  private final String text;
  private @Nullable Reading whole;
  private @Nullable List<Reading> letters;
  private final BitSet found = new BitSet();
  private long steps;

  /**
   * Begins a search.
   *
   * @param steps how many have been made in the same text before
   */
  Search(String text, long steps) {
    this.text = text;
    this.steps = steps;
  }

  /** The text with all but its gaps. */
  Reading whole() {
    Reading reading = whole != null ? whole : Reading.of(text);
    whole = reading;
    return reading;
  }

  /** The text's letters and digits, in each way it can be read. */
  List<Reading> letters() {
    List<Reading> readings = letters != null ? letters : Reading.allLettersOf(text);
    letters = readings;
    return readings;
  }

  /** Marks where {@code length} characters of {@code form} in a row can be read. */
  void mark(Reading reading, String form, int length) {
    if (isOver() || reading.isMarked(found) || !reading.mayHold(form, length)) {
      return;
    }
    steps += (long) form.length() * reading.text().length();
    if (!isOver()) {
      reading.mark(form, length, found);
    }
  }

  private boolean isOver() {
    return steps > MAX_STEPS;
  }

  /** How many comparisons were made, those before included. */
  long steps() {
    return steps;
  }

  /** What must not be seen of the text. */
  BitSet found() {
    if (isOver()) {
      found.set(0, text.length());
    }
    return found;
  }
}
