package kr.pgsdk.iamport.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.webhook.Parameters;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.WebhookRequest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests of another gateway, or of PortOne's next version, at Iamport's readers. */
class OtherSenderTest {
  private static WebhookRequest body(String body) {
    return WebhookRequest.of(body.getBytes(UTF_8), Map.of());
  }

  private static void assertNamed(ThrowingCallable reading, String sender) {
    assertThatThrownBy(reading)
        .isInstanceOf(RejectedRequestException.class)
        .hasMessageContaining("looks like a request of " + sender)
        .hasMessageNotContaining("canary")
        .extracting(e -> ((RejectedRequestException) e).httpStatus())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"eventType\":\"PAYMENT_STATUS_CHANGED\",\"data\":{\"paymentKey\":\"canary\"}}"
            + "|Toss Payments",
        "{\"createdAt\":\"2022-01-01T00:00:00\",\"secret\":\"canary\",\"status\":\"DONE\","
            + "\"transactionKey\":\"canary\",\"orderId\":\"canary\"}|Toss Payments",
        "{\"type\":\"Transaction.Paid\",\"timestamp\":\"2024-04-25T10:00:00.000Z\","
            + "\"data\":{\"paymentId\":\"canary\",\"transactionId\":\"canary\"}}|PortOne V2",
        "{\"payment_id\":\"canary\",\"tx_id\":\"canary\",\"status\":\"Paid\"}|PortOne V2",
        "payment_id=canary&tx_id=canary&status=Paid|PortOne V2",
      })
  void webhookOfAnother_isNamed(String body, String sender) {
    assertNamed(() -> IamportWebhook.read(body(body)), sender);
    assertNamed(() -> IamportConfirmProcess.read(body(body)), sender);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "paymentKey=canary&orderId=canary&amount=15000 | Toss Payments",
        "paymentId=canary&transactionId=canary | PortOne V2",
        "paymentId=canary&code=FAILURE | PortOne V2",
      })
  void redirectOfAnother_isNamed_onceItIsUsed(String query, String sender) {
    IamportRedirect redirect = IamportRedirect.read(Parameters.ofQuery(query));

    assertThat(redirect.payment()).isEmpty();
    assertNamed(redirect::toReturn, sender);
    assertNamed(() -> redirect.confirmRequest(OrderId.of("order_1"), Money.krw(15_000)), sender);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"{}", "{\"type\":\"x\"}", "a=b", "{\"status\":\"paid\"}"})
  void requestOfNobody_isNotGuessedAt(String body) {
    assertThatThrownBy(() -> IamportWebhook.read(body(body)))
        .isInstanceOf(RejectedRequestException.class)
        .hasMessage("neither imp_uid nor merchant_uid is present");
  }
}
