package kr.pgsdk.toss;

import static kr.pgsdk.toss.TossServer.AMOUNT;
import static kr.pgsdk.toss.TossServer.ORDER_ID;
import static kr.pgsdk.toss.TossServer.PAYMENT_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.PaymentLookup;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.toss.model.Pay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies no gateway should send: quickly refused, with the status and without their text. */
class OddResponsesTest {
  private static final Duration QUICKLY = Duration.ofSeconds(10);
  private static final Map<String, String> BODIES = bodies();

  private TossServer toss;
  private TossGateway gateway;

  private static Map<String, String> bodies() {
    Map<String, String> bodies = new LinkedHashMap<>();
    bodies.put("empty", "");
    bodies.put("html", "<html>canary</html>");
    bodies.put("truncated", "{\"paymentKey\":\"canary\",\"orderId\":\"ord");
    bodies.put("two documents", Pay.done() + "{\"canary\":1}");
    bodies.put("array", "[" + Pay.done() + "]");
    bodies.put("text", "\"canary\"");
    bodies.put("number", "1");
    bodies.put("null", "null");
    bodies.put("20 MB text", "{\"canary\":\"" + "canary".repeat(3_500_000) + "\"}");
    bodies.put("7 MB of digits", "{\"totalAmount\":" + "9".repeat(7_000_000) + "}");
    bodies.put("7 MB of spaces", " ".repeat(7_000_000));
    bodies.put("10,000 objects deep", "{\"canary\":".repeat(10_000) + "1" + "}".repeat(10_000));
    bodies.put("10,000 arrays deep", "[".repeat(10_000) + "]".repeat(10_000));
    bodies.put("huge exponent", Pay.done().with("totalAmount", "1e999999999").toString());
    bodies.put("tiny exponent", Pay.done().with("totalAmount", "1e-999999999").toString());
    bodies.put("exponent beyond int", Pay.done().with("totalAmount", "1e99999999999").toString());
    bodies.put("huge balance", Pay.done().with("balanceAmount", "1e999999999").toString());
    bodies.put("NaN", Pay.done().with("totalAmount", "NaN").toString());
    bodies.put("text for amount", Pay.done().with("totalAmount", "\"canary\"").toString());
    bodies.put("object for status", Pay.done().with("status", "{\"canary\":1}").toString());
    for (String name :
        new String[] {"totalAmount", "status", "paymentKey", "orderId", "currency"}) {
      String payment = Pay.done().toString();
      bodies.put(
          name + " twice",
          payment.substring(0, payment.length() - 1) + ",\"" + name + "\":\"canary\"}");
    }
    bodies.put(
        "cancelAmount twice",
        Pay.done().with("cancels", "[{\"cancelAmount\":1,\"cancelAmount\":15000}]").toString());
    return bodies;
  }

  static Stream<String> names() {
    return BODIES.keySet().stream();
  }

  @BeforeEach
  void start() throws Exception {
    toss = new TossServer();
    gateway = toss.gateway();
  }

  @AfterEach
  void stop() {
    gateway.close();
    toss.close();
  }

  private static void assertSaysNothingOfTheBody(PaymentException e) {
    assertThat(e.getMessage()).doesNotContain("canary").hasSizeLessThan(1_000);
    assertThat(e.toString()).doesNotContain("canary");
  }

  @ParameterizedTest
  @MethodSource("names")
  void read_isMalformed_withTheStatus(String name) {
    toss.serve(TossServer.json(200, BODIES.get(name), "x-tosspayments-trace-id: t-1"));

    MalformedResponseException malformed =
        assertTimeoutPreemptively(
            QUICKLY,
            () ->
                catchThrowableOfType(
                    MalformedResponseException.class,
                    () -> gateway.find(PaymentLookup.byPaymentId(PAYMENT_KEY))));

    assertThat(malformed.httpStatus()).hasValue(200);
    assertThat(malformed.traceId()).hasValue("t-1");
    assertSaysNothingOfTheBody(malformed);
    assertThat(toss.arrived()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("names")
  void confirm_isInDoubt_withTheStatus(String name) {
    for (int i = 0; i < 4; i++) {
      toss.serve(TossServer.json(200, BODIES.get(name)));
    }

    OutcomeUnknownException unknown =
        assertTimeoutPreemptively(
            QUICKLY.multipliedBy(4),
            () ->
                catchThrowableOfType(
                    OutcomeUnknownException.class,
                    () ->
                        gateway.confirm(
                            ConfirmRequest.builder(PAYMENT_KEY, ORDER_ID, AMOUNT).build())));

    assertThat(unknown.httpStatus()).hasValue(200);
    assertSaysNothingOfTheBody(unknown);
    assertThat(toss.arrived()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 409, 500})
  void refusalThatCanNotBeRead_isMalformed_withTheStatus(int status) {
    for (String name : new String[] {"empty", "html", "20 MB text", "10,000 objects deep"}) {
      toss.serve(TossServer.json(status, BODIES.get(name)));

      assertThatThrownBy(() -> gateway.find(PaymentLookup.byPaymentId(PAYMENT_KEY)))
          .as(name)
          .isInstanceOfSatisfying(
              MalformedResponseException.class,
              e -> {
                assertThat(e.httpStatus()).hasValue(status);
                assertSaysNothingOfTheBody(e);
              });
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void openDoor_neverThrowsAParsersException(String name) {
    toss.serve(TossServer.json(200, BODIES.get(name)));

    assertTimeoutPreemptively(
        QUICKLY,
        () -> {
          try {
            assertThat(gateway.client().request("GET", "/v1/x", null)).isNotNull();
          } catch (MalformedResponseException e) {
            assertSaysNothingOfTheBody(e);
          }
        });
  }
}
