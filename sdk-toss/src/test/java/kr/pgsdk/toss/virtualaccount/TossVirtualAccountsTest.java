package kr.pgsdk.toss.virtualaccount;

import static kr.pgsdk.toss.TossServer.AMOUNT;
import static kr.pgsdk.toss.TossServer.ORDER_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.TossServer;
import kr.pgsdk.toss.model.Pay;
import kr.pgsdk.toss.model.TossCashReceiptType;
import kr.pgsdk.toss.model.TossPayment;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TossVirtualAccountsTest {
  private TossServer toss;
  private TossClient client;

  @BeforeEach
  void start() throws Exception {
    toss = new TossServer();
    client = toss.client();
  }

  @AfterEach
  void stop() {
    client.close();
    toss.close();
  }

  private static TossVirtualAccountRequest.Builder request() {
    return TossVirtualAccountRequest.builder(ORDER_ID, AMOUNT, "T-shirt", "홍길동", "88");
  }

  private RecordedRequest issued(TossVirtualAccountRequest request) {
    toss.serve(TossServer.ok(Pay.waiting()));
    client.virtualAccounts().issue(request);
    List<RecordedRequest> requests = toss.arrived();
    assertThat(requests).hasSize(1);
    return requests.get(0);
  }

  @Test
  void issue_answersAPaymentWithItsSecret() {
    toss.serve(TossServer.ok(Pay.waiting().with("secret", "\"ps_1\"")));

    TossPayment payment = client.virtualAccounts().issue(request().build());

    assertThat(payment.status()).isEqualTo("WAITING_FOR_DEPOSIT");
    assertThat(payment.secret()).hasValue("ps_1");
    assertThat(payment.virtualAccount().orElseThrow().bankCode()).hasValue("11");
    assertThat(payment.toString()).doesNotContain("ps_1");
  }

  @Test
  void issue_sendsWhatIsSet_andNothingElse() {
    RecordedRequest sent = issued(request().build());

    assertThat(TossServer.line(sent)).isEqualTo("POST /v1/virtual-accounts");
    assertThat(TossServer.body(sent))
        .isEqualTo(
            "{\"orderId\":\"order_9001\",\"amount\":15000,\"orderName\":\"T-shirt\","
                + "\"customerName\":\"홍길동\",\"bank\":\"88\"}");
  }

  @Test
  void dueDate_isKoreanTimeWithoutOffset_toTheSecond() {
    Instant due = Instant.parse("2026-12-31T15:00:00.999Z");

    assertThat(TossServer.body(issued(request().dueDate(due).build())))
        .contains("\"dueDate\":\"2027-01-01T00:00:00\"");
  }

  @Test
  void cashReceipt_isSentInTossesWords() {
    assertThat(
            TossServer.body(
                issued(
                    request()
                        .cashReceipt(TossCashReceiptType.EXPENSE_PROOF, "1234567890")
                        .build())))
        .contains("\"cashReceipt\":{\"type\":\"지출증빙\",\"registrationNumber\":\"1234567890\"}");
    assertThat(TossServer.body(issued(request().noCashReceipt().build())))
        .contains("\"cashReceipt\":{\"type\":\"미발행\"}");
  }

  @Test
  void issue_answerAboutAnotherOrder_isADoubtAboutThisOne() {
    toss.serve(TossServer.ok(Pay.waiting().with("orderId", "\"order_9002\"")));

    assertThatThrownBy(() -> client.virtualAccounts().issue(request().build()))
        .isInstanceOfSatisfying(
            OutcomeUnknownException.class,
            e -> assertThat(e.lookup().orderId()).hasValue(ORDER_ID));
  }

  @Test
  void issue_refusalThatRepeatsTheBuyer_isShownWithout() {
    toss.serve(
        TossServer.json(
            400, "{\"code\":\"INVALID_REQUEST\",\"message\":\"홍길동 01012345678 잘못된 요청\"}"));

    assertThatThrownBy(
            () ->
                client
                    .virtualAccounts()
                    .issue(request().customerMobilePhone("01012345678").build()))
        .isInstanceOfSatisfying(
            GatewayException.class,
            e ->
                assertThat(e + e.gatewayMessage().orElseThrow())
                    .doesNotContain("홍길동", "01012345678"));
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong("validHours", builder -> builder.validHours(0)),
        wrong("validHours", builder -> builder.validHours(2_161)),
        wrong(
            "validHours or dueDate",
            builder -> builder.validHours(24).dueDate(Instant.EPOCH).build()),
        wrong("customerMobilePhone", builder -> builder.customerMobilePhone("010-1234-5678")),
        wrong("customerMobilePhone", builder -> builder.customerMobilePhone("0101234")),
        wrong(
            "registrationNumber",
            builder -> builder.cashReceipt(TossCashReceiptType.EXPENSE_PROOF, "1".repeat(31))),
        wrong("taxFreeAmount", builder -> builder.taxFreeAmount(Money.krw(15_001))),
        wrong("customerEmail", builder -> builder.customerEmail("m".repeat(101))),
        wrong("accountKey", builder -> builder.accountKey(" ")),
        wrong(
            "quantity",
            builder -> TossEscrowProduct.of("item-1", "T-shirt", "c-1", Money.krw(1), 0)),
        wrong(
            "unitPrice",
            builder -> TossEscrowProduct.of("item-1", "T-shirt", "c-1", Money.krw(0), 1)));
  }

  private static Arguments wrong(
      String rule, Consumer<TossVirtualAccountRequest.Builder> building) {
    return Arguments.of(rule, building);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void wrongInput_isRefusedWithItsRule(
      String rule, Consumer<TossVirtualAccountRequest.Builder> building) {
    assertThatThrownBy(() -> building.accept(request()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(rule);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "8", "088", "국민", "kb"})
  void bank_ofAnotherForm_isRefused(String bank) {
    assertThatThrownBy(
            () -> TossVirtualAccountRequest.builder(ORDER_ID, AMOUNT, "T-shirt", "홍길동", bank))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("bank must be");
  }

  @Test
  void toString_showsOrderAndAmountAlone() {
    assertThat(request().customerEmail("hong@example.com").build())
        .hasToString("TossVirtualAccountRequest[order_9001, 15000 KRW]");
  }
}
