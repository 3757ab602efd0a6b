package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import kr.pgsdk.core.CardData;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.TossSecretKey;
import kr.pgsdk.toss.card.TossKeyInRequest;
import kr.pgsdk.toss.model.TossPayment;
import kr.pgsdk.toss.virtualaccount.TossVirtualAccountRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Payments that a shop's server makes at the sandbox's Toss without a window. */
class TossServerPaymentsTest {
  private static final OrderId ORDER = OrderId.of("order_9001");
  private static final String KEY_IN = "/v1/payments/key-in";
  private static final String ACCOUNTS = "/v1/virtual-accounts";

  /** 10:00 in Korea. */
  private final Sandbox sandbox =
      Sandbox.builder()
          .clock(Clock.fixed(Instant.parse("2026-11-20T01:00:00Z"), ZoneOffset.UTC))
          .start();

  private final Wire toss = Wire.toss(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  private TossClient client() {
    return TossClient.builder(TossSecretKey.of(sandbox.tossSecretKey()))
        .http(HttpOptions.builder().baseUrl(sandbox.tossUrl()).build())
        .build();
  }

  private static TossKeyInRequest keyIn(TestCard card) {
    return TossKeyInRequest.builder(
            ORDER,
            Money.krw(110_000),
            "T-shirt",
            CardData.builder(card.number(), YearMonth.of(2030, 9)).ownerIdentity("900101").build())
        .cardInstallmentPlan(3)
        .build();
  }

  private static String order(String more) {
    return "{\"orderId\":\"order_9001\",\"orderName\":\"T-shirt\",\"amount\":10000" + more + "}";
  }

  private static String account(String more) {
    return order(",\"customerName\":\"홍길동\",\"bank\":\"88\"" + more);
  }

  private static String card(String more) {
    return order(
        ",\"cardNumber\":\"4330123412340000\",\"cardExpirationYear\":\"30\","
            + "\"cardExpirationMonth\":\"09\",\"customerIdentityNumber\":\"900101\""
            + more);
  }

  private static void assertRefused(Wire.Reply reply, String code) {
    assertThat(reply.at("code")).as(reply.body()).isEqualTo(code);
  }

  // ---- key-in

  @Test
  void keyIn_goodCard_capturesOnce_andIsFound() {
    try (TossClient client = client()) {
      TossPayment paid = client.cardPayments().keyIn(keyIn(TestCard.GOOD));

      assertThat(paid.status()).isEqualTo("DONE");
      assertThat(paid.orderName()).contains("T-shirt");
      Ledger ledger = sandbox.toss().ledger(paid.paymentKey());
      assertThat(ledger.captured()).isEqualTo(Money.krw(110_000));
      assertThat(ledger.captures()).isEqualTo(1);
      assertThat(client.paymentByOrderId(ORDER).paymentKey()).isEqualTo(paid.paymentKey());
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GOOD")
  void keyIn_badCard_isDeclinedWithItsCode_nothingIsCaptured(TestCard card) throws IOException {
    try (TossClient client = client()) {
      assertThatThrownBy(() -> client.cardPayments().keyIn(keyIn(card)))
          .isInstanceOf(GatewayException.class)
          .hasMessageContaining(card.tossCode());
    }
    assertThat(toss.get("/v1/payments/orders/order_9001").status()).isEqualTo(404);
  }

  @Test
  void keyIn_answerLost_sentAgainUnderItsKey_capturedOnce() {
    sandbox.toss().inject(Fault.of(FaultKind.ANSWER_LOST).on("POST", KEY_IN));
    try (TossClient client = client()) {
      TossPayment paid = client.cardPayments().keyIn(keyIn(TestCard.GOOD));

      assertThat(sandbox.toss().journal().count("POST", KEY_IN)).isEqualTo(2);
      assertThat(sandbox.toss().ledger(paid.paymentKey()).captures()).isEqualTo(1);
    }
  }

  @Test
  void keyIn_sameOrderUnderAnotherKey_isRefused() throws IOException {
    assertThat(toss.header("Idempotency-Key", "k1").post(KEY_IN, card("")).status()).isEqualTo(200);
    assertRefused(
        toss.header("Idempotency-Key", "k2").post(KEY_IN, card("")), "DUPLICATED_ORDER_ID");
    assertThat(toss.header("Idempotency-Key", "k1").post(KEY_IN, card("")).at("status"))
        .isEqualTo("DONE");
  }

  @ParameterizedTest
  @CsvSource({
    "orderId, '\"ab\"', INVALID_REQUEST",
    "orderName, '\"\"', INVALID_REQUEST",
    "amount, 0, INVALID_REQUEST",
    "amount, 99, BELOW_MINIMUM_AMOUNT",
    "amount, 100.5, INVALID_REQUEST",
    "taxFreeAmount, 10001, INVALID_REQUEST",
    "cardNumber, '\"4330\"', INVALID_REQUEST",
    "customerIdentityNumber, '\"1\"', INVALID_BIRTH_DAY_FORMAT",
    "cardPassword, '\"1234\"', INVALID_CARD_PASSWORD",
    "cardInstallmentPlan, 13, INVALID_CARD_INSTALLMENT_PLAN",
    "cardInstallmentPlan, 3, NOT_SUPPORTED_MONTHLY_INSTALLMENT_PLAN_BELOW_AMOUNT"
  })
  void keyIn_badField_isRefused(String field, String value, String code) throws IOException {
    assertRefused(toss.post(KEY_IN, card(",\"" + field + "\":" + value)), code);
    assertThat(toss.get("/v1/payments/orders/order_9001").status()).isEqualTo(404);
  }

  // ---- virtual accounts

  @Test
  void virtualAccount_waits_thenTheBuyersDepositCaptures() throws IOException {
    try (TossClient client = client()) {
      TossPayment waiting =
          client
              .virtualAccounts()
              .issue(
                  TossVirtualAccountRequest.builder(
                          ORDER, Money.krw(10_000), "T-shirt", "홍길동", "88")
                      .validHours(24)
                      .build());
      PaymentId id = waiting.paymentKey();

      assertThat(waiting.status()).isEqualTo("WAITING_FOR_DEPOSIT");
      assertThat(waiting.secret()).isPresent();
      assertThat(waiting.virtualAccount().orElseThrow().dueDate())
          .contains(Instant.parse("2026-11-21T01:00:00Z"));
      assertThat(waiting.virtualAccount().orElseThrow().bankCode()).contains("88");
      assertThat(sandbox.toss().ledger(id).captures()).isZero();

      sandbox.buyer().onToss().deposit(id);

      assertThat(client.payment(id).status()).isEqualTo("DONE");
      assertThat(sandbox.toss().ledger(id).captured()).isEqualTo(Money.krw(10_000));
      assertThat(sandbox.toss().webhooks(id))
          .extracting(SandboxWebhook::text)
          .anySatisfy(body -> assertThat(body).contains("\"secret\"", "\"transactionKey\""))
          .hasSize(2);
    }
  }

  @Test
  void virtualAccount_dueDate_isATimeInKorea_andEndsTheDeposit() throws IOException {
    Wire.Reply reply = toss.post(ACCOUNTS, account(",\"dueDate\":\"2026-11-20T11:00:00\""));

    assertThat(reply.at("virtualAccount.dueDate")).isEqualTo("2026-11-20T11:00:00+09:00");
    sandbox.clock().advance(Duration.ofHours(1));
    PaymentId id = PaymentId.of((String) reply.at("paymentKey"));
    assertThatThrownBy(() -> sandbox.buyer().onToss().deposit(id))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void virtualAccount_accountKey_theSameAccountForEveryOrder() throws IOException {
    Wire.Reply first = toss.post(ACCOUNTS, account(",\"accountKey\":\"k\""));
    Wire.Reply second =
        toss.post(ACCOUNTS, account(",\"accountKey\":\"k\"").replace("order_9001", "order_9002"));

    assertThat(first.at("virtualAccount.accountType")).isEqualTo("고정");
    assertThat(second.at("virtualAccount.accountNumber"))
        .isEqualTo(first.at("virtualAccount.accountNumber"));
  }

  @ParameterizedTest
  @CsvSource({
    "validHours, 2161, EXCEED_MAX_VALID_HOURS",
    "validHours, 0, INVALID_REQUEST",
    "dueDate, '\"2026-11-20T10:00:00\"', INVALID_DATE",
    "dueDate, '\"tomorrow\"', INVALID_DATE",
    "dueDate, '\"2027-02-18T10:00:01\"', EXCEED_MAX_DUE_DATE",
    "bank, '\"shinhan\"', INVALID_BANK",
    "amount, 199, BELOW_MINIMUM_AMOUNT",
    "customerName, '\"\"', INVALID_REQUEST",
    "customerMobilePhone, '\"010-1\"', INVALID_REQUEST",
    "cashReceipt, '{\"type\":\"소득공제\"}', INVALID_REGISTRATION_NUMBER_TYPE"
  })
  void virtualAccount_badField_isRefused(String field, String value, String code)
      throws IOException {
    assertRefused(toss.post(ACCOUNTS, account(",\"" + field + "\":" + value)), code);
  }

  @Test
  void virtualAccount_hoursAndDate_areRefused() throws IOException {
    assertRefused(
        toss.post(ACCOUNTS, account(",\"validHours\":1,\"dueDate\":\"2026-11-20T11:00:00\"")),
        "INVALID_VALID_HOURS_WITH_DUE_DATE_AND_SINGLE");
  }

  @Test
  void taxFreePart_isNotTaxed_andShrinksWithACancel() throws IOException {
    Wire.Reply paid = toss.post(KEY_IN, card(",\"taxFreeAmount\":1200"));
    assertThat(paid.at("vat")).isEqualTo("800");
    assertThat(paid.at("suppliedAmount")).isEqualTo("8000");
    assertThat(paid.at("taxFreeAmount")).isEqualTo("1200");

    Wire.Reply cancelled =
        toss.post(
            "/v1/payments/" + paid.at("paymentKey") + "/cancel",
            "{\"cancelReason\":\"r\",\"cancelAmount\":1200,\"taxFreeAmount\":1200}");
    assertThat(cancelled.at("taxFreeAmount")).isEqualTo("0");
    assertThat(cancelled.at("vat")).isEqualTo("800");
  }
}
