package kr.pgsdk.portone.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.webhook.RejectedRequestException;
import kr.pgsdk.core.webhook.WebhookRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortOneWebhookTest {
  private static final PortOneWebhookSecret SECRET =
      PortOneWebhookSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final PortOneWebhookSecret NEXT =
      PortOneWebhookSecret.of("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX");
  private static final Instant SENT = Instant.ofEpochSecond(1_750_000_000);
  private static final String PAID =
      ("{'type':'Transaction.Paid','timestamp':'2026-08-01T01:00:01.123456Z','data':{"
              + "'storeId':'store-1','paymentId':'order9001','transactionId':'tx-1'}}")
          .replace('\'', '"');

  private static Clock at(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private static WebhookRequest request(String body, Map<String, String> headers) {
    return WebhookRequest.of(body.getBytes(UTF_8), headers::get);
  }

  private static WebhookRequest unsigned(String body) {
    return request(body, Map.of());
  }

  private static Map<String, String> signed(PortOneWebhookSecret secret, String body) {
    return new LinkedHashMap<>(secret.sign("wh-1", SENT, body.getBytes(UTF_8)));
  }

  private static void rejected(int status, Runnable reading) {
    assertThatExceptionOfType(RejectedRequestException.class)
        .isThrownBy(reading::run)
        .satisfies(e -> assertThat(e.httpStatus()).isEqualTo(status));
  }

  // --- the signature

  /** The example of Standard Webhooks' own documentation. */
  @Test
  void signature_isStandardWebhooks() {
    Map<String, String> headers =
        SECRET.sign(
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            Instant.ofEpochSecond(1_614_265_330),
            "{\"test\": 2432232314}".getBytes(UTF_8));

    assertThat(headers)
        .containsEntry("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek")
        .containsEntry("webhook-timestamp", "1614265330")
        .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void signedWebhook_isAnEvent() {
    PortOneWebhook webhook = PortOneWebhook.read(request(PAID, signed(SECRET, PAID)));

    PortOneEvent event = webhook.verify(List.of(SECRET), at(SENT));

    assertThat(event.id()).isEqualTo("wh-1");
    assertThat(event.type()).isEqualTo(PortOneEventType.TRANSACTION_PAID);
    assertThat(event.timestamp()).contains(Instant.parse("2026-08-01T01:00:01.123456Z"));
    assertThat(event.storeId()).contains("store-1");
    assertThat(event.payment().orElseThrow().claimedOrderId()).contains(OrderId.of("order9001"));
    assertThat(event.payment().orElseThrow().claimedPaymentId()).contains(PaymentId.of("tx-1"));
    assertThat(webhook.deliveryId()).isEqualTo("header:wh-1");
  }

  @Test
  void oneOfSeveralSecrets_andOneOfSeveralSignatures_isEnough() {
    Map<String, String> headers = signed(NEXT, PAID);
    headers.merge(
        "webhook-signature", "v2,x v1,AAAA v1,!! ", (own, others) -> others + own + " v1a,zz");
    PortOneWebhook webhook = PortOneWebhook.read(request(PAID, headers));

    assertThat(webhook.verify(List.of(SECRET, NEXT), at(SENT)).id()).isEqualTo("wh-1");
    rejected(401, () -> webhook.verify(List.of(SECRET), at(SENT)));
  }

  @Test
  void time_mayLieFiveMinutesOffEitherWay() {
    PortOneWebhook webhook = PortOneWebhook.read(request(PAID, signed(SECRET, PAID)));
    Duration tolerance = Duration.ofMinutes(5);

    for (Instant now : List.of(SENT.plus(tolerance), SENT.minus(tolerance))) {
      assertThat(webhook.verify(List.of(SECRET), at(now)).id()).isEqualTo("wh-1");
    }
    for (Instant now :
        List.of(SENT.plus(tolerance).plusSeconds(1), SENT.minus(tolerance).minusSeconds(1))) {
      rejected(401, () -> webhook.verify(List.of(SECRET), at(now)));
    }
  }

  @Test
  void anythingElseThanWhatWasSigned_isRejected() {
    rejected(
        401,
        () -> {
          WebhookRequest other =
              request(PAID.replace("order9001", "order9002"), signed(SECRET, PAID));
          PortOneEvent unused = PortOneWebhook.read(other).verify(List.of(SECRET), at(SENT));
        });
    for (String header : List.of("webhook-id", "webhook-timestamp", "webhook-signature")) {
      Map<String, String> without = signed(SECRET, PAID);
      without.remove(header);
      rejected(
          401, () -> PortOneWebhook.read(request(PAID, without)).verify(List.of(SECRET), at(SENT)));
    }
    for (String time : List.of("01750000000", "1750000000.0", "+1750000000", "x")) {
      Map<String, String> odd = signed(SECRET, PAID);
      odd.put("webhook-timestamp", time);
      rejected(
          401, () -> PortOneWebhook.read(request(PAID, odd)).verify(List.of(SECRET), at(SENT)));
    }
  }

  @Test
  void noSecrets_orANegativeTolerance_isTheCallersMistake() {
    PortOneWebhook webhook = PortOneWebhook.read(request(PAID, signed(SECRET, PAID)));

    assertThatIllegalArgumentException().isThrownBy(() -> webhook.verify(List.of(), at(SENT)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> webhook.verify(List.of(SECRET), at(SENT), Duration.ofSeconds(-1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_", "whsec_!", "whsec_AAAA"})
  void textThatIsNoSecret_isRefused_andNotShown(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PortOneWebhookSecret.of(text))
        .satisfies(
            e -> assertThat(e.getMessage()).doesNotContain("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
    assertThat(SECRET.toString()).doesNotContain("MfKQ");
  }

  // --- what it says

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Transaction.Ready",
        "Transaction.Paid",
        "Transaction.VirtualAccountIssued",
        "Transaction.PartialCancelled",
        "Transaction.Cancelled",
        "Transaction.Failed",
        "Transaction.PayPending",
        "Transaction.CancelPending",
        "Transaction.DisputeCreated",
        "Transaction.DisputeResolved",
        "Transaction.Confirm",
        "Transaction.AddedLater"
      })
  void everyEventOfAPayment_namesIt(String type) {
    PortOneWebhook webhook = PortOneWebhook.read(unsigned(PAID.replace("Transaction.Paid", type)));

    assertThat(webhook.claimedType()).isEqualTo(PortOneEventType.of(type));
    assertThat(webhook.payment()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BillingKey.Ready",
        "BillingKey.Issued",
        "BillingKey.Failed",
        "BillingKey.Deleted",
        "BillingKey.Updated",
        "TaxInvoice.Issued"
      })
  void everyOtherEvent_namesNoPayment(String type) {
    String body =
        "{\"type\":\"" + type + "\",\"data\":{\"storeId\":\"s\",\"billingKey\":\"bk-secret\"}}";

    PortOneWebhook webhook = PortOneWebhook.read(request(body, signed(SECRET, body)));

    assertThat(webhook.payment()).isEmpty();
    PortOneEvent event = webhook.verify(List.of(SECRET), at(SENT));
    assertThat(event.billingKey()).contains("bk-secret");
    assertThat(event.toString()).doesNotContain("bk-secret");
    assertThat(webhook.toString()).doesNotContain("bk-secret");
  }

  @Test
  void cancelAndConfirm_sayWhich() {
    String cancel = PAID.replace("\"tx-1\"", "\"tx-1\",\"cancellationId\":\"c-1\"");
    String confirm =
        PAID.replace("Transaction.Paid", "Transaction.Confirm")
            .replace("\"tx-1\"", "\"tx-1\",\"totalAmount\":3000000000");

    assertThat(
            PortOneWebhook.read(request(cancel, signed(SECRET, cancel)))
                .verify(List.of(SECRET), at(SENT))
                .cancellationId())
        .contains("c-1");
    assertThat(
            PortOneWebhook.read(request(confirm, signed(SECRET, confirm)))
                .verify(List.of(SECRET), at(SENT))
                .totalAmount())
        .hasValue(3_000_000_000L);
  }

  @Test
  void olderVersion_isRead_asJsonAndAsAForm() {
    PortOneWebhook json =
        PortOneWebhook.read(
            unsigned("{\"payment_id\":\"order9001\",\"tx_id\":\"tx-1\",\"status\":\"Paid\"}"));
    PortOneWebhook form =
        PortOneWebhook.read(
            unsigned("payment_id=order9001&tx_id=tx-1&status=VirtualAccountIssued"));

    assertThat(json.claimedType()).isEqualTo(PortOneEventType.TRANSACTION_PAID);
    assertThat(form.claimedType()).isEqualTo(PortOneEventType.TRANSACTION_VIRTUAL_ACCOUNT_ISSUED);
    assertThat(form.payment().orElseThrow().claimedPaymentId()).contains(PaymentId.of("tx-1"));
  }

  @Test
  void repetitionWithoutAnId_isKnownByItsBody() {
    String one = PortOneWebhook.read(unsigned(PAID)).deliveryId();

    assertThat(one).startsWith("body:").isEqualTo(PortOneWebhook.read(unsigned(PAID)).deliveryId());
    assertThat(PortOneWebhook.read(unsigned(PAID + " ")).deliveryId()).isNotEqualTo(one);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{}",
        "{\"type\":7}",
        "{\"type\":\"Transaction.Paid\"}",
        "{\"type\":\"Transaction.Paid\",\"data\":{}}",
        "{\"type\":\"Transaction.Paid\",\"type\":\"Transaction.Failed\",\"data\":{}}",
        "{\"type\":\"Transaction.Paid\",\"data\":{\"paymentId\":[\"a\"]}}",
        "{\"type\":\"a\\nb\",\"data\":{}}",
        "payment_id=&status=Paid",
        "payment_id=order9001",
        "status=Paid"
      })
  void whatNamesNoPaymentWhereItMust_isRejected(String body) {
    rejected(400, () -> PortOneWebhook.read(unsigned(body)));
  }

  @Test
  void requestsOfOthers_areNamed() {
    assertThatExceptionOfType(RejectedRequestException.class)
        .isThrownBy(() -> PortOneWebhook.read(unsigned("imp_uid=imp_1&merchant_uid=m")))
        .withMessageContaining("Iamport");
    assertThatExceptionOfType(RejectedRequestException.class)
        .isThrownBy(
            () ->
                PortOneWebhook.read(
                    unsigned("{\"eventType\":\"PAYMENT_STATUS_CHANGED\",\"data\":{}}")))
        .withMessageContaining("Toss");
  }
}
