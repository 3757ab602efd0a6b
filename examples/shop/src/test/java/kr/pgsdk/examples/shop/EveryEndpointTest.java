package kr.pgsdk.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.pgsdk.examples.shop.Endpoint.Pair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint, as the controllers map them, with each of its parameters missing, doubled, huge
 * and full of script, and with another buyer's order: a plain page with a 4xx, nothing leaked and
 * nothing delivered. A new endpoint or parameter is tried too, once {@link Endpoint} has a good
 * value for it.
 */
@ShopTest
class EveryEndpointTest {
  private static final String HUGE = "9".repeat(4_000);
  private static final String SCRIPT = "<script>alert(1)</script>";
  private static final String NO_LINE = "a\u0000b\nc";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  private Visitor buyer;
  private Visitor operator;
  private String order;
  private Map<String, Object> before;

  @BeforeEach
  void oneOrder_ofABuyer() throws Exception {
    buyer = new Visitor(port);
    HttpResponse<String> made =
        buyer.post("/points", "amount", "10000", "account", "toss", "method", "CARD");
    order = made.headers().firstValue("Location").orElseThrow().replaceAll(".*/orders/|/pay", "");
    buyer.post("/cart", "product", "sejak", "quantity", "1");
    operator = new Visitor(port);
    operator.post("/operator/login", "username", "operator", "password", ShopTest.PASSWORD);
    before = Answers.state(jdbc);
  }

  private List<Endpoint> endpoints() {
    return Endpoint.all(mappings);
  }

  @Test
  void mappingsAreFound() {
    assertThat(endpoints())
        .extracting(Endpoint::toString)
        .contains("GET /", "POST /cart", "POST /orders/{id}/misplaced-deposit")
        .contains("POST /operator/attention/resolve", "POST /pg/webhooks/{merchant}")
        .hasSizeGreaterThan(25);
  }

  @TestFactory
  Stream<DynamicTest> eachParameter_missingDoubledHugeOrScript() {
    return endpoints().stream()
        .filter(endpoint -> !endpoint.isOfGateways())
        .flatMap(endpoint -> endpoint.parameters().stream().map(name -> wrong(endpoint, name)));
  }

  private DynamicTest wrong(Endpoint endpoint, Endpoint.Parameter parameter) {
    String name = parameter.name();
    return DynamicTest.dynamicTest(
        endpoint + " " + name,
        () -> {
          List<Pair> good = endpoint.goodFields();
          refuses(endpoint, plus(good, new Pair(name, Endpoint.good(name))), "doubled");
          if (parameter.required()) {
            refuses(endpoint, without(good, name), "missing");
          }
          for (String value : List.of(HUGE, SCRIPT, NO_LINE)) {
            if (parameter.isText() && value.equals(SCRIPT)) {
              continue;
            }
            List<Pair> fields = plus(without(good, name), new Pair(name, value));
            HttpResponse<String> answer = send(endpoint, fields, endpoint.knownId(order));
            Answers.harmless(answer, endpoint + " " + fields);
            if (endpoint.isPost()) {
              assertThat(answer.statusCode()).as("%s %s", endpoint, name).isBetween(400, 499);
            }
          }
          assertThat(Answers.state(jdbc)).isEqualTo(before);
        });
  }

  @TestFactory
  Stream<DynamicTest> eachPath_ofNothing_hugeOrScript() {
    return endpoints().stream()
        .filter(one -> one.hasPathVariable() && !one.isOfGateways())
        .map(
            endpoint ->
                DynamicTest.dynamicTest(
                    endpoint.toString(),
                    () -> {
                      for (String id : List.of("nothing", HUGE, "%3Cscript%3Ealert(1)", "%00")) {
                        HttpResponse<String> answer = send(endpoint, endpoint.goodFields(), id);
                        Answers.plain(answer, endpoint + " of " + id);
                      }
                      assertThat(Answers.state(jdbc)).isEqualTo(before);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> eachOrdersPage_ofAnotherBuyer() {
    return endpoints().stream()
        .filter(endpoint -> endpoint.path().startsWith("/orders/{id}"))
        .map(
            endpoint ->
                DynamicTest.dynamicTest(
                    endpoint.toString(),
                    () -> {
                      Visitor other = new Visitor(port);
                      HttpResponse<String> answer =
                          endpoint.send(other, endpoint.goodFields(), order);
                      assertThat(answer.statusCode()).isEqualTo(404);
                      Answers.plain(answer, endpoint.toString());
                      assertThat(Answers.state(jdbc)).isEqualTo(before);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> eachForm_ofAnotherSite() {
    return endpoints().stream()
        .filter(endpoint -> endpoint.isPost() && !endpoint.isOfGateways())
        .map(
            endpoint ->
                DynamicTest.dynamicTest(
                    endpoint.toString(),
                    () -> {
                      HttpResponse<String> answer =
                          visitor(endpoint)
                              .postWithout(
                                  endpoint.filled(order), Endpoint.form(endpoint.goodFields()));
                      assertThat(answer.statusCode()).isEqualTo(403);
                      Answers.plain(answer, endpoint.toString());
                      assertThat(Answers.state(jdbc)).isEqualTo(before);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> eachOperatorsPage_withoutLogIn() {
    return endpoints().stream()
        .filter(endpoint -> endpoint.isOperators() && !endpoint.path().endsWith("/login"))
        .map(
            endpoint ->
                DynamicTest.dynamicTest(
                    endpoint.toString(),
                    () -> {
                      HttpResponse<String> answer =
                          endpoint.send(new Visitor(port), endpoint.goodFields(), order);
                      assertThat(answer.statusCode()).isEqualTo(302);
                      assertThat(answer.headers().firstValue("Location").orElse(""))
                          .endsWith("/operator/login");
                      assertThat(Answers.state(jdbc)).isEqualTo(before);
                    }));
  }

  /** What no gateway sends: without fields, with odd ones, with a body that is none. */
  @TestFactory
  Stream<DynamicTest> eachGatewaysEndpoint_ofWhatNoneSends() {
    return endpoints().stream()
        .filter(Endpoint::isOfGateways)
        .map(
            endpoint ->
                DynamicTest.dynamicTest(
                    endpoint.toString(),
                    () -> {
                      for (String merchant :
                          List.of("toss", "iamport", "portone", "nobody", HUGE)) {
                        for (List<Pair> fields : Endpoint.oddReturns(order)) {
                          HttpResponse<String> answer = endpoint.send(buyer, fields, merchant);
                          assertThat(answer.statusCode()).as("%s", fields).isLessThan(500);
                          assertThat(answer.body()).doesNotContain(SCRIPT, "Exception");
                        }
                      }
                      assertThat(Answers.state(jdbc)).isEqualTo(before);
                    }));
  }

  private void refuses(Endpoint endpoint, List<Pair> fields, String how)
      throws IOException, InterruptedException {
    Answers.plain(
        send(endpoint, fields, endpoint.knownId(order)), endpoint + " " + how + " " + fields);
  }

  private HttpResponse<String> send(Endpoint endpoint, List<Pair> fields, String id)
      throws IOException, InterruptedException {
    return endpoint.send(visitor(endpoint), fields, id);
  }

  private Visitor visitor(Endpoint endpoint) {
    return endpoint.isOperators() ? operator : buyer;
  }

  private static List<Pair> plus(List<Pair> fields, Pair one) {
    List<Pair> all = new ArrayList<>(fields);
    all.add(one);
    return all;
  }

  private static List<Pair> without(List<Pair> fields, String name) {
    return fields.stream().filter(pair -> !pair.name().equals(name)).toList();
  }
}
