package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Iamport's documented behaviour, over the wire. */
class IamportWireTest {
  private static final OrderId ORDER = OrderId.of("order_1");
  private static final Money PRICE = Money.krw(1_000);

  private final Sandbox sandbox = Sandbox.start();
  private final IamportBuyer buyer = sandbox.buyer().onIamport();
  private Wire iamport;

  @BeforeEach
  void token() throws IOException {
    iamport = Wire.iamport(sandbox);
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private Wire.Reply cancel(PaymentId id, String more) throws IOException {
    return iamport.post("/payments/cancel", "{\"imp_uid\":\"%s\"%s}".formatted(id, more));
  }

  private static void assertRefused(Wire.Reply reply, int status, int code, String message) {
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.at("code")).isEqualTo(String.valueOf(code));
    assertThat((String) reply.at("message")).contains(message);
    assertThat(reply.at("response")).isNull();
  }

  // ---- tokens

  @Test
  void getToken_jsonAndForm_sameTokenWithItsOldExpiry() throws IOException {
    Wire.Reply first = Wire.getToken(sandbox);
    assertThat(first.status()).isEqualTo(200);
    assertThat((String) first.at("response.access_token")).matches("[0-9a-f]{40}");
    assertThat(life(first)).isBetween(1795L, 1800L);

    sandbox.clock().advance(Duration.ofSeconds(100));
    Wire.Reply second =
        Wire.to(sandbox.iamportUrl())
            .postForm(
                "/users/getToken",
                "imp_key=" + sandbox.iamportKey() + "&imp_secret=" + sandbox.iamportSecret());
    assertThat(second.at("response.access_token")).isEqualTo(first.at("response.access_token"));
    assertThat(second.at("response.expired_at")).isEqualTo(first.at("response.expired_at"));
    assertThat(life(second)).isBetween(1690L, 1700L);
  }

  @Test
  void getTokenInTheLastMinute_fiveMinutesMoreForTheSameToken_onceOnly() throws IOException {
    Wire.Reply first = Wire.getToken(sandbox);
    sandbox.clock().advance(Duration.ofSeconds(1_750));
    Wire.Reply second = Wire.getToken(sandbox);
    Wire.Reply third = Wire.getToken(sandbox);

    assertThat(second.at("response.access_token")).isEqualTo(first.at("response.access_token"));
    assertThat(expiry(second)).isEqualTo(expiry(first) + 300);
    assertThat(expiry(third)).isEqualTo(expiry(second));
    assertThat(iamport.get("/payments/imp_1").status()).isEqualTo(404);
  }

  @Test
  void getTokenAfterExpiry_anotherToken_oldOneIsRefused() throws IOException {
    sandbox.clock().advance(Duration.ofSeconds(1_801));
    assertRefused(iamport.get("/payments/imp_1"), 401, -1, "Unauthorized");
    String fresh = Wire.token(sandbox);
    assertRefused(iamport.get("/payments/imp_1"), 401, -1, "Unauthorized");
    assertThat(iamport.header("Authorization", fresh).get("/payments/imp_1").status())
        .isEqualTo(404);
  }

  private static long expiry(Wire.Reply token) {
    return Long.parseLong((String) token.at("response.expired_at"));
  }

  private static long life(Wire.Reply token) {
    return expiry(token) - Long.parseLong((String) token.at("response.now"));
  }

  @Test
  void getToken_wrongOrMissingCredential_documentedRefusals() throws IOException {
    Wire bare = Wire.to(sandbox.iamportUrl());
    assertRefused(
        bare.post("/users/getToken", "{\"imp_key\":\"a\",\"imp_secret\":\"b\"}"),
        401,
        -1,
        "인증에 실패하였습니다. API키와 secret을 확인하세요.");
    assertRefused(bare.post("/users/getToken", "{\"imp_key\":\"a\"}"), 400, -1, "파라메터가 누락되었습니다.");
    assertRefused(bare.post("/users/getToken", "{nonsense"), 400, -1, "올바르지 않습니다");
  }

