package kr.pgsdk.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be seen of a request to an endpoint that the SDK doesn't know. */
class CustomPathTest {
  @ParameterizedTest
  @CsvSource({
    "/v1/billing/Zq0-kEy_of.buyer, /v1/billing/*",
    "/v1/billing/authorizations/issue, /v1/billing/authorizations/*",
    "/subscribe/customers/minsu/payments, /subscribe/customers/*/*",
    "/payments/imp_1/balance?key=secret, /payments/*/balance",
    "/v1/settlements?startDate=2026-01-01, /v1/settlements",
    "/, /*",
    "/v12/%ED%99%8D, /v12/*"
  })
  void pathIsShown_withoutIdsAndQuery(String path, String shown) {
    HttpRequest request = CustomRequest.of("POST", path, null).build();

    assertThat(request).hasToString("POST " + shown);
    assertThat(request.callName()).isEqualTo("POST " + shown);
    assertThat(request.target().rawPath()).isEqualTo(path);
  }

  @Test
  void whatItCarries_isHiddenInMessages() {
    HttpRequest request =
        CustomRequest.of(
                "POST",
                "/v1/billing/key-1?token=t-1&plain",
                "{\"card\":{\"number\":\"4330\"},\"list\":[12,\"Kim\"],\"yes\":true}")
            .build();

    assertThat(request.hidden())
        .contains("key-1", "t-1", "4330", "12", "Kim")
        .doesNotContain("card");
  }
}
