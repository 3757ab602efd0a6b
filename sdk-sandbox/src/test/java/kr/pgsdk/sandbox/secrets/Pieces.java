package kr.pgsdk.sandbox.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Texts of which any is looked for in one walk: there are dozens, and what is read is long. */
final class Pieces {
  /** How much of a piece is looked up before it is compared. */
  private static final int BEGINNING = 4;

  private static final int SLOTS = 1 << 14;

  private final List<String> shorter = new ArrayList<>();

  @SuppressWarnings({"unchecked", "rawtypes"})
  private final List<String>[] byBeginning = new List[SLOTS];

  void add(String piece) {
    if (piece.length() < BEGINNING) {
      shorter.add(piece);
      return;
    }
    int slot = slot(piece.toCharArray(), 0);
    if (byBeginning[slot] == null) {
      byBeginning[slot] = new ArrayList<>();
    }
    byBeginning[slot].add(piece);
  }

  /** Whether one of them is in {@code text}. */
  boolean isIn(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i + BEGINNING <= chars.length; i++) {
      List<String> pieces = byBeginning[slot(chars, i)];
      if (pieces != null && pieces.stream().anyMatch(startingAt(text, i))) {
        return true;
      }
    }
    return shorter.stream().anyMatch(text::contains);
  }

  private static Predicate<String> startingAt(String text, int at) {
    return piece -> text.startsWith(piece, at);
  }

  private static int slot(char[] text, int at) {
    int hash = ((text[at] * 31 + text[at + 1]) * 31 + text[at + 2]) * 31 + text[at + 3];
    return (hash ^ (hash >>> 14)) & (SLOTS - 1);
  }
}
