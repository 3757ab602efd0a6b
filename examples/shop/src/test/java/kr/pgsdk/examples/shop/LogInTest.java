package kr.pgsdk.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The operator's log-in, where passwords are guessed. Each test comes from addresses of its own.
 */
@ShopTest
class LogInTest {
  private static final String WRONG = "username=operator&password=guessed";
  private static final String RIGHT = "username=operator&password=" + ShopTest.PASSWORD;

  @LocalServerPort int port;

  private HttpResponse<String> logIn(Visitor visitor, String address, String form)
      throws Exception {
    return visitor.odd(
        "POST",
        "/operator/login",
        BodyPublishers.ofString(form),
        "Content-Type",
        "application/x-www-form-urlencoded",
        "X-Forwarded-For",
        address);
  }

  private static String page(Visitor visitor, String path, String address) throws Exception {
    return visitor.odd("GET", path, BodyPublishers.noBody(), "X-Forwarded-For", address).body();
  }

  private static void isIn(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/operator");
  }

  private static void isBack(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).contains("/operator/login");
  }

  @Test
  void afterFiveWrongPasswords_thePageSaysHowLongToWait_andTheRightOneWaitsToo() throws Exception {
    Visitor visitor = new Visitor(port);
    for (int i = 0; i < 4; i++) {
      isBack(logIn(visitor, "203.0.113.1", WRONG));
    }
    assertThat(page(visitor, "/operator/login?error", "203.0.113.1"))
        .contains("이름이나 비밀번호가 다릅니다.")
        .doesNotContain("id=\"wait\"");
    isBack(logIn(visitor, "203.0.113.1", WRONG));
    isBack(logIn(visitor, "203.0.113.1", RIGHT));
    assertThat(page(visitor, "/operator/login", "203.0.113.1")).containsPattern("\\d+초 뒤에");
    assertThat(page(visitor, "/operator/login?lang=en", "203.0.113.1"))
        .containsPattern("try again in \\d+ s:");
    assertThat(visitor.get("/operator").statusCode()).isEqualTo(302);

    isIn(logIn(new Visitor(port), "203.0.113.2", RIGHT)); // who guesses elsewhere locks nobody out
  }

  /** Its form goes to a filter, which the tests of all controllers don't see. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "username=operator",
        "password=for-the-tests",
        "username=&password=",
        "username=operator&username=operator&password=for-the-tests",
        "username=operator&password=for-the-tests&password=x",
        "username=operator%00&password=for-the-tests",
        "username=%3Cscript%3Ealert(1)%3C/script%3E&password=x"
      })
  void oddForm_letsNobodyIn(String form) throws Exception {
    Visitor visitor = new Visitor(port);
    String address = "2001:db8::" + Integer.toHexString(form.hashCode() & 0xffff);
    HttpResponse<String> answer = logIn(visitor, address, form);
    assertThat(answer.statusCode()).isIn(302, 400);
    Answers.harmless(answer, form);
    Answers.harmless(
        visitor.odd(
            "GET", "/operator/login?error", BodyPublishers.noBody(), "X-Forwarded-For", address),
        form);
    assertThat(visitor.get("/operator").statusCode()).isEqualTo(302);
  }

  @Test
  void hugePassword_letsNobodyIn() throws Exception {
    Visitor visitor = new Visitor(port);
    for (int length : new int[] {73, 5_000, 30_000}) {
      String form = "username=operator&password=" + ShopTest.PASSWORD + "9".repeat(length);
      HttpResponse<String> answer = logIn(visitor, "203.0.113.4", form);
      assertThat(answer.statusCode()).as("%s", length).isIn(302, 400);
      Answers.harmless(answer, "huge");
    }
    assertThat(visitor.get("/operator").statusCode()).isEqualTo(302);
  }

  @Test
  void rightPassword_beginsTheCountAnew() throws Exception {
    for (int round = 0; round < 2; round++) {
      Visitor visitor = new Visitor(port);
      for (int i = 0; i < 4; i++) {
        isBack(logIn(visitor, "203.0.113.3", WRONG));
      }
      isIn(logIn(visitor, "203.0.113.3", RIGHT));
    }
  }
}
