package kr.pgsdk.core.internal.text;

/** What fits into a header and into a log line whoever wrote it: ids, keys and tokens. */
public final class VisibleAscii {
  private VisibleAscii() {}

  /** Whether it is 1 to {@code maxLength} characters from {@code !} to {@code ~}: no space. */
  public static boolean is(String text, int maxLength) {
    if (text.isEmpty() || text.length() > maxLength) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c >= 0x7f) {
        return false;
      }
    }
    return true;
  }
}