  @Test
  void token_threeHeaderForms_missingIsUnauthorized_tierIsChecked() throws IOException {
    String token = Wire.token(sandbox);
    Wire bare = Wire.to(sandbox.iamportUrl());
    assertThat(bare.header("Authorization", token).get("/payments/x").status()).isEqualTo(404);
    assertThat(bare.header("X-ImpTokenHeader", token).get("/payments/x").status()).isEqualTo(404);
    assertRefused(bare.get("/payments/x"), 401, -1, "Unauthorized");
    assertRefused(
        bare.header("X-ImpTokenHeader", token)
            .header("Authorization", "Bearer no")
            .get("/payments/x"),
        401,
        -1,
        "Unauthorized");
    assertThat(iamport.header("Tier", "A1B").get("/payments/x").status()).isEqualTo(404);
    assertThat(iamport.header("Tier", "a1b").get("/payments/x").status()).isEqualTo(400);
  }

  // ---- lookups

  @Test
  void paidByCard_shapeOfTheCapturedSample_phpStyle() throws IOException {
    BrowserReturn paid = buyer.pay(ORDER, PRICE);
    Wire.Reply reply = iamport.get("/payments/" + paid.paymentId());

    assertThat(reply.headers().get("Content-Type")).isEqualTo("application/json; charset=UTF-8");
    assertThat(reply.body()).contains("\\uc0cc").contains("https:\\/\\/").isASCII();
    Map<?, ?> payment = (Map<?, ?>) reply.at("response");
    assertThat(payment.keySet().stream().map(String::valueOf).toList())
        .isSorted()
        .contains("sandbox")
        .containsAll(
            // The keys of samples/iamport/05-payment-card-inicis-paid-raw.json
            List.of(
                ("amount apply_num bank_code bank_name buyer_addr buyer_email buyer_name"
                        + " buyer_postcode buyer_tel cancel_amount cancel_history cancel_reason"
                        + " cancel_receipt_urls cancelled_at card_code card_name card_number"
                        + " card_quota card_type cash_receipt_issued channel currency custom_data"
                        + " customer_uid customer_uid_usage emb_pg_provider escrow fail_reason"
                        + " failed_at imp_uid merchant_uid name paid_at pay_method pg_id"
                        + " pg_provider pg_tid receipt_url started_at status user_agent vbank_code"
                        + " vbank_date vbank_holder vbank_issued_at vbank_name vbank_num")
                    .split(" ", -1)));
    assertThat(reply.at("response.status")).isEqualTo("paid");
    assertThat(reply.at("response.amount")).isEqualTo("1000");
    assertThat(reply.at("response.cancelled_at")).isEqualTo("0");
    assertThat(Long.parseLong((String) reply.at("response.paid_at")))
        .isCloseTo(sandbox.clock().instant().getEpochSecond(), within(5L));
  }

  @Test
  void refused_abandoned_virtualAccount_theirStatuses() throws IOException {
    BrowserReturn refused = buyer.refuse(ORDER, PRICE);
    BrowserReturn abandoned = buyer.abandon(ORDER, PRICE);
    BrowserReturn account = buyer.chooseVirtualAccount(ORDER, PRICE);

    Wire.Reply failed = iamport.get("/payments/" + refused.paymentId());
    assertThat(failed.at("response.status")).isEqualTo("failed");
    assertThat((String) failed.at("response.fail_reason")).isNotBlank();
    assertThat(failed.at("response.paid_at")).isEqualTo("0");
    Wire.Reply ready = iamport.get("/payments/" + abandoned.paymentId());
    assertThat(ready.at("response.status")).isEqualTo("ready");
    assertThat(ready.at("response.pg_tid")).isNull();
    assertThat(ready.at("response.vbank_num")).isNull();
    Wire.Reply waiting = iamport.get("/payments/" + account.paymentId());
    assertThat(waiting.at("response.status")).isEqualTo("ready");
    assertThat(waiting.at("response.pay_method")).isEqualTo("vbank");
    assertThat((String) waiting.at("response.vbank_num")).isNotBlank();

    buyer.deposit(account.paymentId());
    assertThat(iamport.get("/payments/" + account.paymentId()).at("response.status"))
        .isEqualTo("paid");
    assertThat(sandbox.iamport().ledger(account.paymentId()).captures()).isEqualTo(1);
  }

