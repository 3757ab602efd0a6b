package kr.pgsdk.core.error;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A gateway's word for an error. Each subclass has a constant for each documented one, and takes
 * any other text as well, since gateways add codes without notice. Compare with {@code equals}.
 * Immutable.
 */
public abstract class ErrorCode {
  // What a proxy calls a code mostly looks otherwise.
  private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{0,99}");

  private final String text;
  private final boolean known;

  /**
   * Takes a code as the gateway writes it.
   *
   * @param known whether it is one of the constants
   */
  protected ErrorCode(String text, boolean known) {
    this.text = Objects.requireNonNull(text, "text");
    this.known = known;
  }

  /** Whether a text looks like all codes that the gateways list. */
  public static boolean isWellFormed(String text) {
    return FORM.matcher(text).matches();
  }

  /** The code as the gateway wrote it. */
  public final String text() {
    return text;
  }

  /** Whether it is one of the constants. */
  public final boolean isKnown() {
    return known;
  }

  /** Whether the same call may succeed later; the HTTP status decides for new codes. */
  public abstract boolean isRetryable(int httpStatus);

  @Override
  public final boolean equals(Object other) {
    return other instanceof ErrorCode that
        && that.getClass() == getClass()
        && that.text.equals(text);
  }

  @Override
  public final int hashCode() {
    return text.hashCode();
  }

  /** Shows a code; of a text that can be none, a question mark. */
  @Override
  public final String toString() {
    return isWellFormed(text) ? text : "?";
  }
}
