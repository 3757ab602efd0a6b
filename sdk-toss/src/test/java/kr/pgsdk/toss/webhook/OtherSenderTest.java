package kr.pgsdk.toss.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import kr.pgsdk.core.webhook.Parameters;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.WebhookRequest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests of another gateway at Toss's readers. */
class OtherSenderTest {
  private static void assertNamed(ThrowingCallable reading, String sender) {
    assertThatThrownBy(reading)
        .isInstanceOf(RejectedRequestException.class)
        .hasMessageContaining("looks like a request of " + sender)
        .hasMessageNotContaining("canary")
        .extracting(e -> ((RejectedRequestException) e).httpStatus())
        .isEqualTo(400);
  }

  private static TossWebhook read(String body) {
    return TossWebhook.read(WebhookRequest.of(body.getBytes(UTF_8), Map.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"imp_uid\":\"canary\",\"merchant_uid\":\"canary\",\"status\":\"paid\"}|Iamport",
        "imp_uid=canary&merchant_uid=canary&status=paid|Iamport",
        "status=paid&merchant_uid=canary|Iamport",
        "{\"type\":\"Transaction.Paid\",\"timestamp\":\"2024-04-25T10:00:00.000Z\","
            + "\"data\":{\"paymentId\":\"canary\",\"transactionId\":\"canary\"}}|PortOne V2",
        "{\"payment_id\":\"canary\",\"tx_id\":\"canary\",\"status\":\"Paid\"}|PortOne V2",
        "payment_id=canary&tx_id=canary&status=Paid|PortOne V2",
      })
  void webhookOfAnother_isNamed(String body, String sender) {
    assertNamed(() -> read(body), sender);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "imp_uid=canary&merchant_uid=canary&imp_success=true | Iamport",
        "paymentId=canary&transactionId=canary | PortOne V2",
      })
  void redirectOfAnother_isNamed(String query, String sender) {
    assertNamed(() -> TossSuccessRedirect.read(Parameters.ofQuery(query)), sender);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|$.eventType is missing, and this is no deposit callback either",
        "a=b|the body can't be read",
      })
  void requestOfNobody_isNotGuessedAt(String body, String inMessage) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOf(RejectedRequestException.class)
        .hasMessageContaining(inMessage);
  }
}