  @Test
  void unknownPayment_404WithEnvelope_unknownPath_htmlOfTheFrontEnd() throws IOException {
    assertRefused(iamport.get("/payments/imp_none"), 404, -1, "존재하지 않는 결제정보입니다.");
    Wire.Reply path = iamport.get("/no/such/path");
    assertThat(path.status()).isEqualTo(404);
    assertThat(path.headers().get("Content-Type")).startsWith("text/html");
    assertThat(iamport.delete("/payments/imp_1").status()).isEqualTo(405);
  }

  @Test
  void testChannel_hiddenUnlessIncluded_butNotFromFind() throws IOException {
    BrowserReturn paid = buyer.payInTestChannel(ORDER, PRICE);
    String path = "/payments/" + paid.paymentId();
    assertRefused(iamport.get(path), 404, -1, "존재하지 않는");
    assertThat(iamport.get(path + "?include_sandbox=true").at("response.sandbox")).isEqualTo(true);
    assertThat(iamport.get("/payments/find/order_1").status()).isEqualTo(200);
  }

  @Test
  void severalAtOnce_bareArrayNewestFirst_207WhenSomeAreMissing_404WhenAll() throws IOException {
    String first = buyer.pay(OrderId.of("order_a"), PRICE).paymentId().value();
    String second = buyer.pay(OrderId.of("order_b"), PRICE).paymentId().value();

    Wire.Reply both = iamport.get("/payments?imp_uid%5B%5D=" + first + "&merchant_uid[]=order_b");
    assertThat(both.status()).isEqualTo(200);
    assertThat(both.at("response.0.imp_uid")).isEqualTo(second);
    assertThat(both.at("response.1.imp_uid")).isEqualTo(first);
    Wire.Reply partly = iamport.get("/payments?imp_uid[]=" + first + "&imp_uid[]=imp_none");
    assertThat(partly.status()).isEqualTo(207);
    assertThat((List<?>) partly.at("response")).hasSize(1);
    assertRefused(iamport.get("/payments?imp_uid[]=imp_none"), 404, -1, "존재하지 않는");
    String tooMany = "imp_uid[]=x&".repeat(101);
    assertThat(iamport.get("/payments?" + tooMany).status()).isEqualTo(400);
  }

  @Test
  void find_newestStartedByDefault_byStatusAndSorting() throws IOException {
    String failed = buyer.refuse(ORDER, PRICE).paymentId().value();
    sandbox.clock().advance(Duration.ofSeconds(10));
    String paid = buyer.pay(ORDER, PRICE).paymentId().value();

    assertThat(iamport.get("/payments/find/order_1").at("response.imp_uid")).isEqualTo(paid);
    assertThat(iamport.get("/payments/find/order_1?sorting=started").at("response.imp_uid"))
        .isEqualTo(failed);
    assertThat(iamport.get("/payments/find/order_1/failed").at("response.imp_uid"))
        .isEqualTo(failed);
    assertRefused(iamport.get("/payments/find/order_1/cancelled"), 404, -1, "존재하지 않는");
    assertThat(iamport.get("/payments/find/order_1/nonsense").status()).isEqualTo(400);
    assertThat(iamport.get("/payments/find/order_1?sorting=nonsense").status()).isEqualTo(400);
    assertRefused(iamport.get("/payments/find/nobody"), 404, -1, "존재하지 않는");
  }

