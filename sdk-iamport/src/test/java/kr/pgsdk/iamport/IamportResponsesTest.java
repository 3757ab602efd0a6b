package kr.pgsdk.iamport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.internal.http.HttpRequest;
import kr.pgsdk.core.internal.http.HttpResponse;
import kr.pgsdk.core.internal.json.JsonProblem;
import kr.pgsdk.iamport.internal.IamportResponses;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The layers of success: HTTP, code, and what is in between. */
class IamportResponsesTest {
  private static final PaymentId PAYMENT = PaymentId.of(PaymentBody.IMP_UID);

  private final FakeIamport iamport = new FakeIamport();
  private final IamportClient client = iamport.client().build();

  @AfterEach
  void close() {
    client.close();
    iamport.close();
  }

  private <E extends PaymentException> E failure(Class<E> type, MockResponse... answers) {
    iamport.serve(answers);
    E failure = catchThrowableOfType(type, () -> client.payment(PAYMENT));
    assertThat(failure).as("a " + type.getSimpleName()).isNotNull();
    assertThat(failure.gateway()).isEqualTo("iamport");
    return failure;
  }

  @Test
  void codeOtherThanZero_with200_isARefusal() {
    GatewayException refused =
        failure(GatewayException.class, FakeIamport.refusal(200, 1, "안 됩니다."));

    assertThat(refused.httpStatus()).hasValue(200);
    assertThat(refused.gatewayCode()).contains("1");
    assertThat(refused.isRetryable()).isFalse();
    assertThat(iamport.arrived()).hasSize(1);
  }

  @Test
  void serverErrorWithEnvelope_isARetryableRefusal_repeatedOnlyFor502To504() {
    assertThat(failure(GatewayException.class, FakeIamport.refusal(500, -1, "x")).isRetryable())
        .isTrue();
    assertThat(iamport.arrived()).hasSize(1);
    iamport.forget();

    GatewayException busy =
        failure(GatewayException.class, FakeIamport.refusal(503, -1, "x", "Retry-After: 2"));
    assertThat(busy.isRetryable()).isTrue();
    assertThat(busy.retryAfter()).contains(Duration.ofSeconds(2));
    assertThat(iamport.arrived()).hasSize(3);
    assertThat(iamport.pauses).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<html>slow down</html>", "{\"code\":-1,\"message\":\"m\",\"response\":null}"})
  void tooManyRequests_whateverTheBody_isARetryableRefusal(String body) {
    GatewayException busy =
        failure(GatewayException.class, FakeIamport.json(429, body, "Retry-After: 3"));

    assertThat(busy.httpStatus()).hasValue(429);
    assertThat(busy.isRetryable()).isTrue();
    assertThat(busy.retryAfter()).contains(Duration.ofSeconds(3));
    assertThat(iamport.arrived()).hasSize(3);
  }

  @Test
  void tooManyRequests_once_isWaitedFor() {
    iamport.serve(FakeIamport.json(429, "", "Retry-After: 7"), FakeIamport.ok(PaymentBody.paid()));

    assertThat(client.payment(PAYMENT).status()).isEqualTo("paid");
    assertThat(iamport.pauses).containsExactly(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\":0,\"message\":null,\"response\":null}",
        "{\"code\":0,\"message\":null}",
        "{\"code\":0,\"response\":[]}",
        "{\"code\":0,\"response\":\"x\"}",
        "{\"response\":{}}",
        "{\"code\":\"0\",\"response\":{}}",
        "{\"code\":null,\"response\":{}}",
        "{\"code\":0,\"code\":1,\"response\":{}}",
        "{\"code\":0,\"response\":{},\"response\":{}}",
      })
  void successWithoutWhatIsNeeded_isMalformed(String body) {
    MalformedResponseException malformed =
        failure(MalformedResponseException.class, FakeIamport.json(200, body));

    assertThat(malformed.httpStatus()).hasValue(200);
    assertThat(iamport.arrived()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 307, 400, 403, 404, 500, 501})
  void errorStatusWithoutEnvelope_isMalformed(int status) {
    MalformedResponseException malformed =
        failure(
            MalformedResponseException.class,
            FakeIamport.json(status, "{\"message\":\"no Route matched\"}"));

    assertThat(malformed.httpStatus()).hasValue(status);
    assertThat(iamport.arrived()).hasSize(1);
  }

  @Test
  void foreign404WithACode_isNotBelieved() {
    assertThat(
            failure(
                    MalformedResponseException.class,
                    FakeIamport.json(404, "{\"code\":404,\"message\":\"Not Found\"}"))
                .httpStatus())
        .hasValue(404);
  }

  // --- refusals of strangers

  private static final HttpRequest READ =
      HttpRequest.safe("payment", "GET", "payments", "x").build();
  private static final HttpRequest MONEY =
      HttpRequest.once("cancel", "POST", "payments", "cancel").build();

