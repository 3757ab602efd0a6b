package kr.pgsdk.examples.shop.pages;

import kr.pgsdk.examples.shop.orders.Problem;
import org.jspecify.annotations.Nullable;

/** Reads what was typed, strictly. */
public final class Input {
  private Input() {}

  /**
   * Returns one line of text without blanks at its edges.
   *
   * @throws kr.pgsdk.examples.shop.orders.ProblemException if it is missing, too long, or has
   *     control characters
   */
  public static String line(@Nullable String text, int longest) {
    String line = text == null ? "" : text.strip();
    boolean control = line.codePoints().anyMatch(Input::isNoText);
    if (line.isEmpty() || line.codePointCount(0, line.length()) > longest || control) {
      throw Problem.BAD_INPUT.toException();
    }
    return line;
  }

  /** Returns a constant by its name. */
  public static <E extends Enum<E>> E word(Class<E> type, @Nullable String text) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    throw Problem.BAD_INPUT.toException();
  }

  private static boolean isNoText(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