  @Test
  void find_anyCharactersInTheOrder() throws IOException {
    OrderId odd = OrderId.of("주문 1/2:@+%");
    String paid = buyer.pay(odd, PRICE).paymentId().value();
    Wire.Reply found = iamport.get("/payments/find/%EC%A3%BC%EB%AC%B8%201%2F2%3A%40%2B%25/paid");
    assertThat(found.at("response.imp_uid")).isEqualTo(paid);
    assertThat(found.at("response.merchant_uid")).isEqualTo("주문 1/2:@+%");
  }

  @Test
  void findAll_pages_endWithNextZero_behindTheEndIsAnError() throws IOException {
    for (int i = 0; i < 5; i++) {
      buyer.abandon(ORDER, PRICE);
    }
    Wire.Reply first = iamport.get("/payments/findAll/order_1?limit=2");
    assertThat(first.at("response.total")).isEqualTo("5");
    assertThat(first.at("response.previous")).isEqualTo("0");
    assertThat(first.at("response.next")).isEqualTo("2");
    Wire.Reply last = iamport.get("/payments/findAll/order_1/ready?limit=2&page=3");
    assertThat(last.at("response.next")).isEqualTo("0");
    assertThat((List<?>) last.at("response.list")).hasSize(1);
    assertThat(iamport.get("/payments/findAll/order_1?limit=2&page=4").status()).isEqualTo(400);
    assertThat(iamport.get("/payments/findAll/order_1?limit=1001").status()).isEqualTo(400);
    assertThat(iamport.get("/payments/findAll/nobody").status()).isEqualTo(404);
  }

  @Test
  void byStatus_lastNinetyDaysByTheTimeOfThatStatus() throws IOException {
    buyer.pay(OrderId.of("old"), PRICE);
    sandbox.clock().advance(Duration.ofDays(91));
    String recent = buyer.pay(OrderId.of("recent"), PRICE).paymentId().value();

    Wire.Reply paid = iamportAgain().get("/payments/status/paid");
    assertThat(paid.at("response.total")).isEqualTo("1");
    assertThat(paid.at("response.list.0.imp_uid")).isEqualTo(recent);
    long now = sandbox.clock().instant().getEpochSecond();
    long ago = now - Duration.ofDays(95).toSeconds();
    assertThat(
            iamportAgain()
                .get("/payments/status/all?from=%d&to=%d".formatted(ago, ago + 86_400 * 5))
                .at("response.total"))
        .isEqualTo("1");
    assertThat(iamportAgain().get("/payments/status/all?from=" + ago).status()).isEqualTo(400);
    assertThat(iamportAgain().get("/payments/status/nonsense").status()).isEqualTo(400);
    assertThat(iamportAgain().get("/payments/status/failed").at("response.total")).isEqualTo("0");
  }

  private Wire iamportAgain() throws IOException {
    return Wire.iamport(sandbox);
  }

  @Test
  void balance_onlyOfWhatWasPaid() throws IOException {
    BrowserReturn paid = buyer.pay(ORDER, Money.krw(1_100));
    Wire.Reply balance = iamport.get("/payments/" + paid.paymentId() + "/balance");
    assertThat(balance.at("response.primary.supply")).isEqualTo("1000");
    assertThat(balance.at("response.primary.vat")).isEqualTo("100");
    BrowserReturn ready = buyer.abandon(OrderId.of("order_2"), PRICE);
    assertRefused(
        iamport.get("/payments/" + ready.paymentId() + "/balance"), 404, -1, "PAYCO, KCP만");
  }

  // ---- prepare

