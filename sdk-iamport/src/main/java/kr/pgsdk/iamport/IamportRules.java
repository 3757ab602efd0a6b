package kr.pgsdk.iamport;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.internal.http.KnownHosts;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.core.internal.text.Texts;

/** What Iamport demands of a request, checked before anything is sent. */
final class IamportRules {
  private static final KnownHosts HOSTS =
      new KnownHosts(
          List.of("api.iamport.kr", "static-api.iamport.kr"),
          Map.of(
              "iamport.kr", "names a page or a script of Iamport",
              "iamport.co", "is that of payment links, which are no part of the API",
              "portone.io", "is PortOne V2's, which has other payments and keys than V1",
              "tosspayments.com", "is Toss's, and this is a gateway for Iamport"));

  // What the paths of v1.openapi.json begin with, and what follows users and payments.
  private static final String ENDS_IN_THE_API =
      ".*/(?:users|getToken|payments|prepare|find|findAll|cancel|status|balance|subscribe|vbanks"
          + "|escrows|receipts|certifications|cards|banks|tiers|kcpquick|naver|cvs|benepia"
          + "|partners|payco|paymentwall)/*";

  private static final int MAX_NAME_LENGTH = 40; // IMP.request_pay, name (payrq)

  private IamportRules() {}

  /** No endpoint of Iamport's takes anything else. */
  static void body(String json) {
    try {
      Json.object(json.getBytes(StandardCharsets.UTF_8));
    } catch (JsonProblem e) {
      throw new IllegalArgumentException("body must be a JSON object: " + e.getMessage(), e);
    }
  }

  static void orderName(String name) {
    Texts.atMost(name, "order name (name)", MAX_NAME_LENGTH);
  }

  /**
   * Refuses one of another gateway, and one that ends in a path of the API: below it every path is
   * a 404.
   *
   * @throws IllegalArgumentException if it does
   */
  static void baseUrl(HttpOptions http) {
    HOSTS.check(http);
    URI url = http.baseUrl().orElse(null);
    if (url != null && url.getRawPath().matches(ENDS_IN_THE_API)) {
      throw new IllegalArgumentException(
          "base URL must not end in a path of the API such as /payments or /users/getToken: leave it"
              + " off");
    }
  }
}
