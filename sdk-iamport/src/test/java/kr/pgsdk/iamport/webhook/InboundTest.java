package kr.pgsdk.iamport.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import kr.pgsdk.core.ConfirmRequest;
import kr.pgsdk.core.Confirmation;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.Reason;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.webhook.Parameters;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.WebhookRequest;
import kr.pgsdk.iamport.FakeIamport;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.iamport.PaymentBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks, confirm requests and redirects of Iamport, in all their shapes. */
class InboundTest {
  private static final OrderId ORDER = OrderId.of("order_1");
  private static final Money PRICE = Money.krw(15_000);

  private static WebhookRequest body(String body) {
    return WebhookRequest.of(body.getBytes(UTF_8), Map.of());
  }

  // --- webhooks

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"imp_uid\":\"imp_1\",\"merchant_uid\":\"order_1\",\"status\":\"cancelled\","
            + "\"cancellation_id\":\"c_1\"}",
        "imp_uid=imp_1&merchant_uid=order_1&status=cancelled&cancellation_id=c_1"
      })
  void cancelWebhook_namesTheCancel(String text) {
    IamportWebhook webhook = IamportWebhook.read(body(text));

    assertThat(webhook.payment().claimedPaymentId()).contains(PaymentId.of("imp_1"));
    assertThat(webhook.payment().claimedOrderId()).contains(ORDER);
    assertThat(webhook.payment().claimedStatus()).contains("cancelled");
    assertThat(webhook.payment().gateway()).isEqualTo("iamport");
    assertThat(webhook.claimedCancellationId()).contains("c_1");
    assertThat(webhook.isConsoleTest()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"imp_uid\":\"imp_1\",\"merchant_uid\":\"order_1\"}",
        "{\"imp_uid\":\"imp_1\",\"merchant_uid\":\"order_1\",\"status\":null,"
            + "\"cancellation_id\":null}",
        "{\"imp_uid\":\"imp_1\",\"merchant_uid\":\"order_1\",\"status\":\"\","
            + "\"cancellation_id\":\"\"}",
        "imp_uid=imp_1&merchant_uid=order_1&cancellation_id=",
        "imp_uid=imp_1&merchant_uid=order_1&status=&cancellation_id=null&imp_uid=imp_1",
        " {\"imp_uid\":\"imp_1\",\"merchant_uid\":\"order_1\",\"new\":{\"a\":[1]}}"
      })
  void webhookWithLess_orMore_isRead(String text) {
    IamportWebhook webhook = IamportWebhook.read(body(text));

    assertThat(webhook.payment().claimedPaymentId()).contains(PaymentId.of("imp_1"));
    assertThat(webhook.payment().claimedOrderId()).contains(ORDER);
    assertThat(webhook.payment().claimedStatus()).isEmpty();
  }

  @Test
  void fieldAddedSince_canBeAskedFor() {
    IamportWebhook webhook =
        IamportWebhook.read(body("{\"imp_uid\":\"imp_1\",\"customer_uid\":\"c\",\"o\":{}}"));

    assertThat(webhook.claim("customer_uid")).contains("c");
    assertThat(webhook.claim("o")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                                   | 400",
        "{}                                                   | 400",
        "[]                                                   | 400",
        "null                                                 | 400",
        "{\"imp_uid\":1}                                      | 400",
        "{\"imp_uid\":[\"imp_1\"]}                            | 400",
        "{\"imp_uid\":{}}                                     | 400",
        "{\"imp_uid\":true}                                   | 400",
        "{\"imp_uid\":\" \"}                                  | 400",
        "{\"imp_uid\":\"a\\nb\"}                              | 400",
        "{\"imp_uid\":\"../x\"}                               | 400",
        "{\"imp_uid\":\"\\ud800\"}                            | 400",
        "{\"imp_uid\":\"imp_1\",\"imp_uid\":\"imp_2\"}        | 400",
        "{\"imp_uid\":\"imp_1\",\"imp_uid\":null}             | 400",
        "{\"imp_uid\":\"imp_1\",\"merchant_uid\":\"../x\"}    | 400",
        "{\"imp_uid\":\"imp_1\"} x                            | 400",
        "{\"imp_uid\":\"imp_1\"                               | 400",
        "status=paid                                          | 400",
        "imp_uid=imp_1&imp_uid=imp_2                          | 400",
        "imp_uid=imp_1%0Aforged                               | 400",
        "imp_uid=%                                            | 400",
        "imp_uid=..%2Fx                                       | 400",
        "imp_uid=null&merchant_uid=undefined                  | 400"
      })
  void webhookThatNamesNoPayment_isRefused_withoutShowingIt(String text, int status) {
    assertThatThrownBy(() -> IamportWebhook.read(body(text)))
        .isInstanceOfSatisfying(
            RejectedRequestException.class,
            e -> {
              assertThat(e.httpStatus()).isEqualTo(status);
              assertThat(e.getMessage()).doesNotContain("imp_1", "imp_2", "forged", "../x", "\n");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void absurdlyDeepJson_isRefused(String nest) {
    String json = "{\"imp_uid\":\"imp_1\",\"x\":" + nest.repeat(10_000);

    assertThatThrownBy(() -> IamportWebhook.read(body(json)))
        .isInstanceOf(RejectedRequestException.class);
  }

  @Test
  void absurdlyLongId_isRefused() {
    String json = "{\"imp_uid\":\"" + "i".repeat(200_000) + "\"}";

    assertThatThrownBy(() -> IamportWebhook.read(body(json)))
        .isInstanceOf(RejectedRequestException.class)
        .hasMessageContaining("at most 200");
  }

  @Test
  void documentedAddresses_areIamports() {
    assertThat(IamportWebhook.SOURCE_ADDRESSES.contains("52.78.48.223")).isTrue();
    assertThat(IamportWebhook.SOURCE_ADDRESSES.contains("52.78.48.224")).isFalse();
  }

  // --- the confirm process

  @ParameterizedTest
  @CsvSource({
    "'{\"imp_uid\":\"i\",\"merchant_uid\":\"order_1\",\"amount\":15000}', 200",
    "'{\"imp_uid\":\"i\",\"merchant_uid\":\"order_1\",\"amount\":15000.00}', 200",
    "'{\"imp_uid\":\"i\",\"merchant_uid\":\"order_1\",\"amount\":\"15000\"}', 200",
    "'{\"imp_uid\":\"i\",\"merchant_uid\":\"order_1\",\"status\":\"ready\"}', 200",
    "imp_uid=i&merchant_uid=order_1&amount=15000, 200",
    "'{\"imp_uid\":\"i\",\"merchant_uid\":\"order_1\",\"amount\":100}', 409",
    "'{\"imp_uid\":\"i\",\"merchant_uid\":\"order_2\",\"amount\":15000}', 409",
    "imp_uid=i&merchant_uid=order_1&amount=0, 409"
  })
  void confirmProcess_isComparedWithTheShopsOrder(String text, int status) {
    IamportConfirmProcess.Answer answer =
        IamportConfirmProcess.read(body(text)).compare(ORDER, PRICE);

    assertThat(answer.httpStatus()).isEqualTo(status);
    assertThat(answer.isApproval()).isEqualTo(status == 200);
    assertThat(answer.contentType()).startsWith("application/json");
    if (status != 200) {
      assertThat(answer.body()).startsWith("{\"reason\":\"");
    }
  }

  @Test
  void confirmProcessRefused_reasonIsJson() {
    IamportConfirmProcess.Answer answer = IamportConfirmProcess.refuse("재고 \"부족\"");

    assertThat(answer.body()).isEqualTo("{\"reason\":\"재고 \\\"부족\\\"\"}");
    assertThat(answer.httpStatus()).isNotEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"imp_uid\":\"i\",\"amount\":-1}",
        "{\"imp_uid\":\"i\",\"amount\":{}}",
        "{\"imp_uid\":\"i\",\"amount\":\"15,000\"}",
        "{\"imp_uid\":\"i\",\"amount\":true}",
        "{\"imp_uid\":\"i\",\"amount\":1E+999999999}",
        "imp_uid=i&amount=x",
        "imp_uid=i&amount=1000&amount=1",
        "imp_uid=i&amount=00000000000000000000000000000000000000000000000000000000001"
      })
  void confirmProcessWithoutAnAmountThatCanBe_isRefused(String text) {
    assertThatThrownBy(() -> IamportConfirmProcess.read(body(text)))
        .isInstanceOf(RejectedRequestException.class)
        .hasMessageContaining("amount");
  }

  // --- redirects

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "imp_uid=imp_1&merchant_uid=order_1&imp_success=true, true",
        "imp_uid=imp_1&merchant_uid=order_1&imp_success=false&error_code=F400&error_msg=x, false",
        "imp_uid=imp_1&merchant_uid=order_1&success=true, true",
        "imp_uid=imp_1&merchant_uid=order_1, -",
        "imp_uid=imp_1&merchant_uid=order_1&imp_success=maybe, -"
      })
  void claimedSuccess_isNothingMoreThanThat(String query, Boolean success) {
    IamportRedirect redirect = IamportRedirect.read(Parameters.ofQuery(query));

    assertThat(redirect.claimedSuccess().orElse(null)).isEqualTo(success);
    ConfirmRequest request = redirect.confirmRequest(ORDER, PRICE);
    assertThat(request.paymentId().value()).isEqualTo("imp_1");
    assertThat(request.returnedOrderId()).contains(ORDER);
    assertThat(request.returnedMoney()).isEmpty();
    assertThat(request.withoutCapture()).isFalse();
  }

  @Test
  void redirectOfAnotherOrder_isAMismatch_withoutARequest() throws Exception {
    try (FakeIamport iamport = new FakeIamport();
        IamportGateway gateway = iamport.gateway().build()) {
      Confirmation outcome =
          IamportRedirect.read(Parameters.ofQuery("imp_uid=imp_1&merchant_uid=order_2"))
              .confirm(gateway, ORDER, PRICE);

      assertThat(((NotConfirmed) outcome).reason()).isEqualTo(Reason.MISMATCH);
      assertThat(iamport.requestCount()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "merchant_uid=order_1", "imp_uid=null&merchant_uid=order_1"})
  void redirectWithoutImpUid_orderIsLookedUp(String query) throws Exception {
    try (FakeIamport iamport = new FakeIamport();
        IamportGateway gateway = iamport.gateway().build()) {
      String payment =
          PaymentBody.paid()
              .with("imp_uid", "\"imp_1\"")
              .with("merchant_uid", "\"order_1\"")
              .toString();
      iamport.serve(
          FakeIamport.ok("{\"total\":1,\"previous\":0,\"next\":0,\"list\":[" + payment + "]}"),
          FakeIamport.ok(payment));
      IamportRedirect redirect = IamportRedirect.read(Parameters.ofQuery(query));

      assertThat(redirect.confirm(gateway, ORDER, PRICE)).isInstanceOf(Confirmed.class);
      assertThatThrownBy(() -> redirect.confirmRequest(ORDER, PRICE))
          .isInstanceOf(RejectedRequestException.class);
    }
  }

  @Test
  void callbackThatClaimsAnotherAmount_isCompared() {
    IamportRedirect redirect =
        IamportRedirect.readCallback(
            body("{\"imp_uid\":\"imp_1\",\"merchant_uid\":\"order_1\",\"paid_amount\":100}"));

    assertThat(redirect.confirmRequest(ORDER, PRICE).returnedMoney()).contains(Money.krw(100));
  }

  @Test
  void callbackWithAFractionOfAWon_isRefused() {
    IamportRedirect redirect =
        IamportRedirect.readCallback(body("{\"imp_uid\":\"imp_1\",\"paid_amount\":0.5}"));

    assertThatThrownBy(() -> redirect.confirmRequest(ORDER, PRICE))
        .isInstanceOf(RejectedRequestException.class)
        .hasMessageContaining("the amount of the return");
  }

  @Test
  void errorTextFromAnybody_isRedacted_andOnOneLine() {
    IamportRedirect redirect =
        IamportRedirect.read(
            Parameters.ofQuery(
                "error_code=F%0A1&error_msg=card+4330-1234-5678-9012%0AERROR+forged"));

    assertThat(redirect.claimedErrorMessage().orElseThrow())
        .doesNotContain("4330")
        .doesNotContain("\n");
    assertThat(redirect.toString()).doesNotContain("\n").doesNotContain("forged");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E999999999", "1e-999999999", "１０００", "+1", "-1", " 1"})
  void amountThatIsNoPlainDecimal_isRefused(String amount) {
    Parameters query =
        Parameters.ofLists(Map.of("imp_uid", List.of("imp_1"), "paid_amount", List.of(amount)));

    assertThatThrownBy(() -> IamportRedirect.read(query))
        .isInstanceOf(RejectedRequestException.class)
        .hasMessage("paid_amount is not an amount");
  }

  @Test
  void fieldOfNoConsequence_givenTwice_isAbsent_andTheAccessorDoesNotThrow() {
    IamportWebhook webhook =
        IamportWebhook.read(body("imp_uid=imp_1&cancellation_id=a&cancellation_id=b&x=1&x=2"));

    assertThat(webhook.claimedCancellationId()).isEmpty();
    assertThat(webhook.claim("x")).isEmpty();
  }
}
