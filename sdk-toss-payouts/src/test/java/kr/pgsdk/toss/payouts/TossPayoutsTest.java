package kr.pgsdk.toss.payouts;

import static kr.pgsdk.toss.payouts.PayoutsServer.CUT_AFTER_READ;
import static kr.pgsdk.toss.payouts.PayoutsServer.KEY;
import static kr.pgsdk.toss.payouts.PayoutsServer.encrypt;
import static kr.pgsdk.toss.payouts.PayoutsServer.encrypted;
import static kr.pgsdk.toss.payouts.PayoutsServer.entity;
import static kr.pgsdk.toss.payouts.PayoutsServer.opened;
import static kr.pgsdk.toss.payouts.PayoutsServer.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.error.AuthenticationException;
import kr.pgsdk.core.error.GatewayException;
import kr.pgsdk.core.error.MalformedResponseException;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.internal.json.Json;
import kr.pgsdk.core.internal.json.JsonObject;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.custom.TossCustomRequest;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TossPayoutsTest {
  private static final String PAYOUT =
      "{\"id\":\"FPA_1\",\"refPayoutId\":\"my-payout-1\",\"status\":\"REQUESTED\"}";

  private PayoutsServer toss;
  private TossClient client;
  private TossPayouts payouts;

  @BeforeEach
  void start() throws Exception {
    toss = new PayoutsServer();
    client = toss.client();
    payouts = PayoutsServer.payouts(client);
  }

  @AfterEach
  void stop() {
    client.close();
    toss.close();
  }

  private static TossPayoutRequest request() {
    return request("my-payout-1").build();
  }

  private static TossPayoutRequest.Builder request(String refPayoutId) {
    return TossPayoutRequest.builder(refPayoutId, "seller-1", Money.krw(5_000));
  }

  private static String line(RecordedRequest request) {
    return request.getMethod() + " " + request.getTarget();
  }

  private static JsonObject fixture(String name) throws Exception {
    JsonObject json =
        Json.object(Files.readAllBytes(Path.of("src/test/resources/fixtures").resolve(name)));
    return json.requiredObject("entityBody");
  }

  @Test
  void request_isSentEncrypted_andItsAnswerDecrypted() {
    toss.serve(entity(PAYOUT));

    TossPayout payout =
        payouts.request(
            request("my-payout-1")
                .scheduleType(TossPayoutSchedule.SCHEDULED)
                .payoutDate(LocalDate.of(2024, 8, 8))
                .build());

    assertThat(payout.id()).hasValue("FPA_1");
    assertThat(payout.status()).hasValue(TossPayoutStatus.of("REQUESTED"));
    RecordedRequest sent = toss.arrived().get(0);
    assertThat(line(sent)).isEqualTo("POST /v2/payouts");
    assertThat(sent.getHeaders().values("Content-Type")).containsExactly("text/plain");
    assertThat(sent.getHeaders().get("TossPayments-api-security-mode")).isEqualTo("ENCRYPTION");
    assertThat(sent.getHeaders().get("Authorization")).startsWith("Basic ");
    assertThat(opened(sent).getPayload())
        .hasToString(
            "{\"refPayoutId\":\"my-payout-1\",\"destination\":\"seller-1\","
                + "\"amount\":{\"value\":5000,\"currency\":\"KRW\"},"
                + "\"scheduleType\":\"SCHEDULED\",\"payoutDate\":\"2024-08-08\"}");
  }

  @Test
  void request_lostAnswer_isSentAgainUnderTheSameKey() {
    toss.serve(CUT_AFTER_READ, entity("{\"items\":[" + PAYOUT + "]}"));

    assertThat(payouts.request(request()).id()).hasValue("FPA_1");

    assertThat(toss.arrived())
        .hasSize(2)
        .allSatisfy(
            sent ->
                assertThat(sent.getHeaders().get("Idempotency-Key"))
                    .isEqualTo(request().idempotencyKey()));
  }

  @Test
  void request_onlyLostAnswers_leaveDoubt_thatSaysWhatToLookUp() {
    toss.serve(CUT_AFTER_READ, CUT_AFTER_READ, CUT_AFTER_READ);

    assertThatThrownBy(() -> payouts.request(request()))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessageContaining("Look the payout my-payout-1 up before anything else");
    assertThat(toss.arrived()).hasSize(3);
  }

  @Test
  void encryptedRefusal_isRead_withoutWhatItRepeats() {
    toss.serve(
        encrypted(
            400,
            "{\"version\":\"2022-11-16\",\"traceId\":\"t1abc\",\"error\":"
                + "{\"code\":\"INVALID_ACCOUNT\",\"message\":\"계좌 123-canary-45\"}}"));

    assertThatThrownBy(
            () ->
                payouts.registerSeller(
                    TossSellerRequest.builder().account("092", "123-canary-45", "Hong").build()))
        .isInstanceOfSatisfying(
            GatewayException.class,
            e -> {
              assertThat(e.gatewayCode()).hasValue("INVALID_ACCOUNT");
              assertThat(e.traceId()).hasValue("t1abc");
              assertThat(e + e.gatewayMessage().orElse("")).doesNotContain("canary");
            });
  }

  @Test
  void refusalOfTheSecretKey_inClear_isRead() {
    toss.serve(
        plain(401, "{\"error\":{\"code\":\"UNAUTHORIZED_KEY\",\"message\":\"no such key\"}}"));

    assertThatThrownBy(() -> payouts.request(request()))
        .isInstanceOf(AuthenticationException.class);
  }

  @Test
  void proxysError_inClear_leavesAPayoutInDoubt() {
    toss.serve(plain(403, "{\"message\":\"Forbidden\"}"));

    assertThatThrownBy(() -> payouts.request(request()))
        .isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void proxysPage_whenReading_isMalformed() {
    toss.serve(plain(403, "<html>"));

    assertThatThrownBy(() -> payouts.seller("seller-1"))
        .isInstanceOf(MalformedResponseException.class);
  }

  @Test
  void successInClear_provesNothingOfAPayout() {
    toss.serve(
        plain(200, "{\"entityBody\":" + PAYOUT + "}"),
        plain(200, "{\"entityBody\":" + PAYOUT + "}"),
        plain(200, "{\"entityBody\":" + PAYOUT + "}"));

    assertThatThrownBy(() -> payouts.request(request()))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasRootCauseMessage("$ is not encrypted");
  }

  @Test
  void answerByAnotherKey_isInDoubt_andSaysToCheckTheKey() {
    String other = encrypt("f".repeat(64), "{\"entityBody\":" + PAYOUT + "}");
    toss.serve(plain(200, other), plain(200, other), plain(200, other));

    assertThatThrownBy(() -> payouts.request(request()))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasStackTraceContaining("check that the security key")
        .hasMessageNotContaining(KEY);
  }

  @Test
  void answerAboutAnotherPayout_isInDoubt() {
    String other = PAYOUT.replace("my-payout-1", "my-payout-2");
    toss.serve(entity(other), entity(other), entity(other));

    assertThatThrownBy(() -> payouts.request(request()))
        .isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void readsAboutAnother_orNone_areMalformed() {
    toss.serve(entity(PAYOUT), entity("{}"), entity("{\"id\":\"seller-2\"}"));

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> payouts.payout("FPA_2"))
          .isInstanceOf(MalformedResponseException.class)
          .hasMessageContaining("$.entityBody.id is");
    }
    assertThatThrownBy(() -> payouts.seller("seller-1"))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("$.entityBody.id is not the one that was asked for");
  }

  @Test
  void changesOfAnotherSeller_areInDoubt() {
    TossSellerRequest request = TossSellerRequest.builder().refSellerId("my-seller-1").build();
    for (int i = 0; i < 6; i++) {
      toss.serve(entity("{\"id\":\"seller-2\",\"refSellerId\":\"my-seller-2\"}"));
    }

    assertThatThrownBy(() -> payouts.updateSeller("seller-1", request))
        .isInstanceOf(OutcomeUnknownException.class);
    assertThatThrownBy(() -> payouts.registerSeller(request))
        .isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void pageThatDoesNotSayWhetherAnotherFollows_isMalformed() {
    toss.serve(entity("{\"items\":[" + PAYOUT + "]}"), entity("{\"hasNext\":\"?\",\"items\":[]}"));

    assertThatThrownBy(() -> payouts.payouts(Map.of()))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("$.entityBody.hasNext is missing");
    assertThatThrownBy(() -> payouts.sellers(Map.of()))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("$.entityBody.hasNext is not a yes or no");
  }

  @Test
  void requestAll_sendsAnArray_andReturnsThePayoutsInItsOrder() {
    String second = PAYOUT.replace("my-payout-1", "my-payout-2").replace("FPA_1", "FPA_2");
    toss.serve(entity("[" + second + "," + PAYOUT + "]"));

    List<TossPayout> answered =
        payouts.requestAll(List.of(request(), request("my-payout-2").build()), "august-1");

    assertThat(answered).extracting(p -> p.id().orElseThrow()).containsExactly("FPA_1", "FPA_2");
    RecordedRequest sent = toss.arrived().get(0);
    assertThat(sent.getHeaders().get("Idempotency-Key")).isEqualTo("august-1");
    assertThat(opened(sent).getPayload().toString()).startsWith("[{\"refPayoutId\":").endsWith("]");
  }

  @Test
  void answersInClear_areReadWhereNothingWasEncrypted() throws Exception {
    String list = Files.readString(Path.of("src/test/resources/fixtures/32-v2-list-envelope.json"));
    toss.serve(plain(200, list), encrypted(200, list));

    for (int i = 0; i < 2; i++) {
      TossPayoutsPage<TossPayout> page = payouts.payouts(Map.of("any", "1"));
      assertThat(page.items()).isEmpty();
      assertThat(page.hasNext()).isFalse();
      assertThat(page.lastCursor()).hasValue("213805090");
    }
    assertThat(line(toss.arrived().get(0))).isEqualTo("GET /v2/payouts?any=1");
  }

  @Test
  void deleteSeller_isSentOnce_withoutABody_andTakesAnEmptyAnswer() {
    toss.serve(plain(200, ""));

    assertThat(payouts.deleteSeller("a/b").toJson()).isEmpty();

    RecordedRequest sent = toss.arrived().get(0);
    assertThat(line(sent)).isEqualTo("DELETE /v2/sellers/a%2Fb");
    assertThat(sent.getHeaders().get("Content-Type")).isNull();
  }

  @Test
  void customRequest_isEncryptedToo() {
    toss.serve(entity("{}"), entity("1"));

    payouts.request("POST", "/v2/other", "{\"a\":1}", "key-1");
    assertThat(payouts.request("GET", "/v2/other?b=2", null, null).toJson()).contains(":1}");

    List<RecordedRequest> sent = toss.arrived();
    assertThat(opened(sent.get(0)).getPayload()).hasToString("{\"a\":1}");
    assertThat(line(sent.get(1))).isEqualTo("GET /v2/other?b=2");
    assertThatThrownBy(() -> payouts.request("DELETE", "/v2/other", null, "key-1"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void closedClient_closesThePayouts() {
    client.close();

    assertThatThrownBy(payouts::balances).isInstanceOf(IllegalStateException.class);
    assertThat(toss.arrived()).isEmpty();
  }

  @Test
  void entitiesOfTheWebhooks_areReadWhole() throws Exception {
    TossPayout payout = new TossPayout(fixture("39-webhook-payout-changed.json"));
    TossSeller seller = new TossSeller(fixture("40-webhook-seller-changed.json"));

    assertThat(payout.amount().orElseThrow()).isEqualTo(Money.krw(5_000));
    assertThat(payout.status()).hasValue(TossPayoutStatus.COMPLETED);
    assertThat(payout.scheduleType()).hasValue(TossPayoutSchedule.SCHEDULED);
    assertThat(payout.error()).isEmpty();
    assertThat(payout.metadata()).containsEntry("key2", "value2");
    assertThat(payout).hasToString("TossPayout[FPA_12345, my-payout-1, COMPLETED]");
    assertThat(seller.status()).hasValue(TossSellerStatus.KYC_REQUIRED);
    assertThat(seller.businessType()).hasValue(TossBusinessType.INDIVIDUAL_BUSINESS);
    assertThat(seller.individual()).isEmpty();
    assertThat(seller.company().orElseThrow().representativeName()).hasValue("김토페");
    assertThat(seller.account().orElseThrow().bankCode()).hasValue("092");
    assertThat(seller).hasToString("TossSeller[seller-1, KYC_REQUIRED]");
  }

  static Stream<Arguments> mistakes() {
    Money won = Money.krw(5_000);
    return Stream.of(
        mistake("zero", p -> TossPayoutRequest.builder("p-1", "s-1", Money.krw(0)), "more than"),
        mistake("no number", p -> TossPayoutRequest.builder(" ", "s-1", won), "refPayoutId"),
        mistake("no seller", p -> TossPayoutRequest.builder("p-1", "", won), "destination"),
        mistake("field set twice", p -> request("p-1").field("refPayoutId", "canary"), "already"),
        mistake("no payout", p -> p.requestAll(List.of(), "k"), "one or more"),
        mistake(
            "a number twice", p -> p.requestAll(List.of(request(), request()), "k"), "of its own"),
        mistake("no key", p -> p.requestAll(List.of(request()), ""), "idempotency key"),
        mistake("no id", p -> p.cancel("", TossCustomRequest.builder().build()), "id"),
        mistake("id with a line break", p -> p.seller("canary\n1"), "id"),
        mistake(
            "long account",
            p -> TossSellerRequest.builder().account("092", "canary" + "1".repeat(2_000), "Hong"),
            "accountNumber"),
        mistake(
            "no name",
            p -> TossSellerRequest.builder().company("", "canary", "canary", "canary", "canary"),
            "name"));
  }

  private static Arguments mistake(String name, Consumer<TossPayouts> call, String rule) {
    return arguments(name, call, rule);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void mistake_isRefusedBeforeSending_withoutQuotingIt(
      String name, Consumer<TossPayouts> call, String rule) {
    assertThatThrownBy(() -> call.accept(payouts))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(rule)
        .hasMessageNotContaining("canary");
    assertThat(toss.arrived()).isEmpty();
  }

  @Test
  void toString_showsNoPersonalData() {
    assertThat(TossSellerRequest.builder().account("092", "1", "Hong").build())
        .hasToString("TossSellerRequest");
    assertThat(request()).hasToString("TossPayoutRequest[my-payout-1, 5000 KRW]");
  }
}
