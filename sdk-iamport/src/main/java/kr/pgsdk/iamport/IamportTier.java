package kr.pgsdk.iamport;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The code of a sub-merchant, sent as header {@code Tier} with every request on its behalf.
 *
 * @param code exactly three of {@code A-Z 0-9} (agency-and-tier)
 */
public record IamportTier(String code) {
  private static final Pattern CODE = Pattern.compile("[A-Z0-9]{3}");

  /** Refuses any other form. */
  public IamportTier {
    Objects.requireNonNull(code, "code");
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "a tier code must be exactly three capital letters or digits, such as XYZ");
    }
  }

  /**
   * Returns the tier with this code.
   *
   * @throws IllegalArgumentException if it isn't exactly three of {@code A-Z 0-9}
   */
  public static IamportTier of(String code) {
    return new IamportTier(code);
  }

  @Override
  public String toString() {
    return code;
  }
}
