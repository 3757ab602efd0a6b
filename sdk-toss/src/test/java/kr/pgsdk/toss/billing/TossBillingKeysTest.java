package kr.pgsdk.toss.billing;

import static kr.pgsdk.toss.TossServer.AMOUNT;
import static kr.pgsdk.toss.TossServer.ORDER_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import kr.pgsdk.core.CardData;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.TossServer;
import kr.pgsdk.toss.internal.TossReply;
import kr.pgsdk.toss.model.Pay;
import kr.pgsdk.toss.model.TossCard;
import kr.pgsdk.toss.model.TossErrorCode;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TossBillingKeysTest {
  private static final String BILLING_KEY = "Z_t5vOvQxrj4499PeiJcjen28-V2RyqgYTwN44Rdzk0=";
  private static final String CUSTOMER_KEY = "3f9b1c2e-0000-4000-8000-000000000001";
  private static final String CARD_NUMBER = "4330123412341234";

  private TossServer toss;
  private TossClient client;
  private TossBillingKeys keys;

  @BeforeEach
  void start() throws Exception {
    toss = new TossServer();
    client = toss.client();
    keys = client.billingKeys();
  }

  @AfterEach
  void stop() {
    client.close();
    toss.close();
  }

  private static TossChargeRequest.Builder charge() {
    return TossChargeRequest.builder(BILLING_KEY, CUSTOMER_KEY, ORDER_ID, AMOUNT, "November");
  }

  private static TossBillingKeyRequest byAuthKey() {
    return TossBillingKeyRequest.builder("auth-key-canary-1", CUSTOMER_KEY).build();
  }

  private static TossCardBillingKeyRequest byCard() {
    return TossCardBillingKeyRequest.builder(
            CUSTOMER_KEY,
            CardData.builder(CARD_NUMBER, YearMonth.of(2030, 9))
                .ownerIdentity("900101")
                .passwordDigits("12")
                .build())
        .build();
  }

  private RecordedRequest onlyRequest() {
    List<RecordedRequest> requests = toss.arrived();
    assertThat(requests).hasSize(1);
    return requests.get(0);
  }

  private static String trace(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  @Test
  void charge_isAPostToTheKey_underTheDerivedIdempotencyKey() {
    toss.serve(TossServer.ok(Pay.done()));
    TossChargeRequest request = charge().build();

    assertThat(keys.charge(request).orderId()).isEqualTo(ORDER_ID);

    RecordedRequest sent = onlyRequest();
    assertThat(TossServer.line(sent)).isEqualTo("POST /v1/billing/" + BILLING_KEY);
    assertThat(TossServer.body(sent))
        .isEqualTo(
            "{\"orderId\":\"order_9001\",\"amount\":15000,\"orderName\":\"November\","
                + "\"customerKey\":\""
                + CUSTOMER_KEY
                + "\"}");
    assertThat(TossServer.key(sent))
        .isEqualTo(TossChargeRequest.derivedKey(BILLING_KEY, CUSTOMER_KEY, ORDER_ID, AMOUNT))
        .isEqualTo(charge().customerName("Hong").build().idempotencyKey());
  }

  @Test
  void charge_keyWithSlash_isEncodedInThePath() {
    toss.serve(TossServer.ok(Pay.done()));

    keys.charge(
        TossChargeRequest.builder("a/b?c#d", CUSTOMER_KEY, ORDER_ID, AMOUNT, "November").build());

    assertThat(TossServer.line(onlyRequest())).isEqualTo("POST /v1/billing/a%2Fb%3Fc%23d");
  }

  @Test
  void charge_lostAnswer_isSentAgainUnderTheSameKey() {
    toss.serve(TossServer.CUT_AFTER_READ, TossServer.ok(Pay.done()));

    TossReply reply = keys.reply(charge().build());

    assertThat(reply.followsDoubt()).isTrue();
    List<RecordedRequest> sent = toss.arrived();
    assertThat(sent).hasSize(2);
    assertThat(TossServer.key(sent.get(0))).isEqualTo(TossServer.key(sent.get(1)));
    assertThat(TossServer.body(sent.get(0))).isEqualTo(TossServer.body(sent.get(1)));
  }

  @Test
  void charge_answerWithTwoTraceIds_isMarkedAsAReplay() {
    toss.serve(TossServer.ok(Pay.done(), "x-tosspayments-trace-id: new, old"));

    assertThat(keys.reply(charge().build()).replayed()).isTrue();
  }

  @Test
  void charge_freshAnswer_isNotMarkedAsAReplay() {
    toss.serve(TossServer.ok(Pay.done()));

    assertThat(keys.reply(charge().build()).replayed()).isFalse();
  }

  @Test
  void charge_everyAnswerLost_isADoubtAboutTheOrder_withoutSecrets() {
    toss.serve(TossServer.CUT_AFTER_READ, TossServer.CUT_AFTER_READ, TossServer.CUT_AFTER_READ);

    OutcomeUnknownException doubt =
        catchThrowableOfType(OutcomeUnknownException.class, () -> keys.charge(charge().build()));

    assertThat(doubt.lookup().orderId()).hasValue(ORDER_ID);
    assertThat(trace(doubt)).doesNotContain(BILLING_KEY, CUSTOMER_KEY);
  }

  @Test
  void charge_answerAboutAnotherOrder_isADoubt() {
    toss.serve(TossServer.ok(Pay.done().with("orderId", "\"order_9002\"")));

    assertThatThrownBy(() -> keys.charge(charge().build()))
        .isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void charge_declined_hasCodeAndMessage_withoutTheKeysItRepeats() {
    // Short ones, which no pattern of a key or a token would find.
    TossChargeRequest request =
        TossChargeRequest.builder("bk-canary=", "cust.canary", ORDER_ID, AMOUNT, "November")
            .build();
    toss.serve(
        TossServer.json(
            403, "{\"code\":\"REJECT_CARD_PAYMENT\",\"message\":\"한도초과 bk-canary= cust.canary\"}"));

    GatewayException refusal =
        catchThrowableOfType(GatewayException.class, () -> keys.charge(request));

    assertThat(refusal.gatewayCode()).hasValue(TossErrorCode.REJECT_CARD_PAYMENT.text());
    assertThat(refusal.gatewayMessage()).hasValue("한도초과 *** ***");
    assertThat(trace(refusal)).doesNotContain("canary");
    assertThat(toss.arrived()).hasSize(1);
  }

  @Test
  void charge_ownIdempotencyKey_isSent() {
    toss.serve(TossServer.ok(Pay.done()));

    keys.charge(charge().idempotencyKey("own-key").build());

    assertThat(TossServer.key(onlyRequest())).isEqualTo("own-key");
  }

  @Test
  void issue_readsACardsKey() {
    toss.serve(TossServer.json(200, TossServer.fixture("19-billing-key-card.json")));

    TossBillingKey key = keys.issue(byAuthKey());

    assertThat(key.billingKey()).isEqualTo(BILLING_KEY);
    assertThat(key.customerKey()).hasValue(CUSTOMER_KEY);
    assertThat(key.mId()).hasValue("tosspayments");
    assertThat(key.authenticatedAt()).hasValue(Instant.parse("2021-01-01T01:00:00Z"));
    assertThat(key.method()).hasValue("카드");
    assertThat(key.card().flatMap(TossCard::issuerCode)).hasValue("61");
    assertThat(key.card().flatMap(TossCard::amount)).isEmpty();
    assertThat(key.cardCompany()).hasValue("현대");
    assertThat(key.cardNumber()).hasValue("43301234****123*");
    assertThat(key.transfers()).isEmpty();
    assertThat(key.easyPay()).isEmpty();
    assertThat(TossServer.line(onlyRequest())).isEqualTo("POST /v1/billing/authorizations/issue");
  }

  @Test
  void issue_byCard_readsAnAccountsKey() {
    toss.serve(TossServer.json(200, TossServer.fixture("20-billing-key-transfer.json")));

    TossBillingKey key = keys.issue(byCard());

    assertThat(key.card()).isEmpty();
    assertThat(key.transfers())
        .singleElement()
        .satisfies(
            transfer -> {
              assertThat(transfer.bankName()).hasValue("토스뱅크");
              assertThat(transfer.bankAccountNumber()).hasValue("1000****0000");
            });
    RecordedRequest sent = onlyRequest();
    assertThat(TossServer.line(sent)).isEqualTo("POST /v1/billing/authorizations/card");
    assertThat(TossServer.body(sent))
        .contains("\"cardExpirationYear\":\"30\",\"cardExpirationMonth\":\"09\"");
  }

  @Test
  void issue_keyOfAnotherCustomer_isADoubt() {
    toss.serve(TossServer.json(200, "{\"billingKey\":\"b-1\",\"customerKey\":\"somebody-else\"}"));

    assertThatThrownBy(() -> keys.issue(byAuthKey())).isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void issue_withoutAKey_isADoubt() {
    toss.serve(TossServer.json(200, "{\"customerKey\":\"" + CUSTOMER_KEY + "\"}"));

    assertThatThrownBy(() -> keys.issue(byAuthKey())).isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void issue_refusalThatRepeatsTheCard_isShownWithoutIt() {
    toss.serve(
        TossServer.json(
            400,
            "{\"code\":\"INVALID_CARD_NUMBER\",\"message\":\"카드번호 "
                + CARD_NUMBER
                + " 생년월일 900101\"}"));

    GatewayException refusal =
        catchThrowableOfType(GatewayException.class, () -> keys.issue(byCard()));

    assertThat(trace(refusal) + refusal.gatewayMessage())
        .doesNotContain(CARD_NUMBER, "900101", CUSTOMER_KEY);
  }

  @Test
  void delete_emptyBody_isDone() {
    toss.serve(TossServer.json(200, ""));

    keys.delete(BILLING_KEY);

    RecordedRequest sent = onlyRequest();
    assertThat(TossServer.line(sent)).isEqualTo("DELETE /v1/billing/" + BILLING_KEY);
    assertThat(TossServer.body(sent)).isEmpty();
    assertThat(TossServer.key(sent)).isEqualTo("none");
  }

  @Test
  void delete_lostAnswer_isSentOnce_andADoubtWithoutTheKey() {
    toss.serve(TossServer.CUT_AFTER_READ);

    OutcomeUnknownException doubt =
        catchThrowableOfType(OutcomeUnknownException.class, () -> keys.delete(BILLING_KEY));

    assertThat(trace(doubt)).doesNotContain(BILLING_KEY);
    assertThat(toss.arrived()).hasSize(1);
  }

  @Test
  void delete_aProxysPage_isADoubt() {
    toss.serve(TossServer.json(200, "<html>"));

    assertThatThrownBy(() -> keys.delete(BILLING_KEY)).isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void delete_refused_hasCodeAndMessage_withoutTheKeyItRepeats() {
    toss.serve(
        TossServer.json(404, "{\"code\":\"NOT_FOUND_BILLING\",\"message\":\"bk-canary= 없음\"}"));

    assertThatThrownBy(() -> keys.delete("bk-canary="))
        .isInstanceOfSatisfying(
            GatewayException.class,
            e -> {
              assertThat(e.gatewayCode()).hasValue(TossErrorCode.NOT_FOUND_BILLING.text());
              assertThat(e.gatewayMessage()).hasValue("*** 없음");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "c", "홍길동", "a b", "a/b", "customer\n"})
  void customerKey_ofTheWrongForm_isRefused_withoutShowingIt(String wrong) {
    assertThatThrownBy(() -> TossBillingKeyRequest.builder("auth-1", wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("customerKey must be 2 to 300 letters, digits, - _ = . @ only");
    assertThatThrownBy(
            () -> TossChargeRequest.builder(BILLING_KEY, wrong, ORDER_ID, AMOUNT, "November"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("customerKey must be 2 to 300 letters, digits, - _ = . @ only");
  }

  @Test
  void customerKey_of300Characters_isTaken_of301Refused() {
    assertThat(TossBillingKeyRequest.builder("auth-1", "k".repeat(300)).build()).isNotNull();
    assertThatThrownBy(() -> TossBillingKeyRequest.builder("auth-1", "k".repeat(301)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "billing key", "빌링키", "key\r\n"})
  void billingKey_ofTheWrongForm_isRefused_withoutShowingIt(String wrong) {
    assertThatThrownBy(() -> keys.delete(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("billingKey must be 1 to 200 visible ASCII characters");
    assertThatThrownBy(
            () -> TossChargeRequest.builder(wrong, CUSTOMER_KEY, ORDER_ID, AMOUNT, "November"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("billingKey must be 1 to 200 visible ASCII characters");
    assertThat(toss.arrived()).isEmpty();
  }

  @Test
  void authKey_blankOrTooLong_isRefused_withoutShowingIt() {
    assertThatThrownBy(() -> TossBillingKeyRequest.builder(" ", CUSTOMER_KEY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("authKey");
    assertThatThrownBy(() -> TossBillingKeyRequest.builder("a".repeat(301), CUSTOMER_KEY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("authKey must have at most 300 characters: it has 301");
  }

  @Test
  void charge_ofNothing_ofAPartAboveTheWhole_ofAShortOrderId_isRefused() {
    assertThatThrownBy(
            () ->
                TossChargeRequest.builder(
                    BILLING_KEY, CUSTOMER_KEY, ORDER_ID, Money.krw(0), "November"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("amount must be more than zero");
    assertThatThrownBy(
            () ->
                TossChargeRequest.builder(
                    BILLING_KEY, CUSTOMER_KEY, OrderId.of("71"), AMOUNT, "November"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("6 to 64");
    assertThatThrownBy(() -> charge().taxFreeAmount(Money.krw(15_001)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("taxFreeAmount (15001 KRW) is more than the amount (15000 KRW)");
    assertThatThrownBy(() -> charge().taxExemptionAmount(Money.of("1", "USD")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("taxExemptionAmount is in USD, the amount in KRW");
  }

  @Test
  void toString_showsNoKeyAndNoCard() {
    toss.serve(TossServer.json(200, TossServer.fixture("19-billing-key-card.json")));

    assertThat(charge().build()).hasToString("TossChargeRequest[order_9001, 15000 KRW]");
    assertThat(byAuthKey()).hasToString("TossBillingKeyRequest");
    assertThat(byCard()).hasToString("TossCardBillingKeyRequest");
    assertThat(keys.issue(byAuthKey())).hasToString("TossBillingKey");
  }
}