  private static HttpResponse answer(int status, String body) {
    return HttpResponse.of(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  private static IamportResponses envelope() {
    return new IamportResponses(
        List.of(FakeIamport.CREDENTIALS.apiSecret(), FakeIamport.CREDENTIALS.apiKey()),
        Clock.systemUTC());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\":-1,\"message\":\"Unauthorized\",\"response\":null}",
        "{\"code\":1,\"message\":null,\"response\":null,\"error\":{\"code\":\"K\"}}",
      })
  void refusalInIamportsShape_isItsOwn(String body) {
    assertThat(IamportResponses.isOwnRefusal(answer(401, body))).isTrue();
    assertThatThrownBy(() -> envelope().unwrap(MONEY, answer(401, body)))
        .isInstanceOf(AuthenticationException.class);
    for (int status : new int[] {400, 403, 404}) {
      assertThatThrownBy(() -> envelope().unwrap(MONEY, answer(status, body)))
          .isInstanceOf(GatewayException.class);
    }
  }

  @Test
  void refusalWithAPayment_isNoRefusalOfARequestForMoney() {
    String body =
        "{\"code\":-1,\"message\":\"m\",\"response\":{\"error_code\":1,\"imp_uid\":\"imp_1\"}}";

    assertThat(IamportResponses.isOwnRefusal(answer(200, body))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>Unauthorized</html>",
        "[]",
        "{}",
        "{\"message\":\"Unauthorized\"}",
        "{\"code\":401,\"message\":\"Unauthorized\"}",
        "{\"code\":-1,\"response\":null}",
        "{\"code\":\"-1\",\"message\":\"m\",\"response\":null}",
        "{\"code\":1.5,\"message\":\"m\",\"response\":null}",
        "{\"code\":0,\"message\":\"m\",\"response\":null}",
        "{\"code\":-1,\"message\":\"m\",\"response\":{}}",
        "{\"code\":502,\"message\":\"m\",\"error\":{\"code\":\"K\"}}",
        "{\"code\":-1,\"message\":\"m\",\"response\":{\"error_code\":1}}",
        "{\"code\":-1,\"code\":-1,\"message\":\"m\",\"response\":null}",
        "{\"code\":-1,\"message\":\"m\",\"response\":{},\"response\":null}",
      })
  void refusalInAnotherShape_isAStrangers_andNoAnswerToARequestForMoney(String body) {
    for (int status : new int[] {400, 401, 403, 404}) {
      assertThat(IamportResponses.isOwnRefusal(answer(status, body))).isFalse();
      assertThatThrownBy(() -> envelope().unwrap(MONEY, answer(status, body)))
          .isInstanceOf(JsonProblem.class);
    }
    assertThatThrownBy(() -> envelope().unwrap(READ, answer(404, body)))
        .isInstanceOf(JsonProblem.class);
    assertThatThrownBy(() -> envelope().unwrap(READ, answer(401, body)))
        .isInstanceOf(AuthenticationException.class);
    assertThatThrownBy(() -> envelope().unwrap(MONEY, answer(429, body)))
        .isInstanceOf(GatewayException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\":9,\"message\":\"no\"}",
        "{\"code\":-1,\"message\":\"m\",\"response\":{}}",
        "{\"code\":-1,\"response\":null}",
      })
  void codeOfSuccessfulStatusInAnotherShape_isNoAnswerToARequestForMoney(String body) {
    assertThatThrownBy(() -> envelope().unwrap(MONEY, answer(200, body)))
        .isInstanceOf(JsonProblem.class);
    assertThatThrownBy(() -> envelope().unwrap(READ, answer(200, body)))
        .isInstanceOf(GatewayException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 403, 404})
  void strangersRefusalOfACancel_isDoubt(int status) {
    iamport.serve(FakeIamport.json(status, "{\"code\":1,\"message\":\"no\"}"));

    assertThatThrownBy(() -> client.cancel(IamportCancelRequest.full(PAYMENT).build()))
        .isInstanceOf(OutcomeUnknownException.class);
    assertThat(iamport.arrived()).containsExactly("POST /payments/cancel");
  }

  @Test
  void codeZeroWithErrorStatus_isMalformed() {
    failure(
        MalformedResponseException.class,
        FakeIamport.json(400, "{\"code\":0,\"message\":null,\"response\":null}"));
  }

  @Test
  void codeOfAGigabyte_isCheap() {
    MalformedResponseException malformed =
        failure(
            MalformedResponseException.class,
            FakeIamport.json(200, "{\"code\":1e999999999,\"message\":null,\"response\":null}"));

    assertThat(malformed).hasMessageContaining("$.code");
  }

  @Test
  void messageThatRepeatsSecretsAndPersonalData_isRedacted() {
    iamport.serveTokens(
        FakeIamport.refusal(
            401, -1, "확인하세요. canary-key-1 canary-secret-1\\r\\n010-1234-5678 a@b.kr"));
    iamport.serve(FakeIamport.ok(PaymentBody.paid()));

    AuthenticationException refused =
        catchThrowableOfType(AuthenticationException.class, () -> client.payment(PAYMENT));

    assertThat(refused.httpStatus()).hasValue(401);
    assertThat(refused.gatewayCode()).contains("-1");
    assertThat(refused.gatewayMessage().orElseThrow())
        .startsWith("확인하세요.")
        .doesNotContain("canary", "1234", "@", "\r", "\n");
    assertThat(refused.toString()).doesNotContain("canary");
    assertThat(iamport.tokenRequestCount()).isEqualTo(1);
    assertThat(iamport.arrived()).isEmpty();
  }

  @Test
  void unauthorizedWithoutEnvelope_isStillUnauthorized() {
    iamport.serveTokens(FakeIamport.json(401, "<html>"));

    assertThatThrownBy(client::getToken).isInstanceOf(AuthenticationException.class);
  }
}
