package kr.pgsdk.toss.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.WebhookRequest;
import kr.pgsdk.toss.TossServer;
import kr.pgsdk.toss.model.TossPayment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TossWebhookTest {
  static WebhookRequest request(String body) {
    return WebhookRequest.of(
        body.getBytes(UTF_8), Map.of("Content-Type", List.of("application/json")));
  }

  private static TossWebhook read(String body) {
    return TossWebhook.read(request(body));
  }

  private static TossWebhook fixture(String file) {
    return read(TossServer.fixture(file));
  }

  static List<String> files() throws IOException {
    try (Stream<java.nio.file.Path> files = Files.list(TossServer.FIXTURES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.contains("-webhook-"))
          .sorted()
          .toList();
    }
  }

  // --- shapes

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "33-webhook-payment-status-changed.json, PAYMENT_STATUS_CHANGED, DONE, 2026-01-02T05:46:59.653270Z",
        "34-webhook-deposit-callback.json, DEPOSIT_CALLBACK, DONE, 2021-12-31T15:00:00Z",
        "35-webhook-cancel-status-changed.json, CANCEL_STATUS_CHANGED, -, 2024-02-13T03:20:23Z",
        "36-webhook-payment-status-changed-three-fields.json, PAYMENT_STATUS_CHANGED, DONE, 2022-05-11T15:00:00Z",
        "37-webhook-method-updated.json, METHOD_UPDATED, -, 2022-05-11T15:00:00Z",
        "38-webhook-billing-deleted.json, BILLING_DELETED, -, 2026-01-02T05:46:59.653Z",
        "39-webhook-payout-changed.json, payout.changed, -, 2024-08-08T01:00:00Z",
        "40-webhook-seller-changed.json, seller.changed, -, 2024-08-08T01:00:00Z"
      })
  void fixture_isReadAsWhatItIs(String file, String type, String status, Instant createdAt) {
    TossWebhook webhook = fixture(file);

    assertThat(webhook.claimedEventType()).isEqualTo(type);
    assertThat(webhook.claimedCreatedAt()).contains(createdAt);
    assertThat(webhook.payment().isPresent()).isEqualTo(status != null);
    webhook.payment().ifPresent(payment -> assertThat(payment.claimedStatus()).contains(status));
    assertThat(webhook.toString())
        .contains(type)
        .doesNotContain("ps_canary", "DmKQbGzQQc", "12345678****", "김토페", "01000001234", "아무개");
  }

  @Test
  void everyWebhookFixture_isInTheTableAbove() throws IOException {
    assertThat(files()).hasSize(8);
  }

  @Test
  void paymentWebhook_namesBothIds_depositCallbackTheOrderAlone() {
    assertThat(fixture("33-webhook-payment-status-changed.json").payment().orElseThrow())
        .satisfies(
            payment -> {
              assertThat(payment.claimedPaymentId())
                  .contains(PaymentId.of("5EnNZRJGvaBX7zk2yd8ydw26XvwXkLrx9POLqKQjmAw4b0e1"));
              assertThat(payment.claimedOrderId()).contains(OrderId.of("a4CWyWY5m89PNh7xJwhk1"));
            });
    TossWebhook deposit = fixture("34-webhook-deposit-callback.json");
    assertThat(deposit.payment().orElseThrow().claimedPaymentId()).isEmpty();
    assertThat(deposit.payment().orElseThrow().claimedOrderId())
        .contains(OrderId.of("EbUYmJ4Q9EANnTWta8dok"));
    assertThat(deposit.claimedTransactionKey()).contains("9FF15E1A29D0E77C218F57262BFA4986");
    assertThat(fixture("35-webhook-cancel-status-changed.json").claimedTransactionKey())
        .contains("090A796806E726BBB929F4A2CA7DB9A7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"eventType\":\"ORDER_PAYMENT_STATUS_CHANGED\",\"data\":{\"orderId\":\"order_1\"}}",
        "{\"eventType\":\"ADDED.since\",\"data\":{\"orderId\":\"order_1\",\"status\":\"NEW\"}}",
        "{\"eventType\":\"DEPOSIT_CALLBACK\",\"data\":{\"orderId\":\"order_1\"}}",
        "{\"eventType\":null,\"orderId\":\"order_1\",\"status\":\"DONE\",\"paymentKey\":null}",
        "{\"eventType\":\"\",\"orderId\":\"order_1\",\"status\":\"DONE\",\"createdAt\":7}"
      })
  void otherEventThatNamesAnOrder_isRead(String body) {
    assertThat(read(body).payment().orElseThrow().claimedOrderId()).contains(OrderId.of("order_1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"eventType\":\"ADDED.since\"}",
        "{\"eventType\":\"ADDED.since\",\"data\":null}",
        "{\"eventType\":\"ADDED.since\",\"data\":[1]}",
        "{\"eventType\":\"ADDED.since\",\"data\":{\"orderId\":{\"a\":1}}}",
        "{\"eventType\":\"ADDED.since\",\"data\":{\"paymentKey\":\"../x\"}}",
        "{\"eventType\":\"ADDED.since\",\"data\":{\"orderId\":\"a\",\"orderId\":\"b\"}}",
        "{\"eventType\":\"ADDED.since\",\"data\":{\"orderId\":\"\",\"paymentKey\":\"\"}}"
      })
  void eventNobodyKnows_breaksNothing(String body) {
    assertThat(read(body).payment()).isEmpty();
    assertThat(read(body).claimedEventType()).isEqualTo("ADDED.since");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "null",
        "orderId=order_1&status=DONE",
        "{\"orderId\":\"order_1\"}",
        "{\"status\":\"DONE\"}",
        "{\"eventType\":1}",
        "{\"eventType\":{}}",
        "{\"eventType\":\"A\",\"eventType\":\"B\"}",
        "{\"eventType\":\"PAYMENT_STATUS_CHANGED\"}",
        "{\"eventType\":\"PAYMENT_STATUS_CHANGED\",\"data\":{\"paymentKey\":7}}",
        "{\"eventType\":\"PAYMENT_STATUS_CHANGED\",\"data\":{\"orderId\":\"a\",\"orderId\":\"b\"}}",
        "{\"eventType\":\"PAYMENT_STATUS_CHANGED\",\"data\":{\"orderId\":\"canary\\nb\"}}",
        "{\"orderId\":\"order_1\",\"status\":7}",
        "{\"orderId\":\"order_1\",\"status\":\"DONE\"} {}",
        "{\"orderId\":\"order_1\",\"status\":\"DONE\""
      })
  void whatIsNoWebhook_isRefused_withoutShowingIt(String body) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOfSatisfying(
            RejectedRequestException.class,
            e -> {
              assertThat(e.httpStatus()).isEqualTo(400);
              assertThat(e.getMessage()).doesNotContain("order_1", "canary", "\n");
            });
  }

  @Test
  void eventTypeWithoutEnd_orWithALineBreak_isRefused() {
    String endless = "x".repeat(201);
    for (String type : List.of(endless, "A\\nERROR", " ", "한")) {
      assertThatThrownBy(() -> read("{\"eventType\":\"" + type + "\"}"))
          .isInstanceOf(RejectedRequestException.class)
          .hasMessageContaining("eventType");
    }
  }

  @Test
  void otherTextsThatAreNoWords_areAbsent() {
    TossWebhook webhook =
        read(
            "{\"eventType\":\"A\",\"eventId\":\"e\\nf\",\"data\":{\"transactionKey\":\"t\\nu\","
                + "\"orderId\":\"order_1\",\"status\":\"DONE\\nERROR\"}}");

    assertThat(webhook.deliveryId()).matches("body:[0-9a-f]{64}");
    assertThat(webhook.claimedTransactionKey()).isEmpty();
    assertThat(webhook.payment().orElseThrow().claimedStatus()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("files")
  void fixtureWithOneByteWrong_isReadOrRefused_nothingElse(String file) {
    byte[] body = TossServer.fixture(file).getBytes(UTF_8);
    for (int i = 0; i < body.length; i++) {
      byte[] cut = java.util.Arrays.copyOf(body, i);
      byte[] flipped = body.clone();
      flipped[i] ^= (byte) (1 << i % 8);
      for (byte[] wrong : List.of(cut, flipped)) {
        try {
          TossWebhook webhook = TossWebhook.read(WebhookRequest.of(wrong, Map.of()));
          assertThat(webhook.toString() + webhook.deliveryId()).isNotEmpty();
          assertThat(webhook.claimedCreatedAt()).isNotNull();
        } catch (RejectedRequestException e) {
          assertThat(e.httpStatus()).isEqualTo(400);
          assertThat(e.getMessage()).hasSizeLessThan(400).doesNotContain("김토페");
        }
      }
    }
  }

  // --- headers

  @Test
  void transmissionHeaders_areRead() {
    WebhookRequest request =
        WebhookRequest.of(
            TossServer.fixture("34-webhook-deposit-callback.json").getBytes(UTF_8),
            Map.of(
                "TossPayments-Webhook-Transmission-Time", List.of("2024-09-05T12:19:21+09:00"),
                "TossPayments-Webhook-Transmission-Retried-Count", List.of("6"),
                "TossPayments-Webhook-Transmission-Id", List.of("whtrans_1")));
    TossWebhook webhook = TossWebhook.read(request);

    assertThat(webhook.claimedTransmissionTime()).contains(Instant.parse("2024-09-05T03:19:21Z"));
    assertThat(webhook.claimedRetriedCount()).hasValue(6);
    assertThat(webhook.deliveryId()).isEqualTo("header:whtrans_1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "x", "99999999999", "1.5"})
  void oddHeaders_areAbsent(String odd) {
    TossWebhook webhook =
        TossWebhook.read(
            WebhookRequest.of(
                "{\"eventType\":\"A\"}".getBytes(UTF_8),
                Map.of(
                    "tosspayments-webhook-transmission-time", List.of(odd),
                    "tosspayments-webhook-transmission-retried-count", List.of(odd))));

    assertThat(webhook.claimedTransmissionTime()).isEmpty();
    assertThat(webhook.claimedRetriedCount()).isEmpty();
  }

  @Test
  void headersTooLongToBeRead_areAbsent_andNoAccessorThrows() {
    List<String> endless = List.of("1".repeat(9_000));
    TossWebhook webhook =
        TossWebhook.read(
            WebhookRequest.of(
                "{\"eventType\":\"A\"}".getBytes(UTF_8),
                Map.of(
                    "tosspayments-webhook-transmission-time", endless,
                    "tosspayments-webhook-transmission-retried-count", endless,
                    "tosspayments-webhook-transmission-id", endless)));

    assertThat(webhook.claimedTransmissionTime()).isEmpty();
    assertThat(webhook.claimedRetriedCount()).isEmpty();
    assertThat(webhook.deliveryId()).matches("body:[0-9a-f]{64}");
  }

  @Test
  void deliveryId_isTheEventsOwn_elseTheHeaders_elseOfTheBody() {
    Map<String, List<String>> headers =
        Map.of("tosspayments-webhook-transmission-id", List.of("whtrans_1"));
    byte[] event = "{\"eventType\":\"A\",\"eventId\":\"evt_1\"}".getBytes(UTF_8);

    assertThat(TossWebhook.read(WebhookRequest.of(event, headers)).deliveryId())
        .isEqualTo("event:evt_1");
    String ofBody = read("{\"eventType\":\"A\"}").deliveryId();
    assertThat(ofBody)
        .matches("body:[0-9a-f]{64}")
        .isEqualTo(read("{\"eventType\":\"A\"}").deliveryId());
    assertThat(ofBody).isNotEqualTo(read("{\"eventType\":\"B\"}").deliveryId());
  }

  @Test
  void eventIdThatAForgerWrites_neverPassesForAHeadersId_orABodysHash() {
    TossWebhook byHeader =
        TossWebhook.read(
            WebhookRequest.of(
                "{\"eventType\":\"A\"}".getBytes(UTF_8),
                Map.of("tosspayments-webhook-transmission-id", List.of("whtrans_1"))));
    String byBody = read("{\"eventType\":\"A\"}").deliveryId();
    String hash = byBody.substring("body:".length());

    for (String id : List.of("whtrans_1", "header:whtrans_1", hash, byBody)) {
      assertThat(read("{\"eventType\":\"A\",\"eventId\":\"" + id + "\"}").deliveryId())
          .isNotIn(byHeader.deliveryId(), byBody);
    }
  }

  // --- the deposit's secret

  @Test
  void depositSecret_isTheStoredOne_orNot() {
    TossWebhook webhook = fixture("34-webhook-deposit-callback.json");
    String secret = "DmKQbGzQQcVE3UoFNqWxL";

    assertThat(webhook.hasSecret(secret)).isTrue();
    assertThat(webhook.hasSecret("")).isFalse();
    assertThat(webhook.hasSecret(secret + "x")).isFalse();
    for (int i = 0; i < secret.length(); i++) {
      char[] wrong = secret.toCharArray();
      wrong[i] ^= 1;
      assertThat(webhook.hasSecret(new String(wrong))).as("sign %s", i).isFalse();
      assertThat(webhook.hasSecret(secret.substring(0, i))).as("first %s", i).isFalse();
    }
    assertThat(
            fixture("33-webhook-payment-status-changed.json")
                .hasSecret("ps_canary0000000000000000000"))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "{}", "true"})
  void webhookWithoutASecret_hasNone(String secret) {
    TossWebhook webhook =
        read("{\"orderId\":\"order_1\",\"status\":\"DONE\",\"secret\":" + secret + "}");

    assertThat(webhook.hasSecret("")).isFalse();
    assertThat(webhook.hasSecret("null")).isFalse();
  }

  @Test
  void untrustedJson_isWhatTheEnvelopeHolds() {
    String json = fixture("33-webhook-payment-status-changed.json").untrustedJson();

    assertThat(TossPayment.parse(json).secret()).contains("ps_canary0000000000000000000");
  }

  @Test
  void documentedAddresses_areTosss() {
    assertThat(TossWebhook.SOURCE_ADDRESSES.contains("115.92.221.123")).isTrue();
    assertThat(TossWebhook.SOURCE_ADDRESSES.contains("115.92.221.124")).isFalse();
  }
}