  @Test
  void prepare_registerReadChange_duplicateIsCodeOne() throws IOException {
    Wire.Reply first =
        iamport.post("/payments/prepare", "{\"merchant_uid\":\"order_1\",\"amount\":1000}");
    assertThat(first.at("response.amount")).isEqualTo("1000");
    assertRefused(
        iamport.postForm("/payments/prepare", "merchant_uid=order_1&amount=1000"),
        200,
        1,
        "결제정보 사전등록에 실패하였습니다(이미 등록된 merchant_uid입니다).");
    iamport.put("/payments/prepare", "{\"merchant_uid\":\"order_1\",\"amount\":2000}");
    assertThat(iamport.get("/payments/prepare/order_1").at("response.amount")).isEqualTo("2000");
    assertThat(
            iamport
                .put("/payments/prepare", "{\"merchant_uid\":\"order_2\",\"amount\":2000}")
                .status())
        .isEqualTo(404);
    assertThat(iamport.get("/payments/prepare/order_2").status()).isEqualTo(404);
    assertThat(
            iamport
                .post(
                    "/payments/prepare",
                    "{\"merchant_uid\":\"%s\",\"amount\":1}".formatted("m".repeat(41)))
                .status())
        .isEqualTo(400);
    assertThat(iamport.post("/payments/prepare", "{\"merchant_uid\":\"order_3\"}").status())
        .isEqualTo(400);
  }

