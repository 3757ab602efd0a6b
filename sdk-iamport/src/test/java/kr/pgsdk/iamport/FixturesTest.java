package kr.pgsdk.iamport;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kr.pgsdk.core.CardData;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.PaymentStatus.Known;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.PaymentException;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonText;
import kr.pgsdk.iamport.billing.IamportBillingKeyRequest;
import kr.pgsdk.iamport.billing.IamportCardPaymentRequest;
import kr.pgsdk.iamport.billing.IamportChargeRequest;
import kr.pgsdk.iamport.certification.IamportCertification;
import kr.pgsdk.iamport.model.IamportCancellation;
import kr.pgsdk.iamport.model.IamportPayment;
import kr.pgsdk.iamport.schedule.IamportScheduleStatus;
import kr.pgsdk.iamport.schedule.IamportScheduledPayment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every captured payload is read, and read as what it is. A file without a kind fails. */
class FixturesTest {
  private static final Path FOLDER = Path.of("src/test/resources/fixtures");
  private static final PaymentId PAYMENT = PaymentId.of("imp_123");
  private static final OrderId ORDER = OrderId.of("order_9001");
  private static final CardData CARD =
      CardData.builder("4111111111111111", YearMonth.of(2030, 12)).build();

  private enum Kind {
    TOKEN,
    PAYMENT,
    CANCELLED_PAYMENT,
    PREPARED,
    CERTIFICATION,
    REVOKED_SCHEDULE,
    ERROR,
    /** What somebody else sends: a webhook, the checkout page, the shop itself. */
    OTHER_BODY
  }

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          entry("01-token-success-fresh.json", Kind.TOKEN),
          entry("02-token-success-reused.json", Kind.TOKEN),
          entry("03-token-error-bad-key.json", Kind.ERROR),
          entry("04-token-error-missing-params.json", Kind.ERROR),
          entry("05-payment-card-inicis-paid-raw.json", Kind.PAYMENT),
          entry("08-payment-vbank-ready-uplus.json", Kind.PAYMENT),
          entry("11-payment-point-welcome-custom-data.json", Kind.PAYMENT),
          entry("12-cancel-full-kcp-success-raw.json", Kind.CANCELLED_PAYMENT),
          entry("15-unschedule-success.json", Kind.REVOKED_SCHEDULE),
          entry("16-payment-error-not-found.json", Kind.ERROR),
          entry("17-cancel-error-not-found.json", Kind.ERROR),
          entry("18-cancel-error-already-cancelled.json", Kind.ERROR),
          entry("20-prepare-error-duplicate.json", Kind.ERROR),
          entry("21-prepare-success.json", Kind.PREPARED),
          entry("23-billing-key-error-not-enabled.json", Kind.ERROR),
          entry("24-again-error-unknown-customer.json", Kind.ERROR),
          entry("25-onetime-error-card-auth.json", Kind.ERROR),
          entry("26-error-unauthorized-token.json", Kind.ERROR),
          entry("28-certification-success-inicis.json", Kind.CERTIFICATION),
          entry("30-webhook-paid.json", Kind.OTHER_BODY),
          entry("31-webhook-console-test-call.json", Kind.OTHER_BODY),
          entry("32-js-callback-success.json", Kind.OTHER_BODY),
          entry("33-js-callback-failure-already-paid.json", Kind.OTHER_BODY),
          entry("34-js-callback-failure-no-pg.json", Kind.OTHER_BODY),
          entry("36-confirm-process-request.json", Kind.OTHER_BODY),
          entry("37-confirm-process-reject-response.json", Kind.OTHER_BODY),
          entry("38-cvs-confirm-request.json", Kind.OTHER_BODY),
          entry("39-cancel-request-naverpay.json", Kind.OTHER_BODY));

  static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .sorted()
          .toList();
    }
  }

  private static String read(String file) throws IOException {
    return Files.readString(FOLDER.resolve(file));
  }

  @Test
  void folderAndKinds_nameTheSameFiles() throws IOException {
    assertThat(files()).containsExactlyInAnyOrderElementsOf(KINDS.keySet());
  }

  @ParameterizedTest
  @MethodSource("files")
  void file_isReadAsWhatItIs(String file) throws IOException {
    assertThat(KINDS).as("a new file needs a kind here").containsKey(file);
    String json = read(file);
    try (FakeIamport iamport = new FakeIamport();
        IamportClient client = iamport.client().build()) {
      switch (KINDS.get(file)) {
        case TOKEN -> token(iamport, client, json);
        case PAYMENT -> payment(iamport, client, json);
        case PREPARED -> prepared(iamport, client, json);
        case CERTIFICATION -> certification(iamport, client, json);
        case ERROR -> error(iamport, client, file, json);
        case REVOKED_SCHEDULE -> revokedSchedule(iamport, client, json);
        case CANCELLED_PAYMENT -> cancelled(iamport, client, json);
        case OTHER_BODY -> otherBody(json);
      }
    }
  }

  private static void token(FakeIamport iamport, IamportClient client, String json) {
    iamport.serveTokens(FakeIamport.json(200, json));

    assertThat(client.getToken().value()).matches("0{39}[12]");
    assertThat(client.getToken().scheme()).isEqualTo("Bearer");
    Duration lifetime =
        Duration.between(Instant.now(), client.getToken().expiresAt().orElseThrow());
    // By the answer's own clock, which stood years ago.
    assertThat(lifetime).isBetween(Duration.ofSeconds(1690), Duration.ofSeconds(1800));
  }

  private static void payment(FakeIamport iamport, IamportClient client, String json) {
    iamport.serve(FakeIamport.json(200, json));
    String id = matched("\"imp_uid\":\\s*\"([^\"]+)\"", json);

    IamportPayment payment = client.payment(PaymentId.of(id));

    assertThat(payment.toString()).isEqualTo(IamportPayment.parse(json).toString());
    assertThat(payment.toPayment().paymentId().value()).isEqualTo(id);
    assertThat(payment.toPayment().status().known()).isNotEqualTo(Known.UNKNOWN);
  }

  private static void prepared(FakeIamport iamport, IamportClient client, String json) {
    iamport.serve(FakeIamport.json(200, json));
    OrderId order = OrderId.of("ORD20180131-0000011");

    assertThat(client.payments().prepare(order, Money.krw(12_000)).amount())
        .isEqualByComparingTo("12000");
    assertThat(client.payments().prepared(order).orElseThrow().currency()).isEmpty();
  }

  private static void certification(FakeIamport iamport, IamportClient client, String json) {
    iamport.serve(FakeIamport.json(200, json));

    IamportCertification read = client.certifications().find("imp_000000000028").orElseThrow();

    assertThat(read.certificationId()).contains("imp_000000000028");
    assertThat(read.birth()).contains(Instant.parse("1989-12-31T15:00:00Z"));
    assertThat(read.birthday()).contains("1990-01-01");
    assertThat(read.certified()).contains(true);
    assertThat(read.gender()).isEmpty();
    assertThat(read.foreigner()).contains(false);
    assertThat(read.foreignerV2()).isEmpty();
    assertThat(read.carrier()).isEmpty();
    assertThat(read.toString()).isEqualTo("IamportCertification");
  }

  /** The operation whose refusal it is. */
  private static final Map<String, Consumer<IamportClient>> REFUSED =
      Map.ofEntries(
          entry("03", IamportClient::getToken),
          entry("04", IamportClient::getToken),
          entry("16", client -> client.payment(PAYMENT)),
          entry("17", client -> client.cancel(IamportCancelRequest.full(PAYMENT).build())),
          entry("18", client -> client.cancel(IamportCancelRequest.full(PAYMENT).build())),
          entry("20", client -> client.payments().prepare(ORDER, Money.krw(12_000))),
          entry(
              "23",
              client ->
                  client
                      .billingKeys()
                      .issue(IamportBillingKeyRequest.builder("uid-1", "k", CARD).build())),
          entry(
              "24",
              client ->
                  client
                      .billingKeys()
                      .charge(
                          IamportChargeRequest.builder("uid-1", ORDER, Money.krw(100), "T-shirt")
                              .build())),
          entry(
              "25",
              client ->
                  client
                      .cardPayments()
                      .pay(IamportCardPaymentRequest.builder(ORDER, Money.krw(100), CARD).build())),
          entry("26", client -> client.payments().balance(PAYMENT)));

  private static void error(FakeIamport iamport, IamportClient client, String file, String json)
      throws IOException {
    int status =
        Integer.parseInt(matched("\\| " + Pattern.quote(file) + " \\| (\\d+)", read("SOURCES.md")));
    String code = matched("\"code\":\\s*(-?\\d+)", json);
    String message = matched("\"message\":\\s*\"([^\"]+)\"", json);
    if (file.contains("-token-error-")) {
      iamport.serveTokens(FakeIamport.json(status, json));
    } else {
      iamport.serve(FakeIamport.json(status, json));
    }
    Consumer<IamportClient> refused = REFUSED.get(file.substring(0, 2));
    assertThat(refused).as("the operation that " + file + " refuses").isNotNull();

    PaymentException error =
        catchThrowableOfType(PaymentException.class, () -> refused.accept(client));

    assertThat(error)
        .isInstanceOf(status == 401 ? AuthenticationException.class : GatewayException.class);
    assertThat(error.httpStatus()).hasValue(status);
    assertThat(error.gatewayCode()).contains(code);
    assertThat(error.gatewayMessage()).contains(message);
    assertThat(error.isRetryable()).isFalse();
    assertThatThrownBy(() -> IamportPayment.parse(json))
        .isInstanceOf(MalformedResponseException.class);
  }

  private static void revokedSchedule(FakeIamport iamport, IamportClient client, String json) {
    iamport.serve(FakeIamport.json(200, json));

    IamportScheduledPayment revoked =
        client
            .schedules()
            .revoke("4", List.of(OrderId.of("4_subscribe_2023_09_08_142616185_r")))
            .get(0);

    assertThat(revoked.scheduleStatus()).contains(IamportScheduleStatus.REVOKED);
    assertThat(revoked.customerUid()).contains("4");
    assertThat(revoked.paymentId()).isEmpty();
    assertThat(revoked.paymentStatus()).isEmpty();
    assertThat(revoked.executedAt()).isEmpty();
    assertThat(revoked.scheduleAt()).contains(Instant.ofEpochSecond(1_696_742_786));
    assertThat(revoked.revokedAt()).contains(Instant.ofEpochSecond(1_694_160_397));
    assertThat(revoked.amount().orElseThrow()).isEqualByComparingTo("5900");
    assertThat(revoked.name()).contains("1개월 정기결제예약");
  }

  private static void cancelled(FakeIamport iamport, IamportClient client, String json) {
    payment(iamport, client, json);
    PaymentId id = PaymentId.of(matched("\"imp_uid\":\\s*\"([^\"]+)\"", json));

    IamportPayment payment = client.cancel(IamportCancelRequest.full(id).build());

    assertThat(payment.cancelHistory()).hasSize(1);
  }

  private static void otherBody(String json) {
    assertThat(Json.object(json.getBytes(StandardCharsets.UTF_8)).names()).isNotEmpty();
    assertThatThrownBy(() -> IamportPayment.parse(json))
        .isInstanceOf(MalformedResponseException.class);
  }

  private static String matched(String regex, String text) {
    Matcher matcher = Pattern.compile(regex).matcher(text);
    assertThat(matcher.find()).as(regex).isTrue();
    return matcher.group(1);
  }

  // --- what the captured payments say

  @Test
  void capturedCardPayment() throws IOException {
    IamportPayment payment = IamportPayment.parse(read("05-payment-card-inicis-paid-raw.json"));

    assertThat(payment.toPayment().status().isPaid()).isTrue();
    assertThat(payment.amount()).isEqualTo(Money.krw(1));
    assertThat(payment.name()).contains("당근 10kg");
    assertThat(payment.cardType()).hasValue(1);
    assertThat(payment.cardQuota()).hasValue(0);
    assertThat(payment.cardCode()).contains("366");
    assertThat(payment.receiptUrl().orElseThrow()).startsWith("https://iniweb.inicis.com/receipt/");
    assertThat(payment.cancelledAt()).isEmpty();
    assertThat(payment.vbankDate()).isEmpty();
    assertThat(payment.toPayment().virtualAccount()).isEmpty();
    assertThat(payment.sandbox()).isFalse();
    assertThat(payment.toString()).doesNotContain("559410", "홍길동", "buyer@");
  }

  @Test
  void capturedVirtualAccount_awaitsItsDeposit() throws IOException {
    IamportPayment payment = IamportPayment.parse(read("08-payment-vbank-ready-uplus.json"));

    assertThat(payment.toPayment().status().known()).isEqualTo(Known.WAITING_FOR_DEPOSIT);
    assertThat(payment.toPayment().balance().isZero()).isTrue();
    assertThat(payment.toPayment().virtualAccount().orElseThrow().number())
        .isEqualTo("X0000000000000");
    assertThat(payment.cardType()).isEmpty();
    assertThat(payment.toString()).doesNotContain("X0000");
  }

  @Test
  void capturedPointPayment_keepsCustomDataAsText() throws IOException {
    IamportPayment payment =
        IamportPayment.parse(read("11-payment-point-welcome-custom-data.json"));

    assertThat(payment.toPayment().status().isPaid()).isTrue();
    assertThat(payment.customData().orElseThrow()).startsWith("{\"orderName\":\"재매칭권\"");
    assertThat(payment.buyerAddr()).isEmpty();
    assertThat(payment.embPgProvider()).contains("kakaopay");
  }

  @Test
  void capturedFullCancel() throws IOException {
    IamportPayment payment = IamportPayment.parse(read("12-cancel-full-kcp-success-raw.json"));

    assertThat(payment.toPayment().status().known()).isEqualTo(Known.CANCELLED);
    assertThat(payment.toPayment().balance()).isEqualTo(Money.krw(0));
    assertThat(payment.paidAt()).isPresent();
    IamportCancellation cancel = payment.cancelHistory().get(0);
    assertThat(cancel.reason()).contains("취소요청api");
    assertThat(cancel.cancellationId()).isEmpty();
    assertThat(payment.cancelReceiptUrls()).hasSize(1);
  }

  @Test
  void cancelAtNaverPay_isSentAsItsSampleShows() throws IOException {
    PaymentId id = PaymentId.of("imp_123412341234");
    try (FakeIamport iamport = new FakeIamport();
        IamportClient client = iamport.client().build()) {
      iamport.serve(FakeIamport.ok(PaymentBody.paid().id(id.value())));

      client.cancel(
          IamportCancelRequest.partial(id, Money.krw(3_000))
              .reason("결제 취소 사유")
              .requester(IamportCancelRequest.Requester.CUSTOMER)
              .build());

      assertThat(FakeIamport.body(iamport.lastRequest()))
          .isEqualTo(
              JsonText.of(
                  Json.document(
                      read("39-cancel-request-naverpay.json").getBytes(StandardCharsets.UTF_8))));
    }
  }
}
