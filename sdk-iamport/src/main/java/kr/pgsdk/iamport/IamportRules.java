package kr.pgsdk.iamport;

import java.net.URI;
import java.util.regex.Pattern;
import kr.pgsdk.core.http.HttpOptions;

/** What Iamport's base URL must not be. */
final class IamportRules {
  // What the paths of v1.openapi.json begin with, and what follows users and payments.
  private static final Pattern ENDS_IN_THE_API =
      Pattern.compile(
          ".*/(?:users|getToken|payments|prepare|find|findAll|cancel|status|balance|subscribe|vbanks"
              + "|escrows|receipts|certifications|cards|banks|tiers|kcpquick|naver|cvs|benepia"
              + "|partners|payco|paymentwall)/*");

  private IamportRules() {}

  /**
   * Refuses one that ends in a path of the API: below it every path is a 404.
   *
   * @throws IllegalArgumentException if it does
   */
  static void check(HttpOptions http) {
    String path = http.baseUrl().map(URI::getRawPath).orElse("");
    if (ENDS_IN_THE_API.matcher(path).matches()) {
      throw new IllegalArgumentException(
          "base URL must not end in a path of the API such as /payments or /users/getToken: leave it"
              + " off");
    }
  }
}
