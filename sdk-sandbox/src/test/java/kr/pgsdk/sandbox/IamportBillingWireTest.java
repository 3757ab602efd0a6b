package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Iamport's billing keys and charges, over the wire. */
class IamportBillingWireTest {
  private static final OrderId ORDER = OrderId.of("order_1");

  private final Sandbox sandbox = Sandbox.start();
  private Wire iamport;

  @BeforeEach
  void token() throws IOException {
    iamport = Wire.iamport(sandbox);
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private Wire.Reply issue(String uid, TestCard card) throws IOException {
    return iamport.post(
        "/subscribe/customers/" + uid,
        """
        {"channel_key":"channel-key-1","card_number":"%s","expiry":"2030-12","birth":"900101",
        "pwd_2digit":"00","customer_name":"홍길동"}"""
            .formatted(card.number().replaceAll("(....)(?=.)", "$1-")));
  }

  private Wire.Reply again(String uid, String order) throws IOException {
    return iamport.post(
        "/subscribe/payments/again",
        """
        {"customer_uid":"%s","merchant_uid":"%s","amount":1000,"name":"구독",
        "custom_data":"{\\"a\\":1}"}"""
            .formatted(uid, order));
  }

  private Wire.Reply onetime(TestCard card, String more) throws IOException {
    return iamport.post(
        "/subscribe/payments/onetime",
        "{\"merchant_uid\":\"order_1\",\"amount\":1000,\"card_number\":\"%s\",\"expiry\":\"2030-12\"%s}"
            .formatted(card.number(), more));
  }

  private static void assertRefused(Wire.Reply reply, int status, int code, String message) {
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.at("code")).isEqualTo(String.valueOf(code));
    assertThat((String) reply.at("message")).contains(message);
    assertThat(reply.at("response")).isNull();
  }

  @Test
  void issueFindDelete_customerWithMaskedCard_thenUnknown() throws IOException {
    Wire.Reply issued = issue("customer_1", TestCard.GOOD);
    assertThat(issued.status()).isEqualTo(200);
    assertThat(issued.at("response.customer_uid")).isEqualTo("customer_1");
    assertThat(issued.at("response.customer_name")).isEqualTo("홍길동");
    assertThat(issued.at("response.card_number")).isEqualTo("433012******000*");
    assertThat(issued.body()).doesNotContain(TestCard.GOOD.number());

    assertThat(iamport.get("/subscribe/customers/customer_1").body()).isEqualTo(issued.body());
    assertThat(iamport.delete("/subscribe/customers/customer_1").at("code")).isEqualTo("0");
    assertRefused(
        iamport.get("/subscribe/customers/customer_1"), 200, 1, "customer_uid(customer_1)");
    sandbox.switches().on(Switch.IAMPORT_UNKNOWN_CUSTOMER_IS_404);
    assertRefused(iamport.delete("/subscribe/customers/customer_1"), 404, -1, "customer_1");
    assertRefused(again("customer_1", "order_1"), 200, 1, "등록되지 않은 구매자입니다.");
  }

  @Test
  void issue_noChannel_noCard_wrongForm_refused() throws IOException {
    assertRefused(iamport.post("/subscribe/customers/a", "{}"), 200, 1, "비인증결제모듈 사용정보를 찾을 수 없습니다.");
    assertRefused(
        iamport.post("/subscribe/customers/a", "{\"channel_key\":\"k\"}"), 400, -1, "card_number");
    assertRefused(issue("a", TestCard.EXPIRED), 200, -1, "빌키 발급에 실패");
    assertRefused(issue("a".repeat(81), TestCard.GOOD), 400, -1, "customer_uid");
  }

  @Test
  void several_someUnknown_207_allUnknown_404() throws IOException {
    issue("a", TestCard.GOOD);
    issue("b", TestCard.GOOD);
    String query = "/subscribe/customers?customer_uid%5B%5D=";
    assertThat(iamport.get(query + "a&customer_uid%5B%5D=b").status()).isEqualTo(200);
    Wire.Reply some = iamport.get(query + "a&customer_uid%5B%5D=c");
    assertThat(some.status()).isEqualTo(207);
    assertThat(some.at("response.0.customer_uid")).isEqualTo("a");
    assertRefused(iamport.get(query + "c"), 404, -1, "");
  }

  @Test
  void superKey_channelGroup_answersTheOtherObject() throws IOException {
    Wire.Reply issued =
        iamport.post(
            "/subscribe/customers/a",
            "{\"channel_group_id\":\"g\",\"card_number\":\"4330123456780000\",\"expiry\":\"2030-01\"}");
    assertThat(issued.at("response.channelGroupId")).isEqualTo("g");
    assertThat(issued.at("response.succeededChannels.0.pg_provider")).isEqualTo("kcp");
  }

