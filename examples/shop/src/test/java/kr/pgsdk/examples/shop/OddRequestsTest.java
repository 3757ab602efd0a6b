package kr.pgsdk.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Requests that no page sends: odd methods, bodies that are no form or too large, clients that take
 * no page. Each ends in a plain page with a 4xx, and none fills the log.
 */
@Tag("slow")
@ShopTest
@ExtendWith(OutputCaptureExtension.class)
class OddRequestsTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String HUGE = "a=" + "9".repeat(30_000);
  private static final String MANY =
      String.join("&", IntStream.range(0, 200).mapToObj(i -> "f" + i + "=1").toList());

  /** What Tomcat and the connection pool say where processor time is short. */
  private static final String BUSY_MACHINE =
      ".*(Creation of SecureRandom instance|Thread starvation or clock leap).*";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  private Visitor visitor;
  private String order;
  private Map<String, Object> before;

  @BeforeEach
  void oneOrder_ofAVisitorWhoMayAlsoBeTheOperator() throws Exception {
    visitor = new Visitor(port);
    HttpResponse<String> made =
        visitor.post("/points", "amount", "10000", "account", "toss", "method", "CARD");
    order = made.headers().firstValue("Location").orElseThrow().replaceAll(".*/orders/|/pay", "");
    visitor.post("/operator/login", "username", "operator", "password", ShopTest.PASSWORD);
    before = Answers.state(jdbc);
  }

  @AfterEach
  void nothingIsDelivered_andTheLogIsQuiet(CapturedOutput output) {
    assertThat(Answers.state(jdbc)).isEqualTo(before);
    assertThat(output.getAll().lines())
        .filteredOn(line -> line.matches(".*(WARN|ERROR|SEVERE|Exception).*"))
        .allMatch(line -> line.contains("H2 in memory") || line.matches(BUSY_MACHINE));
  }

  private Stream<DynamicTest> each(Stream<Endpoint> endpoints, Attempt attempt) {
    return endpoints.map(
        endpoint ->
            DynamicTest.dynamicTest(
                endpoint.toString(),
                () -> {
                  String path = endpoint.filled(endpoint.isOfGateways() ? "toss" : order);
                  attempt.at(path, endpoint);
                }));
  }

  /** What is tried at one endpoint. */
  private interface Attempt {
    void at(String path, Endpoint endpoint) throws Exception;
  }

  @TestFactory
  Stream<DynamicTest> eachPath_ofAMethodThatNoPageHas() {
    return each(
        Endpoint.all(mappings).stream(),
        (path, endpoint) -> {
          for (String method : List.of("PUT", "PATCH", "DELETE", "TRACE", "PROPFIND")) {
            HttpResponse<String> answer =
                visitor.odd(method, path, BodyPublishers.ofString(HUGE), "Content-Type", FORM);
            Answers.plain(answer, method + " " + path);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> eachForm_thatIsTooLarge() {
    return each(
        Endpoint.all(mappings).stream().filter(Endpoint::isPost),
        (path, endpoint) -> {
          byte[] huge = HUGE.getBytes(StandardCharsets.UTF_8);
          for (BodyPublisher body :
              List.of(
                  BodyPublishers.ofByteArray(huge),
                  BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(huge)), // in chunks
                  BodyPublishers.ofString(MANY))) {
            HttpResponse<String> answer = visitor.odd("POST", path, body, "Content-Type", FORM);
            assertThat(answer.statusCode()).as(path).isBetween(400, 499);
            Answers.harmless(answer, path);
            if (!endpoint.isOfGateways()) {
              Answers.plain(answer, path);
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> eachFormWithFields_ofABodyThatIsNoForm() {
    return each(
        Endpoint.all(mappings).stream()
            .filter(endpoint -> endpoint.isPost() && !endpoint.parameters().isEmpty()),
        (path, endpoint) -> {
          for (String type :
              List.of(
                  "application/json",
                  "text/xml",
                  "multipart/form-data",
                  "multipart/form-data; boundary=x",
                  "nonsense")) {
            BodyPublisher body = BodyPublishers.ofString(Endpoint.form(endpoint.goodFields()));
            Answers.plain(visitor.odd("POST", path, body, "Content-Type", type), path + type);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "image/png", "text/plain", "*/*;q=0", "x", "a/b;q=z"})
  void clientThatTakesNoPage_getsThePlainOneAllTheSame(String accept) throws Exception {
    for (String path : List.of("/nothing", "/orders/nothing", "/static/nothing", "/error", "//")) {
      HttpResponse<String> answer =
          visitor.odd("GET", path, BodyPublishers.noBody(), "Accept", accept);
      Answers.plain(answer, path);
      assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    }
  }

  /** The gateway couldn't be told where to send the buyer back to. */
  @Test
  void requestWithoutItsHost_isRefused() throws Exception {
    assertThat(answer("GET / HTTP/1.1\r\nHost:")).startsWith("HTTP/1.1 400 ");
  }

  /** What no HTTP client sends, and Tomcat refuses before the shop sees it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /orders/% HTTP/1.1",
        "GET /static/..%2fapplication.properties HTTP/1.1",
        "GET /<script>alert(1)</script> HTTP/1.1",
        "POST /points HTTP/1.1\r\nContent-Length: -1",
        "POST /points HTTP/1.1\r\nContent-Length: 1\r\nExpect: nonsense"
      })
  void whatIsNoRequest_endsInAPlainPageToo(String head) throws Exception {
    assertThat(answer(head + "\r\nHost: localhost"))
        .startsWith("HTTP/1.1 4")
        .contains("<h1>처리하지 못했습니다", "That didn't work")
        .doesNotContain("<script>alert(", "Tomcat", "HTTP Status");
  }

  private String answer(String head) throws IOException {
    try (Socket socket = new Socket("localhost", port);
        OutputStream out = socket.getOutputStream()) {
      out.write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