  @Test
  void preparedAmount_windowStaysShutForAnother_andForAPaidOrder() throws IOException {
    iamport.post("/payments/prepare", "{\"merchant_uid\":\"order_1\",\"amount\":1000}");
    assertThatThrownBy(() -> buyer.tamper(ORDER, Money.krw(10), PRICE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("prepared with another amount");
    buyer.pay(ORDER, PRICE);
    assertThatThrownBy(() -> buyer.pay(ORDER, PRICE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("paid already");
  }

  @Test
  void twoWindowsLeftOpen_bothCanBePaid() {
    BrowserReturn one = buyer.abandon(ORDER, PRICE);
    BrowserReturn two = buyer.abandon(ORDER, PRICE);
    buyer.payAfterAll(one.paymentId());
    buyer.payAfterAll(two.paymentId());
    assertThat(sandbox.iamport().ledger(one.paymentId()).captures()).isEqualTo(1);
    assertThat(sandbox.iamport().ledger(two.paymentId()).captures()).isEqualTo(1);
  }

  @Test
  void tampered_gatewayHoldsWhatWasPaid_browserSaysOtherwise() throws IOException {
    BrowserReturn back = buyer.tamper(ORDER, Money.krw(10), PRICE);
    assertThat(back.amount()).isEqualTo(PRICE);
    assertThat(iamport.get("/payments/" + back.paymentId()).at("response.amount")).isEqualTo("10");
  }

  // ---- cancel

  @Test
  void cancelInParts_statusCancelledFromTheFirst_historyGrows_thenAlreadyCancelled()
      throws IOException {
    PaymentId id = buyer.pay(ORDER, PRICE).paymentId();
    Wire.Reply part = cancel(id, ",\"amount\":300,\"checksum\":1000,\"reason\":\"변심\"");
    assertThat(part.at("response.status")).isEqualTo("cancelled");
    assertThat(part.at("response.cancel_amount")).isEqualTo("300");
    assertThat(part.at("response.cancel_history.0.reason")).isEqualTo("변심");
    assertThat(part.at("response.cancel_history.0.amount")).isEqualTo("300");

    Wire.Reply rest = cancel(id, ",\"amount\":0");
    assertThat(rest.at("response.cancel_amount")).isEqualTo("1000");
    assertThat(rest.at("response.cancel_history.1.amount")).isEqualTo("700");
    assertThat(rest.at("response.cancel_reason")).isEqualTo("취소요청api");
    assertThat((String) rest.at("response.paid_at")).isNotEqualTo("0");

    assertRefused(cancel(id, ""), 200, 1, "이미 전액취소된 주문입니다.");
    assertThat(sandbox.iamport().ledger(id).refunds()).isEqualTo(2);
    assertThat(sandbox.iamport().ledger(id).refunded()).isEqualTo(PRICE);
  }

  @Test
  void cancel_whatIsRefused_movesNothing() throws IOException {
    PaymentId id = buyer.pay(ORDER, PRICE).paymentId();
    assertRefused(cancel(id, ",\"amount\":100,\"checksum\":999"), 200, 1, "checksum");
    assertRefused(cancel(id, ",\"amount\":1001"), 200, -1, "bigger than cancelable amount");
    assertThat(cancel(id, ",\"amount\":-1").status()).isEqualTo(400);
    assertThat(cancel(id, ",\"amount\":0.5").status()).isEqualTo(400);
    assertThat(cancel(id, ",\"amount\":\"much\"").status()).isEqualTo(400);
    assertThat(iamport.post("/payments/cancel", "{}").status()).isEqualTo(400);
    assertRefused(
        iamport.post("/payments/cancel", "{\"imp_uid\":\"imp_none\",\"merchant_uid\":\"order_1\"}"),
        200,
        1,
        "취소할 결제건이 존재하지 않습니다.");
    PaymentId ready = buyer.abandon(OrderId.of("order_2"), PRICE).paymentId();
    assertRefused(cancel(ready, ""), 200, 1, "취소할 결제건이 존재하지 않습니다.");
    assertThat(sandbox.iamport().ledger(id).refunds()).isZero();
  }

  @Test
  void cancelByMerchantUid_form_full() throws IOException {
    PaymentId id = buyer.pay(ORDER, PRICE).paymentId();
    Wire.Reply reply =
        iamport.postForm("/payments/cancel", "merchant_uid=order_1&checksum=1000&reason=%EB%B3%80");
    assertThat(reply.at("response.imp_uid")).isEqualTo(id.value());
    assertThat(reply.at("response.cancel_amount")).isEqualTo("1000");
    assertThat(reply.at("response.cancel_reason")).isEqualTo("변");
  }

  @Test
  void cancelOfADeposit_needsARefundAccount() throws IOException {
    PaymentId id = buyer.chooseVirtualAccount(ORDER, PRICE).paymentId();
    buyer.deposit(id);
    assertRefused(cancel(id, ""), 200, -1, "환불계좌");
    Wire.Reply done =
        cancel(id, ",\"refund_holder\":\"홍길동\",\"refund_bank\":\"04\",\"refund_account\":\"123\"");
    assertThat(done.at("code")).isEqualTo("0");
    assertThat(sandbox.iamport().ledger(id).refunded()).isEqualTo(PRICE);
  }

  @Test
  void revokeAccount_onlyWhileItWaits_noMoneyMoves() throws IOException {
    PaymentId id = buyer.chooseVirtualAccount(ORDER, PRICE).paymentId();
    Wire.Reply revoked = iamport.delete("/vbanks/" + id);
    assertThat(revoked.at("response.status")).isEqualTo("cancelled");
    assertThat(revoked.at("response.cancel_amount")).isEqualTo("0");
    assertThat(iamport.delete("/vbanks/" + id).status()).isEqualTo(400);
    assertThat(iamport.delete("/vbanks/imp_none").status()).isEqualTo(404);
    assertThatThrownBy(() -> buyer.deposit(id)).isInstanceOf(IllegalStateException.class);
    assertThat(sandbox.iamport().ledger(id).entries()).isEmpty();
  }

  @Test
  void cancelInConsole_shownToTheShop_causedByNoRequest() throws IOException {
    PaymentId id = buyer.pay(ORDER, PRICE).paymentId();
    sandbox.iamport().cancelInConsole(id, Money.krw(400));
    assertThat(iamport.get("/payments/" + id).at("response.cancel_amount")).isEqualTo("400");
    assertThat(sandbox.iamport().ledger(id).entries().get(1).requestId()).isZero();
    assertThatThrownBy(() -> sandbox.iamport().cancelInConsole(id, PRICE))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"imp_uid\":", "\"text\"", "{} {}"})
  void bodyThatIsNoObject_refusedNotCrashed(String body) throws IOException {
    assertThat(iamport.post("/payments/cancel", body).status()).isEqualTo(400);
  }

  @Test
  void ledgerOfAnUnknownPayment_saysSo() {
    assertThatThrownBy(() -> sandbox.iamport().ledger(PaymentId.of("imp_none")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("imp_none");
  }
}
