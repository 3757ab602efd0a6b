package kr.pgsdk.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.core.http.RetryPolicy;
import kr.pgsdk.core.http.Timeouts;
import kr.pgsdk.core.verify.PaymentExpectation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller's mistake is told before anything could be sent. */
class RequestsTest {
  private static final OrderId ORDER = OrderId.of("order-1");
  private static final PaymentId PAYMENT = PaymentId.of("pay-1");

  @Test
  void zeroAmount_isRefusedEverywhere() {
    Money zero = Money.krw(0);
    assertThatIllegalArgumentException().isThrownBy(() -> PrepareRequest.builder(ORDER, zero));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfirmRequest.builder(PAYMENT, ORDER, zero));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CancelRequest.partial(PAYMENT, zero, "r"))
        .withMessageContaining("more than zero");
    assertThatIllegalArgumentException().isThrownBy(() -> PaymentExpectation.of(ORDER, zero));
  }

  @Test
  void confirmThatCapturesNothing_mayNotRefundEither() {
    ConfirmRequest.Builder builder =
        ConfirmRequest.builder(PAYMENT, ORDER, Money.krw(1)).withoutCapture();

    assertThat(builder.build().withoutCapture()).isTrue();
    assertThat(ConfirmRequest.builder(PAYMENT, ORDER, Money.krw(1)).build().withoutCapture())
        .isFalse();
    builder.onMismatch(ConfirmRequest.OnMismatch.CANCEL);
    assertThatIllegalArgumentException()
        .isThrownBy(builder::build)
        .withMessageContaining("moves no money");
  }

  @Test
  void cancel_partAboveTheExpectedBalance_isRefused() {
    CancelRequest.Builder builder =
        CancelRequest.partial(PAYMENT, Money.krw(10_001), "r").expectedBalance(Money.krw(10_000));
    assertThatIllegalArgumentException()
        .isThrownBy(builder::build)
        .withMessageContaining("must not be more than the expected balance");
  }

  @Test
  void cancel_partsOfOtherCurrency_isRefused() {
    CancelRequest.Builder builder =
        CancelRequest.partial(PAYMENT, Money.krw(10), "r").taxFree(Money.of("1", "USD"));
    assertThatIllegalArgumentException().isThrownBy(builder::build);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t ", "bell\u0007", "turned\u202e", "half \ud83d"})
  void cancel_unusableReason_isRefused(String reason) {
    assertThatIllegalArgumentException().isThrownBy(() -> CancelRequest.full(PAYMENT, reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"one\nitem", " one\r\nitem\n", "one\titem", "one\u2028item", "one\u0085item"})
  void cancel_reasonOfSeveralLines_isOneLine(String reason) {
    assertThat(CancelRequest.full(PAYMENT, reason).build().reason()).isEqualTo("one item");
  }

  @Test
  void cancel_reasonWithEmoji_countsUtf16Units() {
    String emoji = "\ud83d\ude4f";
    assertThat(CancelRequest.full(PAYMENT, emoji.repeat(100)).build().reason()).hasSize(200);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CancelRequest.full(PAYMENT, emoji.repeat(100) + "!"))
        .withMessage(
            "reason must have at most 200 characters, of which an emoji takes two or more: it has"
                + " 201");
  }

  @Test
  void cancel_reasonLongerThanGatewaysTake_isRefused() {
    assertThat(CancelRequest.full(PAYMENT, "가".repeat(200)).build().reason()).hasSize(200);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CancelRequest.full(PAYMENT, "가".repeat(201)))
        .withMessage("reason must have at most 200 characters: it has 201");
  }

  /** The other texts that people type: what is bought, and for whom. */
  @Test
  void namesOfSeveralLines_areOneLine() {
    PrepareRequest prepare =
        PrepareRequest.builder(ORDER, Money.krw(1_000))
            .orderName("T-shirt\n(white) ")
            .checkout(CheckoutOptions.builder().buyerName("김\n토페").build())
            .build();
    ChargeRequest charge =
        ChargeRequest.builder(BillingKey.of("key-1"), ORDER, Money.krw(1_000), "Member\tship")
            .customerName("김\r\n토페")
            .build();

    assertThat(prepare.orderName()).contains("T-shirt (white)");
    assertThat(prepare.checkout().buyerName()).contains("김 토페");
    assertThat(charge.orderName()).isEqualTo("Member ship");
    assertThat(charge.customerName()).contains("김 토페");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\r\nX: 1", "키"})
  void cancel_unusableIdempotencyKey_isRefused(String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CancelRequest.full(PAYMENT, "r").idempotencyKey(key))
        .withMessageContaining("visible ASCII");
  }

  @Test
  void cancel_eachRequestHasAKeyOfItsOwn_andACopyKeepsIt() {
    CancelRequest one = CancelRequest.full(PAYMENT, "r").build();
    CancelRequest two = CancelRequest.full(PAYMENT, "r").build();

    assertThat(one.idempotencyKey()).isNotEqualTo(two.idempotencyKey());
    assertThat(one.newBuilder().build().idempotencyKey()).isEqualTo(one.idempotencyKey());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a]b", "é", "123456789012345678901234567890123"})
  void cancel_unusableReference_isRefused_unquoted(String reference) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CancelRequest.full(PAYMENT, "r").reference(reference))
        .withMessage("reference must be 1 to 32 letters, digits, _ or -, without spaces");
  }

  @Test
  void cancel_referenceAndGivenBalance_travelWithACopy() {
    CancelRequest request =
        CancelRequest.full(PAYMENT, "r")
            .reference("return_9-1")
            .expectedBalance(Money.krw(100))
            .build();

    assertThat(request.newBuilder().build().reference()).hasValue("return_9-1");
    assertThat(request.newBuilder().build().expectedBalance()).hasValue(Money.krw(100));
    assertThat(CancelRequest.full(PAYMENT, "r").build().reference()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization",
        "idempotency-key",
        "Host",
        "Content-Length",
        "X-ImpTokenHeader",
        "Expect",
        "Content-Encoding",
        "a b",
        ""
      })
  void callOptions_headersOfTheSdkOrNone_areRefused(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> CallOptions.builder().header(name, "v"));
  }

  @Test
  void callOptions_headerThatWouldForgeAnother_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CallOptions.builder().header("X-A", "1\r\nAuthorization: x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.iamport.kr",
        "http://127.0.0.1.evil.example",
        "http://localhost.evil.example",
        "ftp://127.0.0.1",
        "api.iamport.kr",
        "https://user:pw@api.iamport.kr",
        "https://api.iamport.kr/?x=1",
        "https://api.iamport.kr/#f",
        "https://a b",
        "127.0.0.1:8080",
        "http://127.0.0.1:65536",
        ""
      })
  void baseUrl_thatWouldLeakTheCredential_isRefused(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HttpOptions.builder().baseUrl(url))
        .withMessageContaining("base URL");
  }

  @Test
  void baseUrl_thatCanNotBeRead_isNotQuoted() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HttpOptions.builder().baseUrl("https://user:canary@a b\nERROR"))
        .withNoCause();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://static-api.iamport.kr",
        "http://127.0.0.1:8080",
        "http://localhost:1/mock/",
        "http://[::1]:9"
      })
  void baseUrl_httpsOrLoopback_isTaken(String url) {
    assertThat(HttpOptions.builder().baseUrl(url).build().baseUrl()).isPresent();
  }

  @Test
  void durationsThatWouldMeanForEver_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HttpOptions.builder().deadline(Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CallOptions.builder().deadline(Duration.ofSeconds(-1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Timeouts(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(1)))
        .withMessageContaining("connect timeout");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetryPolicy(0, Duration.ofMillis(1), Duration.ofMillis(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetryPolicy(1, Duration.ofMillis(2), Duration.ofMillis(1)));
  }

  @Test
  void optionsPrinted_keepTheirSecrets() {
    assertThat(HttpOptions.builder().proxyCredentials("user", "canary-password").build().toString())
        .doesNotContain("canary");
    assertThat(CallOptions.builder().header("X-Key", "canary").build().toString())
        .doesNotContain("canary");
    RefundAccount account = RefundAccount.of("88", "110canary", "canary").withPhone("010canary");
    assertThat(account.toString()).doesNotContain("canary");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "with space", "한글한글한글", "a.b.c.d"})
  void cancelRequestId_ofAnotherForm_isRefused(String id) {
    CancelRequest.Builder builder = CancelRequest.full(PAYMENT, "r");
    assertThatIllegalArgumentException().isThrownBy(() -> builder.cancelRequestId(id));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.cancelRequestId("a".repeat(65)));
  }

  @Test
  void storedCancel_keepsRequesterAndCancelRequestId() {
    CancelRequest request =
        CancelRequest.full(PAYMENT, "r")
            .requester(CancelRequester.CUSTOMER)
            .cancelRequestId("refund-1_=")
            .build();

    CancelRequest resumed = CancelRequest.resume(request.toText());

    assertThat(resumed.requester()).hasValue(CancelRequester.CUSTOMER);
    assertThat(resumed.cancelRequestId()).hasValue("refund-1_=");
  }

  @Test
  void anotherKey_makesAnotherRefund_withoutTheFirstOnesCancelRequestId() {
    CancelRequest first = CancelRequest.full(PAYMENT, "r").cancelRequestId("refund-1").build();

    assertThat(first.newBuilder().build().cancelRequestId()).hasValue("refund-1");
    assertThat(first.newBuilder().idempotencyKey("other").build().cancelRequestId()).isEmpty();
    assertThat(
            first
                .newBuilder()
                .cancelRequestId("refund-2")
                .idempotencyKey("other")
                .build()
                .cancelRequestId())
        .hasValue("refund-2");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "12345678****000*, 000*",
        "559410*********4, ***4",
        "557042000000NNNN, 0000",
        "4330-12**-****-1234, 1234",
        "4330123412341234, 1234",
        "*********, -",
        "12, -",
        "-, -"
      })
  void card_keepsTheLastFourPlacesAlone(String number, String lastDigits) {
    CardPayment card = CardPayment.of("61", number, 3);

    assertThat(card.lastDigits()).isEqualTo(Optional.ofNullable(lastDigits));
    assertThat(card.toString()).isEqualTo("CardPayment");
  }
}
