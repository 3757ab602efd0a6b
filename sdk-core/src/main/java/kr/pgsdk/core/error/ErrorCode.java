package kr.pgsdk.core.error;

import java.util.regex.Pattern;
import kr.pgsdk.core.OpenEnum;

/**
 * A gateway's code for an error. A gateway may also send a text that isn't in its list of codes.
 */
public abstract class ErrorCode extends OpenEnum {
  // What a proxy calls a code mostly looks otherwise.
  private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{0,99}");

  private final boolean known;

  /**
   * Takes a code as the gateway writes it.
   *
   * @param known whether it is one of the constants
   * @throws IllegalArgumentException if it is empty or blank
   */
  protected ErrorCode(String text, boolean known) {
    super(text);
    this.known = known;
  }

  /** Whether a text looks like all codes that the gateways list. */
  public static boolean isWellFormed(String text) {
    return FORM.matcher(text).matches();
  }

  /** Whether it is one of the constants. */
  public final boolean isKnown() {
    return known;
  }

  /** Whether the same call may succeed later; the HTTP status decides for new codes. */
  public abstract boolean isRetryable(int httpStatus);

  /** Shows the code, or a question mark if the text can't be a code. */
  @Override
  public final String toString() {
    return isWellFormed(text()) ? text() : "?";
  }
}
