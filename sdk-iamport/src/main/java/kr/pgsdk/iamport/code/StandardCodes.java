package kr.pgsdk.iamport.code;

import java.util.regex.Pattern;

/** The form of a standard code. */
final class StandardCodes {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]{1,20}");

  private StandardCodes() {}

  static String checked(String code) {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "a standard code must be 1 to 20 letters and digits, such as 088");
    }
    return code;
  }
}
