package kr.pgsdk.iamport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.iamport.payment.IamportSorting;
import kr.pgsdk.iamport.payment.IamportStatusFilter;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes back ends as a PaymentException with its HTTP status, soon, and unquoted. */
class HostileBodiesTest {
  private static final PaymentId PAYMENT = PaymentId.of("imp_123");
  private static final OrderId ORDER = OrderId.of("order_9001");
  private static final FakeIamport IAMPORT = new FakeIamport();
  private static final IamportClient CLIENT = IAMPORT.client().build();

  private static final Map<String, String> BODIES = bodies();

  private static Map<String, String> bodies() {
    Map<String, String> bodies = new LinkedHashMap<>();
    bodies.put("empty", "");
    bodies.put("blank", " \n ");
    bodies.put("HTML", "<html><body>canary</body></html>");
    bodies.put("truncated", "{\"code\":0,\"message\":null,\"response\":{\"canary\":\"cana");
    bodies.put("array", "[\"canary\"]");
    bodies.put("text", "\"canary\"");
    bodies.put("number", "0");
    bodies.put("null", "null");
    bodies.put("two documents", "{\"code\":0,\"response\":{}} {\"canary\":1}");
    bodies.put("comments", "/* canary */ {\"code\":0,\"response\":{}}");
    bodies.put("NaN", "{\"code\":NaN,\"response\":{}}");
    bodies.put("response is a text", "{\"code\":0,\"response\":\"canary\"}");
    bodies.put("response is a list of texts", "{\"code\":0,\"response\":[\"canary\"]}");
    bodies.put("response is empty", "{\"code\":0,\"response\":{}}");
    bodies.put(
        "10,000 levels",
        "{\"code\":0,\"response\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}");
    bodies.put("levels without end", "{\"code\":0,\"response\":" + "{\"a\":".repeat(10_000));
    bodies.put(
        "20 MB", "{\"code\":0,\"response\":{\"canary\":\"" + "x".repeat(20_000_000) + "\"}}");
    bodies.put("long number", "{\"code\":" + "9".repeat(1_000_000) + ",\"response\":{}}");
    bodies.put("control characters", "{\"code\":0,\u0000\"canary\":1}");
    for (String field : List.of("amount", "status", "imp_uid", "merchant_uid", "currency")) {
      bodies.put(
          "twice: " + field,
          "{\"code\":0,\"message\":null,\"response\":{\""
              + field
              + "\":\"canary\","
              + PaymentBody.paid().toString().substring(1)
              + "}");
    }
    return bodies;
  }

  private record Call(String name, ThrowingCallable call, boolean movesMoney) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<Call> calls() {
    return Stream.of(
        new Call("payment", () -> CLIENT.payment(PAYMENT), false),
        new Call("payments", () -> CLIENT.payments().find(List.of(PAYMENT), List.of()), false),
        new Call(
            "find",
            () ->
                CLIENT.payments().find(ORDER, IamportStatusFilter.ALL, IamportSorting.NEWEST_PAID),
            false),
        new Call("prepared", () -> CLIENT.payments().prepared(ORDER), false),
        new Call("prepare", () -> CLIENT.payments().prepare(ORDER, Money.krw(1)), false),
        new Call("balance", () -> CLIENT.payments().balance(PAYMENT), false),
        new Call("cancel", () -> CLIENT.cancel(IamportCancelRequest.full(PAYMENT).build()), true),
        new Call("revoke", () -> CLIENT.virtualAccounts().revoke(PAYMENT), true));
  }

  static Stream<Arguments> everyBodyForEveryCall() {
    return BODIES.keySet().stream()
        .flatMap(
            body ->
                calls()
                    // An empty object is what POST prepare may answer: every field is optional.
                    .filter(call -> !(call.name().equals("prepare") && readable(body)))
                    // These are about other fields than the ones it has.
                    .filter(call -> !(body.startsWith("twice") && !readsPayment(call)))
                    .map(call -> Arguments.of(body, call)));
  }

  private static boolean readable(String body) {
    return body.equals("response is empty");
  }

  private static boolean readsPayment(Call call) {
    return List.of("payment", "find", "cancel", "revoke").contains(call.name());
  }

  @AfterAll
  static void close() {
    CLIENT.close();
    IAMPORT.close();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("everyBodyForEveryCall")
  void hostileBody_isAPaymentException(String body, Object call) {
    Call target = (Call) call;
    for (int status : new int[] {200, 400, 404}) {
      IAMPORT.serve(FakeIamport.json(status, BODIES.get(body)));

      Throwable thrown =
          assertTimeoutPreemptively(Duration.ofSeconds(100), () -> catchThrowable(target.call()));

      assertThat(thrown)
          .as("HTTP " + status)
          .isInstanceOf(
              target.movesMoney()
                  ? OutcomeUnknownException.class
                  : MalformedResponseException.class);
      assertThat(((PaymentException) thrown).httpStatus()).hasValue(status);
      for (Throwable t = thrown; t != null; t = t.getCause()) {
        assertThat(t.toString()).doesNotContain("canary").hasSizeLessThan(1000);
      }
    }
  }
}
