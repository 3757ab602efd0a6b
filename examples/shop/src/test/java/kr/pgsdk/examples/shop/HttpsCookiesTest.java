package kr.pgsdk.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A shop on https: its cookies go by https alone, and no other host of its domain sets them. */
@Tag("slow")
@ShopTest
@TestPropertySource(properties = "shop.https=true")
class HttpsCookiesTest {
  @LocalServerPort int port;

  @Test
  void everyCookieIsOfThisHostAndByHttpsAlone() throws Exception {
    Visitor visitor = new Visitor(port);
    for (String page : List.of("/", "/points?lang=en", "/operator/orders/1", "/operator/login")) {
      HttpResponse<String> answer = visitor.get(page);
      assertThat(answer.headers().allValues("Set-Cookie"))
          .as(page)
          .isNotEmpty()
          .allSatisfy(
              cookie ->
                  assertThat(cookie)
                      .startsWith("__Host-")
                      .contains("Secure", "Path=/", "HttpOnly", "SameSite=Lax")
                      .doesNotContain("Domain"));
    }
  }
}