  @Test
  void again_goodCard_paidByApi_andInTheLedger() throws IOException {
    issue("a", TestCard.GOOD);
    Wire.Reply paid = again("a", "order_1");
    assertThat(paid.at("response.status")).isEqualTo("paid");
    assertThat((String) paid.at("response.imp_uid")).startsWith("imps_");
    assertThat(paid.at("response.channel")).isEqualTo("api");
    assertThat(paid.at("response.customer_uid")).isEqualTo("a");
    assertThat(paid.at("response.customer_uid_usage")).isEqualTo("payment");
    assertThat(paid.at("response.custom_data")).isEqualTo("{\"a\":1}");
    assertThat(paid.at("response.name")).isEqualTo("구독");
    LedgerEntry capture = sandbox.iamport().ledger(ORDER).entries().get(0);
    assertThat(capture.amount()).isEqualTo(Money.krw(1_000));
    assertThat(sandbox.iamport().journal().entries())
        .filteredOn(entry -> entry.id() == capture.requestId())
        .extracting(JournalEntry::path)
        .containsExactly("/subscribe/payments/again");
    Wire.Reply payments = iamport.get("/subscribe/customers/a/payments");
    assertThat(payments.at("response.total")).isEqualTo("1");
    assertThat(payments.at("response.list.0.imp_uid")).isEqualTo(paid.at("response.imp_uid"));
  }

  @ParameterizedTest
  @EnumSource(
      value = TestCard.class,
      names = {"OVER_LIMIT", "STOPPED", "DECLINED", "NEEDS_AUTHENTICATION"})
  void again_declinedCard_code0AndStatusFailed_noMoney(TestCard card) throws IOException {
    issue("a", card);
    Wire.Reply failed = again("a", "order_1");
    assertThat(failed.status()).isEqualTo(200);
    assertThat(failed.at("code")).isEqualTo("0");
    assertThat(failed.at("response.status")).isEqualTo("failed");
    assertThat(failed.at("response.fail_reason")).isEqualTo(card.reason());
    assertThat(sandbox.iamport().ledger(ORDER).captures()).isZero();

    issue("a", TestCard.GOOD);
    assertThat(again("a", "order_1").at("response.status")).isEqualTo("paid");
    assertThat(sandbox.iamport().ledger(ORDER).captures()).isEqualTo(1);
  }

  @Test
  void chargesOfAPaidOrder_refused_orExecutedWithTheSwitch() throws IOException {
    issue("a", TestCard.GOOD);
    again("a", "order_1");
    assertRefused(again("a", "order_1"), 200, 1, "이미 결제");
    assertRefused(onetime(TestCard.GOOD, ""), 200, 1, "이미 결제");
    assertThat(sandbox.iamport().ledger(ORDER).captures()).isEqualTo(1);
    sandbox.switches().on(Switch.IAMPORT_CHARGES_PAID_ORDERS_AGAIN);
    assertThat(again("a", "order_1").at("response.status")).isEqualTo("paid");
    assertThat(sandbox.iamport().ledger(ORDER).captures()).isEqualTo(2);
  }

  @Test
  void onetime_issuesTheKeyThatItNames_declinesAsAgainDoes() throws IOException {
    assertRefused(onetime(TestCard.UNKNOWN_NUMBER, ""), 200, -1, "카드정보 인증에 실패하였습니다.");
    assertThat(onetime(TestCard.DECLINED, "").at("response.status")).isEqualTo("failed");
    Wire.Reply paid = onetime(TestCard.GOOD, ",\"customer_uid\":\"a\"");
    assertThat(paid.at("response.status")).isEqualTo("paid");
    assertThat(paid.at("response.customer_uid_usage")).isEqualTo("issue");
    assertThat(again("a", "order_2").at("response.status")).isEqualTo("paid");
  }

  @Test
  void checkoutWithCustomerUid_paysAndLeavesAKey() throws IOException {
    IamportBuyer buyer = sandbox.buyer().onIamport();
    PaymentId paid =
        buyer.payAndIssueKey(ORDER, Money.krw(1_000), "a", TestCard.DECLINED).paymentId();
    assertThat(iamport.get("/payments/" + paid).at("response.customer_uid_usage"))
        .isEqualTo("issue");
    assertThat(sandbox.iamport().ledger(paid).captures()).isEqualTo(1);
    assertThat(again("a", "order_2").at("response.status")).isEqualTo("failed");

    PaymentId failed =
        buyer
            .payAndIssueKey(OrderId.of("order_3"), Money.krw(1_000), "b", TestCard.EXPIRED)
            .paymentId();
    assertThat(iamport.get("/payments/" + failed).at("response.status")).isEqualTo("failed");
    assertRefused(again("b", "order_4"), 200, 1, "등록되지 않은 구매자입니다.");
  }

  @Test
  void lookupOfAMachineBehind_doesNotKnowTheChargeYet() throws IOException {
    issue("a", TestCard.GOOD);
    Object impUid = again("a", "order_1").at("response.imp_uid");
    sandbox.iamport().inject(Fault.of(FaultKind.STALE_LOOKUP).times(2));
    assertThat(iamport.get("/payments/find/order_1").status()).isEqualTo(404);
    assertThat(iamport.get("/payments/" + impUid).status()).isEqualTo(404);
    assertThat(iamport.get("/payments/find/order_1").status()).isEqualTo(200);
  }

  @Test
  void answerLost_chargedOnce_theOrderTellsOfIt() throws IOException {
    issue("a", TestCard.GOOD);
    sandbox.iamport().inject(Fault.status(503).executed().on("POST", "/subscribe/payments/again"));
    assertThat(again("a", "order_1").status()).isEqualTo(503);
    assertThat(iamport.get("/payments/find/order_1/paid").at("response.status")).isEqualTo("paid");
    assertThat(sandbox.iamport().ledger(ORDER).captures()).isEqualTo(1);
  }
}
